import { compareText } from '../../diagnostics/order.ts';
import { KINDS } from '../../diff/kind-shapes.ts';
import type { SpecGraph } from '../../graph/spec-graph.ts';
import type { Element, ElementKey } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { Finding, LintFinding } from '../finding.ts';
import type { RawFinding } from './raw-finding.ts';

/** How far a cause is looked for: the element, what it refers to, what that consists of, and one step more. */
const MOST_STEPS = 3;

/** The changes that may cause something, by element and by file; editorial changes cause nothing. */
export interface Causes {
  readonly byElement: ReadonlyMap<ElementKey, readonly Finding[]>;
  /** Changes of elements that are still there. */
  readonly byFile: ReadonlyMap<string, readonly { readonly after: Element; readonly finding: Finding }[]>;
}

/** A removed part is a change of the element that it was part of. */
export function causesAmong(roots: readonly RawFinding[]): Causes {
  const byElement = new Map<ElementKey, Finding[]>();
  const byFile = new Map<string, { after: Element; finding: Finding }[]>();
  for (const { before, after, finding } of roots) {
    const element = after ?? before;
    if (finding.class === 'editorial' || element === undefined) continue;
    const key = after === undefined && element.parent !== undefined ? element.parent : element.key;
    put(byElement, key, finding);
    if (after !== undefined) put(byFile, after.at.file, { after, finding });
  }
  return { byElement, byFile };
}

function put<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}

/**
 * The changes from which a new lint finding follows: those at the other places that the lint names, else the nearest ones
 * along the references and parts of its element.
 */
export function rootsOf(
  lint: LintFinding,
  element: Element,
  { byElement, byFile }: Causes,
  graph: SpecGraph,
  head: SpecModel,
): readonly Finding[] {
  const named = (lint.related ?? []).flatMap(({ at }) =>
    (byFile.get(at.file) ?? []).filter(({ after }) => isAt(after, at)).map(({ finding }) => finding),
  );
  if (named.length > 0) return inOrder(named);
  let level: readonly ElementKey[] = [element.key];
  const seen = new Set<ElementKey>();
  for (let step = 0; step <= MOST_STEPS && level.length > 0; step += 1) {
    for (const key of level) seen.add(key);
    const found = level.flatMap((key) => byElement.get(key) ?? []);
    if (found.length > 0) return inOrder(found);
    level = [...new Set(level.flatMap((key) => neighbours(key, graph, head)))].filter((key) => !seen.has(key));
  }
  return [];
}

function neighbours(key: ElementKey, graph: SpecGraph, head: SpecModel): readonly ElementKey[] {
  const element = head.elements.get(key);
  if (element === undefined) return [];
  const parts = [...KINDS.values()]
    .filter(({ parent }) => parent === element.kind)
    .flatMap(({ kind }) => head.partsOf(element, kind));
  return [
    ...graph.from(key).map(({ to }) => to),
    ...parts.map((part) => part.key),
    ...(element.parent === undefined ? [] : [element.parent]),
  ];
}

function isAt({ at }: Element, place: LintFinding['at']): boolean {
  return place.pointer === at.pointer || place.pointer.startsWith(`${at.pointer}/`);
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...new Set(findings)].sort(
    (a, b) =>
      compareText(a.element.kind, b.element.kind) ||
      compareText(a.element.id, b.element.id) ||
      compareText(a.ruleId, b.ruleId),
  );
}
