import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { defineLint } from '../lint-rule.ts';
import { doesNotApply } from '../linting/declared.ts';
import { declaredOwners } from '../linting/ownership-phases.ts';
import { listed } from '../judging/wording.ts';

/** Owned data for which no person answers. */
export const stewardMissing = defineLint({
  id: 'steward-missing',
  source: 'lint',
  judges: 'model',
  severity: 'warning',
  stance: 'expectation',
  stanceReason: 'A sketch need not say who answers for what.',
  purpose: 'Reports an object whose owning system is declared, but for which no role or department answers.',
  why: 'A system decides nothing: a change of the data has nobody who could approve it.',
  fix: 'Add `owner` or `owners` to the object, or `owners` to the system that owns it.',
  reads: ['objects.systemOfRecord', 'objects.owners', 'systems.owners', 'owner'],
  examples: [
    {
      name: 'neither the object nor its system has somebody who answers',
      spec: `
        systems: {MES: {}}
        objects: {lot: {systemOfRecord: MES}}`,
      expect: ['2:33 warning lot: MES owns lot, but no role or department answers for it.'],
    },
    {
      name: 'the object or its system has an owner, it does not apply, or the owning system is not declared',
      spec: `
        departments: {QA: {function: quality}}
        systems: {MES: {}, QMS: {owners: {quality: QA}}, ERP: {owner: QA}}
        objects:
          lot: {systemOfRecord: MES, owner: QA}
          serial: {systemOfRecord: MES, owners: {operations: QA}}
          ncr: {systemOfRecord: QMS}
          order: {systemOfRecord: ERP}
          label: {systemOfRecord: MES, owners: {notApplicable: given by the supplier}}
          note: {title: Note}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const object of model.ofKind('object')) {
      const systems = declaredOwners(object).map(({ system }) => system);
      if (systems.length === 0 || hasSteward(object)) continue;
      if (systems.some((id) => answersFor(model, id))) continue;
      yield {
        element: object,
        path: ['systemOfRecord'],
        message: `${listed(systems)} owns ${object.id}, but no role or department answers for it.`,
        hint: 'Add `owner: DEPARTMENT`, or `owners` with operations, quality and it.',
        subject: systems,
      };
    }
  },
});

function hasSteward(element: Element<'object'> | Element<'system'>): boolean {
  const { owner, owners } = element.attributes;
  if (owner !== undefined || doesNotApply(element, 'owner') || doesNotApply(element, 'owners')) return true;
  return owners !== undefined && Object.values(owners).some((value) => typeof value === 'string');
}

function answersFor(model: SpecModel, system: string): boolean {
  const element = model.get('system', system);
  return element !== undefined && hasSteward(element);
}
