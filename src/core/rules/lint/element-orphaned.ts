import type { ElementKind } from '../../language/collections.ts';
import { definitionOf } from '../../diff/kind-shapes.ts';
import type { SpecGraph } from '../../graph/spec-graph.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { defineLint } from '../lint-rule.ts';
import { doesNotApply, statusOf } from '../linting/declared.ts';

/** What exists for others to use, and nobody uses. */
export const elementOrphaned = defineLint({
  id: 'element-orphaned',
  source: 'lint',
  judges: 'model',
  severity: 'info',
  stance: 'expectation',
  stanceReason: 'In a sketch the user of something may still be missing.',
  purpose:
    'Reports a code list, set, value map, conversion, crosswalk, unit, object or reconciliation that nothing names.',
  why: 'It is dead specification, or a link is missing, and then an impact is not seen.',
  fix: 'Name it where it is used, take it out, or say `consumers: none`.',
  reads: ['consumers'],
  examples: [
    {
      name: 'a value map, a conversion, an object and a unit that nothing names',
      spec: `
        objects: {lot: {fields: {size: {type: decimal, unit: EA}}}}
        units: {BOX: {dimension: count, equals: 12 EA}}
        valueMaps: {VM: {map: {A: B}}}
        conversions: {UC: {from: lb, to: kg, factor: 0.45359237}}`,
      expect: [
        '1:11 info lot: Nothing names the data object lot.',
        '2:9 info BOX: Nothing names the unit BOX.',
        '3:13 info VM: Nothing names the value map VM.',
        '4:15 info UC: Nothing names the unit conversion UC.',
      ],
    },
    {
      name: 'named by others, by a part of them, or as a unit; used by nobody on purpose; not in force; history does not count',
      spec: `
        systems: {MES: {}, ERP: {}}
        objects:
          lot: {fields: {size: {type: decimal, unit: BOX}, kind: {type: code, codes: CL}}}
          note: {consumers: none}
        units: {BOX: {dimension: count, equals: 12 TRAY}, TRAY: {dimension: count, equals: 6 EA}}
        codes: {CL: {values: {A: A}}}
        valueMaps: {VM: {from: CL, map: {A: B}, unknown: reject}, OLD: {map: {A: B}, status: retired}}
        interfaces: {IF-1: {from: MES, to: ERP, fields: {kind: {from: lot.kind, map: VM}}}}`,
      expect: [],
    },
  ],
  *check({ model, graph }) {
    const units = unitsInUse(model);
    for (const kind of FOR_OTHERS) {
      for (const element of model.ofKind(kind)) {
        if (hasNoConsumers(element) || statusOf(model, element) !== 'effective') continue;
        if (isNamed(graph, element) || (kind === 'unit' && units.has(element.id))) continue;
        yield {
          element,
          path: [],
          part: 'key' as const,
          message: `Nothing names the ${definitionOf(kind).noun} ${element.id}.`,
          hint: 'Name it where it is used, take it out, or say `consumers: none`.',
          subject: 'orphaned',
        };
      }
    }
  },
});

/** Kinds that are there to be used by others; a step, an interface or a requirement stands for itself. */
const FOR_OTHERS = [
  'object',
  'code-list',
  'set',
  'value-map',
  'conversion',
  'unit',
  'crosswalk',
  'reconciliation',
] as const satisfies readonly ElementKind[];

function hasNoConsumers(element: Element<(typeof FOR_OTHERS)[number]>): boolean {
  return element.attributes.consumers !== undefined || doesNotApply(element, 'consumers');
}

/** Whether something else than itself, and than a record of changes, names it or a part of it. */
function isNamed(graph: SpecGraph, element: Element): boolean {
  const own = new Set([element.key, ...graph.parts(element.key).map(({ key }) => key)]);
  return [...own].some((key) =>
    graph.to(key).some(({ from }) => !own.has(from) && !HISTORY.has(graph.element(from)?.kind ?? 'project')),
  );
}

const HISTORY: ReadonlySet<ElementKind> = new Set([
  'change',
  'waiver',
  'measure',
  'document',
  'requirement',
  'risk',
  'test',
]);

/** Units are named in texts: of fields, conversions and other units. */
function unitsInUse(model: SpecModel): ReadonlySet<string> {
  // The many fields of a large project share a few units.
  const names = new Set<unknown>();
  for (const { attributes } of model.ofKind('field')) names.add(attributes.unit);
  for (const kind of ['mapping', 'reply'] as const)
    for (const { attributes } of model.ofKind(kind)) names.add(attributes.unit).add(attributes.source?.unit);
  for (const { attributes } of model.ofKind('conversion')) names.add(attributes.from).add(attributes.to);
  for (const { attributes } of model.ofKind('unit'))
    names.add(attributes.equals?.slice(attributes.equals.indexOf(' ') + 1));
  return new Set([...names].flatMap((name) => (typeof name === 'string' ? [name, ...name.split(/[/.·*]/u)] : [])));
}
