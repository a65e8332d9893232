import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { RelatedPlace } from '../lint-rule.ts';
import { defineLint } from '../lint-rule.ts';
import { statusOf } from '../linting/declared.ts';
import { mergedSources } from '../linting/lossy-steps.ts';
import { interfaceOf, mappedFields } from '../linting/mapped-value.ts';

/** Value maps that are read in both directions and lead back to another code. */
export const valueMapNotReversible = defineLint({
  id: 'value-map-not-reversible',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'The map is declared to be read backwards, and two of its codes become one.',
  purpose: 'Reports a value map that is used in both directions and is not one-to-one.',
  why: 'A status changes by travelling: what left as one code comes back as another.',
  fix: 'Make the map one-to-one, or use a map of its own for the way back.',
  reads: ['valueMaps.map', 'valueMaps.unknown', 'valueMaps.bothWays', 'interfaces.twoWay', 'interfaces.field.map'],
  examples: [
    {
      name: 'read backwards by declaration, with a default for the rest, and by an interface that runs both ways',
      spec: `
        systems: {QMS: {}, MES: {}}
        valueMaps:
          VM-1: {bothWays: true, map: {REWORK: RW, REPAIR: RW, SCRAP: SC}, unknown: {default: XX}}
          VM-2: {map: {A: "1", B: "1"}}
        interfaces: {IF-1: {from: QMS, to: MES, twoWay: true, fields: {kind: {from: kind, map: VM-2}}}}`,
      expect: [
        '3:40 error VM-1: VM-1 is read backwards, but RW may then be REPAIR or REWORK.',
        '3:87 error VM-1: VM-1 is read backwards, but XX may then be any code that it does not know.',
        '4:27 error VM-2: VM-2 is read backwards, but 1 may then be A or B.',
      ],
    },
    {
      name: 'one-to-one, or read forwards only',
      spec: `
        systems: {QMS: {}, MES: {}}
        valueMaps:
          VM-1: {bothWays: true, map: {REWORK: RW, REPAIR: RP, SCRAP: SC}, unknown: reject}
          VM-2: {map: {A: "1", B: "1"}}
        interfaces: {IF-1: {from: QMS, to: MES, fields: {kind: {from: kind, map: VM-2}}}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const map of model.ofKind('value-map')) {
      const backwards = readBackwards(model, map);
      if (backwards === undefined) continue;
      const { unknown, map: pairs } = map.attributes;
      for (const { target, sources } of mergedSources(pairs)) {
        yield {
          element: map,
          path: ['map', sources[1] ?? ''],
          message: `${map.id} is read backwards, but ${target} may then be ${sources.join(' or ')}.`,
          hint: 'Give each source a target of its own, or declare another map for the way back.',
          subject: [target, ...sources],
          related: [backwards],
        };
      }
      if (typeof unknown !== 'object') continue;
      yield {
        element: map,
        path: ['unknown', 'default'],
        message: `${map.id} is read backwards, but ${unknown.default} may then be any code that it does not know.`,
        hint: 'Refuse what is not in the map: `unknown: reject`, or `quarantine`.',
        subject: ['default', unknown.default],
        related: [backwards],
      };
    }
  },
});

/** Where it is said that the map is read backwards, too. */
function readBackwards(model: SpecModel, map: Element<'value-map'>): RelatedPlace | undefined {
  if (map.attributes.bothWays === true)
    return { message: 'It is read in both directions.', element: map, path: ['bothWays'] };
  const row = mappedFields(model).find(
    (field) =>
      field.attributes.map === map.id &&
      statusOf(model, field) !== 'retired' &&
      interfaceOf(model, field)?.attributes.twoWay === true,
  );
  return row === undefined
    ? undefined
    : { message: `${row.id} uses it in both directions.`, element: row, path: ['map'] };
}
