import type { Condition, StatePattern } from '../../language/condition.ts';
import { matches, type StateVocabulary } from '../../model/condition/state-vocabulary.ts';
import type { World } from './world.ts';

/**
 * What a settled plant says about a condition. `free` = nobody but the tester decides (a fact, a field value);
 * `unknown` = the value was never delivered or there is no such record, which makes a step as impossible as `false` does.
 */
export type Truth = 'true' | 'false' | 'free' | 'unknown';

/** What has to be looked up to evaluate a condition. */
export interface Lookup {
  readonly vocabulary: StateVocabulary;
  /** Whether the field of an interface holds the name of the message. */
  holdsMessageName(interfaceId: string, field: string): boolean;
}

interface Reading {
  readonly from: 'owner' | 'copy' | 'message';
  readonly interface?: string;
}

/** Whether a step with this condition can be taken in this world: plainly true, or free for the tester to make true. */
export function isPossible(truth: Truth): boolean {
  return truth === 'true' || truth === 'free';
}

export function evaluate(
  condition: Condition,
  world: World,
  lookup: Lookup,
  reading: Reading = { from: 'owner' },
): Truth {
  switch (condition.kind) {
    case 'all':
      return decided(condition.of, CONJUNCTION, world, lookup, reading);
    case 'any':
      return decided(condition.of, DISJUNCTION, world, lookup, reading);
    case 'not':
      return negation(evaluate(condition.of, world, lookup, reading));
    case 'implies':
      return stronger(
        negation(evaluate(condition.if, world, lookup, reading)),
        evaluate(condition.then, world, lookup, reading),
        DISJUNCTION,
      );
    case 'quantified': {
      const one = evaluate(condition.of, world, lookup, reading);
      if (condition.quantifier === 'none') return one === 'unknown' ? 'true' : negation(one);
      if (one === 'unknown') return condition.quantifier === 'every' ? 'true' : 'false';
      return one;
    }
    case 'read':
      return evaluate(
        condition.of,
        world,
        lookup,
        condition.from === 'copy' ? { from: 'copy', interface: condition.interface } : reading,
      );
    case 'message':
      return evaluate(condition.of, world, lookup, { from: 'message' });
    case 'status':
      return statusHolds(condition.lifecycle, condition.states, world, lookup, reading);
    case 'settled':
      return 'true';
    case 'comparison': {
      if (reading.from !== 'copy' || reading.interface === undefined) return 'free';
      const delivered = world.delivered[reading.interface];
      if (delivered === undefined) return 'unknown';
      if (!lookup.holdsMessageName(reading.interface, condition.field)) return 'free';
      const name = delivered.message.split('.')[1] ?? delivered.message;
      if (condition.comparison === 'equals' && condition.operand.kind === 'value')
        return truth(condition.operand.value === name);
      if (condition.comparison === 'in' && condition.operand.kind === 'values')
        return truth(condition.operand.values.includes(name));
      return 'free';
    }
    case 'fact':
      return 'free';
  }
}

function statusHolds(lifecycle: string, pattern: StatePattern, world: World, lookup: Lookup, reading: Reading): Truth {
  const state =
    reading.from === 'copy' && reading.interface !== undefined
      ? world.delivered[reading.interface]?.statuses[lifecycle]
      : world.states[lifecycle];
  // A copy that nothing in the model ever fills (its sender is not modelled) is for the tester to fill.
  if (state === undefined) return reading.from === 'copy' ? 'unknown' : 'free';
  const holds = matches(pattern, lifecycle, state, lookup.vocabulary);
  return holds === undefined ? 'unknown' : truth(holds);
}

function truth(holds: boolean): Truth {
  return holds ? 'true' : 'false';
}

function negation(one: Truth): Truth {
  return one === 'true' ? 'false' : one === 'false' ? 'true' : one;
}

/** Of the truths of its parts the one that stands first is that of the whole; without parts it is the last. */
const CONJUNCTION: readonly Truth[] = ['false', 'unknown', 'free', 'true'];
const DISJUNCTION: readonly Truth[] = ['true', 'free', 'unknown', 'false'];

function stronger(a: Truth, b: Truth, order: readonly Truth[]): Truth {
  return order.indexOf(b) < order.indexOf(a) ? b : a;
}

/** The parts are looked at until one settles it. */
function decided(
  parts: readonly Condition[],
  order: readonly Truth[],
  world: World,
  lookup: Lookup,
  reading: Reading,
): Truth {
  let found: Truth = order[3] ?? 'unknown';
  for (const part of parts) {
    found = stronger(found, evaluate(part, world, lookup, reading), order);
    if (found === order[0]) break;
  }
  return found;
}
