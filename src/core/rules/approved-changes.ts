import { compareText } from '../diagnostics/order.ts';
import { jsonText } from '../diff/comparable.ts';
import type { Json } from '../language/canonical.ts';
import type { Element } from '../model/element.ts';
import type { SpecModel } from '../model/spec-model.ts';
import type { Finding } from './finding.ts';
import { saysInForce } from './linting/declared.ts';
import { functionsOf, personOf } from './waiver-approvals.ts';

/** Both revisions of a gated change, and the day on which approvals are judged, `2026-03-02`. */
interface ApprovedRevisions {
  readonly base: SpecModel;
  readonly head: SpecModel;
  readonly asOf: string;
}

/**
 * The change record of head that approves a finding: one that names the element and carries an approval of every function that the
 * finding asks for, each by a person of its own other than the requester, for a function that base knows, dated by the day of
 * judgement. Who `touches` an element touches its parts too. A record that is a draft or retired approves nothing, and what was
 * approved for an earlier change approves nothing of this one.
 */
export function approvingRecord(finding: Finding, revisions: ApprovedRevisions): Element<'change'> | undefined {
  const { base, head } = revisions;
  const names = namesOf(finding, [head, base]);
  return head
    .ofKind('change')
    .find(
      (record) =>
        (record.attributes.touches ?? []).some((name) => names.has(name)) &&
        decides(record, finding.approvers.approve, revisions),
    );
}

/**
 * The approvals of a record that can be about this comparison: all of a record that starts from the version of base, which may
 * have been decided before anybody edited anything; of another one, those that base does not hold yet.
 */
function approvalsOf(record: Element<'change'>, base: SpecModel): Approvals {
  const { approved = [], from } = record.attributes;
  const version = base.project?.attributes.package.version;
  if (version !== undefined && from === version) return approved;
  const earlier = new Set((base.get('change', record.id)?.attributes.approved ?? []).map(identityOf));
  return approved.filter((approval) => !earlier.has(identityOf(approval)));
}

type Approvals = NonNullable<Element<'change'>['attributes']['approved']>;

function identityOf(approval: Approvals[number]): string {
  return jsonText(approval as unknown as Json);
}

/** Every name under which the element of a finding, or what it is part of, may be called. */
function namesOf({ element }: Finding, models: readonly SpecModel[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const model of models) {
    const found = model.elements.get(`${element.kind}:${element.id}`);
    const parent = found?.parent === undefined ? undefined : model.elements.get(found.parent);
    for (const one of [found, parent]) {
      if (one === undefined) continue;
      if (model.named(one.id).length === 1) names.add(one.id);
      names.add(`${one.collection}:${one.id}`);
    }
  }
  return names;
}

/**
 * Whether a record that is in force decides this change for these functions: each by a person of its own, so that they can be
 * given to different persons in the way of a matching: few of each, so all ways are tried.
 */
export function decides(
  record: Element<'change'>,
  functions: readonly string[],
  { base, head, asOf }: ApprovedRevisions,
): boolean {
  if (!saysInForce(record.attributes.status)) return false;
  const known = functionsOf(base.project === undefined ? head : base);
  const requester = personOf(record.attributes.requester ?? '');
  const given = approvalsOf(record, base)
    .filter(({ function: name, date }) => known.has(name) && compareText(date, asOf) <= 0)
    .map(({ function: name, name: person }) => ({ name, person: personOf(person) }))
    .filter(({ person }) => person !== '' && person !== requester);
  const place = (rest: readonly string[], taken: ReadonlySet<string>): boolean => {
    const [first, ...others] = rest;
    if (first === undefined) return true;
    return given.some(
      ({ name, person }) => name === first && !taken.has(person) && place(others, new Set([...taken, person])),
    );
  };
  return given.length > 0 && place([...new Set(functions)], new Set());
}
