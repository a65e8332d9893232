import type { ImpactAssessmentFacts } from '../../core/documents/impact-assessment.ts';
import type { InventoryRow } from '../../core/documents/impact/finding-facts.ts';
import { adjustmentWords } from '../adjustment-words.ts';
import type { ViewData } from '../view-data.ts';
import { RISK_NAMES } from '../words.ts';
import { capital, declared, joined, notApplicable, shortened, valueWords } from './view-words.ts';

type Facts = ImpactAssessmentFacts;

/** Longest value in the inventory. */
const VALUE = 150;

/** Rules whose values are what a record names too much or too little, and not the values of an attribute. */
const ABOUT_RECORDS: ReadonlySet<string> = new Set(['change-not-recorded', 'change-record-names-unchanged']);

/** Every judged change; the same edit in further places is told with the first of them. */
export function inventoryView({ inventory }: Pick<Facts, 'inventory'>): readonly ViewData[] {
  const byRef = new Map(inventory.map((row) => [row.ref, row]));
  return inventory
    .filter(({ sameEdit }) => !sameEdit)
    .map((row) =>
      rowView(
        row,
        row.explains.flatMap((ref) => byRef.get(ref) ?? []).filter(({ sameEdit }) => sameEdit),
      ),
    );
}

/** Row of the inventory where a change is printed: its own, or the one that tells the same edit. */
export function printedRef({ inventory }: Pick<Facts, 'inventory'>): (ref: string) => string {
  const told = new Map(
    inventory.flatMap(({ ref, sameEdit, explainedBy }) => (sameEdit ? [[ref, explainedBy ?? ref]] : [])),
  );
  return (ref) => told.get(ref) ?? ref;
}

function rowView(row: InventoryRow, places: readonly InventoryRow[]): ViewData {
  return {
    ref: row.ref,
    tone: toneOf(row),
    element: row.element.id,
    kind: capital(row.element.kind.replaceAll('-', ' ')),
    attribute: ABOUT_RECORDS.has(row.ruleId) ? '' : row.attribute,
    before:
      row.before === null && row.ruleId.startsWith('introduced:') ? 'Not found at base' : wholeOr(row, row.before),
    after: row.after === null && row.ruleId.startsWith('resolved:') ? 'No longer found' : wholeOr(row, row.after),
    class: capital(row.class),
    rule: row.ruleId,
    why: whyWords(row),
    gxp: row.gxp === null ? 'Not declared' : capital(row.gxp),
    risk: row.risk === null ? notApplicable('editorial') : `Not assessed → ${RISK_NAMES[row.risk]} by rule`,
    approver: joined(
      row.approve,
      row.inform.length === 0 ? notApplicable('none by rule') : `${row.inform.join(', ')} are told`,
    ),
    parts: row.parts.length === 0 ? '' : `With its parts: ${row.parts.map(({ id }) => id).join(', ')}.`,
    places:
      places.length === 0
        ? ''
        : `Further places: ${places.map(({ ref, element }) => `${ref} ${element.id}`).join(', ')}.`,
  };
}

/** The reason, what raised or lowered it, and what people have said of it. */
function whyWords(row: InventoryRow): string {
  return [
    row.reason,
    ...row.raisedBy.map(({ id, reason }) => sentence(adjustmentWords({ id, reason }))),
    ...(row.waiver === null ? [] : [`Waived by ${row.waiver.id} until ${row.waiver.expires}.`]),
    ...requestWords(row),
    ...(row.disposition === null ? [] : [`Disposed of in the change record: ${sentence(row.disposition)}`]),
    ...(row.explainedBy === null ? [] : [`Explained by ${row.explainedBy}.`]),
  ].join(' ');
}

function requestWords({ waiverRequest }: InventoryRow): readonly string[] {
  if (waiverRequest === null) return [];
  const { id, accepted, why } = waiverRequest;
  const standing = accepted
    ? `Waiver ${id} came with this change and is accepted by the policy of base`
    : `Waiver ${id} is a request that clears nothing`;
  return [`${standing}: ${sentence(why)}`];
}

function sentence(text: string): string {
  return `${capital(text).replace(/\.$/u, '')}.`;
}

/** A change of a whole element has no values of its own. */
function wholeOr({ ruleId, attribute, before, after }: InventoryRow, value: InventoryRow['before']): string {
  if (ABOUT_RECORDS.has(ruleId)) return 'See the reason';
  if (attribute === '' && before === null && after === null) return 'See the reason';
  return shortened(valueWords(value), VALUE, 'whole in appendix A');
}

/** What another row explains is printed small; that row has its weight. */
function toneOf({ risk, class: verdict, explainedBy }: InventoryRow): string {
  if (explainedBy !== null) return 'small';
  if (risk === 'C') return 'critical';
  if (risk === 'H' || verdict === 'breaking') return 'high';
  if (verdict === 'editorial') return 'muted';
  return 'plain';
}

/** Waivers of head, with what each is to this comparison. */
export function waiversView({ waivers }: Pick<Facts, 'waivers'>): readonly ViewData[] {
  return waivers.map(({ id, rule, element, reason, expires, approved, covers, acceptedFor, notAcceptedFor }) => ({
    id,
    rule,
    element,
    reason,
    expires,
    approved: joined(approved, 'Nobody'),
    standing: joined(
      [
        ...(covers.length === 0 ? [] : [`Covers ${covers.join(', ')}`]),
        ...(acceptedFor.length === 0 ? [] : [`New; accepted for ${acceptedFor.join(', ')}`]),
        ...notAcceptedFor.map(({ ref, why }) => `New; not accepted for ${ref}: ${why.replace(/\.$/u, '')}`),
      ],
      notApplicable('it is about no change of this comparison'),
    ),
  }));
}

/** What earlier change records say about what changes again. */
export function previousView({ previousDecisions }: Pick<Facts, 'previousDecisions'>): readonly ViewData[] {
  return previousDecisions.map((row) => ({
    ref: row.ref,
    change: row.title === null ? row.change : `${row.change}: ${row.title}`,
    date: declared(row.date),
    namedAs: row.namedAs,
    findings: row.findings.join(', '),
    decision: [
      ...(row.disposition === null ? [] : [`Disposed of: ${sentence(row.disposition)}`]),
      ...(row.inFlight === null ? [] : [`Records under way: ${sentence(row.inFlight)}`]),
      row.approved.length === 0
        ? 'No approval is recorded.'
        : `Approved: ${row.approved.map(({ function: name, name: person, date, reference }) => `${name} (${person}, ${date}${reference === null ? '' : `; ${reference}`})`).join(', ')}.`,
    ].join(' '),
  }));
}

/** Edits that no change record names, as section 1 prints them. */
export function notRecordedView({ notRecorded }: Pick<Facts, 'notRecorded'>): readonly ViewData[] {
  return notRecorded.map(({ ref, statement, elements }) => ({
    ref,
    statement,
    elements: elements
      .map(({ id, findings }) => (findings.length === 0 ? id : `${id} (${findings.join(', ')})`))
      .join('; '),
    names: elements.map(({ id }) => id).join(', '),
  }));
}
