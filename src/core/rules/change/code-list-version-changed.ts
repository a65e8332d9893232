import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports another version of a code list. */
export const codeListVersionChanged = defineChangeRule({
  id: 'code-list-version-changed',
  family: 'codes',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-COD', 'IQ-CFG'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports another version of a code list.',
  why: 'Codes of both versions travel at the same time, and who follows the list from outside may read another meaning.',
  fix: 'Compare both versions code by code, and say from when each system uses the new one.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['code-list'], paths: ['version'] }],
  check: (change) => [{ what: plainShift(change) }],
  examples: [
    {
      name: 'another version',
      before: `codes: {DEFECT: {version: "3", values: {D1: Crack}}}`,
      after: `codes: {DEFECT: {version: "4", values: {D1: Crack}}}`,
      expect: ['risky M code-list:DEFECT version'],
    },
    {
      name: 'another title',
      before: `codes: {DEFECT: {version: "3", values: {D1: Crack}}}`,
      after: `codes: {DEFECT: {version: "3", title: Defects, values: {D1: Crack}}}`,
      expect: [],
    },
  ],
});
