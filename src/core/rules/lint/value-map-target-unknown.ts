import { defineLint } from '../lint-rule.ts';
import { codeSpace } from '../linting/code-space.ts';
import type { CodeSpace } from '../linting/code-space.ts';
import { mappedFields } from '../linting/mapped-value.ts';
import type { Element } from '../../model/element.ts';

/** Entries of a value map that lead to a code which the receiver does not have. */
export const valueMapTargetUnknown = defineLint({
  id: 'value-map-target-unknown',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'The target list is declared and does not have the code.',
  purpose: 'Reports an entry of a value map whose target is not in the list of the receiver.',
  why: 'The receiver refuses the message, or stores a code that nothing else knows.',
  fix: 'Correct the target, or add the code to the list of the receiver.',
  reads: [
    'valueMaps.to',
    'valueMaps.map',
    'valueMaps.unknown',
    'interfaces.field.codes',
    'interfaces.field.map',
    'codes.values',
  ],
  examples: [
    {
      name: 'an entry and a default that the target list does not have',
      spec: `
        codes: {CL-MES: {values: {RW: Rework, SC: Scrap}}}
        valueMaps:
          VM: {to: CL-MES, map: {REWORK: RW, SCRAP: SCR}, unknown: {default: ZZ}}`,
      expect: [
        '3:45 error VM: VM maps SCRAP to SCR, which is not in the list CL-MES.',
        '3:70 error VM: VM maps everything unknown to ZZ, which is not in the list CL-MES.',
      ],
    },
    {
      name: 'the mapped field has a list of its own',
      spec: `
        systems: {QMS: {}, MES: {}}
        codes: {CL-MES: {values: {RW: Rework}}}
        valueMaps: {VM: {map: {REWORK: RW, SCRAP: SC}, unknown: reject}}
        interfaces:
          IF-3: {from: QMS, to: MES, fields: {dispo: {from: disposition, type: code, codes: CL-MES, map: VM}}}`,
      expect: ['5:98 error IF-3.dispo: VM maps SCRAP to SC, which is not in the list CL-MES of IF-3.dispo.'],
    },
    {
      name: 'every target is in the list, the list is open, or there is none',
      spec: `
        codes: {CL-MES: {values: {RW: Rework}}, WIDE: {open: true, values: {RW: Rework}}}
        lifecycles: {INV: {states: {Blocked: held}}}
        valueMaps:
          VM-1: {to: CL-MES, map: {REWORK: RW}}
          VM-2: {to: WIDE, map: {REWORK: RW, SCRAP: SC}}
          VM-3: {map: {REWORK: RW}}
          VM-4: {to: INV, map: {HOLD: Blocked}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const map of model.ofKind('value-map')) {
      const target = codeSpace(model, map.attributes.to);
      if (target === undefined) continue;
      for (const { source, code, path } of strays(map, target)) {
        yield {
          element: map,
          path,
          message: `${map.id} maps ${source} to ${code}, which is not in ${target.noun}.`,
          hint: `Name one of ${target.codes.map(({ id }) => id).join(', ')}, or add ${code} to ${target.noun}.`,
          subject: [target.owner.key, source, code],
          related: [
            { message: 'These are the codes of the receiver.', element: target.owner, path: [], part: 'key' as const },
          ],
        };
      }
    }
    for (const field of mappedFields(model)) {
      const { map: id, codes } = field.attributes;
      const map = id === undefined ? undefined : model.get('value-map', id);
      const target = codeSpace(model, codes);
      if (
        map === undefined ||
        target === undefined ||
        codeSpace(model, map.attributes.to)?.owner.key === target.owner.key
      )
        continue;
      for (const { source, code, path } of strays(map, target)) {
        yield {
          element: field,
          path: ['map'],
          message: `${map.id} maps ${source} to ${code}, which is not in ${target.noun} of ${field.id}.`,
          hint: `Correct the entry of ${map.id}, add ${code} to ${target.noun}, or use another map here.`,
          subject: [map.id, target.owner.key, source, code],
          related: [{ message: 'The entry.', element: map, path }],
        };
      }
    }
  },
});

interface Stray {
  readonly source: string;
  readonly code: string;
  readonly path: readonly string[];
}

function strays(map: Element<'value-map'>, target: CodeSpace): readonly Stray[] {
  if (target.open) return [];
  const known = new Set(target.codes.map(({ id }) => id));
  const { map: pairs, unknown } = map.attributes;
  const entries: readonly Stray[] = [
    ...Object.entries(pairs).map(([source, code]) => ({ source, code, path: ['map', source] })),
    ...(typeof unknown === 'object'
      ? [{ source: 'everything unknown', code: unknown.default, path: ['unknown', 'default'] }]
      : []),
  ];
  return entries.filter(({ code }) => !known.has(code));
}
