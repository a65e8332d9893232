import type { Derivation } from '../derive/test-case.ts';
import { compareText } from '../diagnostics/order.ts';
import type { SpecGraph } from '../graph/spec-graph.ts';
import type { ClauseCatalogue } from '../model/clause-catalogue.ts';
import type { SpecModel } from '../model/spec-model.ts';
import type { LintFinding } from '../rules/finding.ts';
import { clauseRows } from './clause-rows.ts';
import { forwardRows } from './forward-rows.ts';
import type { BackwardRow, Coverage, ForwardRow, Gap, Traceability } from './traceability.ts';

/** What a trace is made from. */
export interface TraceContext {
  readonly model: SpecModel;
  readonly graph: SpecGraph;
  readonly derivation: Derivation;
  readonly lint: readonly LintFinding[];
  readonly catalogue: ClauseCatalogue;
}

/** Traces every requirement to what realises it and what shows it, and back; what is missing is listed, not left out. */
export function traceRequirements(context: TraceContext): Traceability {
  const { model, graph, derivation, lint } = context;
  const forward = forwardRows(model, graph, derivation);
  const clauses = clauseRows(model, context.catalogue);
  return {
    forward,
    backward: backwardRows(derivation, forward, model),
    gaps: gapsOf(forward, lint),
    clauses,
    coverage: coverageOf(forward, derivation, clauses),
  };
}

function backwardRows(
  derivation: Derivation,
  forward: readonly ForwardRow[],
  model: SpecModel,
): readonly BackwardRow[] {
  const risksOf = new Map(forward.map((row) => [row.requirement.id, row.risks]));
  const risks = (requirements: readonly string[]) =>
    [...new Set(requirements.flatMap((id) => risksOf.get(id) ?? []))].toSorted(compareText);
  const derived = [...derivation.cases, ...derivation.checks].map(
    ({ id, element, requirements, ...rest }): BackwardRow => ({
      test: { id, phase: 'phase' in rest ? rest.phase : 'IQ', origin: 'derived' },
      element,
      requirements,
      risks: risks(requirements),
    }),
  );
  const authored = model.ofKind('test').map(({ id, attributes }): BackwardRow => {
    const requirements = (attributes.verifies ?? []).filter((name) => model.get('requirement', name) !== undefined);
    const others = (attributes.verifies ?? []).filter((name) => !requirements.includes(name));
    return {
      test: { id, phase: attributes.level, origin: 'authored' },
      element: others.flatMap((name) => model.named(name).map(({ key }) => key))[0],
      requirements,
      risks: risks(requirements),
    };
  });
  return [...derived, ...authored].toSorted((a, b) => compareText(a.test.id, b.test.id));
}

function gapsOf(forward: readonly ForwardRow[], lint: readonly LintFinding[]): readonly Gap[] {
  const own = forward
    .filter(({ status }) => status !== 'traced')
    .map(({ requirement, status }): Gap => ({
      id: `GAP-${requirement.id}`,
      type: status === 'no element' ? 'no element' : 'no test',
      item: requirement.id,
      severity: requirement.attributes.criticality === 'high' ? 'error' : 'warning',
      detail:
        status === 'no element'
          ? 'Nothing in the specification realises this requirement.'
          : 'No test or check shows that this requirement is met.',
      owner: requirement.attributes.owner,
    }));
  const untraced = lint
    .filter(({ ruleId }) => ruleId === 'critical-element-without-requirement')
    .map(({ element, message, severity }): Gap => ({
      id: `GAP-${element?.id ?? 'unknown'}`,
      type: 'no requirement',
      item: element?.id ?? 'unknown',
      severity,
      detail: message,
      owner: undefined,
    }));
  return [...own, ...untraced].toSorted((a, b) => compareText(a.id, b.id));
}

function coverageOf(
  forward: readonly ForwardRow[],
  derivation: Derivation,
  clauses: Traceability['clauses'],
): readonly Coverage[] {
  const applicable = clauses.filter((clause) => clause.applicable);
  const high = forward.filter(({ requirement }) => requirement.attributes.criticality === 'high');
  const tested = (rows: readonly ForwardRow[]) => rows.filter(({ status }) => status === 'traced').length;
  return [
    {
      what: 'requirements with an element that realises them',
      covered: forward.filter(({ status }) => status !== 'no element').length,
      of: forward.length,
    },
    { what: 'requirements with a test or check', covered: tested(forward), of: forward.length },
    { what: 'requirements of high criticality with a test or check', covered: tested(high), of: high.length },
    {
      what: 'derived obligations that serve a requirement',
      covered: derivation.obligations.filter(({ requirements }) => requirements.length > 0).length,
      of: derivation.obligations.length,
    },
    {
      what: 'applicable clauses that the specification refers to',
      covered: applicable.filter(({ status }) => status === 'referenced').length,
      of: applicable.length,
    },
  ];
}
