import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../src/core/language/canonical.ts';
import { conditionText } from '../../../../src/core/model/condition/normal-form.ts';
import { parseCondition } from '../../../../src/core/model/condition/parse-condition.ts';
import type { ConditionProblem } from '../../../../src/core/model/condition/parse-condition.ts';

function read(value: Json): unknown {
  const problems: ConditionProblem[] = [];
  const condition = parseCondition(value, (problem) => problems.push(problem));
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return condition;
}

function problemsOf(value: Json): readonly (readonly [string, string])[] {
  const problems: ConditionProblem[] = [];
  expect(parseCondition(value, (problem) => problems.push(problem))).toBeUndefined();
  return problems.map(({ message, path }) => [path.join('.'), message]);
}

const blocking = { kind: 'status', lifecycle: 'NCR', states: { kind: 'set', set: 'VM-NCR-BLOCK' } };

describe('a condition is read into one canonical form', () => {
  it('reads states of a lifecycle in every form', () => {
    expect(read({ NCR: 'Open' })).toEqual({
      kind: 'status',
      lifecycle: 'NCR',
      states: { kind: 'states', states: ['Open'] },
    });
    expect(read({ NCR: ['Void', 'Closed', 'absent', 'Void'] })).toEqual({
      kind: 'status',
      lifecycle: 'NCR',
      states: { kind: 'states', states: ['Closed', 'Void', 'absent'] },
    });
    expect(read({ NCR: { class: ['open', 'held'] } })).toEqual({
      kind: 'status',
      lifecycle: 'NCR',
      states: { kind: 'classes', classes: ['held', 'open'] },
    });
    expect(read({ NCR: { not: { in: 'VM-NCR-BLOCK' } } })).toEqual({
      kind: 'status',
      lifecycle: 'NCR',
      states: { kind: 'not', of: { kind: 'set', set: 'VM-NCR-BLOCK' } },
    });
  });

  it('puts the quantifier around the source and the source around the value', () => {
    expect(read({ none: 'ncr', query: 'IF-007', NCR: { in: 'VM-NCR-BLOCK' } })).toEqual({
      kind: 'quantified',
      quantifier: 'none',
      object: 'ncr',
      of: { kind: 'read', from: 'query', interface: 'IF-007', of: blocking },
    });
  });

  it('reads each value below a source from it, and no fact', () => {
    const grouped = read({
      copy: 'IF-1',
      maxAge: '15min',
      all: [{ NCR: { in: 'VM-NCR-BLOCK' } }, { not: { field: 'verdict', equals: 'P' } }],
      fact: 'seen',
    });
    const apart = read({
      all: [
        { fact: 'seen' },
        { copy: 'IF-1', maxAge: '15 min', NCR: { in: 'VM-NCR-BLOCK' } },
        { not: { copy: 'IF-1', maxAge: '15 min', field: 'verdict', equals: 'P' } },
      ],
    });
    expect(grouped).toEqual(apart);
  });

  it('joins the entries of a mapping, flattens, sorts and drops repeats', () => {
    const a = read({ LOT: 'Complete', fact: 'all exceptions are listed' });
    const b = read({
      all: [{ fact: ' all exceptions  are listed' }, { all: [{ LOT: ['Complete'] }, { LOT: 'Complete' }] }],
    });
    expect(a).toEqual(b);
    expect(a).toEqual({
      kind: 'all',
      of: [
        { kind: 'fact', text: 'all exceptions are listed' },
        { kind: 'status', lifecycle: 'LOT', states: { kind: 'states', states: ['Complete'] } },
      ],
    });
    expect(read({ not: { not: { LOT: 'Complete' } } })).toEqual(read({ LOT: 'Complete' }));
    expect(read({ any: [{ LOT: 'A' }] })).toEqual(read({ LOT: 'A' }));
  });

  it('keeps operands exact', () => {
    const comparison = (value: Json): unknown => read({ field: 'ncr.qty', ...(value as object) } as Json);
    expect(comparison({ above: '0 EA' })).toEqual({
      kind: 'comparison',
      field: 'ncr.qty',
      comparison: 'above',
      operand: { kind: 'value', value: '0 EA' },
    });
    expect(comparison({ atMost: '1.10kg/EA' })).toMatchObject({ operand: { value: '1.1 kg/EA' } });
    expect(comparison({ equals: '12AB' })).toMatchObject({ operand: { value: '12AB' } });
    expect(comparison({ equals: { field: 'ncr.other' } })).toMatchObject({
      operand: { kind: 'field', field: 'ncr.other' },
    });
    expect(comparison({ equals: true })).toMatchObject({ operand: { kind: 'boolean', value: true } });
    expect(comparison({ in: ['B', 'A'] })).toMatchObject({
      comparison: 'in',
      operand: { kind: 'values', values: ['A', 'B'] },
    });
    expect(comparison({ in: 'A' })).toEqual(comparison({ equals: 'A' }));
    expect(comparison({ filled: true })).toMatchObject({
      comparison: 'filled',
      operand: { kind: 'boolean', value: true },
    });
  });

  it('reads facts, messages, settled interfaces and if-then', () => {
    expect(read({ fact: 'pallet label checked', per: 'SOP-014' })).toEqual({
      kind: 'fact',
      text: 'pallet label checked',
      per: 'SOP-014',
    });
    expect(read({ message: ['UNHOLD', 'HOLD'] })).toEqual({
      kind: 'message',
      messages: ['HOLD', 'UNHOLD'],
      of: { kind: 'all', of: [] },
    });
    expect(read({ settled: ['IF-002', 'IF-001'] })).toEqual(
      read({ all: [{ settled: 'IF-001' }, { settled: 'IF-002' }] }),
    );
    expect(read({ some: 'ncr' })).toEqual({
      kind: 'quantified',
      quantifier: 'some',
      object: 'ncr',
      of: { kind: 'all', of: [] },
    });
    expect(read({ if: { fact: 'a' }, then: { fact: 'b' } })).toEqual({
      kind: 'implies',
      if: { kind: 'fact', text: 'a' },
      then: { kind: 'fact', text: 'b' },
    });
  });

  it('takes data without a prototype', () => {
    const data = Object.assign(Object.create(null) as object, { NCR: 'Open' }) as Json;
    expect(conditionText(read(data) as never)).toBe(
      '{"kind":"status","lifecycle":"NCR","states":{"kind":"states","states":["Open"]}}',
    );
  });
});

describe('what is no condition is reported where it stands', () => {
  it.each<readonly [string, Json, readonly (readonly [string, string])[]]>([
    ['a list', [{ NCR: 'Open' }], [['', 'A condition is a mapping, and this is not one.']]],
    ['a text', { all: ['NCR Open'] }, [['all.0', 'A condition is a mapping, and this is not one.']]],
    ['nothing', {}, [['', 'This condition says nothing.']]],
    ['an empty value', { any: [{ NCR: null }] }, [['any.0.NCR', '`NCR` has no value.']]],
    ['a comparison without field', { equals: 'P' }, [['equals', '`equals` compares nothing: there is no `field`.']]],
    ['a field without comparison', { field: 'ncr.x' }, [['field', '`field` is not compared with anything.']]],
    [
      'two comparisons',
      { field: 'a.b', above: '1', below: '2' },
      [['below', '`above` and `below` stand in one mapping.']],
    ],
    ['then without if', { then: { NCR: 'Open' } }, [['then', '`then` stands without `if`.']]],
    ['if without then', { if: { NCR: 'Open' } }, [['if', '`if` stands without `then`.']]],
    ['per without fact', { NCR: 'Open', per: 'SOP-1' }, [['per', '`per` stands without `fact`.']]],
    [
      'two quantifiers',
      { some: 'ncr', none: 'lot', NCR: 'Open' },
      [['none', '`some` and `none` stand in one mapping.']],
    ],
    ['two sources', { copy: 'A', query: 'B', NCR: 'Open' }, [['query', '`copy` and `query` stand in one mapping.']]],
    [
      'a source in a source',
      { copy: 'A', all: [{ query: 'B', NCR: 'Open' }] },
      [['all.0.query', '`query` stands inside `copy`.']],
    ],
    ['a source of nothing', { copy: 'A', fact: 'x' }, [['copy', 'Nothing is read from `copy: A`.']]],
    ['every without content', { every: 'ncr' }, [['every', '`every: ncr` does not say what holds for each.']]],
    ['an unknown class', { NCR: { class: 'opened' } }, [['NCR.class', '`opened` is no class of states.']]],
    ['an unknown word for states', { NCR: { of: 'X' } }, [['NCR.of', '`of` does not say which states are meant.']]],
    [
      'a limit that is no amount',
      { field: 'a.b', above: 'high' },
      [['above', '`above` needs a number, a quantity or another field.']],
    ],
    ['several equal values', { field: 'a.b', equals: ['A', 'B'] }, [['equals', '`equals` needs one value.']]],
    ['filled with text', { field: 'a.b', filled: 'yes' }, [['filled', '`filled` is true or false.']]],
    [
      'an age without unit',
      { copy: 'A', maxAge: '15', NCR: 'Open' },
      [['maxAge', '`maxAge` must be a time with its unit, such as 60 s; it is "15".']],
    ],
    ['an empty list', { all: [] }, [['all', '`all` lists nothing.']]],
  ])('%s', (_what, value, expected) => {
    expect(problemsOf(value)).toEqual(expected);
  });

  it('guesses a mistyped `field`', () => {
    const problems: ConditionProblem[] = [];
    parseCondition({ feild: 'ncr.x', equals: 'P' }, (problem) => problems.push(problem));
    expect(problems.map(({ hint }) => hint)).toEqual(['Did you mean `field` where it says `feild`?']);
  });
});
