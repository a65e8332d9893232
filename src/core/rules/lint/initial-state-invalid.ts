import { defineLint } from '../lint-rule.ts';
import { doesNotApply } from '../linting/declared.ts';
import { lifecycleSteps } from '../linting/lifecycle-steps.ts';

/** Where the records of a lifecycle begin. */
export const initialStateInvalid = defineLint({
  id: 'initial-state-invalid',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'Two declarations name different beginnings; that none is declared is only expected to change.',
  purpose: 'Reports a lifecycle whose records begin nowhere, or in another state than `initial` says.',
  why: 'The first status of a record, and everything that is tested from there, is undefined.',
  fix: 'Name the first state in `initial`, or let one or several transitions come `from: absent`; not both.',
  reads: ['lifecycles.initial', 'lifecycles.transition.from', 'lifecycles.transition.to'],
  examples: [
    {
      name: 'no beginning, and two that differ',
      spec: `
        lifecycles:
          NONE: {states: {Open: open, Closed: closed}, transitions: {T: {from: Open, to: Closed}}}
          TWO:
            initial: Blocked
            states: {QI: quarantine, Blocked: held}
            transitions: {receive: {from: absent, to: QI}, T: {from: [QI], to: Blocked}, U: {from: Blocked, to: QI}}`,
      expect: [
        '2:3 error NONE: Nothing says in which state a record of NONE begins.',
        '4:14 error TWO: Records of TWO begin in Blocked, but TWO.receive creates them in QI.',
      ],
    },
    {
      name: 'an initial state, creation by one or several steps, both saying the same, or created by another lifecycle',
      spec: `
        objects: {lot: {}}
        lifecycles:
          NCR: {initial: Open, states: {Open: open, Closed: closed}}
          INV: {states: {QI: quarantine, Blocked: held}, transitions: {A: {from: absent, to: QI}, B: {from: absent, to: Blocked}}}
          SAME: {initial: QI, states: {QI: quarantine}, transitions: {A: {from: absent, to: QI}}}
          PART: {object: lot, states: {Cut: active}}
          LOT: {object: lot, initial: A, states: {A: active}, transitions: {S: {from: A, to: same, creates: {lot: {PART: Cut}}}}}
          OTHER: {initial: {notApplicable: records are loaded from the old system}, states: {A: active}}`,
      expect: [],
    },
    {
      name: 'real systems seldom declare where records begin: no error in a sketch',
      spec: 'lifecycles: {NCR: {states: {Open: open, Closed: closed}, transitions: {T: {from: Open, to: Closed}}}}',
      project: 'profile: sketch',
      expect: [],
    },
  ],
  *check({ model }) {
    for (const { lifecycle, starts } of lifecycleSteps(model)) {
      const { initial } = lifecycle.attributes;
      if (starts.length === 0 && !doesNotApply(lifecycle, 'initial')) {
        yield {
          element: lifecycle,
          path: [],
          part: 'key' as const,
          message: `Nothing says in which state a record of ${lifecycle.id} begins.`,
          hint: 'Name the first state in `initial`, or let the transition that creates the record come `from: absent`.',
          subject: 'none',
          stance: 'expectation' as const,
        };
      }
      for (const { state, by, element, path } of starts) {
        if (initial === undefined || by !== 'transition' || state === initial) continue;
        yield {
          element: lifecycle,
          path: ['initial'],
          message: `Records of ${lifecycle.id} begin in ${initial}, but ${element.id} creates them in ${state}.`,
          hint: 'Leave `initial` out where a transition creates the record, or let the transition lead to it.',
          subject: [initial, element.id, state],
          related: [{ message: `${element.id} creates records in ${state}.`, element, path }],
        };
      }
    }
  },
});
