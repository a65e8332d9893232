import type { ComposedPlant, Step } from '../plant/composed-plant.ts';
import type { Expression } from '../plant/expression.ts';
import { fixed, freeAtomsOf, holds, withoutAtoms } from '../plant/simplify.ts';
import { knownAtoms } from './known-values.ts';
import type { Scene, Stage } from './scene.ts';

/** Whether a step can be taken: facts are taken as true, stated values as stated, all else as it suits the step. */
export function isPossible(stage: Stage, scene: Scene, step: Step): boolean {
  if (!holds(step.guard, scene.state)) return false;
  const { guardWithAtoms } = step;
  if (guardWithAtoms === undefined) return true;
  return holds(withoutAtoms(withKnownAtoms(stage, scene, guardWithAtoms, step)), scene.state);
}

/** Whether a step can be taken whatever is so of all that nobody has stated; only facts are taken as true. */
export function isDue(stage: Stage, scene: Scene, step: Step): boolean {
  if (!isPossible(stage, scene, step)) return false;
  const known = withKnownAtoms(stage, scene, step.guardWithAtoms ?? step.guard, step);
  return !holds(withoutAtoms({ kind: 'not', of: known }), scene.state);
}

/** The expression with the facts that a step needs taken as true, and with what the stated values make of comparisons. */
function withKnownAtoms(stage: Stage, scene: Scene, expression: Expression, step: Step): Expression {
  const atoms = freeAtomsOf(expression);
  if (atoms.length === 0) return expression;
  const known = knownAtoms(stage, scene, step);
  let decided = expression;
  for (const atom of atoms) {
    const value = known.get(atom) ?? (isFact(stage.plant, atom) ? true : undefined);
    if (value !== undefined) decided = fixed(decided, atom, value);
  }
  return decided;
}

/** Whether a free atom is a fact that only people or tests can tell. */
export function isFact({ freeAtoms }: ComposedPlant, atom: number): boolean {
  return freeAtoms[atom]?.startsWith('fact:') === true;
}
