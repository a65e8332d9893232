import { defineLint } from '../lint-rule.ts';
import { doesNotApply } from '../linting/declared.ts';
import { lifecycleSteps } from '../linting/lifecycle-steps.ts';
import { releaseEntry } from '../linting/release-entry.ts';
import { startOf } from '../linting/step-start.ts';

/** Steps by which something becomes usable and nobody decides. */
export const usableByAutomation = defineLint({
  id: 'usable-by-automation',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason: 'That a machine may release is justified later than it is drawn.',
  purpose:
    'Reports a transition into a state of class released that a message, a machine or time can start, without a `rationale`.',
  why: 'Something becomes usable without a decision of a person, and nobody has said why that is acceptable.',
  fix: 'Let a person start the step (`by`), or say in `rationale` why a machine may, and what it rests on.',
  reads: [
    'lifecycles.state.class',
    'lifecycles.transition.auto',
    'lifecycles.transition.after',
    'lifecycles.transition.receives',
    'lifecycles.transition.rationale',
  ],
  examples: [
    {
      name: 'by a message, by itself, by time, and by a message beside a person',
      spec: `
        systems: {QMS: {}, ERP: {}}
        roles: {QA: {}}
        interfaces: {IF-1: {from: QMS, to: ERP}}
        lifecycles:
          INV:
            system: ERP
            states: {QI: quarantine, Released: released}
            transitions:
              T1: {from: QI, to: Released, receives: IF-1}
              T2: {from: QI, to: Released, auto: true}
              T3: {from: QI, to: Released, after: 14 d}
              T4: {from: QI, to: Released, by: QA, receives: IF-1}`,
      expect: [
        '9:46 error INV.T1: INV.T1 leads from QI to Released (class released), and the message IF-1 can start it: nobody decides, and no `rationale` says why.',
        '10:42 error INV.T2: INV.T2 leads from QI to Released (class released), and the machine starts it: nobody decides, and no `rationale` says why.',
        '11:43 error INV.T3: INV.T3 leads from QI to Released (class released), and time starts it (14 d): nobody decides, and no `rationale` says why.',
        '12:54 error INV.T4: INV.T4 leads from QI to Released (class released), and the message IF-1 can start it: nobody decides, and no `rationale` says why.',
      ],
    },
    {
      name: 'a person, a rationale, another class, and a step within what is released',
      spec: `
        systems: {QMS: {}, ERP: {}}
        roles: {QA: {}}
        interfaces: {IF-1: {from: QMS, to: ERP}}
        lifecycles:
          INV:
            system: ERP
            states: {QI: quarantine, Held: held, Released: released, Shipped: released}
            transitions:
              T1: {from: QI, to: Released, by: QA}
              T2: {from: QI, to: Released, receives: IF-1, rationale: The release is signed in QMS and travels unchanged}
              T3: {from: Released, to: Held, auto: true}
              T4: {from: Released, to: Shipped, after: 1 d}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const steps of lifecycleSteps(model)) {
      for (const transition of steps.transitions) {
        const entered = releaseEntry(steps, transition);
        const { rationale } = transition.attributes;
        if (entered === undefined || rationale !== undefined || doesNotApply(transition, 'rationale')) continue;
        const { messages, auto, time } = startOf(model, transition);
        const start =
          messages.length > 0
            ? { path: ['receives'], words: `the message ${messages.join(' or ')} can start it` }
            : auto
              ? { path: ['auto'], words: 'the machine starts it' }
              : time !== undefined
                ? { path: ['after'], words: `time starts it (${time})` }
                : undefined;
        if (start === undefined) continue;
        yield {
          element: transition,
          path: start.path,
          message: `${transition.id} leads from ${entered.from} to ${entered.to} (class released), and ${start.words}: nobody decides, and no \`rationale\` says why.`,
          hint: 'Let a person start it, or say in `rationale` why a machine may.',
          subject: [entered.from, entered.to, start.path, messages, time ?? null],
        };
      }
    }
  },
});
