import type { Element, ElementKey } from '../model/element.ts';
import type { TestPhase } from '../derive/test-case.ts';

/** A test or check that shows something: derived, or written by hand. */
export interface TracedTest {
  readonly id: string;
  readonly phase: TestPhase | 'PQ';
  readonly origin: 'derived' | 'authored';
}

/** A requirement, what realises it and what shows that it is met. */
export interface ForwardRow {
  readonly requirement: Element<'requirement'>;
  readonly elements: readonly ElementKey[];
  readonly risks: readonly string[];
  readonly control: 'technical' | 'procedural' | 'technical and procedural' | 'none';
  readonly tests: readonly TracedTest[];
  readonly documents: readonly string[];
  /** What the specification alone can say: nothing here was executed. */
  readonly status: 'traced' | 'no element' | 'no test';
}

/** A test, what it exercises and which requirements that serves. */
export interface BackwardRow {
  readonly test: TracedTest;
  readonly element: ElementKey | undefined;
  readonly requirements: readonly string[];
  readonly risks: readonly string[];
}

/** Something that is missing from the trace. */
export interface Gap {
  /** Stable: type and item. */
  readonly id: string;
  readonly type: 'no test' | 'no requirement' | 'no element' | 'no clause reference';
  readonly item: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly detail: string;
  readonly owner: string | undefined;
}

/** A clause of a source that the project declares to be in scope. */
export interface ClauseRow {
  readonly clause: string;
  readonly source: string;
  readonly citation: string;
  readonly title: string;
  /** How sure the catalogue is of number and meaning. */
  readonly certainty: 'text checked' | 'heading checked' | 'professional knowledge';
  readonly applicable: boolean;
  /** Why it does not apply, as the project says. */
  readonly reason: string | undefined;
  readonly requirements: readonly string[];
  readonly elements: readonly ElementKey[];
  readonly status: 'referenced' | 'not referenced' | 'excluded';
}

/** How far the trace reaches; each figure with what it is counted over. */
export interface Coverage {
  readonly what: string;
  readonly covered: number;
  readonly of: number;
}

/** The traceability of one revision, both ways. */
export interface Traceability {
  readonly forward: readonly ForwardRow[];
  readonly backward: readonly BackwardRow[];
  readonly gaps: readonly Gap[];
  readonly clauses: readonly ClauseRow[];
  readonly coverage: readonly Coverage[];
}
