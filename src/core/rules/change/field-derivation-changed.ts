import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another formula of a calculated field of an object, or other inputs of it; that of a mapped field is its transform. */
export const fieldDerivationChanged = defineChangeRule({
  id: 'field-derivation-changed',
  family: 'data',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-MAP', 'OQ-RPT', 'PQ-OUT'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports another formula of a calculated field of an object, or other inputs of it.',
  why: 'Results shift without any interface failing.',
  fix: 'Calculate real records both ways and attach the differences.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['field'], paths: ['derivation', 'uses'] }],
  check: ({ after, path, from, to }) => [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }],
  examples: [
    {
      name: 'another formula',
      before: `objects: {lot: {fields: {good: {type: integer}, yield: {type: decimal, derivation: good / started, uses: [lot.good]}}}}`,
      after: `objects: {lot: {fields: {good: {type: integer}, yield: {type: decimal, derivation: good / planned, uses: [lot.good]}}}}`,
      expect: ['risky H field:lot.yield derivation'],
    },
    {
      name: 'another input',
      before: `objects: {lot: {fields: {good: {}, made: {}, yield: {derivation: share of good pieces, uses: [lot.good]}}}}`,
      after: `objects: {lot: {fields: {good: {}, made: {}, yield: {derivation: share of good pieces, uses: [lot.made]}}}}`,
      expect: ['risky H field:lot.yield uses'],
    },
    {
      name: 'an input renamed as declared',
      before: `objects: {lot: {fields: {good: {}, yield: {derivation: share, uses: [lot.good]}}}}`,
      after: `objects: {lot: {fields: {fit: {formerIds: [good], path: good}, yield: {derivation: share, uses: [lot.fit]}}}}`,
      expect: [],
    },
  ],
});
