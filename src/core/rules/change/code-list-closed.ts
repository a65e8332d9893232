import { defineChangeRule } from '../change-rule.ts';
import { named } from '../judging/wording.ts';

/** Reports a code list that takes no other codes any more. */
export const codeListClosed = defineChangeRule({
  id: 'code-list-closed',
  family: 'codes',
  judges: 'attribute',
  class: 'breaking',
  risk: 'M',
  evidence: ['OQ-COD', 'MIG'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a code list that takes no other codes any more.',
  why: 'Records and messages under way with a code of their own are refused.',
  fix: 'Collect the codes in use first, and add those that stay.',
  mirror: { rule: 'code-list-opened' },
  core: false,
  claims: [{ kinds: ['code-list'], paths: ['open'] }],
  check: ({ after, from, to }) => (from === true && to !== true ? [{ what: `${named(after)} is closed now.` }] : []),
  examples: [
    {
      name: 'closed',
      before: `codes: {CL: {values: {A: First}, open: true}}`,
      after: `codes: {CL: {values: {A: First}}}`,
      expect: ['breaking M code-list:CL open'],
    },
    {
      name: 'opened',
      before: `codes: {CL: {values: {A: First}}}`,
      after: `codes: {CL: {values: {A: First}, open: true}}`,
      expect: [],
    },
  ],
});
