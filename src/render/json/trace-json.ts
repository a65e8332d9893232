import type { Traceability } from '../../core/trace/traceability.ts';

/** Traceability as plain data by the published schema `trace`. */
export function traceData(trace: Traceability, toolVersion: string): Record<string, unknown> {
  return {
    formatVersion: 1,
    tool: { name: 'countersign', version: toolVersion },
    forward: trace.forward.map(({ requirement, ...row }) => ({
      requirement: {
        id: requirement.id,
        text: requirement.attributes.text,
        level: requirement.attributes.level ?? 'user',
        criticality: requirement.attributes.criticality ?? null,
        source: requirement.attributes.source ?? null,
        refs: requirement.attributes.refs ?? [],
      },
      ...row,
    })),
    backward: trace.backward.map((row) => ({ ...row, element: row.element ?? null })),
    gaps: trace.gaps.map((gap) => ({ ...gap, owner: gap.owner ?? null })),
    clauses: trace.clauses.map((row) => ({ ...row, reason: row.reason ?? null })),
    coverage: trace.coverage,
  };
}
