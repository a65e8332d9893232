import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Shape } from '../../language/shape.ts';
import { locationOf } from './place.ts';
import type { Place } from './place.ts';

/** The rules under which loading speaks. */
export type LoadingRule =
  | 'yaml-invalid'
  | 'yaml-duplicate-key'
  | 'yaml-ambiguous-scalar'
  | 'schema-invalid'
  | 'schema-version-unsupported'
  | 'unknown-property'
  | 'reserved-word'
  | 'duplicate-in-set'
  | 'id-duplicate'
  | 'id-reused-after-retirement'
  | 'rename-claim-invalid';

export interface LoadingProblem {
  readonly rule: LoadingRule;
  readonly severity?: 'warning';
  readonly message: string;
  readonly hint?: string | undefined;
  readonly at: Place;
  /** Whether the key is meant, or the value (which is the default). */
  readonly part?: 'key' | 'value';
  readonly related?: readonly { readonly message: string; readonly at: Place; readonly part?: 'key' | 'value' }[];
}

/** What is collected while values are read. */
export interface Reading {
  /** Key of the element whose values are read. */
  readonly subject: string | undefined;
  report(problem: LoadingProblem): void;
}

/** Reads the value at a place as a shape says; undefined when it cannot be used, which has then been reported. */
export type ValueReader = (shape: Shape, place: Place, reading: Reading) => unknown;

/** A reading that adds to a list of diagnostics. */
export function readingInto(diagnostics: Diagnostic[], subject: string | undefined): Reading {
  return {
    subject,
    report: (problem) => {
      diagnostics.push(toDiagnostic(problem, subject));
    },
  };
}

function toDiagnostic(problem: LoadingProblem, subject: string | undefined): Diagnostic {
  const related = problem.related?.map(({ message, at, part }) => ({ message, at: locationOf(at, part ?? 'value') }));
  return {
    ruleId: problem.rule,
    severity: problem.severity ?? 'error',
    message: problem.message,
    ...(problem.hint === undefined ? {} : { hint: problem.hint }),
    ...(subject === undefined ? {} : { subject }),
    at: locationOf(problem.at, problem.part ?? 'value'),
    ...(related === undefined ? {} : { related }),
  };
}

/** Reads without consequence: what it finds wrong is handed back instead of being reported. */
export function attempt<T>(
  reading: Reading,
  read: (reading: Reading) => T,
): { readonly value: T; readonly problems: readonly LoadingProblem[] } {
  const problems: LoadingProblem[] = [];
  const value = read({ subject: reading.subject, report: (problem) => problems.push(problem) });
  return { value, problems };
}
