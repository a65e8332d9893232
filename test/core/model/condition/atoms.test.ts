import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../src/core/language/canonical.ts';
import type { Condition } from '../../../../src/core/language/condition.ts';
import { guardAllows, guardAtoms, guardCases, ineffectiveAtoms } from '../../../../src/core/model/condition/atoms.ts';
import { PLAIN_NAMES } from '../../../../src/core/model/condition/condition-names.ts';
import { guardTree, isMet, treeCondition } from '../../../../src/core/model/condition/guard-tree.ts';
import { compareConditions } from '../../../../src/core/model/condition/compare.ts';
import { normalise } from '../../../../src/core/model/condition/normal-form.ts';
import { parseCondition } from '../../../../src/core/model/condition/parse-condition.ts';
import { describeCondition } from '../../../../src/core/model/condition/words.ts';

function read(value: Json): Condition {
  const condition = parseCondition(value, (problem) => {
    throw new Error(`${problem.path.join('.')}: ${problem.message}`);
  });
  if (condition === undefined) throw new Error('no condition');
  return condition;
}

const words = (condition: Condition): string => describeCondition(condition, PLAIN_NAMES);
const atomsIn = (value: Json): readonly string[] => guardAtoms(read(value)).map(({ condition }) => words(condition));

/** Cases as `refused without: …`, what does not hold after the colon. */
function casesIn(value: Json): readonly string[] {
  const condition = read(value);
  const atoms = guardAtoms(condition);
  return guardCases(condition).map(({ atom, assignment, expected }) => {
    const missing = atoms.filter(({ key }) => assignment.get(key) === false).map((each) => words(each.condition));
    return `${words(atom.condition)} | ${expected} without: ${missing.join(', ')}`;
  });
}

describe('atoms of a guard', () => {
  it('are what stands between and, or and if-then', () => {
    expect(
      atomsIn({
        all: [
          { field: 'ncr.disposition', filled: true },
          {
            if: { field: 'ncr.disposition', in: ['REPAIR', 'USE_AS_IS'] },
            then: { some: 'concession', CON: 'Approved' },
          },
        ],
      }),
    ).toEqual([
      'the ncr.disposition is filled in',
      'the ncr.disposition is neither REPAIR nor USE_AS_IS',
      'at least one concession is Approved in CON',
    ]);
  });

  it('keep quantifier, source and message around them', () => {
    expect(atomsIn({ none: 'ncr', query: 'IF-007', any: [{ NCR: 'Open' }, { fact: 'it is urgent' }] })).toEqual([
      'no ncr is Open in NCR, asked over IF-007 at this moment',
      'for no ncr it holds that it is urgent',
    ]);
    expect(atomsIn({ message: 'IF-001', all: [{ NCR: 'Open' }, { field: 'hold_qty', above: '0 EA' }] })).toEqual([
      'the message IF-001 says that the hold_qty is above 0 EA',
      'the message IF-001 says that NCR is Open',
    ]);
  });
});

describe('the tests of a guard', () => {
  it('and: each atom false alone', () => {
    expect(casesIn({ all: [{ fact: 'a' }, { fact: 'b' }, { fact: 'c' }] })).toEqual([
      'a | refused without: a',
      'a | allowed without: ',
      'b | refused without: b',
      'b | allowed without: ',
      'c | refused without: c',
      'c | allowed without: ',
    ]);
  });

  it('or: each atom true alone, and none at all', () => {
    expect(casesIn({ any: [{ fact: 'a' }, { fact: 'b' }] })).toEqual([
      'a | refused without: a, b',
      'a | allowed without: b',
      'b | refused without: a, b',
      'b | allowed without: a',
    ]);
  });

  it('mixed: unique cause, and never what cannot be together', () => {
    const empty = 'the d.x is filled in';
    const other = 'the d.x is not A';
    expect(
      casesIn({
        all: [
          { field: 'd.x', filled: true },
          { if: { field: 'd.x', equals: 'A' }, then: { fact: 'approved' } },
        ],
      }),
    ).toEqual([
      // An empty field is not plainly other than A, so the approval has to stand in.
      `${empty} | refused without: ${empty}, ${other}`,
      `${empty} | allowed without: ${other}`,
      `${other} | refused without: ${other}, approved`,
      `${other} | allowed without: approved`,
      `approved | refused without: ${other}, approved`,
      `approved | allowed without: ${other}`,
    ]);
  });

  it('names atoms that decide nothing', () => {
    const condition = read({ any: [{ fact: 'a' }, { all: [{ fact: 'a' }, { fact: 'b' }] }] });
    expect(ineffectiveAtoms(condition).map((atom) => words(atom.condition))).toEqual(['b']);
    expect(guardCases(condition).map(({ atom }) => words(atom.condition))).toEqual(['a', 'a']);
  });

  const facts = fc.constantFrom('a', 'b', 'c', 'd', 'e').map((text): Condition => ({ kind: 'fact', text }));
  const guards = fc
    .letrec<{ guard: Condition }>((tie) => ({
      guard: fc.oneof(
        { maxDepth: 3 },
        facts,
        fc.record({
          kind: fc.constantFrom('all', 'any'),
          of: fc.array(tie('guard'), { minLength: 1, maxLength: 3 }),
        } as const),
        tie('guard').map((of): Condition => ({ kind: 'not', of })),
        fc.record({ if: tie('guard'), then: tie('guard') }).map((parts): Condition => ({ kind: 'implies', ...parts })),
      ),
    }))
    .guard.map(normalise);

  it('splitting loses nothing', () => {
    fc.assert(
      fc.property(guards, (guard) => {
        expect(compareConditions(guard, treeCondition(guardTree(guard)))).toBe('equal');
      }),
    );
  });

  it('each pair differs in its atom alone, and the guard turns on it', () => {
    fc.assert(
      fc.property(guards, (guard) => {
        const cases = guardCases(guard);
        for (let index = 0; index < cases.length; index += 2) {
          const [refused, allowed] = [cases[index], cases[index + 1]];
          if (refused === undefined || allowed === undefined) throw new Error('cases come in pairs');
          const differing = [...refused.assignment]
            .filter(([key, holds]) => allowed.assignment.get(key) !== holds)
            .map(([key]) => key);
          expect(differing).toEqual([refused.atom.key]);
          const holding = (assignment: ReadonlyMap<string, boolean>): ReadonlySet<string> =>
            new Set([...assignment].flatMap(([key, holds]) => (holds ? [key] : [])));
          expect([
            guardAllows(guard, holding(refused.assignment)),
            guardAllows(guard, holding(allowed.assignment)),
          ]).toEqual([false, true]);
        }
      }),
    );
  });

  it('finds a pair for every atom that can decide', () => {
    fc.assert(
      fc.property(guards, (guard) => {
        const tree = guardTree(guard);
        const atoms = guardAtoms(guard);
        // `a` and `not a` are two atoms of one fact: worlds give a truth to facts, unknown included.
        const texts = ['a', 'b', 'c', 'd', 'e'];
        const worlds = Array.from(
          { length: 3 ** 5 },
          (_, number) =>
            new Map(texts.map((text, at) => [text, [true, false, undefined][Math.floor(number / 3 ** at) % 3]])),
        );
        const holding = (world: ReadonlyMap<string, boolean | undefined>): ReadonlySet<string> =>
          new Set(
            atoms.flatMap(({ key, condition }) => {
              const fact = condition.kind === 'not' ? condition.of : condition;
              const truth = fact.kind === 'fact' ? world.get(fact.text) : undefined;
              return truth !== undefined && truth === (condition.kind !== 'not') ? [key] : [];
            }),
          );
        const states = worlds.map(holding).map((held) => ({ held, met: isMet(tree, ({ key }) => held.has(key)) }));
        const byText = new Map(
          states.map(({ held, met }) => [atoms.map(({ key }) => (held.has(key) ? '1' : '0')).join(''), met]),
        );
        const decisive = atoms.filter((_, at) =>
          [...byText].some(
            ([text, met]) =>
              met && text[at] === '1' && byText.get(`${text.slice(0, at)}0${text.slice(at + 1)}`) === false,
          ),
        );
        const found = new Set(guardCases(guard).map(({ atom }) => atom.key));
        expect(decisive.filter(({ key }) => !found.has(key)).map(({ condition }) => words(condition))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
