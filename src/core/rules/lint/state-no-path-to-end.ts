import { listed } from '../judging/wording.ts';
import { defineLint } from '../lint-rule.ts';
import { lifecycleSteps } from '../linting/lifecycle-steps.ts';
import { statesFrom, statesLeadingTo, waysOf } from '../linting/state-ways.ts';

/** States between which a record goes round for ever. */
export const stateNoPathToEnd = defineLint({
  id: 'state-no-path-to-end',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason:
    'Whether a record may stay in a state is said by its class or by `resting`, which a sketch may leave out.',
  purpose: 'Reports states that lead only to one another: from none of them a record comes to where it may stay.',
  why: 'The record is never finished: it is reworked, reviewed or corrected for ever, and nobody can close it.',
  fix: 'Add the transition that leads out, give a state the class `closed` or `terminal`, or say `resting: true`.',
  reads: [
    'lifecycles.state.class',
    'lifecycles.state.resting',
    'lifecycles.transition.from',
    'lifecycles.transition.to',
  ],
  examples: [
    {
      name: 'a loop without a way out, and what leads into it',
      spec: `
        lifecycles:
          NCR:
            initial: Draft
            states: {Draft: pre, Review: open, Rework: open, Check: open, Closed: {class: closed, resting: false}}
            transitions:
              T1: {from: Draft, to: Review}
              T2: {from: Review, to: Rework}
              T3: {from: Rework, to: Check}
              T4: {from: Check, to: Review}
              T5: {from: Closed, to: Review}`,
      expect: [
        '4:54 error NCR.Check: Check, Review and Rework of NCR lead only to one another, and a record may stay in none of them.',
      ],
    },
    {
      name: 'a loop that can be left, a resting state in it, a dead end, which has a rule of its own, and no steps at all',
      spec: `
        lifecycles:
          LEFT: {initial: A, states: {A: open, B: open, C: closed}, transitions: {T1: {from: A, to: B}, T2: {from: B, to: A}, T3: {from: B, to: C}}}
          RESTING: {initial: A, states: {A: open, B: {class: open, resting: true}}, transitions: {T1: {from: A, to: B}, T2: {from: B, to: A}}}
          REOPENED: {initial: A, states: {A: open, B: closed}, transitions: {T1: {from: A, to: B}, T2: {from: B, to: A}}}
          DEAD: {initial: A, states: {A: open, B: open, C: held}, transitions: {T1: {from: A, to: B}, T2: {from: B, to: A}, T3: {from: B, to: C}}}
          NONE: {states: {A: open, B: open}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const steps of lifecycleSteps(model)) {
      if (steps.transitions.length === 0) continue;
      const ways = waysOf(steps);
      const ends = steps.states.filter(({ localId, attributes: { class: stateClass, resting } }) => {
        // A state that nothing leaves is a dead end: another rule, and the only thing that is wrong there.
        return (
          (ways.get(localId)?.size ?? 0) === 0 || (resting ?? (stateClass === 'closed' || stateClass === 'terminal'))
        );
      });
      const leading = statesLeadingTo(
        ways,
        ends.map(({ localId }) => localId),
      );
      const told = new Set<string>();
      for (const state of steps.states) {
        if (leading.has(state.localId) || told.has(state.localId)) continue;
        const round = statesFrom(ways, state.localId);
        // Only the loop itself is named, not what leads into it.
        if (!round.has(state.localId) || [...round].some((other) => !statesFrom(ways, other).has(state.localId)))
          continue;
        for (const other of round) told.add(other);
        const names = steps.states.map(({ localId }) => localId).filter((name) => round.has(name));
        yield {
          element: state,
          path: [],
          part: 'key' as const,
          message: `${listed(names)} of ${steps.lifecycle.id} lead only to one another, and a record may stay in none of them.`,
          hint: 'Add the transition that leads out; if a record may stay in one of them, say `resting: true`, or the class `closed` or `terminal`.',
          subject: names,
        };
      }
    }
  },
});
