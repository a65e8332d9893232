import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Alias, Node, Pair, Scalar, YAMLMap } from 'yaml';
import { firstTurningCharacter, turningCharacter } from './decode.ts';
import { SOURCE_LIMITS } from './source-limits.ts';
import { childPointer } from './spec-document.ts';
import type { SourceEntry, SourceNode, SourceProblem, SourceRange, SourceScalar } from './spec-document.ts';
import { invalidYaml } from './yaml-problem.ts';

/** A tree with its aliases in place, and what the language does not take from YAML. */
export interface YamlTree {
  /** Undefined when nothing is written, or an alias could not be put in place. */
  readonly root: SourceNode | undefined;
  readonly complete: boolean;
  readonly problems: readonly SourceProblem[];
}

/** Makes the content of a YAML document into source nodes: scalars stay text, aliases are expanded within their bound. */
export function buildTree(contents: unknown): YamlTree {
  const builder: Builder = {
    anchors: new Map(),
    problems: [],
    open: new Set(),
    expanded: 0,
    sizes: new Map(),
    incomplete: false,
  };
  const root = build(contents as Node, '', builder);
  const usable = !builder.incomplete && !isNothing(root);
  return { root: usable ? root : undefined, complete: !builder.incomplete, problems: builder.problems };
}

interface Builder {
  readonly anchors: Map<string, SourceNode>;
  readonly problems: SourceProblem[];
  /** Anchors whose content is being read. */
  readonly open: Set<string>;
  readonly sizes: Map<SourceNode, number>;
  expanded: number;
  /** Set once an alias could not be put in place. */
  incomplete: boolean;
}

const NOTHING = 'empty';

function isNothing(node: SourceNode): boolean {
  return node.kind === 'scalar' && node.style === NOTHING;
}

function build(node: Node | null, pointer: string, builder: Builder): SourceNode {
  if (isAlias(node)) return expand(node, pointer, builder);
  const range = rangeOf(node);
  const tag = (node as { tag?: string } | null)?.tag;
  if (tag !== undefined) {
    const hint = 'Write the value without it; quotes make a value a text.';
    builder.problems.push(
      invalidYaml(`The tag of this value (${shortTag(tag)}) is not part of the language.`, hint, pointer, range),
    );
  }
  const anchor = (node as { anchor?: string } | null)?.anchor;
  if (anchor !== undefined) builder.open.add(anchor);
  const built = buildContent(node, range, pointer, builder);
  if (anchor !== undefined) {
    builder.open.delete(anchor);
    builder.anchors.set(anchor, built);
  }
  return built;
}

function buildContent(node: Node | null, range: SourceRange, pointer: string, builder: Builder): SourceNode {
  if (isMap(node)) return buildMapping(node, range, pointer, builder);
  if (isSeq(node)) {
    const items = node.items.map((item, index) => build(item as Node | null, childPointer(pointer, index), builder));
    return { kind: 'list', items, ...range };
  }
  if (isScalar(node) && node.type === 'QUOTE_DOUBLE') refuseEscapedTurning(node.source ?? '', range, pointer, builder);
  return isScalar(node) ? scalarOf(node, range) : { kind: 'scalar', text: '', style: NOTHING, ...range };
}

/** What the bytes of a file may not hold, an escape must not bring back: documents would show it. */
function refuseEscapedTurning(text: string, range: SourceRange, pointer: string, builder: Builder): void {
  const character = firstTurningCharacter(text);
  if (character === undefined) return;
  const { message, hint } = turningCharacter(character);
  builder.problems.push({ ruleId: 'file-control-character', severity: 'error', message, hint, pointer, range });
}

function scalarOf(node: Scalar, range: SourceRange): SourceScalar {
  const text = node.source ?? '';
  if (node.type === 'PLAIN') return { kind: 'scalar', text, style: text === '' ? NOTHING : 'plain', ...range };
  const block = node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL';
  // How many line breaks a block ends with is a matter of its indicator, which nobody reads as content.
  return { kind: 'scalar', text: block ? text.replace(/\n+$/, '') : text, style: block ? 'block' : 'quoted', ...range };
}

function buildMapping(node: YAMLMap, range: SourceRange, pointer: string, builder: Builder): SourceNode {
  const entries = new Map<string, SourceEntry>();
  for (const pair of node.items as Pair<Node | null, Node | null>[]) {
    const key = readKey(pair, pointer, range, builder);
    if (key === undefined) continue;
    const first = entries.get(key.text);
    const place = childPointer(pointer, key.text);
    const value = pair.value === null ? nothingAfter(key) : build(pair.value, place, builder);
    if (first === undefined) entries.set(key.text, { key, value });
    else {
      builder.problems.push({
        ruleId: 'yaml-duplicate-key',
        severity: 'error',
        message: `The key "${key.text}" is written twice in one mapping.`,
        hint: 'Most programs keep only the last one; remove or rename one of them.',
        pointer: place,
        range: key,
        related: [{ message: 'It is written here first.', pointer: place, range: first.key }],
      });
    }
  }
  return { kind: 'mapping', entries, ...range };
}

function nothingAfter(key: SourceScalar): SourceScalar {
  return { kind: 'scalar', text: '', style: NOTHING, start: key.end, end: key.end };
}

function readKey(
  pair: Pair<Node | null, Node | null>,
  pointer: string,
  mapping: SourceRange,
  builder: Builder,
): SourceScalar | undefined {
  const range = pair.key === null ? { start: mapping.start, end: mapping.start } : rangeOf(pair.key);
  const refuse = (message: string, hint: string): undefined => {
    builder.problems.push(invalidYaml(message, hint, pointer, range));
  };
  if (isAlias(pair.key)) return refuse('A key must not be an alias.', 'Write the key out.');
  if (pair.key !== null && !isScalar(pair.key)) {
    return refuse(
      'A key must be a single name, not a list or a mapping.',
      'Text in braces needs quotes when it is meant literally.',
    );
  }
  const built = build(pair.key, pointer, builder);
  if (built.kind !== 'scalar' || (built.style === NOTHING && built.text === '')) {
    return refuse('A key is missing before the colon.', 'Write the name of the value, or remove the line.');
  }
  if (built.text === '<<' && built.style === 'plain') {
    return refuse(
      'Merge keys (<<) are not part of the language.',
      'Write the values out, or use an alias for a whole value.',
    );
  }
  return built;
}

function expand(node: Alias, pointer: string, builder: Builder): SourceNode {
  const range = rangeOf(node);
  const refuse = (message: string, hint: string): SourceScalar => {
    if (!builder.incomplete || builder.expanded <= SOURCE_LIMITS.expandedNodes)
      builder.problems.push(invalidYaml(message, hint, pointer, range));
    builder.incomplete = true;
    return { kind: 'scalar', text: '', style: NOTHING, ...range };
  };
  if (builder.open.has(node.source))
    return refuse(`The alias *${node.source} stands inside its own anchor.`, 'Write the value out.');
  const target = builder.anchors.get(node.source);
  if (target === undefined)
    return refuse(
      `The alias *${node.source} names no anchor that stands before it.`,
      `Write "&${node.source}" in front of the value that is meant.`,
    );
  if (builder.expanded > SOURCE_LIMITS.expandedNodes) return refuse('', '');
  const size = sizeOf(target, builder);
  if (builder.expanded + size <= SOURCE_LIMITS.expandedNodes) {
    builder.expanded += size;
    return target;
  }
  const refused = refuse(
    `Aliases of this file add more than ${SOURCE_LIMITS.expandedNodes} values to what is written.`,
    'Write the values out, or name what they share as an element of its own.',
  );
  builder.expanded = SOURCE_LIMITS.expandedNodes + 1;
  return refused;
}

/** Values in a tree with its aliases expanded; each shared tree is counted once and remembered. */
function sizeOf(node: SourceNode, builder: Builder): number {
  const known = builder.sizes.get(node);
  if (known !== undefined) return known;
  let size = 1;
  if (node.kind === 'list') for (const item of node.items) size += sizeOf(item, builder);
  if (node.kind === 'mapping') for (const { value } of node.entries.values()) size += sizeOf(value, builder);
  builder.sizes.set(node, size);
  return size;
}

function rangeOf(node: Node | null): SourceRange {
  const [start, end] = node?.range ?? [0, 0, 0];
  return { start, end: Math.max(start, end) };
}

function shortTag(tag: string): string {
  return tag.startsWith('tag:yaml.org,2002:') ? `!!${tag.slice('tag:yaml.org,2002:'.length)}` : tag;
}
