import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a document whose revision comes into force earlier, or on a day that is no longer said. */
export const effectiveDateAdvanced = defineChangeRule({
  id: 'effective-date-advanced',
  family: 'model',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['DOC'],
  approvers: { approve: ['OPS', 'QA'], inform: [] },
  purpose: 'Reports a document whose revision comes into force earlier, or on a day that is no longer said.',
  why: 'There is less time for training and evidence.',
  fix: 'Show that everybody concerned is trained by that day.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [{ kinds: ['document'], paths: ['effective'] }],
  check({ after, path, from, to }) {
    if (typeof from !== 'string' || (typeof to === 'string' && to > from)) return [];
    return [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }];
  },
  examples: [
    {
      name: 'a month earlier',
      before: `documents: {SOP-1: {effective: 2026-06-01}}`,
      after: `documents: {SOP-1: {effective: 2026-05-01}}`,
      expect: ['risky M document:SOP-1 effective'],
    },
    {
      name: 'the day is no longer said',
      before: `documents: {SOP-1: {kind: procedure, effective: 2026-06-01}}`,
      after: `documents: {SOP-1: {kind: procedure}}`,
      expect: ['risky M document:SOP-1 effective'],
    },
    {
      name: 'later',
      before: `documents: {SOP-1: {effective: 2026-06-01}}`,
      after: `documents: {SOP-1: {effective: 2026-07-01}}`,
      expect: [],
    },
  ],
});
