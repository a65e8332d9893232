import { defineChangeRule } from '../change-rule.ts';
import { VALUE_KINDS } from '../judging/value-kinds.ts';
import { growth } from '../judging/values.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a greatest length that is lower. */
export const fieldLengthNarrowed = defineChangeRule({
  id: 'field-length-narrowed',
  family: 'data',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-BND', 'OQ-KEY', 'PQ-REC', 'MIG'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a greatest length that is lower.',
  why: 'Live and historical values are cut or rejected; a cut lot number is a false identity.',
  fix: 'Keep the length, or prove on live data that no value is longer, and say what happens to those that are.',
  mirror: { rule: 'field-length-widened' },
  core: true,
  claims: [{ kinds: VALUE_KINDS, paths: ['length', 'source.length'] }],
  check({ after, path, from, to }) {
    const more = growth(from, to);
    return more !== undefined && more < 0 ? [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }] : [];
  },
  examples: [
    {
      name: 'shorter',
      before: `objects: {lot: {fields: {nr: {type: string, length: 20}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string, length: 12}}}}`,
      expect: ['breaking H field:lot.nr length'],
    },
    {
      name: 'longer',
      before: `objects: {lot: {fields: {nr: {type: string, length: 20}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string, length: 24}}}}`,
      expect: [],
    },
  ],
});
