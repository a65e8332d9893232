import { elementTitle } from '../model/element.ts';
import { changeHistory, changesAssessed } from './change-records.ts';
import type { DocumentContext } from './document-context.ts';
import { type FactsOf, facts, list, nullable, text, texts } from './fact-shape.ts';

export const REVISION_ROW = facts({
  revision: nullable(text),
  date: nullable(text),
  author: nullable(text),
  change: text,
  what: text,
  touches: texts,
});
export const REVISION_HISTORY = list(REVISION_ROW);

/** One change record as a line of the revision history. */
export type RevisionRow = FactsOf<typeof REVISION_ROW>;

/** The change records of head, newest first. Those assessed here lead to head's version; of older ones it is not declared. */
export function revisionHistory(context: DocumentContext): readonly RevisionRow[] {
  const { version } = context.head.model.project?.attributes.package ?? {};
  const current = new Set(changesAssessed(context).map(({ id }) => id));
  return changeHistory(context).map((change) => ({
    revision: (current.has(change.id) ? version : undefined) ?? null,
    date: change.attributes.date ?? null,
    author: change.attributes.requester ?? null,
    change: change.id,
    what: elementTitle(change) === change.id ? change.attributes.reason : elementTitle(change),
    touches: change.attributes.touches ?? [],
  }));
}
