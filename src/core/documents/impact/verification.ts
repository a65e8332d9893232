import type { Derivation } from '../../derive/test-case.ts';
import { compareText } from '../../diagnostics/order.ts';
import type { EvidenceCode } from '../../rules/finding.ts';
import type { DocumentContext } from '../document-context.ts';
import { type FactsOf, count, facts, list, text, texts, words } from '../fact-shape.ts';

const SELECTED = words('new', 're-author', 're-run');
export const SELECTION_ROW = facts({ id: text, title: text, status: SELECTED, reason: text });
export const VERIFICATION = facts({
  totals: facts({ new: count, reAuthor: count, reRun: count, notAffected: count, retired: count }),
  byElement: list(
    facts({
      ref: text,
      phase: text,
      element: text,
      new: count,
      reAuthor: count,
      reRun: count,
      notAffected: count,
      retired: count,
    }),
  ),
  selected: list(SELECTION_ROW),
  exclusions: list(facts({ ref: text, status: words('not-affected', 'retired'), reason: text, ids: texts })),
  evidence: list(facts({ code: text, asked: texts })),
});

/** What is tested again and what is not, each with its reason. */
export type VerificationFacts = FactsOf<typeof VERIFICATION>;

/** The regression set of the change; `refs` gives each finding its number. */
export function verificationOf(context: DocumentContext, refs: ReadonlyMap<string, string>): VerificationFacts {
  const { select, exclude } = context.assessment.regression;
  const status = (wanted: string) => select.filter((one) => one.status === wanted).length;
  const left = (wanted: string) => exclude.filter((one) => one.status === wanted).length;
  return {
    totals: {
      new: status('new'),
      reAuthor: status('re-author'),
      reRun: status('re-run'),
      notAffected: left('not-affected'),
      retired: left('retired'),
    },
    byElement: countsByElement(context),
    selected: select.map(({ id, title, status: word, reason }) => ({ id, title, status: word, reason })),
    exclusions: exclusionGroups(context),
    evidence: evidenceAsked(context, refs),
  };
}

function countsByElement(context: DocumentContext): VerificationFacts['byElement'] {
  const { regression } = context.assessment;
  const places = new Map([
    ...placesOf(context.base.derivation, context),
    ...placesOf(context.head.derivation, context),
  ]);
  const groups = new Map<
    string,
    {
      phase: string;
      element: string;
      new: number;
      reAuthor: number;
      reRun: number;
      notAffected: number;
      retired: number;
    }
  >();
  for (const { id, status } of [...regression.select, ...regression.exclude]) {
    const phase = id.slice(0, 2);
    const element = places.get(id) ?? (id.startsWith('PQ-') ? 'exception scenarios' : 'authored tests');
    const key = `${phase}|${element}`;
    const group = groups.get(key) ?? { phase, element, new: 0, reAuthor: 0, reRun: 0, notAffected: 0, retired: 0 };
    group[COUNTED[status]] += 1;
    groups.set(key, group);
  }
  return [...groups.values()]
    .toSorted((a, b) => compareText(a.phase, b.phase) || compareText(a.element, b.element))
    .map((group, index) => ({ ref: `S-${`${index + 1}`.padStart(2, '0')}`, ...group }));
}

const COUNTED = {
  new: 'new',
  're-author': 'reAuthor',
  're-run': 'reRun',
  'not-affected': 'notAffected',
  retired: 'retired',
} as const;

/** Test id → key of the lifecycle, interface or other whole element that it belongs to. */
function placesOf({ cases, checks }: Derivation, { base, head }: DocumentContext): ReadonlyMap<string, string> {
  return new Map(
    [...cases, ...checks].map(({ id, element }) => {
      const parent = (head.model.elements.get(element) ?? base.model.elements.get(element))?.parent;
      return [id, parent ?? element] as const;
    }),
  );
}

function exclusionGroups({ assessment }: DocumentContext): VerificationFacts['exclusions'] {
  const groups = new Map<string, { status: 'not-affected' | 'retired'; reason: string; ids: string[] }>();
  for (const { id, status, reason } of assessment.regression.exclude) {
    const group = groups.get(`${status}|${reason}`) ?? { status, reason, ids: [] };
    group.ids.push(id);
    groups.set(`${status}|${reason}`, group);
  }
  return [...groups.values()]
    .toSorted((a, b) => compareText(a.status, b.status) || compareText(a.reason, b.reason))
    .map(({ status, reason, ids }, index) => ({
      ref: `X-${`${index + 1}`.padStart(2, '0')}`,
      status,
      reason,
      ids: ids.toSorted(compareText),
    }));
}

function evidenceAsked(
  { assessment }: DocumentContext,
  refs: ReadonlyMap<string, string>,
): VerificationFacts['evidence'] {
  const asked = new Map<EvidenceCode, string[]>();
  for (const { evidence, fingerprint } of assessment.findings) {
    for (const code of evidence) asked.set(code, [...(asked.get(code) ?? []), refs.get(fingerprint) ?? fingerprint]);
  }
  return [...asked]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([code, findings]) => ({ code, asked: findings.toSorted(compareText) }));
}
