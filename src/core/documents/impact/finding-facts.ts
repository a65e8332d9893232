import type { Location } from '../../diagnostics/index.ts';
import type { Json } from '../../language/canonical.ts';
import type { Element, ElementKey } from '../../model/element.ts';
import { elementKey } from '../../model/element.ts';
import type { Finding } from '../../rules/finding.ts';
import type { DocumentContext } from '../document-context.ts';
import { type FactsOf, facts, flag, json, list, nullable, text, texts, words } from '../fact-shape.ts';
import type { NumberedFinding } from './numbered-findings.ts';

export const ELEMENT_REF = facts({ kind: text, id: text });

const ADJUSTMENT = words('A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9', 'A10', 'project', 'rule', 'grouping');
export const INVENTORY_ROW = facts({
  ref: text,
  fingerprint: text,
  element: ELEMENT_REF,
  title: nullable(text),
  attribute: text,
  before: nullable(json),
  after: nullable(json),
  class: words('breaking', 'risky', 'compatible', 'editorial'),
  risk: nullable(words('C', 'H', 'M', 'L')),
  ruleId: text,
  reason: text,
  raisedBy: list(facts({ id: ADJUSTMENT, reason: text })),
  gxp: nullable(text),
  approve: texts,
  inform: texts,
  evidence: texts,
  parts: list(ELEMENT_REF),
  explainedBy: nullable(text),
  explains: texts,
  sameEdit: flag,
  waiver: nullable(facts({ id: text, reason: text, expires: text })),
  waiverRequest: nullable(facts({ id: text, accepted: flag, why: text })),
  disposition: nullable(text),
  places: facts({ base: nullable(text), head: nullable(text) }),
  stranger: flag,
});

/**
 * One judged change. `explains` are the rows that it stands for; `sameEdit` is true of a row that is the same edit as the row
 * that explains it, in another place. `stranger` is true when no change record says that it may touch the element.
 */
export type InventoryRow = FactsOf<typeof INVENTORY_ROW>;

/** The facts of a numbered finding. */
export function inventoryRow(
  { ref, finding, explainedBy: lead, explains, sameEdit }: NumberedFinding,
  context: DocumentContext,
  changes: readonly Element<'change'>[],
): InventoryRow {
  const element = elementOf(elementKey(finding.element.kind, finding.element.id), context);
  const waiver =
    finding.waiver === undefined
      ? undefined
      : (context.base.model.get('waiver', finding.waiver) ?? context.head.model.get('waiver', finding.waiver));
  return {
    ref,
    fingerprint: finding.fingerprint,
    element: { kind: finding.element.kind, id: finding.element.id },
    title: titleOf(element) ?? null,
    attribute: finding.attribute,
    before: finding.before ?? null,
    after: finding.after ?? null,
    class: finding.class,
    risk: finding.risk ?? null,
    ruleId: finding.ruleId,
    reason: finding.reason,
    raisedBy: finding.raisedBy.map(({ id, reason }) => ({ id, reason })),
    gxp: gxpOf(element, context) ?? null,
    approve: [...finding.approvers.approve],
    inform: [...finding.approvers.inform],
    evidence: [...finding.evidence],
    parts: (finding.parts ?? []).map(({ kind, id }) => ({ kind, id })),
    explainedBy: lead ?? null,
    explains,
    sameEdit,
    waiver:
      waiver === undefined
        ? null
        : { id: waiver.id, reason: waiver.attributes.reason, expires: waiver.attributes.expires },
    waiverRequest: requestOf(finding),
    disposition: dispositionOf(finding, ref, changes) ?? null,
    places: { base: placeOf(finding.base) ?? null, head: placeOf(finding.head) ?? null },
    stranger: isStranger(element, finding, changes, context),
  };
}

/** A waiver that came with the change, and what the policy of base makes of it; without a verdict it clears nothing. */
function requestOf({ waiverRequest: id, waiverRequestVerdict: verdict }: Finding): InventoryRow['waiverRequest'] {
  if (id === undefined) return null;
  return { id, accepted: verdict?.accepted ?? false, why: verdict?.why ?? 'New in this change.' };
}

/** An element of head, or of base where head no longer has it. */
export function elementOf(
  key: ElementKey,
  { base, head }: Pick<DocumentContext, 'base' | 'head'>,
): Element | undefined {
  if (key === head.model.project?.key) return head.model.project;
  return head.model.elements.get(key) ?? base.model.elements.get(key);
}

/** The display name, where the author gave one. */
export function titleOf(element: Element | undefined): string | undefined {
  if (element === undefined || !('title' in element.attributes)) return undefined;
  return element.attributes.title;
}

/** What the specification says about the weight of an element: its own word, else that of the element whose part it is. */
function gxpOf(element: Element | undefined, context: DocumentContext): string | undefined {
  if (element === undefined) return undefined;
  const attributes = element.attributes as Readonly<Record<string, Json | undefined>>;
  if (typeof attributes['gxp'] === 'string') return attributes['gxp'];
  if (attributes['critical'] === true) return 'critical';
  if (attributes['critical'] === false) return 'not critical';
  if (typeof attributes['criticality'] === 'string') return attributes['criticality'];
  const record = attributes['record'];
  if (typeof record === 'object' && record !== null && 'regulated' in record && record['regulated'] === true)
    return 'regulated record';
  const owner =
    element.kind === 'lifecycle'
      ? context.head.model.get('object', (element as Element<'lifecycle'>).attributes.object ?? '')
      : undefined;
  return gxpOf(owner ?? (element.parent === undefined ? undefined : elementOf(element.parent, context)), context);
}

/** What a change record says about a finding: by its fingerprint, its number, or the element. */
function dispositionOf(finding: Finding, ref: string, changes: readonly Element<'change'>[]): string | undefined {
  const names = [finding.fingerprint, ref, finding.element.id, elementKey(finding.element.kind, finding.element.id)];
  for (const { attributes } of changes) {
    const found = Object.entries(attributes.impacts ?? {}).find(([name]) => names.includes(name));
    if (found !== undefined) return found[1];
  }
  return undefined;
}

/** Whether no record announced it: records that name no elements announce nothing and exclude nothing. */
function isStranger(
  element: Element | undefined,
  finding: Finding,
  changes: readonly Element<'change'>[],
  context: DocumentContext,
): boolean {
  const announced = changes.flatMap(({ attributes }) => attributes.touches ?? []);
  if (announced.length === 0 || finding.class === 'editorial' || PAPERWORK.has(finding.element.kind)) return false;
  const keys = new Set(
    announced.flatMap((name) =>
      [...context.head.model.named(name), ...context.base.model.named(name)].map(({ key }) => key),
    ),
  );
  for (
    let one = element;
    one !== undefined;
    one = one.parent === undefined ? undefined : elementOf(one.parent, context)
  ) {
    if (keys.has(one.key)) return false;
  }
  return !keys.has(elementKey(finding.element.kind, finding.element.id));
}

/** What the record of a change consists of itself. */
const PAPERWORK: ReadonlySet<string> = new Set(['change', 'text', 'waiver', 'project']);

function placeOf(location: Location | undefined): string | undefined {
  return location === undefined ? undefined : `${location.file}:${location.span.start.line}`;
}
