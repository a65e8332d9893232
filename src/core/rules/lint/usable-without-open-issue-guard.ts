import { defineLint } from '../lint-rule.ts';
import { lifecycleSteps } from '../linting/lifecycle-steps.ts';
import { decidesOnMaterial } from '../linting/material-lifecycle.ts';
import { looksAtIssues } from '../linting/open-issue-guard.ts';
import { releaseEntry } from '../linting/release-entry.ts';

/** Steps that make a thing usable whatever is open about it. */
export const usableWithoutOpenIssueGuard = defineLint({
  id: 'usable-without-open-issue-guard',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason: 'A sketch may show the release and leave its conditions out.',
  purpose:
    'Reports a transition that makes a thing usable and whose condition looks at no open deviation, hold or result.',
  why: 'A thing is released over an open deviation, a failed or missing result, or an active hold.',
  fix: 'Add to `when` what must not be open: `{none: ncr, NCR: {class: open}}`, or a result, or a fact that people check by a procedure (`per`).',
  reads: [
    'lifecycles.state.class',
    'lifecycles.object',
    'lifecycles.transition.when',
    'lifecycles.transition.procedure',
    'lifecycles.transition.receives',
    'objects.material',
    'sets.effect',
    'codes.value.trait',
    'condition.LIFECYCLE',
    'condition.field',
    'condition.fact',
    'condition.per',
  ],
  examples: [
    {
      name: 'no condition, a fact in words, an amount, the own status, and the release of something that nobody guards',
      spec: `
        objects: {lot: {material: true, fields: {qty: {unit: EA}}}}
        lifecycles:
          BRR: {object: lot, initial: A, states: {A: pre, B: closed}, transitions: {T: {from: A, to: B}}}
          INV:
            object: lot
            initial: QI
            states: {QI: quarantine, Released: released}
            transitions:
              T1: {from: QI, to: Released}
              T2: {from: QI, to: Released, when: {fact: the label is on}}
              T3: {from: QI, to: Released, when: {field: lot.qty, above: 0 EA}}
              T4: {from: QI, to: Released, when: {INV: QI}}
              T5: {from: QI, to: Released, when: {BRR: B}}`,
      expect: [
        '9:26 error INV.T1: INV.T1 leads from QI to Released (class released) without a condition.',
        '10:42 error INV.T2: INV.T2 leads from QI to Released (class released) on a condition that looks at no status and no result that could be open.',
        '11:42 error INV.T3: INV.T3 leads from QI to Released (class released) on a condition that looks at no status and no result that could be open.',
        '12:42 error INV.T4: INV.T4 leads from QI to Released (class released) on a condition that looks at no status and no result that could be open.',
        '13:42 error INV.T5: INV.T5 leads from QI to Released (class released) on a condition that looks at no status and no result that could be open.',
      ],
    },
    {
      name: 'open reports, a blocking set, a verdict, a checked fact, a guarded review; information; within what is released',
      spec: `
        documents: {SOP-1: {kind: procedure}}
        objects: {lot: {material: true}, ncr: {of: lot}, result: {of: lot, fields: {verdict: {type: code, codes: CL}}}, plan: {}}
        codes: {CL: {values: {P: {trait: usable}, F: {trait: blocking}}}}
        lifecycles:
          NCR: {object: ncr, initial: A, states: {A: open, B: closed}, transitions: {T: {from: A, to: B}}}
          BRR: {object: lot, initial: A, states: {A: pre, B: closed}, transitions: {T: {from: A, to: B, when: {none: ncr, NCR: {class: open}}}}}
          INV:
            object: lot
            initial: QI
            states: {QI: quarantine, Released: released, Shipped: released}
            transitions:
              T1: {from: QI, to: Released, when: {none: ncr, NCR: {class: open}}}
              T2: {from: QI, to: Released, when: {none: ncr, NCR: {in: BLOCK}}}
              T3: {from: QI, to: Released, when: {every: result, field: result.verdict, equals: P}}
              T4: {from: QI, to: Released, procedure: {fact: no deviation is open, per: SOP-1}}
              T5: {from: QI, to: Released, when: {BRR: B}}
              T6: {from: Released, to: Shipped}
          PLAN: {object: plan, initial: A, states: {A: open, B: released}, transitions: {T: {from: A, to: B}}}
        sets: {BLOCK: {of: NCR, effect: blocks, members: [A]}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const steps of lifecycleSteps(model)) {
      if (!decidesOnMaterial(model, steps)) continue;
      for (const transition of steps.transitions) {
        const entered = releaseEntry(steps, transition);
        if (entered === undefined || looksAtIssues(model, steps, transition)) continue;
        const { when, procedure } = transition.attributes;
        const bare = when === undefined && procedure === undefined;
        yield {
          element: transition,
          path: when === undefined ? ['to'] : ['when'],
          message: `${transition.id} leads from ${entered.from} to ${entered.to} (class released) ${bare ? 'without a condition' : 'on a condition that looks at no status and no result that could be open'}.`,
          hint: 'Add what must not be open: `{none: ncr, NCR: {class: open}}`, or the verdict of a result; for a fact, the procedure by which people check it (`per`).',
          subject: [entered.from, entered.to, bare],
        };
      }
    }
  },
});
