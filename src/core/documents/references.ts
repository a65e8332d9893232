import { compareText } from '../diagnostics/order.ts';
import { elementTitle } from '../model/element.ts';
import { declaredBaseline } from './baseline.ts';
import type { DocumentContext } from './document-context.ts';
import { documentNumber } from './document-number.ts';
import type { DocumentCode } from './document-type.ts';
import { type FactsOf, facts, list, nullable, text } from './fact-shape.ts';

export const REFERENCE_ROW = facts({ id: text, number: text, title: text, edition: nullable(text) });
export const REFERENCES = list(REFERENCE_ROW);

/** Something that a document refers to; `edition` is its revision, or null where nobody declared it. */
export type ReferenceRow = FactsOf<typeof REFERENCE_ROW>;

const TITLES: readonly (readonly [DocumentCode, string])[] = [
  ['IA', 'Impact assessment'],
  ['RTM', 'Requirements traceability matrix'],
  ['RSP', 'System-of-record and responsibility matrix'],
  ['IFS', 'Data-flow and interface specification'],
  ['ERA', 'Electronic records and signatures assessment (Part 11, Annex 11)'],
  ['IQ', 'Installation qualification protocol'],
  ['OQ', 'Operational qualification protocol'],
];

/** The other documents of the package, the baseline, controlled documents of the plant, and sources of clauses in scope. */
export function referencesOf(type: DocumentCode, context: DocumentContext): readonly ReferenceRow[] {
  const { model } = context.head;
  const project = model.project?.attributes;
  const baseline = declaredBaseline(context);
  const siblings = TITLES.filter(([code]) => code !== type).map(([code, title]) => ({
    number: documentNumber(code, model.project),
    title,
    edition: project?.package.version ?? null,
  }));
  const baselines =
    baseline === undefined
      ? []
      : [
          {
            number: `Baseline ${baseline.version}`,
            title: `Approved specification${baseline.approval === null ? '' : `, ${baseline.approval}`}`,
            edition: baseline.commit.slice(0, 12),
          },
        ];
  const documents = model.ofKind('document').map((document) => ({
    number: document.attributes.number ?? document.id,
    title: elementTitle(document),
    edition: document.attributes.revision ?? null,
  }));
  const sources = [
    ...new Set(Object.keys(project?.clauses ?? {}).flatMap((set) => context.catalogue.sets.get(set)?.sources ?? [])),
  ].toSorted(compareText);
  const clauses = sources.flatMap((key) => {
    const source = context.catalogue.sources.get(key);
    return source === undefined ? [] : [{ number: key, title: source.name, edition: source.edition }];
  });
  return [...siblings, ...baselines, ...documents, ...clauses].map((row, index) => ({
    id: `REF-${String(index + 1).padStart(2, '0')}`,
    ...row,
  }));
}
