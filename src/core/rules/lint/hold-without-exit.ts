import { defineLint } from '../lint-rule.ts';
import { lifecycleSteps } from '../linting/lifecycle-steps.ts';
import type { LifecycleSteps } from '../linting/lifecycle-steps.ts';
import { statesFrom, waysOf } from '../linting/state-ways.ts';

/** Holds that can end in one way only, or in none. */
export const holdWithoutExit = defineLint({
  id: 'hold-without-exit',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason: 'A sketch may show how a hold is set and leave open how it ends.',
  purpose:
    'Reports a state of class held that no way lifts, or from which nothing can be rejected while it is not usable.',
  why: 'Where one of the two is missing, people lift a hold to get rid of the thing, or keep it on hold for ever.',
  fix: 'Add the step that lifts the hold, and the one that rejects, scraps or returns (to class `terminal` or `closed`).',
  reads: ['lifecycles.state.class', 'lifecycles.transition.from', 'lifecycles.transition.to'],
  examples: [
    {
      name: 'no way to reject, no way to lift, neither, and a reject only after it was usable',
      spec: `
        lifecycles:
          LIFT: {initial: A, states: {A: active, H: held}, transitions: {T1: {from: A, to: H}, T2: {from: H, to: A}}}
          REJECT: {initial: A, states: {A: active, H: held, S: terminal}, transitions: {T1: {from: A, to: H}, T2: {from: H, to: S}}}
          NEITHER: {initial: A, states: {A: active, H: {class: held, resting: true}}, transitions: {T1: {from: A, to: H}}}
          LATE: {initial: A, states: {A: released, H: held, S: terminal}, transitions: {T1: {from: A, to: H}, T2: {from: H, to: A}, T3: {from: A, to: S}}}`,
      expect: [
        '2:42 error LIFT.H: LIFT.H (class held) can be lifted, but nothing can be rejected from it.',
        '3:44 error REJECT.H: REJECT.H (class held) can end in a rejection, but never be lifted.',
        '4:45 error NEITHER.H: NEITHER.H (class held) can neither be lifted nor end in a rejection.',
        '5:44 error LATE.H: LATE.H (class held) can be lifted, but nothing can be rejected from it.',
      ],
    },
    {
      name: 'both ways, by another hold or by quarantine; a dead end, which has a rule of its own; no hold',
      spec: `
        lifecycles:
          LOT:
            initial: A
            states: {A: active, Held: held, Rework: held, Scrapped: terminal}
            transitions: {T1: {from: A, to: Held}, T2: {from: Held, to: {last: [A]}}, T3: {from: Held, to: Rework}, T4: {from: Rework, to: Held}, T5: {from: Held, to: Scrapped}}
          INV:
            initial: QI
            states: {QI: quarantine, Held: held, Rejected: closed, Released: released}
            transitions: {T1: {from: QI, to: Held}, T2: {from: Held, to: QI}, T3: {from: QI, to: Rejected}, T4: {from: QI, to: Released}}
          DEAD: {initial: A, states: {A: active, H: held}, transitions: {T1: {from: A, to: H}}}
          NCR: {initial: A, states: {A: open, B: closed}, transitions: {T1: {from: A, to: B}}}
          NONE: {states: {A: active, H: held}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const steps of lifecycleSteps(model)) {
      if (steps.transitions.length === 0) continue;
      const ways = waysOf(steps);
      for (const state of steps.states) {
        if (state.attributes.class !== 'held') continue;
        if ((ways.get(state.localId)?.size ?? 0) === 0 && state.attributes.resting !== true) continue;
        const unused = statesFrom(ways, state.localId, (name) => !isInUse(steps, name));
        const lifted = [...unused].some((name) => steps.classOf(name) !== 'held' && !isEnd(steps, name));
        const rejected = [...unused].some((name) => isEnd(steps, name));
        if (lifted && rejected) continue;
        yield {
          element: state,
          path: [],
          part: 'key' as const,
          message: `${state.id} (class held) ${lifted ? 'can be lifted, but nothing can be rejected from it' : rejected ? 'can end in a rejection, but never be lifted' : 'can neither be lifted nor end in a rejection'}.`,
          hint: lifted
            ? 'Add the step that rejects, scraps or returns what is on hold, to a state of class `terminal` or `closed`.'
            : 'Add the step that lifts the hold.',
          subject: [lifted, rejected],
        };
      }
    }
  },
});

/** Once it is used or worked on again, the hold is over. */
function isInUse(steps: LifecycleSteps, state: string): boolean {
  const stateClass = steps.classOf(state);
  return stateClass === 'released' || stateClass === 'active';
}

function isEnd(steps: LifecycleSteps, state: string): boolean {
  const stateClass = steps.classOf(state);
  return stateClass === 'terminal' || stateClass === 'closed';
}
