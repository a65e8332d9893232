import { compareText } from '../../diagnostics/order.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { defineLint } from '../lint-rule.ts';
import { mappedFields } from '../linting/mapped-value.ts';
import { numberAt, textAt } from '../linting/structured-value.ts';

/** Entries of a value map that are one and the same source code. */
export const valueMapDuplicateSource = defineLint({
  id: 'value-map-duplicate-source',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'Two entries answer for one code, and differently.',
  purpose:
    'Reports two entries of a value map whose source codes are the same once they are normalised, with different targets.',
  why: 'Which of the two wins depends on their order in some table.',
  fix: 'Keep one of the entries.',
  reads: ['valueMaps.map', 'objects.field.normalise', 'interfaces.field.map', 'interfaces.field.from'],
  examples: [
    {
      name: 'the source field folds case, and a blank at the end is no difference',
      spec: `
        systems: {QMS: {}, MES: {}}
        objects: {ncr: {fields: {disposition: {type: code, normalise: [{case: upper}]}}}}
        valueMaps:
          VM-1: {map: {Rework: RW, REWORK: RX, Scrap: SC}}
          VM-2: {map: {A: X, "A ": "Y"}}
        interfaces:
          IF-3: {from: QMS, to: MES, fields: {dispo: {from: ncr.disposition, type: code, map: VM-1}}}`,
      expect: [
        '4:16 error VM-1: VM-1 maps “REWORK” to RX and “Rework” to RW, but both are the code “REWORK”.',
        '5:22 error VM-2: VM-2 maps “A” to X and “A ” to Y, but both are the code “A”.',
      ],
    },
    {
      name: 'codes that differ in case, and two spellings of one code with one target',
      spec: `
        valueMaps:
          VM-1: {map: {Rework: RW, REWORK: RX}}
          VM-2: {map: {A: X, "A ": X}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    const normalised = normalisations(model);
    for (const map of model.ofKind('value-map')) {
      const bySource = new Map<string, [source: string, target: string]>();
      for (const [source, target] of Object.entries(map.attributes.map).toSorted(([a], [b]) => compareText(a, b))) {
        const code = (normalised.get(map.id) ?? []).reduce(
          (text, step) => applied(step, text),
          source.normalize('NFC').trim(),
        );
        const first = bySource.get(code);
        if (first === undefined) bySource.set(code, [source, target]);
        if (first === undefined || first[1] === target) continue;
        yield {
          element: map,
          path: ['map', source],
          part: 'key' as const,
          message: `${map.id} maps “${first[0]}” to ${first[1]} and “${source}” to ${target}, but both are the code “${code}”.`,
          hint: 'Keep the one that is meant.',
          subject: [...first, source, target],
          related: [
            { message: `“${first[0]}” is mapped here.`, element: map, path: ['map', first[0]], part: 'key' as const },
          ],
        };
      }
    }
  },
});

type Step = NonNullable<Element<'field'>['attributes']['normalise']>[number];

/** How the values that reach a map were normalised on entry: by the fields from which mapped fields take them. */
function normalisations(model: SpecModel): ReadonlyMap<string, readonly Step[]> {
  const steps = new Map<string, readonly Step[]>();
  for (const { attributes } of mappedFields(model)) {
    const [from] = attributes.from ?? [];
    const normalise = from === undefined ? undefined : model.get('field', from)?.attributes.normalise;
    if (attributes.map !== undefined && normalise !== undefined && !steps.has(attributes.map))
      steps.set(attributes.map, normalise);
  }
  return steps;
}

function applied(step: Step, text: string): string {
  if (step.case !== undefined) return step.case === 'upper' ? text.toUpperCase() : text.toLowerCase();
  if (step.trim !== undefined)
    return step.trim === 'left' ? text.trimStart() : step.trim === 'right' ? text.trimEnd() : text.trim();
  const padding = step.padLeft ?? step.padRight;
  const to = numberAt(padding, 'to');
  const filler = textAt(padding, 'with');
  if (to === undefined || filler === undefined) return text;
  return step.padLeft === undefined ? text.padEnd(to, filler) : text.padStart(to, filler);
}
