import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a default value that came, went or differs. */
export const fieldDefaultChanged = defineChangeRule({
  id: 'field-default-changed',
  family: 'data',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-BND', 'OQ-MAP'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a default value that came, went or differs.',
  why: 'It silently alters every record that omits the value; no message fails.',
  fix: 'Make the producers send the value, and drop the default.',
  mirror: { self: true },
  core: true,
  claims: [{ kinds: ['field'], paths: ['default'] }],
  check: ({ after, from, to }) => [{ what: shift(`${named(after)}, default`, from, to) }],
  examples: [
    {
      name: 'other default',
      before: `objects: {lot: {fields: {nr: {type: code, default: NMR}}}}`,
      after: `objects: {lot: {fields: {nr: {type: code, default: HLV}}}}`,
      expect: ['risky H field:lot.nr default'],
    },
    {
      name: 'same default in quotes',
      before: `objects: {lot: {fields: {nr: {type: code, default: NMR}}}}`,
      after: `objects: {lot: {fields: {nr: {type: code, default: "NMR"}}}}`,
      expect: [],
    },
  ],
});
