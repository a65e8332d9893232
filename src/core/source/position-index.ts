import type { Span } from '../diagnostics/location.ts';
import { spanOf } from './spec-document.ts';
import type { SourceNode, SourceRange } from './spec-document.ts';

/** A value of a file in its position index, from 0 for the whole of it. */
export type PositionNode = number;

/**
 * Where each value of a file is written. Much smaller than the tree it is made from, so that the positions of a whole project
 * can be kept after its trees are gone.
 */
export interface PositionIndex {
  /** The value at one step below another one; undefined where nothing is written there. */
  child(node: PositionNode, step: string | number): PositionNode | undefined;
  isMapping(node: PositionNode): boolean;
  isList(node: PositionNode): boolean;
  span(node: PositionNode): Span;
  /** Where the key is written by which a mapping holds the value; undefined for items of lists and for the file. */
  keySpan(node: PositionNode): Span | undefined;
}

/** Numbers kept for each value: its range, the range of its key (-1 without one), the value that follows all below it. */
const WIDTH = 5;
/** Containers with fewer values below them are searched from the front. */
const WORTH_A_TABLE = 64;

/** Writes down where the values of a tree stand, those of expanded aliases at each place where they are used. */
export function indexPositions(root: SourceNode, lineStarts: readonly number[]): PositionIndex {
  const numbers: number[] = [];
  const steps: (string | number | undefined)[] = [];
  const forms: SourceNode['kind'][] = [];
  const put = (node: SourceNode, step: string | number | undefined, key: SourceRange | undefined): void => {
    const at = steps.length;
    steps.push(step);
    forms.push(node.kind);
    numbers.push(node.start, node.end, key?.start ?? -1, key?.end ?? -1, 0);
    if (node.kind === 'list') node.items.forEach((item, index) => put(item, index, undefined));
    else if (node.kind === 'mapping') for (const [name, entry] of node.entries) put(entry.value, name, entry.key);
    numbers[at * WIDTH + 4] = steps.length;
  };
  put(root, undefined, undefined);
  const places = Int32Array.from(numbers);
  const number = (node: PositionNode, column: number): number => places[node * WIDTH + column] ?? 0;

  const tables = new Map<PositionNode, ReadonlyMap<string | number, PositionNode>>();
  function* childrenOf(node: PositionNode): Generator<PositionNode> {
    const end = number(node, 4);
    for (let child = node + 1; child < end; child = number(child, 4)) yield child;
  }
  const tableOf = (node: PositionNode): ReadonlyMap<string | number, PositionNode> => {
    const known = tables.get(node);
    if (known !== undefined) return known;
    const table = new Map([...childrenOf(node)].map((child) => [steps[child] ?? '', child]));
    tables.set(node, table);
    return table;
  };

  return {
    child(node, step) {
      if (number(node, 4) - node > WORTH_A_TABLE) return tableOf(node).get(step);
      for (const child of childrenOf(node)) if (steps[child] === step) return child;
      return undefined;
    },
    isMapping: (node) => forms[node] === 'mapping',
    isList: (node) => forms[node] === 'list',
    span: (node) => spanOf(lineStarts, { start: number(node, 0), end: number(node, 1) }),
    keySpan: (node) =>
      number(node, 2) === -1 ? undefined : spanOf(lineStarts, { start: number(node, 2), end: number(node, 3) }),
  };
}
