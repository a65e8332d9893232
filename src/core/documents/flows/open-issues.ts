import type { DocumentRevision } from '../document-context.ts';
import { type FactsOf, facts, nullable, text, words } from '../fact-shape.ts';

export const ISSUE_ROW = facts({
  ref: text,
  severity: words('error', 'warning', 'info'),
  element: nullable(text),
  rule: text,
  message: text,
  waiver: nullable(text),
});

/** A finding of the check about a flow of data that is open in head; `waiver` is what people accepted it by. */
export type IssueRow = FactsOf<typeof ISSUE_ROW>;

/** Kinds of element of which this document speaks. */
const KINDS: ReadonlySet<string> = new Set([
  'interface',
  'message',
  'mapping',
  'reply',
  'value-map',
  'conversion',
  'unit',
  'crosswalk',
  'set',
  'code-list',
  'code',
  'reconciliation',
  'evidence-link',
  'field',
  'object',
]);

/** Findings of the check about interfaces, mappings, maps, conversions, keys and reconciliations. */
export function openIssues({ lint }: Pick<DocumentRevision, 'lint'>): readonly IssueRow[] {
  const own = lint.filter(({ element }) => element !== undefined && KINDS.has(element.kind));
  const digits = Math.max(2, `${own.length}`.length);
  return own.flatMap(({ severity, element, ruleId, message, waiver }, index): IssueRow[] => [
    {
      ref: `I-${`${index + 1}`.padStart(digits, '0')}`,
      severity,
      element: element === undefined ? null : `${element.kind}:${element.id}`,
      rule: ruleId,
      message,
      waiver: waiver?.valid === true ? waiver.id : null,
    },
  ]);
}
