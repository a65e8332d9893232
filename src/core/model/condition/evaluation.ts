import type { Condition } from '../../language/condition.ts';
import { conditionText, partsOf } from './normal-form.ts';
import type { StateVocabulary } from './state-vocabulary.ts';
import { allOf, anyOf, opposite } from './truth.ts';
import type { Truth } from './truth.ts';
import { variableKey, variableOf } from './variable.ts';
import type { Test, Value, Variable } from './variable.ts';

/** What everything that the conditions read is, at one moment. */
export interface Situation {
  readonly values: ReadonlyMap<string, Value>;
  /** For each kind of related record: what each of them is. */
  readonly records: ReadonlyMap<string, readonly Situation[]>;
}

/** One revision's reading of a condition. */
export interface Reading {
  readonly condition: Condition;
  readonly vocabulary: StateVocabulary;
}

/** Everything that several readings depend on. */
export interface Scope {
  readonly variables: ReadonlyMap<string, Variable>;
  readonly records: ReadonlyMap<
    string,
    {
      readonly scope: Scope;
      /** How many different statements there are about such records. */ readonly statements: number;
    }
  >;
}

type Quantified = Extract<Condition, { kind: 'quantified' }>;

/** Where a value comes from, as a prefix of its variable. */
interface Source {
  readonly prefix: string;
  readonly nested: boolean;
}

const OWNER: Source = { prefix: '', nested: false };

/** Collects what the readings depend on. */
export function scopeOf(readings: readonly Reading[]): Scope {
  return collect(readings.map(({ condition, vocabulary }) => ({ condition, vocabulary, source: OWNER })));
}

interface Scoped extends Reading {
  readonly source: Source;
}

function collect(readings: readonly Scoped[]): Scope {
  const tests = new Map<string, Test[]>();
  const bodies = new Map<string, Map<string, Scoped>>();
  const visit = (condition: Condition, vocabulary: StateVocabulary, source: Source): void => {
    if (condition.kind === 'quantified' && !source.nested) {
      const key = recordsKey(condition);
      const inner = bodies.get(key) ?? new Map<string, Scoped>();
      const text = conditionText(condition);
      // The same words may mean other states in the other revision; without classes and sets they cannot.
      const statement = /"kind":"(?:classes|set)"/u.test(text) ? `${inner.size} ${text}` : text;
      inner.set(statement, { condition: condition.of, vocabulary, source: { ...source, nested: true } });
      bodies.set(key, inner);
      return;
    }
    const test = testOf(condition, vocabulary);
    if (test !== undefined) {
      const key = keyOf(condition, test, source);
      tests.set(key, [...(tests.get(key) ?? []), test]);
    }
    if (condition.kind === 'message') {
      tests.set(`${source.prefix}message`, [
        ...(tests.get(`${source.prefix}message`) ?? []),
        { kind: 'message', messages: condition.messages },
      ]);
    }
    if (condition.kind !== 'quantified')
      for (const part of partsOf(condition)) visit(part, vocabulary, sourceOf(condition, source));
  };
  for (const { condition, vocabulary, source } of readings) visit(condition, vocabulary, source);
  return {
    variables: new Map(
      [...tests].map(([key, members]) => [key, variableOf(key, members, /^(copy|query|message) /u.test(key))]),
    ),
    records: new Map(
      [...bodies].map(([key, inner]) => [key, { scope: collect([...inner.values()]), statements: inner.size }]),
    ),
  };
}

/** Records of one object are told apart by where they are read from: a copy may know fewer of them. */
function recordsKey({ object, of: body }: Quantified): string {
  return [object, ...sourcesIn(body)].join(' ');
}

function sourcesIn(condition: Condition): readonly string[] {
  const own = condition.kind === 'read' ? [`${condition.from} ${condition.interface}`] : [];
  return [...new Set([...own, ...partsOf(condition).flatMap(sourcesIn)])].sort();
}

function sourceOf(condition: Condition, source: Source): Source {
  if (condition.kind === 'read')
    return { ...source, prefix: `${condition.from} ${condition.interface} ${condition.maxAge ?? ''}: ` };
  return condition.kind === 'message' ? { ...source, prefix: 'message : ' } : source;
}

function testOf(condition: Condition, vocabulary: StateVocabulary): Test | undefined {
  switch (condition.kind) {
    case 'status':
      return { kind: 'status', status: condition, vocabulary };
    case 'comparison':
      return { kind: 'comparison', comparison: condition };
    case 'fact':
    case 'settled':
    case 'quantified':
      return { kind: 'opaque' };
    default:
      return undefined;
  }
}

function keyOf(condition: Condition, test: Test, source: Source): string {
  switch (condition.kind) {
    case 'fact':
      return `fact ${condition.text}`;
    case 'settled':
      return `settled ${condition.interface}`;
    case 'quantified':
      return conditionText(condition);
    default:
      return variableKey(test, source.prefix);
  }
}

/** What the reading comes to in a situation: true, false or unknown. */
export function evaluate({ condition, vocabulary }: Reading, situation: Situation, scope: Scope): Truth {
  const truth = (part: Condition, source: Source, here: Situation, within: Scope): Truth => {
    const same = (inner: Condition): Truth => truth(inner, sourceOf(part, source), here, within);
    switch (part.kind) {
      case 'all':
        return allOf(part.of.map(same));
      case 'any':
        return anyOf(part.of.map(same));
      case 'not':
        return opposite(same(part.of));
      case 'implies':
        return anyOf([opposite(same(part.if)), same(part.then)]);
      case 'read':
        return same(part.of);
      case 'message': {
        const key = `${source.prefix}message`;
        return allOf([valueTruth(within, key, { kind: 'message', messages: part.messages }, here), same(part.of)]);
      }
      case 'quantified': {
        const key = recordsKey(part);
        const records = source.nested ? undefined : within.records.get(key);
        if (records === undefined) break;
        const each = (here.records.get(key) ?? []).map((record) =>
          truth(part.of, { ...source, nested: true }, record, records.scope),
        );
        return part.quantifier === 'every'
          ? allOf(each)
          : part.quantifier === 'some'
            ? anyOf(each)
            : opposite(anyOf(each));
      }
      default:
        break;
    }
    const test = testOf(part, vocabulary);
    return test === undefined ? undefined : valueTruth(within, keyOf(part, test, source), test, here);
  };
  return truth(condition, OWNER, situation, scope);
}

function valueTruth(scope: Scope, key: string, test: Test, situation: Situation): Truth {
  const value = situation.values.get(key);
  return value === undefined ? undefined : scope.variables.get(key)?.truthOf(test, value);
}
