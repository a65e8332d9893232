import { defineChangeRule } from '../change-rule.ts';
import { isRearranged } from '../judging/key-components.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another structure of an identifier: its format, the order of its parts, a code that becomes free text. */
export const identifierFormatChanged = defineChangeRule({
  id: 'identifier-format-changed',
  family: 'data',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-KEY', 'OQ-RPT', 'PQ-E2E'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose:
    'Reports another structure of an identifier: its format, the order of its parts, a code that becomes free text.',
  why: 'Labels, scanners, partners and programs that take it apart know the old structure.',
  fix: 'List who reads the number by its parts, and print and scan both structures before the switch.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['object'], paths: ['keys.*.format', 'keys.*.freeText', 'keys.*.fields'] }],
  check(change, context) {
    const { after, path, from, to } = change;
    if (path[2] === 'fields' && !isRearranged(change, context)) return [];
    return [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }];
  },
  examples: [
    {
      name: 'another format',
      before: `systems: {QMS: {}}
objects: {ncr: {keys: {QMS: {fields: [number], format: NCR-YY-NNNNN}}}}`,
      after: `systems: {QMS: {}}
objects: {ncr: {keys: {QMS: {fields: [number], format: NCR-YYYY-NNNNNN}}}}`,
      expect: ['breaking H object:ncr keys.QMS.format'],
    },
    {
      name: 'the same parts in another order',
      before: `systems: {MES: {}}
objects: {lot: {keys: {MES: [site, nr]}}}`,
      after: `systems: {MES: {}}
objects: {lot: {keys: {MES: [nr, site]}}}`,
      expect: ['breaking H object:lot keys.MES.fields'],
    },
    {
      name: 'one part more, and a longer number',
      before: `systems: {MES: {}}
objects: {lot: {keys: {MES: {fields: [nr], length: 10, format: NNNN}}}}`,
      after: `systems: {MES: {}}
objects: {lot: {keys: {MES: {fields: [nr, site], length: 14, format: NNNN}}}}`,
      expect: [],
    },
  ],
});
