import type { Condition } from '../../language/condition.ts';
import { isPossibleTogether } from './atom-conflicts.ts';
import { atomsOf, guardTree, isMet } from './guard-tree.ts';
import type { Atom, GuardTree } from './guard-tree.ts';

export type { Atom } from './guard-tree.ts';

/** One test of a guard: which atoms hold, and what the system must do then. */
export interface GuardCase {
  /** The atom that this case proves, together with the other case of the same atom: they differ in nothing else. */
  readonly atom: Atom;
  /** Atom key → whether it holds. */
  readonly assignment: ReadonlyMap<string, boolean>;
  readonly expected: 'refused' | 'allowed';
}

/** The atomic conditions of a guard, split at `all`, `any` and `if`–`then`; each once, in the order of the guard. */
export function guardAtoms(condition: Condition): readonly Atom[] {
  return atomsOf(guardTree(condition));
}

/** Whether the guard lets the step through, if exactly the atoms with these keys hold. */
export function guardAllows(condition: Condition, holding: ReadonlySet<string>): boolean {
  return isMet(guardTree(condition), ({ key }) => holding.has(key));
}

/**
 * The tests of a guard by unique cause (modified condition/decision coverage): for each atom a case that is refused and one
 * that is allowed, which differ in that atom alone. Joined by `all`, that is each atom false alone; joined by `any`, each true
 * alone beside none at all. Cases of several atoms may be the same situation. An atom without cases makes no difference on
 * its own (`ineffectiveAtoms`). Atoms that exclude each other, such as two states of one record, are never asked for together.
 */
export function guardCases(condition: Condition): readonly GuardCase[] {
  const tree = guardTree(condition);
  const atoms = atomsOf(tree);
  return atoms.flatMap((atom) => {
    const pair = casesOf(tree, atoms, atom);
    if (pair === undefined) return [];
    const [refused, allowed] = pair;
    return [
      { atom, assignment: refused, expected: 'refused' as const },
      { atom, assignment: allowed, expected: 'allowed' as const },
    ];
  });
}

/** Atoms that never decide alone: the guard says the same without them, or no situation can show them. */
export function ineffectiveAtoms(condition: Condition): readonly Atom[] {
  const decisive = new Set(guardCases(condition).map(({ atom }) => atom.key));
  return guardAtoms(condition).filter(({ key }) => !decisive.has(key));
}

type Assignment = ReadonlyMap<string, boolean>;

/** How many ways to hide the other atoms are tried before an atom counts as ineffective. */
const MOST_ATTEMPTS = 2_000;

function casesOf(tree: GuardTree, atoms: readonly Atom[], atom: Atom): readonly [Assignment, Assignment] | undefined {
  let attempts = 0;
  for (const exposed of exposing(tree, atom.key)) {
    for (const others of completions(atoms, exposed, atom.key)) {
      attempts += 1;
      if (attempts > MOST_ATTEMPTS) return undefined;
      const [refused, allowed] = [false, true].map(
        (holds) => new Map(atoms.map(({ key }) => [key, key === atom.key ? holds : (others.get(key) ?? true)])),
      );
      if (refused === undefined || allowed === undefined) continue;
      const decides =
        !isMet(tree, ({ key }) => refused.get(key) === true) && isMet(tree, ({ key }) => allowed.get(key) === true);
      if (decides && isPossibleTogether(atoms, refused) && isPossibleTogether(atoms, allowed))
        return [refused, allowed];
    }
  }
  return undefined;
}

/** Atoms that do not matter hold, so that as little as possible is wrong at once; where that cannot be, one of them does not. */
function* completions(atoms: readonly Atom[], set: Assignment, key: string): Generator<Assignment> {
  const open = atoms.filter((atom) => atom.key !== key && !set.has(atom.key));
  yield set;
  for (const { key: one } of open) yield new Map([...set, [one, false]]);
  if (open.length > 1) yield new Map([...set, ...open.map((atom) => [atom.key, false] as const)]);
}

/** Every way to set other atoms so that the guard turns on this one alone. */
function* exposing(tree: GuardTree, key: string): Generator<Assignment> {
  if (tree.kind === 'atom') {
    if (tree.atom.key === key) yield new Map();
    return;
  }
  for (const [index, part] of tree.of.entries()) {
    for (const inside of exposing(part, key))
      yield* settling(
        tree.of.filter((_, at) => at !== index),
        tree.kind === 'all',
        inside,
        key,
      );
  }
}

/** Every way to make all of these parts come to `value`, on top of what is set already. */
function* settling(parts: readonly GuardTree[], value: boolean, set: Assignment, key: string): Generator<Assignment> {
  const [first, ...rest] = parts;
  if (first === undefined) {
    yield set;
    return;
  }
  for (const next of making(first, value, set, key)) yield* settling(rest, value, next, key);
}

function* making(tree: GuardTree, value: boolean, set: Assignment, key: string): Generator<Assignment> {
  if (tree.kind === 'atom') {
    // The atom under test may stand here, too; what that does to the guard is looked at in the end.
    if (tree.atom.key === key) yield set;
    else if ((set.get(tree.atom.key) ?? value) === value) yield new Map([...set, [tree.atom.key, value]]);
    return;
  }
  if ((tree.kind === 'all') === value) {
    yield* settling(tree.of, value, set, key);
    return;
  }
  for (const part of tree.of) yield* making(part, value, set, key);
}
