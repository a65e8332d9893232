import canonicalize from 'canonicalize';
import { compareText } from '../../diagnostics/order.ts';
import type { Condition, Operand, StatePattern } from '../../language/condition.ts';

/** The condition that always holds. */
export const ALWAYS: Condition = { kind: 'all', of: [] };

export function isAlways(condition: Condition): boolean {
  return condition.kind === 'all' && condition.of.length === 0;
}

/** One text per meaningful spelling: RFC 8785 JSON of the canonical form. Equal texts = equal conditions. */
export function conditionText(condition: Condition): string {
  return canonicalize(condition) ?? '';
}

/** All of these hold: flat, without repeats, in canonical order; one condition stands for itself. */
export function conjunction(conditions: readonly Condition[]): Condition {
  return joined('all', conditions);
}

/** At least one of these holds: flat, without repeats, in canonical order; one condition stands for itself. */
export function disjunction(conditions: readonly Condition[]): Condition {
  return joined('any', conditions);
}

function joined(kind: 'all' | 'any', conditions: readonly Condition[]): Condition {
  const byText = new Map<string, Condition>();
  for (const condition of conditions) {
    for (const member of condition.kind === kind ? condition.of : [condition]) {
      const text = conditionText(member);
      if (!byText.has(text)) byText.set(text, member);
    }
  }
  const members = [...byText].sort(([a], [b]) => compareText(a, b)).map(([, member]) => member);
  const [only] = members;
  return only !== undefined && members.length === 1 ? only : { kind, of: members };
}

/** The opposite; of an opposite, the condition itself. */
export function negation(condition: Condition): Condition {
  return condition.kind === 'not' ? condition.of : { kind: 'not', of: condition };
}

/** Where a value is read from. */
export interface ReadSource {
  readonly from: 'copy' | 'query';
  readonly interface: string;
  readonly maxAge?: string;
}

/**
 * The condition with each status and comparison in it read from `source`, unless it says itself where it is read; `onRead` is
 * told of each value that is.
 */
export function readFrom(source: ReadSource, condition: Condition, onRead?: (read: Condition) => void): Condition {
  switch (condition.kind) {
    case 'status':
    case 'comparison': {
      const read: Condition = { kind: 'read', ...source, of: condition };
      onRead?.(read);
      return read;
    }
    case 'read':
    case 'fact':
    case 'settled':
      return condition;
    default:
      return mapParts(condition, (part) => readFrom(source, part, onRead));
  }
}

/** The condition rebuilt from its direct parts, each replaced by `change`. */
export function mapParts(condition: Condition, change: (part: Condition) => Condition): Condition {
  switch (condition.kind) {
    case 'all':
      return conjunction(condition.of.map(change));
    case 'any':
      return disjunction(condition.of.map(change));
    case 'not':
      return negation(change(condition.of));
    case 'implies':
      return { kind: 'implies', if: change(condition.if), then: change(condition.then) };
    case 'quantified':
    case 'read':
    case 'message':
      return { ...condition, of: change(condition.of) };
    default:
      return condition;
  }
}

/** The direct parts of a condition. */
export function partsOf(condition: Condition): readonly Condition[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of;
    case 'implies':
      return [condition.if, condition.then];
    case 'not':
    case 'quantified':
    case 'read':
    case 'message':
      return [condition.of];
    default:
      return [];
  }
}

/** Canonical form of any condition, however it was put together. */
export function normalise(condition: Condition): Condition {
  switch (condition.kind) {
    case 'status':
      return { ...condition, states: normalPattern(condition.states) };
    case 'comparison':
      return normalComparison(condition.field, condition.comparison, condition.operand);
    case 'message':
      return { ...condition, messages: sortedNames(condition.messages), of: normalise(condition.of) };
    case 'read': {
      const { from, interface: name, maxAge } = condition;
      return readFrom(
        maxAge === undefined ? { from, interface: name } : { from, interface: name, maxAge },
        normalise(condition.of),
      );
    }
    default:
      return mapParts(condition, normalise);
  }
}

/** A comparison in canonical form: sorted values, and `equals` for one value. */
export function normalComparison(
  field: string,
  comparison: (Condition & { kind: 'comparison' })['comparison'],
  operand: Operand,
): Condition {
  if (operand.kind !== 'values') return { kind: 'comparison', field, comparison, operand };
  const values = sortedNames(operand.values);
  const [only] = values;
  return only !== undefined && values.length === 1 && comparison === 'in'
    ? { kind: 'comparison', field, comparison: 'equals', operand: { kind: 'value', value: only } }
    : { kind: 'comparison', field, comparison, operand: { kind: 'values', values } };
}

function normalPattern(pattern: StatePattern): StatePattern {
  switch (pattern.kind) {
    case 'states':
      return { kind: 'states', states: sortedNames(pattern.states) };
    case 'classes':
      return { kind: 'classes', classes: sortedNames(pattern.classes) };
    case 'set':
      return pattern;
    case 'not':
      return { kind: 'not', of: normalPattern(pattern.of) };
  }
}

/** Names without repeats, by code points. */
export function sortedNames(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort(compareText);
}
