import { defineLint } from '../lint-rule.ts';
import { codeSpace, unmappedCodes } from '../linting/code-space.ts';
import { doesNotApply } from '../linting/declared.ts';

/** Codes that a value map has no answer for. */
export const valueMapNotTotal = defineLint({
  id: 'value-map-not-total',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'The source list offers a code that the map does not know.',
  purpose: 'Reports a code of the source list that a value map does not name and does not refuse.',
  why: 'The code comes one day, and what the receiver then gets is decided by chance.',
  fix: 'Add the entry, or refuse what is not listed: `unknown: reject` or `unknown: quarantine`.',
  reads: [
    'valueMaps.from',
    'valueMaps.map',
    'valueMaps.unknown',
    'codes.values',
    'codes.value.use',
    'codes.open',
    'lifecycles.states',
  ],
  examples: [
    {
      name: 'a code and a state without entry, with and without a word about the unknown',
      spec: `
        codes: {CL: {values: {A: Accept, B: Block, OLD: {title: Old, use: deprecated}}}}
        lifecycles: {NCR: {states: {Open: open, Closed: closed}}}
        valueMaps:
          VM-1: {from: CL, map: {A: "1"}, unknown: pass}
          VM-2: {from: NCR, map: {Open: O}}
          VM-3: {from: CL, map: {A: "1"}, unknown: {default: "9"}}`,
      expect: [
        '4:25 error VM-1: VM-1 has no entry for B of the list CL: it passes as it is.',
        '5:26 error VM-2: VM-2 has no entry for Closed of the lifecycle NCR, and does not say what happens to it.',
        '6:25 error VM-3: VM-3 has no entry for B of the list CL: it becomes 9 like everything unknown.',
      ],
    },
    {
      name: 'further codes may come, and the map does not say what becomes of them',
      spec: `
        codes: {CL: {open: true, values: {A: Accept}}}
        valueMaps: {VM: {from: CL, map: {A: "1"}}}`,
      expect: ['2:13 error VM: VM does not say what becomes of a code that the list CL may still get.'],
    },
    {
      name: 'every code has its entry, or the unknown is refused, or the source list is not declared',
      spec: `
        codes: {CL: {values: {A: Accept, B: Block, OLD: {title: Old, use: deprecated}}}, WIDE: {open: true, values: {A: Accept}}}
        valueMaps:
          VM-1: {from: CL, map: {A: "1", B: "2"}}
          VM-2: {from: CL, map: {A: "1"}, unknown: reject}
          VM-3: {from: CL, map: {A: "1"}, unknown: quarantine}
          VM-4: {map: {A: "1"}}
          VM-5: {from: WIDE, map: {A: "1"}, unknown: reject}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const map of model.ofKind('value-map')) {
      const { unknown, from } = map.attributes;
      if (unknown === 'reject' || unknown === 'quarantine' || doesNotApply(map, 'unknown')) continue;
      const source = codeSpace(model, from);
      if (source === undefined) continue;
      for (const code of unmappedCodes(model, map)) {
        const fate =
          unknown === undefined
            ? ', and does not say what happens to it'
            : unknown === 'pass'
              ? ': it passes as it is'
              : `: it becomes ${unknown.default} like everything unknown`;
        yield {
          element: map,
          path: ['map'],
          message: `${map.id} has no entry for ${code.id} of ${source.noun}${fate}.`,
          hint: `Add an entry for ${code.id}, or refuse what is not listed (\`unknown: reject\`).`,
          subject: [
            from ?? '',
            code.id,
            typeof unknown === 'object' ? { default: unknown.default } : (unknown ?? null),
          ],
          related: [{ message: `${code.id} is declared here.`, element: code.element, path: [], part: 'key' as const }],
        };
      }
      if (source.open && unknown === undefined) {
        yield {
          element: map,
          path: [],
          part: 'key' as const,
          message: `${map.id} does not say what becomes of a code that ${source.noun} may still get.`,
          hint: 'Add `unknown: reject`, or `quarantine`.',
          subject: [from ?? '', 'open'],
          stance: 'expectation' as const,
          related: [{ message: 'Further codes may come.', element: source.owner, path: ['open'] }],
        };
      }
    }
  },
});
