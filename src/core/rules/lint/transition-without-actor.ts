import { defineLint } from '../lint-rule.ts';
import { doesNotApply } from '../linting/declared.ts';
import { lifecycleSteps } from '../linting/lifecycle-steps.ts';
import { startOf } from '../linting/step-start.ts';

/** Transitions that nobody and nothing performs. */
export const transitionWithoutActor = defineLint({
  id: 'transition-without-actor',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason: 'Who performs a step is said later than that there is one; real systems seldom declare it.',
  purpose: 'Reports a transition that nothing starts, or one that a machine performs of which no system is named.',
  why: 'It can neither be performed nor attributed to anybody, and no test can show who is refused.',
  fix: 'Name the roles (`by`), the message (`receives`), `auto: true` or the time (`after`); name the system of the lifecycle.',
  reads: [
    'lifecycles.transition.by',
    'lifecycles.transition.receives',
    'lifecycles.transition.auto',
    'lifecycles.transition.after',
    'lifecycles.transition.as',
    'lifecycles.system',
  ],
  examples: [
    {
      name: 'no start, and a machine without a system',
      spec: `
        lifecycles:
          NCR: {initial: Open, states: {Open: open, Closed: closed}, transitions: {close: {from: Open, to: Closed}, expire: {from: Open, to: Closed, after: 30 d}}}`,
      expect: [
        '2:76 error NCR.close: Nothing says who or what performs NCR.close.',
        '2:149 error NCR.expire: NCR.expire is performed by a machine, but neither a system nor a service role is named.',
      ],
    },
    {
      name: 'people, a message, a machine with its system or role, time, and what needs no actor',
      spec: `
        systems: {QMS: {}, MES: {}}
        roles: {QA: {}, SYS: {kind: service}}
        interfaces: {IF-1: {from: MES, to: QMS}}
        lifecycles:
          NCR:
            system: QMS
            initial: Open
            states: {Open: open, Closed: closed}
            transitions:
              T1: {from: Open, to: Closed, by: QA}
              T2: {from: Open, to: Closed, receives: IF-1}
              T3: {from: Open, to: Closed, auto: true}
              T4: {from: Open, to: Closed, after: 30 d}
              T5: {from: Open, to: Closed, by: {notApplicable: only in migrated records}}
          BARE: {initial: Open, states: {Open: open, Closed: closed}, transitions: {T: {from: Open, to: Closed, auto: true, as: SYS}}}`,
      expect: [],
    },
    {
      name: 'real systems seldom declare roles: no error in a sketch',
      spec: 'lifecycles: {NCR: {states: {Open: open, Closed: closed}, transitions: {T: {from: Open, to: Closed}}}}',
      project: 'profile: sketch',
      expect: [],
    },
  ],
  *check({ model }) {
    for (const { lifecycle, transitions } of lifecycleSteps(model)) {
      const located = lifecycle.attributes.system !== undefined || doesNotApply(lifecycle, 'system');
      for (const transition of transitions) {
        const { auto, time, declared } = startOf(model, transition);
        const machine = auto ? 'auto' : 'after';
        if (!declared && !doesNotApply(transition, 'by')) {
          yield {
            element: transition,
            path: [],
            part: 'key' as const,
            message: `Nothing says who or what performs ${transition.id}.`,
            hint: 'Name the roles that may (`by`), the message that starts it (`receives`), `auto: true`, or the time (`after`).',
            subject: ['no start', transition.attributes.from ?? null, transition.attributes.to ?? null],
          };
        } else if ((auto || time !== undefined) && !located && transition.attributes.as === undefined) {
          yield {
            element: transition,
            path: [machine],
            message: `${transition.id} is performed by a machine, but neither a system nor a service role is named.`,
            hint: `Name the \`system\` of ${lifecycle.id}, or the service role in which the machine acts (\`as\`).`,
            subject: ['no system', machine, transition.attributes.from ?? null, transition.attributes.to ?? null],
          };
        }
      }
    }
  },
});
