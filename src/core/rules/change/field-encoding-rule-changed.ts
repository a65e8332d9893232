import { defineChangeRule } from '../change-rule.ts';
import { carriesKey } from '../judging/key-parts.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports other steps of entry of a field that is no part of a key: case, blanks, padding, replaced signs. */
export const fieldEncodingRuleChanged = defineChangeRule({
  id: 'field-encoding-rule-changed',
  family: 'data',
  judges: 'attribute',
  class: 'breaking',
  risk: 'M',
  evidence: ['OQ-BND', 'OQ-KEY'],
  approvers: { approve: ['QA', 'IT'], inform: [] },
  purpose: 'Reports other steps of entry of a field that is no part of a key: case, blanks, padding, replaced signs.',
  why: 'The same text is stored otherwise: comparisons and joins between systems stop matching.',
  fix: 'Convert what is stored, and every system that compares the field, in the same change.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['field'], paths: ['normalise'] }],
  check: ({ before, after, from, to }, { base, head }) =>
    carriesKey(before, base) || carriesKey(after, head)
      ? []
      : [{ what: shift(`${named(after)}, normalise`, from, to) }],
  examples: [
    {
      name: 'letters made large',
      before: `objects: {lot: {fields: {remark: {type: string, normalise: [{trim: both}]}}}}`,
      after: `objects: {lot: {fields: {remark: {type: string, normalise: [{trim: both}, {case: upper}]}}}}`,
      expect: ['breaking M field:lot.remark normalise'],
    },
    {
      name: 'a part of a key',
      before: `systems: {MES: {}}
objects: {lot: {keys: {MES: [nr]}, fields: {nr: {type: string}}}}`,
      after: `systems: {MES: {}}
objects: {lot: {keys: {MES: [nr]}, fields: {nr: {type: string, normalise: [{case: upper}]}}}}`,
      expect: [],
    },
  ],
});
