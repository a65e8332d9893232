import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another meaning or another consequence of a code. */
export const codeMeaningChanged = defineChangeRule({
  id: 'code-meaning-changed',
  family: 'codes',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-COD', 'PQ-E2E', 'DOC'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports another meaning or another consequence of a code.',
  why: 'The same code now leads to something else.',
  fix: 'Introduce a new code for the new meaning.',
  mirror: { self: true },
  core: true,
  claims: [{ kinds: ['code'], paths: ['meaning', 'trait'] }],
  check: ({ after, path, from, to }) => [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }],
  examples: [
    {
      name: 'other consequence',
      before: `codes: {CL: {values: {A: {trait: neutral}}}}`,
      after: `codes: {CL: {values: {A: {trait: usable}}}}`,
      expect: ['risky H code:CL.A trait'],
    },
    {
      name: 'other title',
      before: `codes: {CL: {values: {A: {title: First}}}}`,
      after: `codes: {CL: {values: {A: {title: Primary}}}}`,
      expect: [],
    },
  ],
});
