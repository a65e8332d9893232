import { defineChangeRule } from '../change-rule.ts';

/** Reports every difference that no other rule judges. */
export const unclassifiedChange = defineChangeRule({
  id: 'unclassified-change',
  family: 'model',
  judges: 'remainder',
  class: 'risky',
  risk: 'H',
  evidence: ['RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports every difference that no other rule judges.',
  why: 'No rule of this version judges this difference, so it counts as high risk until people have.',
  fix: 'Judge it in the change record; a later version may have a rule for it.',
  mirror: { self: true },
  core: true,
  examples: [
    {
      name: "a key of one's own",
      before: `systems: {MES: {x-vendor: A}}`,
      after: `systems: {MES: {x-vendor: B}}`,
      expect: ['risky H system:MES extensions.x-vendor'],
    },
    {
      name: "several keys of one's own, all at once",
      before: `systems: {MES: {}}`,
      after: `systems: {MES: {x-rack: 3, x-vendor: A}}`,
      expect: ['risky H system:MES extensions'],
    },
    {
      name: 'the id of a code, which is what travels',
      before: `codes: {DEFECT: {values: {D1: Crack}}}`,
      after: `codes: {DEFECT: {values: {D2: {formerIds: [D1], title: Crack}}}}`,
      expect: ['risky H code:DEFECT.D2'],
    },
    {
      name: 'judged by a rule',
      before: `systems: {MES: {title: A}}`,
      after: `systems: {MES: {title: B}}`,
      expect: [],
    },
  ],
});
