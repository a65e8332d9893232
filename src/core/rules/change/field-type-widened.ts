import { defineChangeRule } from '../change-rule.ts';
import { isTypeWidening } from '../judging/type-widening.ts';
import { VALUE_KINDS } from '../judging/value-kinds.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a type that takes every value of the old one, and more. */
export const fieldTypeWidened = defineChangeRule({
  id: 'field-type-widened',
  family: 'data',
  judges: 'attribute',
  class: 'compatible',
  risk: 'M',
  evidence: ['OQ-MAP', 'OQ-BND'],
  approvers: { approve: ['QA', 'IT'], inform: [] },
  purpose: 'Reports a type that takes every value of the old one, and more.',
  why: 'It is stored without loss; a receiver may still cut what is new: decimals, a time of day, longer text.',
  fix: 'Widen the targets that it feeds in the same change.',
  mirror: { rule: 'field-type-changed' },
  core: false,
  claims: [
    { kinds: VALUE_KINDS, paths: ['type', 'source.type'] },
    { kinds: ['field'], paths: ['zone'] },
  ],
  check({ after, path, from, to }) {
    if (typeof from !== 'string' || typeof to !== 'string') return [];
    const gainsZone = path[0] === 'zone' && from === 'none';
    return gainsZone || (path[0] !== 'zone' && isTypeWidening(from, to))
      ? [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }]
      : [];
  },
  examples: [
    {
      name: 'a number gains decimals',
      before: `objects: {lot: {fields: {nr: {type: integer}}}}`,
      after: `objects: {lot: {fields: {nr: {type: decimal}}}}`,
      expect: ['compatible M field:lot.nr type'],
    },
    {
      name: 'a day gains a time, at the sender of a mapped field',
      before: `systems: {ERP: {}, MES: {}}
interfaces: {IF-4: {from: ERP, to: MES, fields: {made: {from: made_on, source: {type: date}, type: timestamp}}}}`,
      after: `systems: {ERP: {}, MES: {}}
interfaces: {IF-4: {from: ERP, to: MES, fields: {made: {from: made_on, source: {type: timestamp}, type: timestamp}}}}`,
      expect: ['compatible M mapping:IF-4.made source.type'],
    },
    {
      name: 'a time gains its zone',
      before: `objects: {lot: {fields: {made: {type: timestamp, zone: none}}}}`,
      after: `objects: {lot: {fields: {made: {type: timestamp, zone: UTC}}}}`,
      expect: ['compatible M field:lot.made zone'],
    },
    {
      name: 'text to number, and a type where none was declared',
      before: `objects: {lot: {fields: {nr: {type: string}, kind: {}}}}`,
      after: `objects: {lot: {fields: {nr: {type: decimal}, kind: {type: text}}}}`,
      expect: [],
    },
  ],
});
