import { defineChangeRule } from '../change-rule.ts';
import { addedElement } from '../judging/whole-element.ts';
import { named } from '../judging/wording.ts';

/** Reports a new code, or a deprecated one that is written again. */
export const codeAdded = defineChangeRule({
  id: 'code-added',
  family: 'codes',
  judges: 'element',
  class: 'compatible',
  risk: 'M',
  evidence: ['OQ-COD'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a new code, or a deprecated one that is written again.',
  why: 'It is harmless only where every map over the list covers it; elsewhere it is unmapped at run time.',
  fix: 'Extend every value map over the list in the same change.',
  mirror: { rule: 'code-removed' },
  core: true,
  claims: [{ kinds: ['code'], action: 'added' }],
  check: (element) => [addedElement(element)],
  alike: {
    claims: [{ kinds: ['code'], paths: ['use'] }],
    check: ({ after, to }) => (to === 'deprecated' ? [] : [{ what: `${named(after)} is not deprecated any more.` }]),
  },
  examples: [
    {
      name: 'new code',
      before: `codes: {CL: {values: {A: First}}}`,
      after: `codes: {CL: {values: {A: First, B: Second}}}`,
      expect: ['compatible M code:CL.B'],
    },
    {
      name: 'a deprecated code is written again',
      before: `codes: {CL: {values: {A: First, B: {title: Second, use: deprecated}}}}`,
      after: `codes: {CL: {values: {A: First, B: {title: Second}}}}`,
      expect: ['compatible M code:CL.B use'],
    },
    {
      name: 'a code loses its title',
      before: `codes: {CL: {values: {A: First}}}`,
      after: `codes: {CL: {values: {A: {}}}}`,
      expect: [],
    },
  ],
});
