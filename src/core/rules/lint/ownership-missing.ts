import { defineLint } from '../lint-rule.ts';
import { isCriticalObject } from '../linting/critical-value.ts';
import { doesNotApply } from '../linting/declared.ts';
import { declaredOwners } from '../linting/ownership-phases.ts';
import { listed } from '../judging/wording.ts';

/** Critical data of which nobody says where the right value is. */
export const ownershipMissing = defineLint({
  id: 'ownership-missing',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason: 'A sketch need not say who owns what.',
  purpose: 'Reports a critical object, or an object with critical fields, that has no system of record.',
  why: 'When two systems differ, nobody can say which value is right.',
  fix: 'Name the owner: `systemOfRecord` of the object, or of each of its critical fields.',
  reads: [
    'objects.systemOfRecord',
    'objects.field.systemOfRecord',
    'objects.critical',
    'objects.field.critical',
    'objects.material',
    'objects.record.regulated',
  ],
  examples: [
    {
      name: 'a material, a critical object, a regulated record, and a critical field of an object that nobody owns',
      spec: `
        systems: {MES: {}}
        objects:
          lot: {material: true}
          order: {critical: true}
          ncr: {record: {regulated: true}}
          part: {fields: {number: {type: string, critical: true}, mass: {type: decimal, unit: kg, critical: true, systemOfRecord: MES}}}`,
      expect: [
        '3:3 error lot: Nothing says which system owns lot.',
        '4:3 error order: Nothing says which system owns order.',
        '5:3 error ncr: Nothing says which system owns ncr.',
        '6:3 error part: Nothing says which system owns part, with the critical number.',
      ],
    },
    {
      name: 'the object or each critical field has an owner, it does not apply, or nothing depends on it',
      spec: `
        systems: {MES: {}}
        lifecycles: {LOT: {object: lot, system: MES, initial: A, states: {A: active}}}
        objects:
          lot: {material: true, systemOfRecord: {MES: {LOT: A}}}
          part: {fields: {number: {type: string, critical: true, systemOfRecord: MES}, note: {type: string}}}
          label: {critical: true, systemOfRecord: {notApplicable: printed on paper only}}
          remark: {fields: {text: {type: text}}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const object of model.ofKind('object')) {
      if (declaredOwners(object).length > 0 || doesNotApply(object, 'systemOfRecord')) continue;
      if (!isCriticalObject(model, object)) continue;
      const critical = model.partsOf(object, 'field').filter(({ attributes }) => attributes.critical === true);
      const orphans = critical.filter(
        (field) => declaredOwners(field).length === 0 && !doesNotApply(field, 'systemOfRecord'),
      );
      // Each critical field answers for itself; the object as a whole need not.
      if (critical.length > 0 && orphans.length === 0) continue;
      const what = orphans.length === 0 ? '' : `, with the critical ${listed(orphans.map(({ localId }) => localId))}`;
      yield {
        element: object,
        path: [],
        part: 'key' as const,
        message: `Nothing says which system owns ${object.id}${what}.`,
        hint: 'Add `systemOfRecord`: the system whose value is right, or system and condition where ownership is handed over.',
        subject: ['owner', ...orphans.map(({ localId }) => localId)],
      };
    }
  },
});
