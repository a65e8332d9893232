import { usageFailure } from '../../diagnostics/failure.ts';
import type { Variable } from '../plant/composed-plant.ts';
import type { Expression } from '../plant/expression.ts';

/** Variables in the making; each can begin with several values, some only together. */
export interface Variables {
  readonly list: readonly Variable[];
  add(variable: Variable, beginning: number): number;
  /** The story begins with one of these: values of some variables, given together. */
  oneOf(choices: readonly ReadonlyMap<number, number>[]): void;
  beginnings(): readonly (readonly number[])[];
}

/** What the search cannot know, each thing once. */
export interface Atoms {
  readonly texts: readonly string[];
  /** The same key is the same thing. */
  of(key: string, text: string): Expression;
  /** Atoms that stand for what a message really carries, each with the mapped field: `IF-003.dispo_code`. */
  readonly loosened: ReadonlyMap<number, string>;
  /** Notes that these atoms stand for what arrives in this mapped field. */
  loosen(atoms: readonly number[], field: string): void;
  /** Forgets every atom that was named for the first time while this is done. */
  aside<T>(act: () => T): T;
}

/** Most states in which a story may begin. */
const MOST_BEGINNINGS = 10_000;

/** The variable has this value. */
export function isIn(variable: number, ...values: readonly number[]): Expression {
  return { kind: 'in', variable, values: [...values].sort((a, b) => a - b) };
}

/** No variable yet. */
export function newVariables(): Variables {
  const list: Variable[] = [];
  const first: number[] = [];
  const choices: (readonly ReadonlyMap<number, number>[])[] = [];
  return {
    list,
    add: (variable, beginning) => {
      list.push(variable);
      first.push(Math.max(0, beginning));
      return list.length - 1;
    },
    oneOf: (alternatives) => {
      choices.push(alternatives);
    },
    beginnings: () => {
      const count = choices.reduce((product, one) => product * one.length, 1);
      if (count > MOST_BEGINNINGS)
        throw usageFailure(
          'explore-beginnings',
          `A story could begin in ${count} states: too much is left open.`,
          'Say where each lifecycle begins (`initial`, or `explore.start`), or explore fewer records.',
        );
      let states: number[][] = [[...first]];
      for (const alternatives of choices)
        states = states.flatMap((state) =>
          alternatives.map((choice) => state.map((value, variable) => choice.get(variable) ?? value)),
        );
      return states;
    },
  };
}

/** No atom yet. */
export function newAtoms(): Atoms {
  const texts: string[] = [];
  const known = new Map<string, Expression>();
  const loosened = new Map<number, string>();
  return {
    texts,
    loosened,
    loosen: (atoms, field) => {
      for (const atom of atoms) loosened.set(atom, field);
    },
    of: (key, text) => {
      const atom = known.get(key) ?? { kind: 'free', atom: texts.push(text) - 1 };
      known.set(key, atom);
      return atom;
    },
    aside: (act) => {
      const [count, keys] = [texts.length, new Set(known.keys())];
      const result = act();
      texts.length = count;
      for (const key of known.keys()) if (!keys.has(key)) known.delete(key);
      for (const atom of loosened.keys()) if (atom >= count) loosened.delete(atom);
      return result;
    },
  };
}
