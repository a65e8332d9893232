import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { Composition } from '../compose/composition.ts';
import type { ComposedPlant } from '../plant/composed-plant.ts';
import type { Expression } from '../plant/expression.ts';
import type { History } from '../plant/with-history.ts';
import type { Property } from '../search/property.ts';

/** What an invariant asks of one composed plant. */
export interface CompiledInvariant {
  readonly invariant: string;
  /** `never`, `step` …: the word that says of which kind it is. */
  readonly kind: string;
  /** It is broken where one of these is violated; `reachable` holds where it is satisfied. */
  readonly properties: readonly Property[];
  /** Parts that must occur somewhere, or else it holds for nothing. */
  readonly probes: readonly Probe[];
  /** What follows from the declarations alone, whatever is reached. */
  readonly declared?: { readonly verdict: 'holds' | 'broken'; readonly reason: string };
  /** Why no search can judge it, as a sentence; it then has no properties. */
  readonly notExplored?: string;
  /** Sentences that belong to every verdict on it: what of it is judged elsewhere, or left out. */
  readonly notes: readonly string[];
}

/** A part of an invariant without which it says nothing. */
export interface Probe {
  /** A `reachable` property. */
  readonly property: Property;
  /** What is not reached, as a sentence: `It never comes about that INV is Released.` */
  readonly absent: string;
}

/** One invariant together with the world in which it is judged. */
export interface Question {
  readonly model: SpecModel;
  readonly composition: Composition;
  readonly invariant: Element<'invariant'>;
}

/** A question once everything is remembered that anybody has to remember. */
export interface RememberingQuestion extends Question {
  /** The plant with all histories: its steps are those to judge. */
  readonly plant: ComposedPlant;
  /** True where the history is yes. */
  readonly remembered: (history: string) => Expression;
}

/** What a kind of invariant makes of one. */
export type Compiled = Partial<Omit<CompiledInvariant, 'invariant' | 'kind'>>;

/** How one kind of invariant becomes properties. */
export interface InvariantKind {
  /** The attribute that makes an invariant one of this kind. */
  readonly kind: string;
  /** What must be remembered for it. */
  remember?(question: Question): readonly History[];
  compile(question: RememberingQuestion): Compiled;
}
