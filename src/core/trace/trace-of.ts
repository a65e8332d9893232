import type { Traceability } from './traceability.ts';

/**
 * The part of a trace that concerns one element: rows whose requirement, element or test it is.
 * `id` is the id of a requirement, an element or a test.
 */
export function traceOf(trace: Traceability, id: string): Traceability {
  const names = (key: string | undefined) => key !== undefined && key.slice(key.indexOf(':') + 1) === id;
  const forward = trace.forward.filter(
    (row) =>
      row.requirement.id === id ||
      row.elements.some(names) ||
      row.tests.some((test) => test.id === id) ||
      row.risks.includes(id),
  );
  const backward = trace.backward.filter(
    (row) => row.test.id === id || names(row.element) || row.requirements.includes(id),
  );
  return {
    forward,
    backward,
    gaps: trace.gaps.filter(({ item }) => item === id),
    clauses: trace.clauses.filter(
      (row) => row.clause === id || row.requirements.includes(id) || row.elements.some(names),
    ),
    coverage: trace.coverage,
  };
}
