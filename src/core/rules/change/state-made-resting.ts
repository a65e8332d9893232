import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports a state in which a record may now stay for good. */
export const stateMadeResting = defineChangeRule({
  id: 'state-made-resting',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['RSK', 'PQ-E2E'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a state in which a record may now stay for good.',
  why: 'Whoever looks for records that are stuck passes it over: a hold without an end is no finding any more.',
  fix: 'Say who decides that a record stays there, and that this is wanted.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [{ kinds: ['state'], paths: ['resting'] }],
  check: (change) => (change.to === true ? [{ what: plainShift(change) }] : []),
  examples: [
    {
      name: 'may stay',
      before: `lifecycles: {L: {initial: A, states: {A: active, B: {class: held}}, transitions: {T: {from: A, to: B}}}}`,
      after: `lifecycles: {L: {initial: A, states: {A: active, B: {class: held, resting: true}}, transitions: {T: {from: A, to: B}}}}`,
      expect: ['risky H state:L.B resting'],
    },
    {
      name: 'must not stay any more',
      before: `lifecycles: {L: {initial: A, states: {A: active, B: {class: held, resting: true}}, transitions: {T: {from: A, to: B}}}}`,
      after: `lifecycles: {L: {initial: A, states: {A: active, B: {class: held}}, transitions: {T: {from: A, to: B}}}}`,
      expect: [],
    },
  ],
});
