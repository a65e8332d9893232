import type { Element } from '../../model/element.ts';
import { defineLint } from '../lint-rule.ts';
import { codeSpace } from '../linting/code-space.ts';
import type { CodeSpace } from '../linting/code-space.ts';

/** Entries of a value map that no code ever uses. */
export const valueMapDeadEntry = defineLint({
  id: 'value-map-dead-entry',
  source: 'lint',
  judges: 'model',
  severity: 'warning',
  stance: 'contradiction',
  stanceReason: 'The source list is declared as closed, and does not have the code.',
  purpose: 'Reports an entry of a value map for a code that the source list does not have.',
  why: 'It is a mistyped code whose real entry is missing, or the list is not complete.',
  fix: 'Correct the code, add it to the list, or take the entry out.',
  reads: ['valueMaps.from', 'valueMaps.map', 'codes.values', 'codes.open', 'lifecycles.states'],
  examples: [
    {
      name: 'a mistyped code, and a state that is not there',
      spec: `
        codes: {CL: {values: {REWORK: Rework, SCRAP: Scrap}}}
        lifecycles: {NCR: {states: {Open: open, Closed: closed}}}
        valueMaps:
          VM-1: {from: CL, map: {REWROK: RW, SCRAP: SC}, unknown: reject}
          VM-2: {from: NCR, map: {Open: O, Closed: C, Void: V}}`,
      expect: [
        '4:26 warning VM-1: VM-1 has an entry for REWROK, which is not in the list CL.',
        '5:47 warning VM-2: VM-2 has an entry for Void, which is not in the lifecycle NCR.',
      ],
    },
    {
      name: 'every code is in the list, deprecated ones too; the list is open; there is none',
      spec: `
        codes: {CL: {values: {A: A, OLD: {title: Old, use: deprecated}}}, WIDE: {open: true, values: {A: A}}}
        valueMaps:
          VM-1: {from: CL, map: {A: "1", OLD: "2"}}
          VM-2: {from: WIDE, map: {A: "1", B: "2"}}
          VM-3: {map: {A: "1"}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const map of model.ofKind('value-map')) {
      const source = codeSpace(model, map.attributes.from);
      if (source === undefined || source.open) continue;
      for (const code of deadEntries(map, source)) {
        yield {
          element: map,
          path: ['map', code],
          part: 'key' as const,
          message: `${map.id} has an entry for ${code}, which is not in ${source.noun}.`,
          hint: `Name one of ${source.codes.map(({ id }) => id).join(', ')}, or add ${code} to ${source.noun}.`,
          subject: [source.owner.key, code],
          related: [
            { message: 'These are the codes of the sender.', element: source.owner, path: [], part: 'key' as const },
          ],
        };
      }
    }
  },
});

function deadEntries({ attributes }: Element<'value-map'>, source: CodeSpace): readonly string[] {
  const known = new Set(source.codes.map(({ id }) => id));
  return Object.keys(attributes.map).filter((code) => !known.has(code));
}
