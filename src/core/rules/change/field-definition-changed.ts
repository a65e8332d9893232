import { defineChangeRule } from '../change-rule.ts';
import { VALUE_KINDS } from '../judging/value-kinds.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another normative meaning of a field. */
export const fieldDefinitionChanged = defineChangeRule({
  id: 'field-definition-changed',
  family: 'data',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-MAP', 'PQ-E2E', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports another normative meaning of a field.',
  why: 'The bytes are the same and the meaning is not: no check of a message can see it.',
  fix: 'Add a field for the new meaning, or have every consumer confirm it.',
  mirror: { self: true },
  core: true,
  claims: [{ kinds: VALUE_KINDS, paths: ['definition'] }],
  check: ({ after, from, to }) => [{ what: shift(`${named(after)}, definition`, from, to) }],
  examples: [
    {
      name: 'another meaning',
      before: `objects: {lot: {fields: {nr: {type: decimal, definition: Good pieces}}}}`,
      after: `objects: {lot: {fields: {nr: {type: decimal, definition: Good and scrapped pieces}}}}`,
      expect: ['risky H field:lot.nr definition'],
    },
    {
      name: 'only the explanation',
      before: `objects: {lot: {fields: {nr: {type: decimal, description: Good pieces}}}}`,
      after: `objects: {lot: {fields: {nr: {type: decimal, description: Pieces that are good}}}}`,
      expect: [],
    },
  ],
});
