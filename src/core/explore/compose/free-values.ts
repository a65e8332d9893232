import type { Condition, Quantifier } from '../../language/condition.ts';
import { PLAIN_NAMES } from '../../model/condition/condition-names.ts';
import { conditionText } from '../../model/condition/normal-form.ts';
import { describeCondition } from '../../model/condition/words.ts';
import type { Expression } from '../plant/expression.ts';
import { all, any, not } from '../plant/simplify.ts';
import type { Binding, Truth } from './composition.ts';
import { isOfCodes, leafText, subjectOf, verdictOf, type Leaf, type ValueClass, type Verdict } from './predicates.ts';
import type { World } from './world.ts';

/** A fact about these records: true or false, the same wherever it is named within one step. */
export function freeFact(world: World, { text }: Extract<Condition, { kind: 'fact' }>, binding: Binding): Truth {
  return either(world.atoms.of(`fact ${text} ${recordsIn(binding)}`, `fact: ${text}${suffix(world, binding)}`));
}

/** What is asked of records of which the world has none: free as a whole. */
export function freeQuantified(
  world: World,
  quantifier: Quantifier,
  object: string,
  of: Condition,
  binding: Binding,
): Truth {
  // `none` is the opposite of `some`; so that both are never taken for true, they are one atom.
  const asked: Condition = { kind: 'quantified', quantifier: quantifier === 'none' ? 'some' : quantifier, object, of };
  const atom = world.atoms.of(
    `${conditionText(asked)} ${recordsIn(binding)}`,
    `${describeCondition(asked, PLAIN_NAMES)}${suffix(world, binding)}`,
  );
  const truth = either(atom);
  return quantifier === 'none' ? { yes: truth.no, no: truth.yes } : truth;
}

/** Which free value is meant. */
export interface FreeOf {
  /** The interface over which it is read; undefined = as the owner has it. */
  readonly over: string | undefined;
  /** Records and readers, as a key: the same key is the same value. */
  readonly of: string;
  /** What stands behind its name, for people. */
  readonly called: string;
}

/**
 * A status or field that nothing follows. It has one of the values that conditions tell apart, and the same one wherever it
 * is named within one step; values are told apart by one atom after another, of which the first that is true counts.
 */
export function freeValue(world: World, leaf: Leaf, { over, of, called }: FreeOf): Truth {
  const subject = subjectOf(leaf, over);
  const name = [subjectOf(leaf, undefined), called].filter((word) => word !== '').join(' ');
  if (!isOfCodes(leaf)) {
    const behind = called === '' ? '' : ` (${called})`;
    return either(
      world.atoms.of(`${leafText(leaf)} ${subject} ${of}`, `${describeCondition(leaf, PLAIN_NAMES)}${behind}`),
    );
  }
  const classes = world.distinctions.freeClasses(leaf, over);
  const chosen: Expression[] = [];
  const before: Expression[] = [];
  classes.forEach(({ label, values }, at) => {
    const last = at === classes.length - 1;
    const atom = last ? undefined : world.atoms.of(`${subject} ${of} is ${values.join(' ')}`, `${name} is ${label}`);
    chosen.push(all(...before, ...(atom === undefined ? [] : [atom])));
    if (atom !== undefined) before.push(not(atom));
  });
  const says = ({ values }: ValueClass): Verdict => verdictOf(leaf, values[0] ?? '', world.vocabulary);
  const among = (wanted: Verdict): Expression =>
    any(...classes.flatMap((one, at) => (says(one) === wanted ? [chosen[at] ?? all()] : [])));
  return { yes: among('yes'), no: among('no') };
}

function either(atom: Expression): Truth {
  return { yes: atom, no: not(atom) };
}

function recordsIn(binding: Binding): string {
  return [...binding.values()].sort((a, b) => a - b).join(' ');
}

/** Named only where there are several records of the kind. */
function suffix(world: World, binding: Binding): string {
  const names = [...binding].flatMap(([object, record]) =>
    world.recordsOfObject(object).length > 1 ? [world.records[record]?.name ?? ''] : [],
  );
  return names.length === 0 ? '' : ` (${names.join(', ')})`;
}
