import type { Condition } from '../../language/condition.ts';
import type { ComposedPlant, Step } from '../plant/composed-plant.ts';
import type { Expression } from '../plant/expression.ts';

/** Object id → index of a record of it in `plant.records`. A lifecycle without object has its only record everywhere. */
export type Binding = ReadonlyMap<string, number>;

/** A condition in three values: neither = unknown. Free atoms may stand inside. */
export interface Truth {
  /** Plainly true. */
  readonly yes: Expression;
  /** Plainly false. */
  readonly no: Expression;
}

/** A plant together with what is needed to ask questions about it in the words of the spec. */
export interface Composition {
  /** Its `freeAtoms` grow when `condition` meets something free that the plant itself does not read. */
  readonly plant: ComposedPlant;
  /**
   * What the condition means for these records; `at` = the system whose copies are read. With `step`, it is judged at that
   * step: values that the step fills are read as it fills them, as its own conditions do; everything else is as it was before.
   */
  condition(condition: Condition, binding: Binding, at?: string, step?: Step): Truth;
  /**
   * Every way to take one record of each of these objects, existing or spare, with the expression that all exist and belong
   * together. Objects of which the world has no record are not bound: what is asked of them is free.
   */
  bindings(objects: readonly string[]): readonly { readonly binding: Binding; readonly exists: Expression }[];
  /** Objects that a condition names outside quantifiers, sorted. */
  objectsOf(condition: Condition): readonly string[];
  /** Every step in which a transition happens (`NCR.T01`), in the order of their ids. */
  stepsOf(transition: string): readonly Step[];
}
