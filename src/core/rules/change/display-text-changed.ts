import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another title, description or printed note. */
export const displayTextChanged = defineChangeRule({
  id: 'display-text-changed',
  family: 'model',
  judges: 'attribute',
  class: 'editorial',
  risk: undefined,
  evidence: [],
  approvers: { approve: [], inform: [] },
  purpose: 'Reports another title, description or printed note.',
  why: 'It informs people only; no rule, mapping or test reads it.',
  fix: 'Nothing to do, unless people work by that text.',
  mirror: { self: true },
  core: true,
  claims: [
    { paths: ['title', 'description'] },
    { kinds: ['interface'], paths: ['whenDown.note'] },
    { kinds: ['project'], paths: ['package.title', 'clauses.*.note'] },
  ],
  check: ({ after, path, from, to }) => [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }],
  examples: [
    {
      name: 'another title',
      before: `systems: {MES: {title: Execution}}`,
      after: `systems: {MES: {title: Manufacturing execution}}`,
      expect: ['editorial system:MES title'],
    },
    {
      name: 'wrapped otherwise',
      before: `systems: {MES: {title: Manufacturing execution}}`,
      after: `systems: {MES: {title: "Manufacturing
  execution"}}`,
      expect: [],
    },
    {
      name: 'normative meaning of a code',
      before: `codes: {CL: {values: {A: {meaning: First}}}}`,
      after: `codes: {CL: {values: {A: {meaning: Second}}}}`,
      expect: [],
    },
  ],
});
