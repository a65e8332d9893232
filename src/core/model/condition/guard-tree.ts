import type { Condition } from '../../language/condition.ts';
import { conditionText, conjunction, disjunction, isAlways, negation } from './normal-form.ts';

/** One condition of a guard that can be made true or false by itself. */
export interface Atom {
  /** Canonical text: the same condition has the same key in every guard and revision. */
  readonly key: string;
  /** The atom as a condition of its own, with the quantifier, source and message around it. */
  readonly condition: Condition;
}

/** How atoms make up a guard. Negations stand inside the atoms, so every atom speaks for the guard. */
export type GuardTree =
  | { readonly kind: 'atom'; readonly atom: Atom }
  | { readonly kind: 'all' | 'any'; readonly of: readonly GuardTree[] };

/**
 * Splits a guard at `all`, `any` and `if`–`then`. What stands below a quantifier is split as well where the guard speaks of
 * one record: `some` of A and B becomes `some` A and `some` B, to be met or missed by the same record.
 */
export function guardTree(condition: Condition): GuardTree {
  return split(condition, true, (atom) => atom);
}

/** `asked` false = the opposite of the condition is asked for; `wrap` puts back what stands around an atom. */
function split(condition: Condition, asked: boolean, wrap: (atom: Condition) => Condition): GuardTree {
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const kind = (condition.kind === 'all') === asked ? 'all' : 'any';
      return { kind, of: condition.of.map((part) => split(part, asked, wrap)) };
    }
    case 'not':
      return split(condition.of, !asked, wrap);
    case 'implies':
      return {
        kind: asked ? 'any' : 'all',
        of: [split(condition.if, !asked, wrap), split(condition.then, asked, wrap)],
      };
    case 'message':
      if (!asked || isAlways(condition.of)) break;
      return split(condition.of, true, (atom) => wrap({ kind: 'message', messages: condition.messages, of: atom }));
    case 'quantified': {
      if (isAlways(condition.of)) break;
      // Not some = none, not none = some; not every is left whole.
      const quantifier = asked
        ? condition.quantifier
        : ({ some: 'none', none: 'some', every: undefined } as const)[condition.quantifier];
      if (quantifier === undefined) break;
      const around = (atom: Condition): Condition =>
        wrap({
          kind: 'quantified',
          quantifier,
          object: condition.object,
          of: quantifier === 'none' ? negation(atom) : atom,
        });
      const inside = split(condition.of, quantifier !== 'none', around);
      if (inside.kind === 'atom' && asked) break;
      return inside;
    }
    default:
      break;
  }
  const whole = wrap(asked ? condition : negation(condition));
  return { kind: 'atom', atom: { key: conditionText(whole), condition: whole } };
}

/** Whether the guard lets through, if exactly these atoms hold. */
export function isMet(tree: GuardTree, holds: (atom: Atom) => boolean): boolean {
  if (tree.kind === 'atom') return holds(tree.atom);
  return tree.kind === 'all' ? tree.of.every((part) => isMet(part, holds)) : tree.of.some((part) => isMet(part, holds));
}

/** The tree as a condition again. */
export function treeCondition(tree: GuardTree): Condition {
  if (tree.kind === 'atom') return tree.atom.condition;
  return tree.kind === 'all' ? conjunction(tree.of.map(treeCondition)) : disjunction(tree.of.map(treeCondition));
}

/** The atoms of a guard, each once, in the order in which the guard names them. */
export function atomsOf(tree: GuardTree): readonly Atom[] {
  const atoms = new Map<string, Atom>();
  const visit = (part: GuardTree): void => {
    if (part.kind === 'atom') atoms.set(part.atom.key, atoms.get(part.atom.key) ?? part.atom);
    else part.of.forEach(visit);
  };
  visit(tree);
  return [...atoms.values()];
}
