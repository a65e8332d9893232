import { compareText } from '../../diagnostics/order.ts';
import type { SpecGraph } from '../../graph/spec-graph.ts';
import type { Element } from '../../model/element.ts';
import { elementTitle } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { ROW_CHANGE } from '../compared-rows.ts';
import type { DocumentRevision } from '../document-context.ts';
import { type FactsOf, facts, text, words } from '../fact-shape.ts';
import { inForce } from '../in-force.ts';
import { STATED, type Stated, notApplicable, stated, statedAttribute, statedList } from '../stated.ts';

export const DECISION_ROW = facts({
  key: text,
  change: ROW_CHANGE,
  id: text,
  title: text,
  kind: words('decision', 'document'),
  record: STATED,
  approver: STATED,
  signed: STATED,
  clauses: STATED,
});

/** A decision (a signed, approving or releasing step) or a document (a regulated output), and where it is on record. */
export type DecisionRow = FactsOf<typeof DECISION_ROW>;

export const DECISION_TABLE = 'Decisions and documents';

export function decisionRows({ model, graph }: Pick<DocumentRevision, 'model' | 'graph'>): readonly DecisionRow[] {
  return [...decisions(model, graph), ...inForce(model, 'output').map((output) => documentRow(output, model))];
}

function decisions(model: SpecModel, graph: SpecGraph): readonly DecisionRow[] {
  const approving = new Map<string, string[]>();
  for (const output of inForce(model, 'output'))
    for (const id of output.attributes.approvals ?? []) approving.set(id, [...(approving.get(id) ?? []), output.id]);
  return inForce(model, 'lifecycle').flatMap((lifecycle) =>
    inForce(model, 'transition')
      .filter(({ parent }) => parent === lifecycle.key)
      .filter((step) => decides(step, lifecycle, approving, model))
      .map((step) => decisionRow(step, lifecycle, approving.get(step.id) ?? [], model, graph)),
  );
}

/** Signed, approving an output, or leading to where things are used. */
function decides(
  { id, attributes }: Element<'transition'>,
  lifecycle: Element<'lifecycle'>,
  approving: ReadonlyMap<string, readonly string[]>,
  model: SpecModel,
): boolean {
  const { sign, to } = attributes;
  const released =
    typeof to === 'string' && model.get('state', `${lifecycle.id}.${to}`)?.attributes.class === 'released';
  return (sign ?? []).length > 0 || approving.has(id) || released;
}

function decisionRow(
  step: Element<'transition'>,
  lifecycle: Element<'lifecycle'>,
  outputs: readonly string[],
  model: SpecModel,
  graph: SpecGraph,
): DecisionRow {
  const { attributes } = step;
  const { event, by, auto, sign = [] } = attributes;
  const clauses = [
    ...(attributes.refs ?? []),
    ...outputs.flatMap((id) => model.get('output', id)?.attributes.refs ?? []),
    ...requirementsNaming(step, graph).flatMap((requirement) => requirement.attributes.refs ?? []),
  ];
  const title = attributes.title ?? event?.replaceAll('_', ' ');
  return {
    key: step.key,
    change: 'same',
    id: step.id,
    title: title === undefined ? elementTitle(lifecycle) : `${elementTitle(lifecycle)}: ${title}`,
    kind: 'decision',
    record: statedAttribute(lifecycle.attributes, 'system', 'the system in which the status is decided'),
    approver: by === undefined && auto === true ? stated('The system alone, no person', '') : approver(attributes),
    signed:
      sign.length > 0
        ? stated(sign.map(({ meaning }) => `“${meaning}”`).join('; '), '')
        : attributes.notApplicable?.['sign'] === undefined
          ? stated(undefined, 'a signature')
          : notApplicable(attributes.notApplicable['sign']),
    clauses: statedList([...new Set(clauses)].toSorted(compareText), 'a clause that asks for it'),
  };
}

function approver(attributes: Element<'transition'>['attributes']): Stated {
  const roles = [...(attributes.by ?? []), ...(attributes.sign ?? []).flatMap(({ by }) => by ?? [])];
  return roles.length > 0
    ? stated([...new Set(roles)].join(', '), '')
    : statedAttribute(attributes, 'by', 'the role that decides');
}

function requirementsNaming(step: Element<'transition'>, graph: SpecGraph): readonly Element<'requirement'>[] {
  const keys = [
    ...graph
      .to(step.key)
      .filter(({ attribute }) => attribute === 'satisfiedBy')
      .map(({ from }) => from),
    ...graph
      .from(step.key)
      .filter(({ attribute }) => attribute === 'satisfies')
      .map(({ to }) => to),
  ];
  return keys.flatMap((key) => {
    const element = graph.element(key);
    return element?.kind === 'requirement' ? [element as Element<'requirement'>] : [];
  });
}

function documentRow(output: Element<'output'>, model: SpecModel): DecisionRow {
  const { attributes } = output;
  const approvals = (attributes.approvals ?? []).flatMap((id) => model.get('transition', id) ?? []);
  const roles = approvals.flatMap((step) => [
    ...(step.attributes.by ?? []),
    ...(step.attributes.sign ?? []).flatMap(({ by }) => by ?? []),
  ]);
  const unsigned = approvals.filter(({ attributes: { sign } }) => (sign ?? []).length === 0).map(({ id }) => id);
  return {
    key: output.key,
    change: 'same',
    id: output.id,
    title: elementTitle(output),
    kind: 'document',
    record: statedAttribute(attributes, 'assembledIn', 'the system in which it is put together and kept'),
    approver:
      roles.length > 0
        ? stated([...new Set(roles)].join(', '), '')
        : statedAttribute(attributes, 'approvals', 'the acts that approve it, and so the roles'),
    signed:
      approvals.length === 0
        ? statedAttribute(attributes, 'approvals', 'the acts that approve it')
        : unsigned.length === 0
          ? stated(`By ${approvals.map(({ id }) => id).join(', ')}`, '')
          : stated(undefined, `a signature of ${unsigned.join(', ')}`),
    clauses: statedAttribute(attributes, 'refs', 'a clause that asks for it'),
  };
}
