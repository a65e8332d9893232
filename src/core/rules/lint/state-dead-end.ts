import { defineLint } from '../lint-rule.ts';
import { lifecycleSteps, statesWithExit } from '../linting/lifecycle-steps.ts';

/** States in which a record is stuck. */
export const stateDeadEnd = defineLint({
  id: 'state-dead-end',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason:
    'Whether a record may stay in a state is said by its class or by `resting`, which a sketch may leave out.',
  purpose:
    'Reports a state that nothing leaves and in which a record may not stay: neither closed, terminal nor resting.',
  why: 'Records get stuck there, and people find a way around the system.',
  fix: 'Add the transition that leaves it, give it the class `closed` or `terminal`, or say `resting: true`.',
  reads: [
    'lifecycles.state.class',
    'lifecycles.state.resting',
    'lifecycles.transition.from',
    'lifecycles.transition.to',
  ],
  examples: [
    {
      name: 'held for ever, only a step that stays, and a state without class',
      spec: `
        lifecycles:
          LOT:
            initial: Created
            states: {Created: pre, Held: held, Working: active, Done: {}}
            transitions:
              T01: {from: Created, to: Held}
              T02: {from: Created, to: Working}
              T03: {from: Working, to: same}
              T04: {from: Created, to: Done}`,
      expect: [
        '4:28 error LOT.Held: Nothing leaves LOT.Held (class held), and a record may not stay there.',
        '4:40 error LOT.Working: Nothing leaves LOT.Working (class active), and a record may not stay there.',
        '4:57 error LOT.Done: Nothing leaves LOT.Done (no class declared), and a record may not stay there.',
      ],
    },
    {
      name: 'closed, terminal, resting, left by a step from any state or back to where it came from',
      spec: `
        lifecycles:
          INV:
            initial: QI
            states: {QI: quarantine, Held: held, Shipped: {class: released, resting: true}, Closed: closed, Scrapped: terminal}
            transitions:
              T01: {from: QI, to: Held}
              T02: {from: Held, to: {last: [QI]}}
              T03: {from: QI, to: Shipped}
              T04: {from: QI, to: Closed}
              T05: {from: QI, to: Scrapped}
          ANY: {initial: A, states: {A: active, B: terminal}, transitions: {T: {from: any, to: B}}}
          NO-STEPS: {states: {A: open, B: held}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const steps of lifecycleSteps(model)) {
      if (steps.transitions.length === 0) continue;
      const left = statesWithExit(steps);
      for (const state of steps.states) {
        const { class: stateClass, resting } = state.attributes;
        if (left.has(state.localId) || (resting ?? (stateClass === 'closed' || stateClass === 'terminal'))) continue;
        yield {
          element: state,
          path: [],
          part: 'key' as const,
          message: `Nothing leaves ${state.id} (${stateClass === undefined ? 'no class declared' : `class ${stateClass}`}), and a record may not stay there.`,
          hint: 'Add the transition that leaves it; if a record may stay there, say `resting: true`, or the class `closed` or `terminal`.',
          subject: [stateClass ?? null],
        };
      }
    }
  },
});
