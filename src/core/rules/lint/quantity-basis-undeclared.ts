import type { SpecModel } from '../../model/spec-model.ts';
import { defineLint } from '../lint-rule.ts';
import type { LintReport } from '../lint-rule.ts';
import { doesNotApply } from '../linting/declared.ts';
import { mappedSubjects, sourceFields, targetField } from '../linting/mapped-value.ts';
import type { MappedField } from '../linting/mapped-value.ts';

/** Amounts of which one end says what they refer to and the other does not. */
export const quantityBasisUndeclared = defineLint({
  id: 'quantity-basis-undeclared',
  source: 'lint',
  judges: 'model',
  looksAt: 'neighbours',
  severity: 'warning',
  stance: 'expectation',
  stanceReason:
    'What an amount refers to is a declaration that a sketch may leave out; two that differ contradict each other.',
  purpose:
    'Reports a mapped quantity that has a basis (as is, dry, gross, per piece) at one end and none, or another one, at the other.',
  why: 'The unit is right and the amount is wrong: 5 mg as is are not 5 mg dry.',
  fix: 'Declare `basis` at both ends; where they differ, say how one becomes the other (`conversion`, or `derivation`).',
  reads: [
    'objects.field.basis',
    'interfaces.field.basis',
    'interfaces.field.from',
    'interfaces.field.to',
    'interfaces.field.conversion',
  ],
  examples: [
    {
      name: 'a basis at one end only, and two that differ',
      spec: `
        systems: {LIMS: {}, QMS: {}}
        objects: {result: {fields: {assay: {type: decimal, unit: mg, basis: dry}, mass: {type: decimal, unit: kg}}}}
        interfaces:
          IF-5:
            from: LIMS
            to: QMS
            fields:
              assay: {from: result.assay, type: decimal, unit: mg}
              mass: {from: result.mass, type: decimal, unit: kg, basis: gross}
              other: {from: result.assay, type: decimal, unit: mg, basis: as is}`,
      expect: [
        '8:7 warning IF-5.assay: result.assay is on the basis “dry”, and IF-5.assay does not say on which it arrives.',
        '9:65 warning IF-5.mass: result.mass has no declared basis, and IF-5.mass arrives on the basis “gross”.',
        '10:67 warning IF-5.other: result.assay is on the basis “dry”, and IF-5.other arrives on the basis “as is”.',
      ],
    },
    {
      name: 'the same basis, none at either end, a conversion or formula between them, a plain name of the sender, and no basis at all',
      spec: `
        systems: {LIMS: {}, QMS: {}}
        objects: {result: {fields: {assay: {type: decimal, unit: mg, basis: dry}, mass: {type: decimal, unit: kg}}}}
        conversions: {UC: {from: mg, to: mg, factor: 0.98}}
        interfaces:
          IF-5:
            from: LIMS
            to: QMS
            fields:
              assay: {from: result.assay, type: decimal, unit: mg, basis: Dry}
              mass: {from: result.mass, type: decimal, unit: kg}
              other: {from: result.assay, type: decimal, unit: mg, basis: as is, conversion: UC}
              worked: {from: result.assay, type: decimal, unit: mg, basis: as is, derivation: assay less water}
              plain: {from: mass, type: decimal, unit: kg, basis: gross}
              number: {from: result.assay, type: decimal, unit: mg, basis: {notApplicable: printed as text}}`,
      expect: [],
    },
  ],
  *check({ model, subjects }) {
    for (const field of mappedSubjects(subjects)) yield* basisOf(model, field);
  },
});

function* basisOf(model: SpecModel, field: MappedField): Generator<LintReport> {
  const { derivation, conversion } = field.attributes;
  if (derivation !== undefined || conversion !== undefined || doesNotApply(field, 'basis')) return;
  const arriving = field.attributes.basis ?? targetField(model, field)?.attributes.basis;
  for (const source of sourceFields(model, field)) {
    const sent = source.attributes.basis;
    if (doesNotApply(source, 'basis') || sent?.toLowerCase() === arriving?.toLowerCase()) continue;
    const both = sent !== undefined && arriving !== undefined;
    yield {
      element: field,
      path: field.attributes.basis === undefined ? [] : ['basis'],
      ...(field.attributes.basis === undefined ? { part: 'key' as const } : {}),
      message: `${source.id} ${sent === undefined ? 'has no declared basis' : `is on the basis “${sent}”`}, and ${field.id} ${arriving === undefined ? 'does not say on which it arrives' : `arrives on the basis “${arriving}”`}.`,
      hint: both
        ? 'Say how one becomes the other: `conversion` or `derivation`; or correct a basis.'
        : 'Declare `basis` at both ends.',
      subject: [source.id, sent ?? null, arriving ?? null],
      related: [{ message: 'What is sent.', element: source, path: ['basis'] }],
      ...(both ? { stance: 'contradiction' as const } : {}),
    };
  }
}
