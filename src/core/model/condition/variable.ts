import { compareText } from '../../diagnostics/order.ts';
import type { Comparison, Condition, Operand } from '../../language/condition.ts';
import { conditionText } from './normal-form.ts';
import { ordered, orderOf } from './ordered-value.ts';
import { ABSENT, matches } from './state-vocabulary.ts';
import type { StateVocabulary } from './state-vocabulary.ts';
import type { Truth } from './truth.ts';
import { opposite } from './truth.ts';

/** A value that something read by conditions may have: a state, a code, a position among limits, true or false. */
export type Value = string | number | boolean | Missing;

interface Missing {
  readonly missing: 'empty' | 'not delivered' | 'other';
}

/** The field has no value. */
export const EMPTY: Missing = { missing: 'empty' };
/** Nothing was ever delivered or answered. */
export const UNDELIVERED: Missing = { missing: 'not delivered' };
/** A value that no condition names. */
export const OTHER: Missing = { missing: 'other' };

export type Status = Extract<Condition, { kind: 'status' }>;
export type FieldComparison = Extract<Condition, { kind: 'comparison' }>;

/** One thing that conditions read, with every value that makes a difference to them. */
export interface Variable {
  readonly key: string;
  readonly values: readonly Value[];
  /** What a test of it makes of one of these values. */
  truthOf(test: Test, value: Value): Truth;
}

/** An atomic statement about one variable. `vocabulary` is that of the revision that says it. */
export type Test =
  | { readonly kind: 'status'; readonly status: Status; readonly vocabulary: StateVocabulary }
  | { readonly kind: 'comparison'; readonly comparison: FieldComparison }
  | { readonly kind: 'message'; readonly messages: readonly string[] }
  | { readonly kind: 'opaque' };

/** What the test reads: equal keys = the same variable. `source` tells a copy from another copy and from the owner. */
export function variableKey(test: Test, source: string): string {
  if (test.kind === 'opaque') return source;
  if (test.kind === 'message') return `${source}message`;
  if (test.kind === 'status') {
    const { lifecycle, states } = test.status;
    const known = isExplicit(states) || test.vocabulary.statesOf(lifecycle) !== undefined;
    return known ? `${source}status ${lifecycle}` : `${source}status ${lifecycle} ${JSON.stringify(states)}`;
  }
  const { field, operand } = test.comparison;
  return operand.kind === 'field'
    ? `${source}fields ${[field, operand.field].toSorted(compareText).join(' ')}`
    : `${source}field ${field}`;
}

/** The variable that these tests, all of one key, read. */
export function variableOf(key: string, tests: readonly Test[], delivered: boolean): Variable {
  const unknown: readonly Value[] = delivered ? [UNDELIVERED] : [];
  const statuses = tests.flatMap((test) => (test.kind === 'status' ? [test] : []));
  if (statuses.length > 0) return statusVariable(key, statuses, unknown);
  const comparisons = tests.flatMap((test) => (test.kind === 'comparison' ? [test.comparison] : []));
  if (comparisons.length > 0) return fieldVariable(key, comparisons, unknown);
  const messages = tests.flatMap((test) => (test.kind === 'message' ? test.messages : []));
  if (messages.length > 0) return messageVariable(key, messages);
  return {
    key,
    values: [true, false, ...(key.startsWith('settled ') ? [] : [UNDELIVERED])],
    truthOf: (_, value) => (typeof value === 'boolean' ? value : undefined),
  };
}

/** Which message it is; an interface takes in each of its messages, named here or not. */
function messageVariable(key: string, messages: readonly string[]): Variable {
  const unnamed = messages.flatMap((name) => (name.includes('.') ? [] : [`${name}.`]));
  return {
    key,
    values: [...new Set([...messages, ...unnamed]), OTHER],
    truthOf: (test, value) =>
      test.kind === 'message' &&
      typeof value === 'string' &&
      test.messages.some((name) => value === name || value.startsWith(`${name}.`)),
  };
}

type StatusTest = Extract<Test, { kind: 'status' }>;

function statusVariable(key: string, tests: readonly StatusTest[], unknown: readonly Value[]): Variable {
  const named = tests.flatMap(({ status, vocabulary }) => [
    ...(vocabulary.statesOf(status.lifecycle) ?? []),
    ...statesNamed(status.states),
  ]);
  const open = tests.some(({ status, vocabulary }) => vocabulary.statesOf(status.lifecycle) === undefined);
  const closedKey = tests.some(({ status }) => !isExplicit(status.states)) && open;
  if (closedKey)
    return {
      key,
      values: [true, false, UNDELIVERED],
      truthOf: (_, value) => (typeof value === 'boolean' ? value : undefined),
    };
  const values: readonly Value[] = [...new Set<string>([...named, ABSENT]), ...(open ? [OTHER] : []), ...unknown];
  return {
    key,
    values,
    truthOf: (test, value) => {
      if (test.kind !== 'status' || value === UNDELIVERED) return undefined;
      // A state that nobody names stands for every state of a lifecycle that is not known.
      return matches(
        test.status.states,
        test.status.lifecycle,
        typeof value === 'string' ? value : '',
        test.vocabulary,
      );
    },
  };
}

function isExplicit(states: Status['states']): boolean {
  return states.kind === 'states' || (states.kind === 'not' && isExplicit(states.of));
}

function statesNamed(states: Status['states']): readonly string[] {
  return states.kind === 'states' ? states.states : states.kind === 'not' ? statesNamed(states.of) : [];
}

function fieldVariable(key: string, comparisons: readonly FieldComparison[], unknown: readonly Value[]): Variable {
  if (comparisons.some(({ operand }) => operand.kind === 'field')) return fieldPairVariable(key, unknown);
  const compared = comparisons.filter(({ comparison }) => comparison !== 'filled');
  const constants = compared.flatMap(({ operand }) => constantsOf(operand));
  const limits = ordered(constants);
  if (limits === undefined && compared.some(({ comparison }) => comparison !== 'equals' && comparison !== 'in')) {
    return unrelatedVariable(key, compared, unknown);
  }
  const logical = compared.length > 0 && compared.every(({ operand }) => operand.kind === 'boolean');
  const values: readonly Value[] =
    limits !== undefined
      ? Array.from({ length: 2 * limits.length + 1 }, (_, index) => index)
      : logical
        ? ['true', 'false']
        : [...new Set(constants), OTHER];
  const place = (constant: string): Value =>
    limits === undefined ? constant : 2 * limits.findIndex((limit) => orderOf(limit, constant) === 0) + 1;
  return fieldValues(key, [...values, EMPTY, ...unknown], ({ comparison, operand }, value) =>
    compares(comparison, value, constantsOf(operand).map(place)),
  );
}

/** Limits that cannot be put in order, such as those in different units: each may hold or not, whatever the others do. */
function unrelatedVariable(key: string, compared: readonly FieldComparison[], unknown: readonly Value[]): Variable {
  const texts = [...new Set(compared.map((comparison) => conditionText(comparison)))];
  // Beyond 16 limits nobody looks at every combination; the number alone says that there are too many.
  const values: readonly Value[] = Array.from({ length: 2 ** Math.min(texts.length, 17) }, (_, index) => index);
  return fieldValues(key, [...values, EMPTY, ...unknown], (comparison, value) => {
    const bit = texts.indexOf(conditionText(comparison));
    return typeof value === 'number' && Math.floor(value / 2 ** bit) % 2 === 1;
  });
}

/** A field in which a comparison is unknown where there is no value; only `filled` knows then, if anything was delivered. */
function fieldValues(
  key: string,
  values: readonly Value[],
  truth: (comparison: FieldComparison, value: Value) => Truth,
): Variable {
  return {
    key,
    values,
    truthOf: (test, value) => {
      if (test.kind !== 'comparison' || value === UNDELIVERED) return undefined;
      const { comparison, operand } = test.comparison;
      if (comparison === 'filled') return (value !== EMPTY) === (operand.kind === 'boolean' && operand.value);
      return value === EMPTY ? undefined : truth(test.comparison, value);
    },
  };
}

function constantsOf(operand: Operand): readonly string[] {
  switch (operand.kind) {
    case 'value':
      return [operand.value];
    case 'values':
      return operand.values;
    case 'boolean':
      return [String(operand.value)];
    case 'field':
      return [];
  }
}

/** Two fields of which only the order matters: the first in the key is smaller, equal, greater, or one of them is empty. */
function fieldPairVariable(key: string, unknown: readonly Value[]): Variable {
  return {
    key,
    values: [-1, 0, 1, OTHER, EMPTY, ...unknown],
    truthOf: (test, value) => {
      if (
        test.kind !== 'comparison' ||
        test.comparison.operand.kind !== 'field' ||
        value === EMPTY ||
        value === UNDELIVERED
      )
        return undefined;
      const { field, operand, comparison } = test.comparison;
      const swapped = compareText(field, operand.field) > 0;
      if (value === OTHER) return comparison === 'equals' ? false : undefined;
      return compares(comparison, swapped ? -(value as number) : value, [0]);
    },
  };
}

function compares(comparison: Comparison, value: Value, positions: readonly Value[]): Truth {
  const [limit] = positions;
  switch (comparison) {
    case 'equals':
    case 'in':
      return positions.includes(value);
    case 'filled':
      return undefined;
    default:
      if (typeof value !== 'number' || typeof limit !== 'number') return undefined;
      return comparison === 'above'
        ? value > limit
        : comparison === 'below'
          ? value < limit
          : opposite(comparison === 'atLeast' ? value < limit : value > limit);
  }
}
