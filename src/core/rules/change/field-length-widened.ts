import { defineChangeRule } from '../change-rule.ts';
import { VALUE_KINDS } from '../judging/value-kinds.ts';
import { growth } from '../judging/values.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a greatest length that is higher. */
export const fieldLengthWidened = defineChangeRule({
  id: 'field-length-widened',
  family: 'data',
  judges: 'attribute',
  class: 'compatible',
  risk: 'L',
  evidence: ['OQ-BND', 'REG-DEP'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports a greatest length that is higher.',
  why: 'The field itself takes more; a receiver with less room may now cut the value.',
  fix: 'Widen the targets that it feeds in the same change.',
  mirror: { rule: 'field-length-narrowed' },
  core: true,
  claims: [{ kinds: VALUE_KINDS, paths: ['length', 'source.length'] }],
  check({ after, path, from, to }) {
    const more = growth(from, to);
    return more !== undefined && more > 0 ? [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }] : [];
  },
  examples: [
    {
      name: 'longer',
      before: `objects: {lot: {fields: {nr: {type: string, length: 20}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string, length: 24}}}}`,
      expect: ['compatible L field:lot.nr length'],
    },
    {
      name: 'longer at the sender of a mapped field',
      before: `systems: {ERP: {}, MES: {}}
interfaces: {IF-4: {from: ERP, to: MES, fields: {supplier: {from: supplier, source: {length: 35}, type: string, length: 35}}}}`,
      after: `systems: {ERP: {}, MES: {}}
interfaces: {IF-4: {from: ERP, to: MES, fields: {supplier: {from: supplier, source: {length: 50}, type: string, length: 35}}}}`,
      expect: ['compatible L mapping:IF-4.supplier source.length'],
    },
    {
      name: 'shorter',
      before: `objects: {lot: {fields: {nr: {type: string, length: 20}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string, length: 12}}}}`,
      expect: [],
    },
  ],
});
