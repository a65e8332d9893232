import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another medium of the original: electronic, paper or both. */
export const recordMediumChanged = defineChangeRule({
  id: 'record-medium-changed',
  family: 'records',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['DOC', 'RSK', 'OQ-RPT'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports another medium of the original: electronic, paper or both.',
  why: 'The original lives elsewhere now, and rules for true copies apply.',
  fix: 'Say how the copy is verified against the original, and who keeps which.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['object'], paths: ['record.medium'] }],
  check: ({ after, path, from, to }) => [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }],
  examples: [
    {
      name: 'from paper to electronic',
      before: `objects: {lot: {record: {medium: paper}}}`,
      after: `objects: {lot: {record: {medium: electronic}}}`,
      expect: ['risky H object:lot record.medium'],
    },
    {
      name: 'the same, and regulated',
      before: `objects: {lot: {record: {medium: paper}}}`,
      after: `objects: {lot: {record: {medium: paper, regulated: true}}}`,
      expect: [],
    },
  ],
});
