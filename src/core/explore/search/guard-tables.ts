import type { Expression } from '../plant/expression.ts';
import { int, placesOf, variableField } from './generated-condition.ts';
import { maskOf, type BitField, type Layout } from './layout.ts';

/** Steps whose guards are looked up together: one bit of a number for each. */
export const BLOCK = 32;

/** Longest run of bits that is looked up at once: 256 entries for each block of steps stay in the nearest cache. */
const LONGEST = 8;

/** Guards of one block, as far as tables tell them. */
export interface BlockGuards {
  /** Code with one bit for each step of the block that no table excludes. */
  readonly candidates: string;
  /** For each step what is left of its guard; all of these must be true, too. */
  readonly rest: readonly (readonly Expression[])[];
}

/**
 * Turns the guards of up to 32 steps into look-ups: for each short run of bits of the state, a table says which steps these
 * bits allow. That replaces a test for each step by a few reads for all of them; steps are then taken in the order of their
 * bits, so by id. The tables are appended to `table`, which generated code knows as `G`.
 */
export function blockGuards(
  layout: Layout,
  runs: readonly BitField[],
  guards: readonly Expression[],
  table: number[],
): BlockGuards {
  const contents = new Map<BitField, Int32Array>();
  const rest = guards.map((guard, bit) =>
    conjuncts(guard).filter((part) => {
      const test = testOf(layout, part);
      const run = test && runs.find((candidate) => contains(candidate, test.field));
      if (test === undefined || run === undefined) return true;
      const content = contents.get(run) ?? new Int32Array(2 ** run.bits).fill(-1);
      contents.set(run, content);
      const shift = test.field.shift - run.shift;
      const mask = 2 ** test.field.bits - 1;
      for (const [value, steps] of content.entries())
        if (!test.allows((value >>> shift) & mask)) content[value] = steps & ~(1 << bit);
      return false;
    }),
  );
  const all = guards.length === BLOCK ? -1 : 2 ** guards.length - 1;
  const reads = [...contents].map(([run, content]) => {
    const offset = table.length;
    for (const steps of content) table.push(steps);
    return `G[${int(offset)}+(s${int(run.word)}>>>${int(run.shift)}&${int(2 ** run.bits - 1)})]`;
  });
  return { candidates: [int(all), ...reads].join('&'), rest };
}

/** Runs of neighbouring fields, none of which is cut; a field that is longer than a run is left out. */
export function bitRuns(layout: Layout): BitField[] {
  const fields = [...layout.variables, ...layout.channels.flatMap(({ places }) => places)]
    .filter(({ bits }) => bits > 0 && bits <= LONGEST)
    .toSorted((a, b) => a.word - b.word || a.shift - b.shift);
  const runs: { word: number; shift: number; bits: number }[] = [];
  for (const { word, shift, bits } of fields) {
    const run = runs.at(-1);
    if (run !== undefined && run.word === word && shift + bits - run.shift <= LONGEST)
      run.bits = shift + bits - run.shift;
    else runs.push({ word, shift, bits });
  }
  return runs;
}

function contains(run: BitField, field: BitField): boolean {
  return run.word === field.word && (maskOf(field) & ~maskOf(run)) === 0;
}

function conjuncts(guard: Expression): readonly Expression[] {
  return guard.kind === 'all' ? guard.of.flatMap(conjuncts) : [guard];
}

interface FieldTest {
  readonly field: BitField;
  allows(value: number): boolean;
}

/** The condition as a test of one field; undefined where it is more than that. */
function testOf(layout: Layout, part: Expression): FieldTest | undefined {
  switch (part.kind) {
    case 'in':
      return fieldTest(variableField(layout, part.variable), (value) => part.values.includes(value));
    case 'at':
      return fieldTest(
        placesOf(layout, part.channel)[part.position],
        (value) => value > 0 && part.messages.includes(value),
      );
    case 'waiting': {
      const [first, second] = placesOf(layout, part.channel);
      const { messages } = part;
      if (messages === undefined) return fieldTest(first, (value) => value > 0);
      return second === undefined ? fieldTest(first, (value) => value > 0 && messages.includes(value)) : undefined;
    }
    case 'not': {
      const test = testOf(layout, part.of);
      return test && fieldTest(test.field, (value) => !test.allows(value));
    }
    default:
      return undefined;
  }
}

function fieldTest(field: BitField | undefined, allows: (value: number) => boolean): FieldTest | undefined {
  return field === undefined || field.bits === 0 ? undefined : { field, allows };
}
