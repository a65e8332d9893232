import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../src/core/language/canonical.ts';
import type { Condition, StatePattern } from '../../../../src/core/language/condition.ts';
import { compareConditions, explainComparison } from '../../../../src/core/model/condition/compare.ts';
import type { ConditionVerdict } from '../../../../src/core/model/condition/compare.ts';
import { PLAIN_NAMES } from '../../../../src/core/model/condition/condition-names.ts';
import { conditionText, normalise } from '../../../../src/core/model/condition/normal-form.ts';
import { parseCondition } from '../../../../src/core/model/condition/parse-condition.ts';
import type { StateVocabulary } from '../../../../src/core/model/condition/state-vocabulary.ts';

function read(value: Json | undefined): Condition | undefined {
  if (value === undefined) return undefined;
  return parseCondition(value, (problem) => {
    throw new Error(`${problem.path.join('.')}: ${problem.message}`);
  });
}

const CLASSES: Readonly<Record<string, string>> = {
  Draft: 'pre',
  Open: 'open',
  UnderReview: 'open',
  PendingVerification: 'open',
  Closed: 'closed',
};

function revision(states: readonly string[], blocking: readonly string[]): StateVocabulary {
  return {
    statesOf: (lifecycle) => (lifecycle === 'NCR' ? states : undefined),
    classOf: (lifecycle, state) => (lifecycle === 'NCR' && states.includes(state) ? CLASSES[state] : undefined),
    counts: (set, _lifecycle, state) => (set === 'BLOCK' ? blocking.includes(state) : undefined),
  };
}

const base = {
  vocabulary: revision(['Draft', 'Open', 'UnderReview', 'Closed'], ['Open', 'UnderReview']),
  names: PLAIN_NAMES,
};
const head = {
  vocabulary: revision(['Draft', 'Open', 'UnderReview', 'PendingVerification', 'Closed'], ['Open', 'UnderReview']),
  names: PLAIN_NAMES,
};

const verdict = (before: Json | undefined, after: Json | undefined): ConditionVerdict =>
  compareConditions(read(before), read(after), { base, head });

describe('a guard of two revisions', () => {
  it.each<readonly [string, Json | undefined, Json | undefined, ConditionVerdict]>([
    ['none on either side', undefined, undefined, 'equal'],
    ['a new guard', undefined, { fact: 'a' }, 'added'],
    ['a lost guard', { fact: 'a' }, undefined, 'removed'],
    ['another spelling', { fact: 'a', NCR: 'Open' }, { all: [{ NCR: ['Open'] }, { fact: 'a' }] }, 'equal'],
    ['a double negation', { not: { not: { fact: 'a' } } }, { fact: 'a' }, 'equal'],
    [
      'De Morgan',
      { not: { any: [{ fact: 'a' }, { fact: 'b' }] } },
      { all: [{ not: { fact: 'a' } }, { not: { fact: 'b' } }] },
      'equal',
    ],
    [
      'if-then as or',
      { if: { fact: 'a' }, then: { fact: 'b' } },
      { any: [{ not: { fact: 'a' } }, { fact: 'b' }] },
      'equal',
    ],
    ['a class and its states', { NCR: { class: 'closed' } }, { NCR: 'Closed' }, 'equal'],
    ['one condition less', { all: [{ fact: 'a' }, { fact: 'b' }] }, { fact: 'a' }, 'weakened'],
    ['one condition more', { fact: 'a' }, { all: [{ fact: 'a' }, { fact: 'b' }] }, 'tightened'],
    ['and becomes or', { all: [{ fact: 'a' }, { fact: 'b' }] }, { any: [{ fact: 'a' }, { fact: 'b' }] }, 'weakened'],
    ['or becomes and', { any: [{ fact: 'a' }, { fact: 'b' }] }, { all: [{ fact: 'a' }, { fact: 'b' }] }, 'tightened'],
    ['another fact', { fact: 'a' }, { fact: 'b' }, 'incomparable'],
    [
      '== pass becomes != fail',
      { field: 'r.result', equals: 'pass' },
      { not: { field: 'r.result', equals: 'fail' } },
      'weakened',
    ],
    ['one more code', { field: 'r.result', equals: 'pass' }, { field: 'r.result', in: ['pass', 'waived'] }, 'weakened'],
    ['another code', { field: 'r.result', equals: 'pass' }, { field: 'r.result', equals: 'waived' }, 'incomparable'],
    [
      'has a value is less than being one',
      { field: 'r.result', equals: 'pass' },
      { field: 'r.result', filled: true },
      'weakened',
    ],
    ['a looser limit', { field: 'r.value', atMost: '0.8 um' }, { field: 'r.value', atMost: '0.81 um' }, 'weakened'],
    [
      'a limit by an exact hair',
      { field: 'r.value', below: '0.1' },
      { field: 'r.value', below: '0.10000000000000000001' },
      'weakened',
    ],
    ['the limit itself counts', { field: 'r.value', below: '5' }, { field: 'r.value', atMost: '5.0' }, 'weakened'],
    ['not above is at most', { not: { field: 'r.value', above: '5' } }, { field: 'r.value', atMost: '5' }, 'equal'],
    ['fractions are exact', { field: 'r.value', above: '1/3' }, { field: 'r.value', above: '0.3333' }, 'weakened'],
    ['a later day', { field: 'c.until', above: '2026-03-02' }, { field: 'c.until', above: '2026-03-03' }, 'tightened'],
    [
      'a shifted window',
      {
        all: [
          { field: 'r.v', above: '1' },
          { field: 'r.v', below: '3' },
        ],
      },
      {
        all: [
          { field: 'r.v', above: '2' },
          { field: 'r.v', below: '4' },
        ],
      },
      'incomparable',
    ],
    [
      'another unit is not converted',
      { field: 'r.v', below: '1 kg' },
      { field: 'r.v', below: '1000 g' },
      'incomparable',
    ],
    [
      'two fields, the other way round',
      { field: 'c.used', equals: { field: 'c.granted' } },
      { field: 'c.granted', equals: { field: 'c.used' } },
      'equal',
    ],
    [
      'two fields, at least',
      { field: 'c.used', equals: { field: 'c.granted' } },
      { field: 'c.granted', atMost: { field: 'c.used' } },
      'weakened',
    ],
    ['one more state', { NCR: 'Closed' }, { NCR: ['Closed', 'PendingVerification'] }, 'weakened'],
    ['one state less', { NCR: ['Closed', 'Draft'] }, { NCR: 'Closed' }, 'tightened'],
    [
      'a set that leaves out a state of the class',
      { NCR: { not: { class: 'open' } } },
      { NCR: { not: { in: 'BLOCK' } } },
      'weakened',
    ],
    [
      'a set instead of the class, inside none',
      { none: 'ncr', NCR: { class: 'open' } },
      { none: 'ncr', NCR: { in: 'BLOCK' } },
      'weakened',
    ],
    [
      'no longer none',
      { none: 'ncr', NCR: { class: 'open' } },
      { some: 'ncr', NCR: { not: { class: 'open' } } },
      'incomparable',
    ],
    ['none as not some', { none: 'ncr', NCR: 'Open' }, { not: { some: 'ncr', NCR: 'Open' } }, 'equal'],
    [
      'every as none not, of what exists',
      { every: 'ncr', NCR: 'Closed' },
      { none: 'ncr', not: { NCR: 'Closed' } },
      'equal',
    ],
    [
      'every over and',
      { every: 'ncr', all: [{ NCR: 'Closed' }, { fact: 'a' }] },
      {
        all: [
          { every: 'ncr', NCR: 'Closed' },
          { every: 'ncr', fact: 'a' },
        ],
      },
      'equal',
    ],
    [
      'some does not split over and',
      { some: 'ncr', all: [{ NCR: 'Closed' }, { fact: 'a' }] },
      {
        all: [
          { some: 'ncr', NCR: 'Closed' },
          { some: 'ncr', fact: 'a' },
        ],
      },
      'weakened',
    ],
    [
      'from the owner to a copy',
      { none: 'ncr', query: 'IF-7', NCR: { in: 'BLOCK' } },
      { none: 'ncr', copy: 'IF-1', NCR: { in: 'BLOCK' } },
      'source-changed',
    ],
    [
      'an older copy counts',
      { copy: 'IF-1', maxAge: '5 min', NCR: 'Closed' },
      { copy: 'IF-1', maxAge: '15 min', NCR: 'Closed' },
      'source-changed',
    ],
    ['another procedure', { fact: 'a', per: 'SOP-1' }, { fact: 'a', per: 'SOP-2' }, 'source-changed'],
    [
      'another source and one condition less',
      { all: [{ query: 'IF-7', NCR: 'Closed' }, { fact: 'a' }] },
      { copy: 'IF-1', NCR: 'Closed' },
      'incomparable',
    ],
    ['the watermark dropped', { all: [{ NCR: 'Closed' }, { settled: 'IF-002' }] }, { NCR: 'Closed' }, 'weakened'],
    ['a message taken in more cases', { message: 'IF-002.HOLD' }, { message: 'IF-002' }, 'weakened'],
    [
      'a message filter',
      { message: 'IF-005', field: 'verdict', in: ['F', 'H'] },
      { message: 'IF-005', field: 'verdict', equals: 'F' },
      'tightened',
    ],
  ])('%s', (_what, before, after, expected) => {
    expect(verdict(before, after)).toBe(expected);
  });

  it('says why in words', () => {
    const reason = (before: Json, after: Json): string =>
      explainComparison(read(before), read(after), { base, head }).reason;
    expect(reason({ all: [{ NCR: 'Closed' }, { settled: 'IF-002' }] }, { NCR: 'Closed' })).toBe(
      'No longer asked for: nothing of IF-002 is on its way.',
    );
    expect(reason({ NCR: 'Closed' }, { NCR: ['Closed', 'PendingVerification'] })).toBe(
      'Also lets through what did not pass before: NCR is PendingVerification. Before: NCR is Closed. Now: NCR is Closed or PendingVerification.',
    );
    expect(reason({ field: 'r.result', equals: 'pass' }, { not: { field: 'r.result', equals: 'fail' } })).toBe(
      'Also lets through what did not pass before: the r.result is any other value. Before: the r.result is pass. Now: the r.result is not fail.',
    );
    expect(reason({ fact: 'the root cause is recorded', per: 'SOP-1' }, { fact: 'the root cause is recorded' })).toBe(
      'The same fact is checked under another procedure: before SOP-1, now no document named.',
    );
  });

  it('falls back to what the two do not share when there are too many situations to look at', () => {
    const many = Array.from({ length: 20 }, (_, index) => ({ fact: `fact ${index}` }));
    expect(verdict({ all: [...many, { NCR: 'Open' }] }, { all: many })).toBe('weakened');
    expect(verdict({ any: many }, { all: many })).toBe('incomparable');
  });
});

/* The same question put to a slow evaluator of its own, over every concrete world of a small plant. */

interface LotRecord {
  readonly state: string;
  readonly sealed: boolean | undefined;
}
interface World extends LotRecord {
  readonly amount: number | undefined;
  readonly lots: readonly LotRecord[];
}

const STATES = ['A', 'B'];
const LOTS: readonly LotRecord[] = [...STATES, 'absent'].flatMap((state) =>
  [true, false, undefined].map((sealed) => ({ state, sealed })),
);
const LOT_LISTS: readonly (readonly LotRecord[])[] = [
  [],
  ...LOTS.map((lot) => [lot]),
  ...LOTS.flatMap((lot, index) => LOTS.slice(index).map((other) => [lot, other])),
];
const WORLDS: readonly World[] = LOTS.flatMap((own) =>
  [undefined, 0, 1, 1.5, 2, 3].flatMap((amount) => LOT_LISTS.map((lots) => ({ ...own, amount, lots }))),
);

type Kleene = boolean | undefined;
const not = (value: Kleene): Kleene => (value === undefined ? undefined : !value);
const and = (values: readonly Kleene[]): Kleene =>
  values.reduce<Kleene>(
    (a, b) => (a === false || b === false ? false : a === undefined || b === undefined ? undefined : true),
    true,
  );
const or = (values: readonly Kleene[]): Kleene => not(and(values.map(not)));

function inPattern(pattern: StatePattern, state: string): boolean {
  if (pattern.kind === 'states') return pattern.states.includes(state);
  return pattern.kind === 'not' && state !== 'absent' && !inPattern(pattern.of, state);
}

function holds(condition: Condition, world: World): Kleene {
  switch (condition.kind) {
    case 'all':
      return and(condition.of.map((part) => holds(part, world)));
    case 'any':
      return or(condition.of.map((part) => holds(part, world)));
    case 'not':
      return not(holds(condition.of, world));
    case 'implies':
      return or([not(holds(condition.if, world)), holds(condition.then, world)]);
    case 'fact':
      return world.sealed;
    case 'status':
      return inPattern(condition.states, world.state);
    case 'comparison': {
      if (condition.comparison === 'filled') return world.amount !== undefined;
      const limit = condition.operand.kind === 'value' ? Number(condition.operand.value) : Number.NaN;
      if (world.amount === undefined) return undefined;
      return (
        {
          above: world.amount > limit,
          atLeast: world.amount >= limit,
          below: world.amount < limit,
          atMost: world.amount <= limit,
        }[condition.comparison as 'above'] ?? world.amount === limit
      );
    }
    case 'quantified': {
      const each = world.lots.map((lot) => holds(condition.of, { ...world, ...lot }));
      return condition.quantifier === 'every' ? and(each) : condition.quantifier === 'some' ? or(each) : not(or(each));
    }
    default:
      throw new Error(`not in this plant: ${condition.kind}`);
  }
}

const stated: fc.Arbitrary<Condition> = fc.oneof(
  fc.constant<Condition>({ kind: 'fact', text: 'sealed' }),
  fc
    .record({ states: fc.subarray([...STATES, 'absent'], { minLength: 1 }), out: fc.boolean() })
    .map(({ states, out }): Condition => {
      const pattern: StatePattern = { kind: 'states', states };
      return { kind: 'status', lifecycle: 'LOT', states: out ? { kind: 'not', of: pattern } : pattern };
    }),
);
const compared: fc.Arbitrary<Condition> = fc
  .record({
    comparison: fc.constantFrom('equals', 'above', 'atLeast', 'below', 'atMost', 'filled'),
    limit: fc.constantFrom('1', '2'),
  } as const)
  .map(({ comparison, limit }): Condition => ({
    kind: 'comparison',
    field: 'lot.amount',
    comparison,
    operand: comparison === 'filled' ? { kind: 'boolean', value: true } : { kind: 'value', value: limit },
  }));

const compose = (leaf: fc.Arbitrary<Condition>, depth: number): fc.Arbitrary<Condition> =>
  depth === 0
    ? leaf
    : fc.oneof(
        leaf,
        fc.record({
          kind: fc.constantFrom('all', 'any'),
          of: fc.array(compose(leaf, depth - 1), { minLength: 1, maxLength: 3 }),
        } as const),
        compose(leaf, depth - 1).map((of): Condition => ({ kind: 'not', of })),
        fc
          .record({ if: compose(leaf, depth - 1), then: compose(leaf, depth - 1) })
          .map((parts): Condition => ({ kind: 'implies', ...parts })),
      );

const quantified: fc.Arbitrary<Condition> = fc
  .record({ quantifier: fc.constantFrom('some', 'every', 'none'), of: compose(stated, 1) } as const)
  .map(({ quantifier, of }): Condition => ({ kind: 'quantified', quantifier, object: 'lot', of }));
const conditions = compose(fc.oneof(stated, compared, quantified), 2).map(normalise);

const quantifiers = (condition: Condition): number => (conditionText(condition).match(/"quantified"/gu) ?? []).length;

describe('the verdict', () => {
  const vocabulary: StateVocabulary = { statesOf: () => STATES, classOf: () => undefined, counts: () => undefined };
  const known = { base: { vocabulary, names: PLAIN_NAMES }, head: { vocabulary, names: PLAIN_NAMES } };

  it('is what every concrete world says', () => {
    const seen = new Set<ConditionVerdict>();
    fc.assert(
      fc.property(conditions, conditions, (before, after) => {
        // With more than two statements about lots, two lots are not every world.
        fc.pre(quantifiers(before) + quantifiers(after) <= 2);
        let [gained, lost] = [false, false];
        for (const world of WORLDS) {
          const [was, is] = [holds(before, world) === true, holds(after, world) === true];
          gained ||= is && !was;
          lost ||= was && !is;
        }
        const expected: ConditionVerdict =
          gained && lost ? 'incomparable' : gained ? 'weakened' : lost ? 'tightened' : 'equal';
        seen.add(expected);
        expect(compareConditions(before, after, known)).toBe(expected);
      }),
      { numRuns: 200, seed: 20260302 },
    );
    expect([...seen].sort()).toEqual(['equal', 'incomparable', 'tightened', 'weakened']);
  });

  it('is turned round when the revisions are', () => {
    const turned: Partial<Record<ConditionVerdict, ConditionVerdict>> = {
      weakened: 'tightened',
      tightened: 'weakened',
    };
    fc.assert(
      fc.property(conditions, conditions, (before, after) => {
        fc.pre(quantifiers(before) + quantifiers(after) <= 3);
        const there = compareConditions(before, after, known);
        expect(compareConditions(after, before, known)).toBe(turned[there] ?? there);
      }),
      { numRuns: 100, seed: 7 },
    );
  });

  it('does not depend on the order in which conditions are written', () => {
    fc.assert(
      fc.property(fc.array(conditions, { minLength: 2, maxLength: 4 }), (members) => {
        const forwards = normalise({ kind: 'all', of: members });
        const backwards = normalise({ kind: 'all', of: members.toReversed() });
        expect(conditionText(forwards)).toBe(conditionText(backwards));
      }),
    );
  });
});
