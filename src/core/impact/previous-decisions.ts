import { compareText } from '../diagnostics/order.ts';
import type { Element, ElementKey } from '../model/element.ts';
import type { SpecModel } from '../model/spec-model.ts';

/** What an earlier change record says about an element that changes again. */
export interface PreviousDecision {
  /** Id of the change record. */
  readonly change: string;
  readonly title: string | undefined;
  /** Day on which that change was requested. */
  readonly date: string | undefined;
  /** The name under which the record speaks of it: the element itself, under whatever id, or what it is part of. */
  readonly namedAs: string;
  /** How its impact was disposed of, in the words of that record. */
  readonly disposition: string | undefined;
  /** What was decided about records that were under way. */
  readonly inFlight: string | undefined;
  /** Who decided; nobody, where the record says so of nobody. */
  readonly approved: NonNullable<Element<'change'>['attributes']['approved']>;
}

/** An element in both revisions; one side is undefined for what came or went. */
export interface ComparedElement {
  readonly before: Element | undefined;
  readonly after: Element | undefined;
}

/**
 * What change records of base decided about an element or what it is part of, newest first; records without a day come last.
 * `except` are the records that the comparison itself is about: they decide now, not before.
 */
export function previousDecisions(
  { before, after }: ComparedElement,
  base: SpecModel,
  head: SpecModel,
  except: ReadonlySet<string>,
): readonly PreviousDecision[] {
  const keys = new Set([before, after].flatMap((element) => (element === undefined ? [] : withParent(element))));
  const isMeant = (name: string): boolean =>
    [...base.named(name), ...head.named(name)].some(({ key }) => keys.has(key));
  return base
    .ofKind('change')
    .filter(({ id }) => !except.has(id))
    .flatMap(({ id, attributes }) => {
      const { title, date, touches = [], impacts = {}, inFlight = {}, approved = [] } = attributes;
      const disposed = Object.keys(impacts).filter(isMeant);
      const flying = Object.keys(inFlight).filter(isMeant);
      const [namedAs] = [...disposed, ...flying, ...touches.filter(isMeant)];
      if (namedAs === undefined) return [];
      const said = (texts: Readonly<Record<string, string>>, names: readonly string[]): string | undefined =>
        names.length === 0 ? undefined : names.map((name) => texts[name] ?? '').join(' ');
      return [
        {
          change: id,
          title,
          date,
          namedAs,
          disposition: said(impacts, disposed),
          inFlight: said(inFlight, flying),
          approved,
        },
      ];
    })
    .toSorted((a, b) => compareText(b.date ?? '', a.date ?? '') || compareText(b.change, a.change));
}

function withParent({ key, parent }: Element): readonly ElementKey[] {
  return parent === undefined ? [key] : [key, parent];
}
