import { defineChangeRule } from '../change-rule.ts';
import { named } from '../judging/wording.ts';

/** Reports a code list to which its owner may now add codes at any time. */
export const codeListOpened = defineChangeRule({
  id: 'code-list-opened',
  family: 'codes',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-COD', 'OQ-ERR'],
  approvers: { approve: ['QA', 'IT'], inform: [] },
  purpose: 'Reports a code list to which its owner may now add codes at any time.',
  why: 'Any code may arrive: nobody can show any more that every code is mapped.',
  fix: 'Say in every value map over the list that an unknown code is refused (`unknown: reject`).',
  mirror: { rule: 'code-list-closed' },
  core: false,
  claims: [{ kinds: ['code-list'], paths: ['open'] }],
  check: ({ after, to }) => (to === true ? [{ what: `${named(after)} is open now.` }] : []),
  examples: [
    {
      name: 'opened',
      before: `codes: {CL: {values: {A: First}}}`,
      after: `codes: {CL: {values: {A: First}, open: true}}`,
      expect: ['risky M code-list:CL open'],
    },
    {
      name: 'said as it was anyway',
      before: `codes: {CL: {values: {A: First}}}`,
      after: `codes: {CL: {values: {A: First}, open: false}}`,
      expect: [],
    },
  ],
});
