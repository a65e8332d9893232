import { defineLint } from '../lint-rule.ts';
import { declaredOwners, ownershipCases } from '../linting/ownership-phases.ts';
import { listed } from '../judging/wording.ts';

/** States in which the hand-over of ownership leaves nobody in charge. */
export const ownershipPhaseGap = defineLint({
  id: 'ownership-phase-gap',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'Ownership is declared by phase, and a declared state is in none of the phases.',
  purpose: 'Reports states in which no system owns an object or field whose ownership is handed over.',
  why: 'Nobody may correct the data there, so somebody does it without being allowed to.',
  fix: 'Let the conditions of `systemOfRecord` cover every state.',
  reads: ['objects.systemOfRecord', 'objects.field.systemOfRecord', 'lifecycles.states', 'lifecycles.state.class'],
  examples: [
    {
      name: 'a state between two owners, and a combination of two lifecycles that nobody thought of',
      spec: `
        systems: {MES: {}, ERP: {}}
        lifecycles:
          LOT: {object: lot, system: MES, initial: A, states: {A: active, B: held, C: closed}}
          INV: {object: lot, system: ERP, initial: Q, states: {Q: quarantine, R: released}}
        objects:
          lot:
            systemOfRecord: {MES: {LOT: A}, ERP: {LOT: C}}
            fields: {quantity: {type: decimal, unit: EA, systemOfRecord: {MES: {LOT: {not: C}}, ERP: {INV: R}}}}`,
      expect: [
        '7:21 error lot: No system owns lot in LOT B.',
        '8:66 error lot.quantity: No system owns lot.quantity in INV Q, LOT C.',
      ],
    },
    {
      name: 'every state has an owner, ownership is not handed over, or only people know when it is',
      spec: `
        systems: {MES: {}, ERP: {}}
        lifecycles: {LOT: {object: lot, system: MES, initial: A, states: {A: active, B: held, C: closed}}}
        objects:
          lot: {systemOfRecord: {MES: {LOT: {not: C}}, ERP: {LOT: C}}, fields: {id: {type: string, systemOfRecord: MES}}}
          serial: {systemOfRecord: {MES: {LOT: A}, ERP: {fact: shipped}}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const element of [...model.ofKind('object'), ...model.ofKind('field')]) {
      const owners = declaredOwners(element);
      const gaps = ownershipCases(model, owners)
        .filter(({ owning, decided }) => decided && owning.length === 0)
        .map(({ words }) => words);
      if (gaps.length === 0) continue;
      yield {
        element,
        path: ['systemOfRecord'],
        message: `No system owns ${element.id} in ${listed(gaps)}.`,
        hint: 'Widen the condition of the system that owns it there.',
        subject: gaps,
      };
    }
  },
});
