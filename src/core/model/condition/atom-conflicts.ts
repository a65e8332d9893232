import type { Condition } from '../../language/condition.ts';
import type { Atom } from './guard-tree.ts';
import { evaluate, scopeOf } from './evaluation.ts';
import { NO_VOCABULARY } from './state-vocabulary.ts';

/**
 * Whether one situation can make each atom hold or not as the assignment says. Only atoms that read one and the same value
 * can exclude each other: two states of one record, two codes of one field, a limit and the empty value. Statements about
 * related records never do, since there may be several.
 */
export function isPossibleTogether(atoms: readonly Atom[], assignment: ReadonlyMap<string, boolean>): boolean {
  const readings = atoms
    .filter(({ condition }) => isAboutOneValue(condition))
    .map(({ key, condition }) => ({ key, reading: { condition, vocabulary: NO_VOCABULARY } }));
  const byVariable = new Map<string, typeof readings>();
  for (const entry of readings) {
    const [variable = ''] = scopeOf([entry.reading]).variables.keys();
    byVariable.set(variable, [...(byVariable.get(variable) ?? []), entry]);
  }
  return [...byVariable.values()].every((group) => {
    const scope = scopeOf(group.map(({ reading }) => reading));
    const [variable] = scope.variables.values();
    return (variable?.values ?? []).some((value) => {
      const situation = { values: new Map([[variable?.key ?? '', value]]), records: new Map() };
      return group.every(({ key, reading }) => (evaluate(reading, situation, scope) === true) === assignment.get(key));
    });
  });
}

/** A status, a comparison, a fact or `settled`, possibly denied or read from elsewhere. */
function isAboutOneValue(condition: Condition): boolean {
  switch (condition.kind) {
    case 'not':
    case 'read':
      return isAboutOneValue(condition.of);
    case 'status':
    case 'comparison':
    case 'fact':
    case 'settled':
      return true;
    default:
      return false;
  }
}
