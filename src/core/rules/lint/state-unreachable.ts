import { reachableStates } from '../../graph/queries/reachable-states.ts';
import { defineLint } from '../lint-rule.ts';
import { lifecycleSteps } from '../linting/lifecycle-steps.ts';
import { listed } from '../judging/wording.ts';

/** States that no record can ever be in. */
export const stateUnreachable = defineLint({
  id: 'state-unreachable',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'The state is declared, and so is where records begin and how they move.',
  purpose:
    'Reports a state to which no transition leads from where records begin, even if every condition could be met.',
  why: 'It is either dead text, or the transition that was meant is missing.',
  fix: 'Add the transition that leads there, or take the state out.',
  reads: [
    'lifecycles.states',
    'lifecycles.initial',
    'lifecycles.transitions',
    'lifecycles.transition.from',
    'lifecycles.transition.to',
    'lifecycles.transition.creates',
  ],
  examples: [
    {
      name: 'no way in, or only a way back',
      spec: `
        lifecycles:
          LOT:
            initial: Created
            states: {Created: pre, Held: held, Lost: active, Back: active}
            transitions:
              T01: {from: Created, to: Held}
              T02: {from: Held, to: {last: [Created, Back]}}
              T03: {from: Lost, to: Lost}`,
      expect: [
        '4:40 error LOT.Lost: No way leads to LOT.Lost: records begin in Created.',
        '4:54 error LOT.Back: No way leads to LOT.Back: records begin in Created.',
      ],
    },
    {
      name: 'reached by a step from absent, from any state, or by a record that another step creates; no start or no step is declared',
      spec: `
        objects: {lot: {}}
        lifecycles:
          INV:
            object: lot
            states: {QI: quarantine, Blocked: held, Scrapped: terminal, Split: quarantine}
            transitions:
              T00: {from: absent, to: QI}
              T01: {from: QI, to: Blocked}
              T02: {from: any, to: Scrapped}
              T03: {from: Blocked, to: same, creates: {lot: {INV: Split}}}
          NO-START: {states: {A: open, B: closed}, transitions: {T: {from: A, to: B}}}
          NO-STEPS: {initial: A, states: {A: open, B: closed}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const steps of lifecycleSteps(model)) {
      // Without a start, or without any step, nothing is said about how records move.
      if (steps.starts.length === 0 || steps.transitions.length === 0) continue;
      const reached = reachableStates(model, steps.lifecycle);
      const starts = [...new Set(steps.starts.map(({ state }) => state))];
      const [first] = steps.starts;
      for (const state of steps.states) {
        if (reached.has(state.localId)) continue;
        yield {
          element: state,
          path: [],
          part: 'key' as const,
          message: `No way leads to ${state.id}: records begin in ${listed(starts)}.`,
          hint: 'Add the transition that leads there, or take the state out.',
          subject: ['unreachable', state.attributes.class ?? null],
          ...(first === undefined
            ? {}
            : { related: [{ message: `Records begin in ${first.state}.`, element: first.element, path: first.path }] }),
        };
      }
    }
  },
});
