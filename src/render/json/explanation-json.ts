import type { ElementExplanation, FindingExplanation, LintExplanation } from '../../core/report/explanation.ts';
import { findingData } from './comparison-json.ts';

/** A finding in depth as plain data by the published schema `explanation`. */
export function findingExplanationData(
  explanation: FindingExplanation | LintExplanation,
  toolVersion: string,
): Record<string, unknown> {
  const frame = { formatVersion: 1, tool: { name: 'countersign', version: toolVersion } };
  if (!('impacts' in explanation)) {
    const { elementKey: _, subject: _subject, ...finding } = explanation.finding;
    return { ...frame, lint: { finding, waiver: explanation.waiver } };
  }
  const { finding, impacts, tests, explained, explainedBy, waiver, previous } = explanation;
  return {
    ...frame,
    finding: {
      finding: findingData(finding),
      impacts,
      tests: tests.map(({ id, phase, origin, standing }) => ({ id, phase, origin, standing: standing ?? null })),
      explained: explained.map(({ fingerprint }) => fingerprint),
      explainedBy: explainedBy?.fingerprint ?? null,
      waiver,
      previous: previous.map(decisionData),
    },
  };
}

/** An element in depth as plain data by the published schema `explanation`. */
export function elementData(explanation: ElementExplanation, toolVersion: string): Record<string, unknown> {
  const { element, noun, parts, uses, usedBy, requirements, tests, owner, functions, decisions, lint } = explanation;
  return {
    formatVersion: 1,
    tool: { name: 'countersign', version: toolVersion },
    element: {
      kind: element.kind,
      id: element.id,
      noun,
      at: element.at,
      attributes: element.attributes,
      parts: parts.map(({ kind, id }) => ({ kind, id })),
      uses,
      usedBy,
      requirements: requirements.map(({ id }) => id),
      tests: tests.map(({ id, phase, origin }) => ({ id, phase, origin })),
      owner: owner?.id ?? null,
      functions,
      decisions: decisions.map(decisionData),
      lint: lint.map(({ fingerprint }) => fingerprint),
    },
  };
}

function decisionData(decision: FindingExplanation['previous'][number]): Record<string, unknown> {
  const { change, title, date, namedAs, disposition, inFlight, approved } = decision;
  return {
    change,
    title: title ?? null,
    date: date ?? null,
    namedAs,
    disposition: disposition ?? null,
    inFlight: inFlight ?? null,
    approved,
  };
}
