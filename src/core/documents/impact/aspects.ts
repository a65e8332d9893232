import { compareText } from '../../diagnostics/order.ts';
import type { Element, ElementKey } from '../../model/element.ts';
import type { DocumentContext } from '../document-context.ts';
import { type FactsOf, count, facts, list, nullable, text, texts, words } from '../fact-shape.ts';
import type { ConsequenceRow } from './consequence-facts.ts';
import { type InventoryRow, elementOf, titleOf } from './finding-facts.ts';

const ASPECT = words('record', 'approval', 'audit trail', 'evidence link', 'report', 'limit');
export const ASPECT_ROW = facts({
  ref: text,
  aspect: ASPECT,
  element: text,
  title: nullable(text),
  how: words('changed', 'reached'),
  effect: text,
  clauses: texts,
});
export const ASPECTS = facts({
  rows: list(ASPECT_ROW),
  examined: list(facts({ aspect: ASPECT, elements: count, affected: count })),
});

type Aspect = FactsOf<typeof ASPECT>;
export type AspectRow = FactsOf<typeof ASPECT_ROW>;
/** What the change does to records, approvals, audit trails, evidence, reports and limits; also where it does nothing. */
export type AspectFacts = FactsOf<typeof ASPECTS>;

/** The six aspects, in the order in which they print. */
export const ASPECT_NAMES: readonly Aspect[] = [
  'record',
  'approval',
  'audit trail',
  'evidence link',
  'report',
  'limit',
];

/** Elements that are changed or reached, by aspect; `examined` says how many elements of each aspect head has at all. */
export function aspectsOf(
  context: DocumentContext,
  inventory: readonly InventoryRow[],
  consequences: readonly ConsequenceRow[],
): AspectFacts {
  const changed = new Map<ElementKey, string>();
  for (const { element, reason } of inventory) {
    const key = `${element.kind}:${element.id}`;
    if (!changed.has(key)) changed.set(key, reason);
  }
  const reached = new Map(consequences.map(({ reached: key, route }) => [key, route]));
  const affected: readonly { key: ElementKey; how: AspectRow['how']; effect: string }[] = [
    ...[...changed].map(([key, effect]) => ({ key, how: 'changed' as const, effect })),
    ...[...reached]
      .filter(([key]) => !changed.has(key))
      .map(([key, effect]) => ({ key, how: 'reached' as const, effect })),
  ];
  const found = affected.flatMap(({ key, how, effect }) => {
    const element = elementOf(key, context);
    if (element === undefined) return [];
    return aspectsOfElement(element).map((aspect) => ({
      aspect,
      element: key,
      title: titleOf(element) ?? null,
      how,
      effect,
      clauses: clausesOf(element, context),
    }));
  });
  const rows = found
    .toSorted(
      (a, b) =>
        ASPECT_NAMES.indexOf(a.aspect) - ASPECT_NAMES.indexOf(b.aspect) ||
        compareText(a.how, b.how) ||
        compareText(a.element, b.element),
    )
    .map((row, index) => ({ ref: `A-${`${index + 1}`.padStart(2, '0')}`, ...row }));
  const all = [...context.head.model.elements.values()];
  return {
    rows,
    examined: ASPECT_NAMES.map((aspect) => ({
      aspect,
      elements: all.filter((element) => aspectsOfElement(element).includes(aspect)).length,
      affected: rows.filter((row) => row.aspect === aspect).length,
    })),
  };
}

function aspectsOfElement(element: Element): readonly Aspect[] {
  switch (element.kind) {
    case 'object': {
      const { record } = (element as Element<'object'>).attributes;
      return record?.auditTrail === undefined ? ['record'] : ['record', 'audit trail'];
    }
    case 'transition': {
      const { sign, reason } = (element as Element<'transition'>).attributes;
      return [
        ...(sign === undefined ? [] : ['approval' as const]),
        ...(reason === true ? ['audit trail' as const] : []),
      ];
    }
    case 'field':
      return ['record'];
    case 'segregation':
      return ['approval'];
    case 'evidence-link':
      return ['evidence link'];
    case 'report':
    case 'output':
    case 'output-item':
      return ['report'];
    case 'conversion':
    case 'measure':
    case 'reconciliation':
      return ['limit'];
    default:
      return [];
  }
}

/** Clauses that an element refers to, itself or through the requirements that it realises. */
export function clausesOf(element: Element, { trace }: Pick<DocumentContext, 'trace'>): readonly string[] {
  const requirements = trace.forward
    .filter(({ requirement, elements }) => requirement.key === element.key || elements.includes(element.key))
    .map(({ requirement }) => requirement.id);
  return trace.clauses
    .filter((row) => row.elements.includes(element.key) || row.requirements.some((id) => requirements.includes(id)))
    .map(({ clause }) => clause);
}
