import { defineChangeRule } from '../change-rule.ts';
import { commonClaims } from '../judging/common-attributes.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports an element of which it is now said that nothing else uses it. */
export const consumersDenied = defineChangeRule({
  id: 'consumers-denied',
  family: 'trace',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['RSK', 'TRC'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports an element of which it is now said that nothing else uses it.',
  why: 'From then on its removal breaks nobody and counts as compatible; a consumer that is not declared finds out.',
  fix: 'Show by what you know it: an interface log, a list of queries, the people who work with it.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: commonClaims('consumers'),
  check: (change) => (change.to === 'none' ? [{ what: plainShift(change) }] : []),
  examples: [
    {
      name: 'now said',
      before: `objects: {lot: {fields: {nr: {type: string}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string, consumers: none}}}}`,
      expect: ['risky H field:lot.nr consumers'],
    },
    {
      name: 'no longer said',
      before: `objects: {lot: {fields: {nr: {type: string, consumers: none}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string}}}}`,
      expect: [],
    },
  ],
});
