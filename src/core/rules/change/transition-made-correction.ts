import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports a step that now counts as a correction. */
export const transitionMadeCorrection = defineChangeRule({
  id: 'transition-made-correction',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-NEG', 'OQ-AUD', 'RSK'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a step that now counts as a correction.',
  why: 'Checks of who may approve whose work, of ways out and of exceptions pass a correction over.',
  fix: 'Ask for a reason and a second person at every step that corrects.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [{ kinds: ['transition'], paths: ['correction'] }],
  check: (change) => (change.to === true ? [{ what: plainShift(change) }] : []),
  examples: [
    {
      name: 'a correction',
      before: `lifecycles: {L: {initial: A, states: {A: active, B: {class: held}}, transitions: {T: {from: A, to: B}}}}`,
      after: `lifecycles: {L: {initial: A, states: {A: active, B: {class: held}}, transitions: {T: {from: A, to: B, correction: true}}}}`,
      expect: ['risky H transition:L.T correction'],
    },
    {
      name: 'no correction any more',
      before: `lifecycles: {L: {initial: A, states: {A: active, B: {class: held}}, transitions: {T: {from: A, to: B, correction: true}}}}`,
      after: `lifecycles: {L: {initial: A, states: {A: active, B: {class: held}}, transitions: {T: {from: A, to: B}}}}`,
      expect: [],
    },
  ],
});
