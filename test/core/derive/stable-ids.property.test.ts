import fc from 'fast-check';
import { expect, it } from 'vitest';

import { derive, plantOf } from './derive-texts.ts';

interface Sketch {
  readonly states: readonly string[];
  readonly transitions: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly by: readonly string[];
    readonly when: boolean;
    readonly sign: boolean;
  }[];
}

const STATES = ['S1', 'S2', 'S3', 'S4'];
const ROLES = ['R1', 'R2', 'R3'];

const sketch: fc.Arbitrary<Sketch> = fc.record({
  states: fc.constant(STATES),
  transitions: fc.uniqueArray(fc.nat({ max: 30 }), { minLength: 1, maxLength: 5 }).chain((numbers) =>
    fc.tuple(
      ...numbers.map((number) =>
        fc.record({
          id: fc.constant(`T${number}`),
          from: fc.constantFrom(...STATES),
          to: fc.constantFrom(...STATES),
          by: fc.subarray(ROLES, { minLength: 1 }),
          when: fc.boolean(),
          sign: fc.boolean(),
        }),
      ),
    ),
  ),
});

/** The plant as YAML; with `shuffle` every map and list is written the other way round. */
function written({ states, transitions }: Sketch, shuffle: boolean, more = ''): string {
  const order = <T>(items: readonly T[]): readonly T[] => (shuffle ? [...items].reverse() : items);
  const lines = order(transitions).map(({ id, from, to, by, when, sign }) => {
    const parts = [`from: ${from}`, `to: ${to}`, `by: [${order(by).join(', ')}]`];
    if (when) parts.push('when: {fact: the papers are complete}');
    if (sign) parts.push('sign: {meaning: Done}');
    return `      ${id}: {${order(parts).join(', ')}}`;
  });
  const blocks = [
    `systems: {SYS: {}}`,
    `roles: {${order(ROLES)
      .map((role) => `${role}: {}`)
      .join(', ')}}`,
    `lifecycles:\n  L:\n    system: SYS\n    initial: S1\n    states: {${order(states).join(': active, ')}: active}\n    transitions:\n${lines.join('\n')}${more}`,
  ];
  return `${order(blocks).join('\n')}\n`;
}

it('ids and hashes are the same in whatever order things are written', () => {
  fc.assert(
    fc.property(sketch, (plant) => {
      expect(derive(plantOf(written(plant, true)))).toEqual(derive(plantOf(written(plant, false))));
    }),
    { numRuns: 25 },
  );
}, 60_000);

it('no id changes when something else comes in', () => {
  fc.assert(
    fc.property(sketch, (plant) => {
      const before = derive(plantOf(written(plant, false)));
      const other =
        '\n  OTHER:\n    system: SYS\n    initial: A\n    states: {A: open, B: closed}\n    transitions: {T1: {from: A, to: B, by: R1, sign: {meaning: Seen}}}';
      const after = derive(plantOf(written(plant, false, other)));
      const ids = new Set([...after.obligations, ...after.cases, ...after.checks].map(({ id }) => id));
      expect([...before.obligations, ...before.cases].filter(({ id }) => !ids.has(id)).map(({ id }) => id)).toEqual([]);
      const hashes = new Map(after.cases.map(({ id, caseHash }) => [id, caseHash]));
      const own = before.cases.filter(({ element }) => element.startsWith('transition:L') || element === 'lifecycle:L');
      expect(own.filter(({ id, caseHash }) => hashes.get(id) !== caseHash).map(({ title }) => title)).toEqual([]);
    }),
    { numRuns: 25 },
  );
}, 60_000);
