import { isAlias, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Alias, Document, Node, Pair, Scalar, YAMLMap } from 'yaml';
import { SOURCE_LIMITS, surveySource } from './source-limits.ts';
import { childPointer, lineStartsOf, positionOf } from './spec-document.ts';
import type {
  SourceEntry,
  SourceNode,
  SourceProblem,
  SourceRange,
  SourceScalar,
  SpecDocument,
} from './spec-document.ts';
import { explainYamlError } from './yaml-problem.ts';

/** Problems of one kind of syntax error follow from each other; more than this many tell nobody anything. */
const MOST_SYNTAX_PROBLEMS = 20;

/**
 * Reads the text of one spec file as YAML 1.2 without giving types to its scalars. Everything that is wrong with it as
 * YAML, or that the language does not take from YAML, is in `problems`; never throws.
 */
export function parseSpecText(text: string): SpecDocument {
  const lineStarts = lineStartsOf(text);
  const survey = surveySource(text);
  if (survey.exceeded !== undefined) {
    const { message, hint, range } = survey.exceeded;
    const problem = invalid(message, hint, '', range);
    return { text, root: undefined, readable: false, problems: [problem], lineStarts };
  }
  const problems: SourceProblem[] = [];
  const document = parseDocument(text.slice(0, survey.secondDocument), {
    schema: 'failsafe',
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const broken = addSyntaxProblems(document, problems, lineStarts);
  if (survey.secondDocument !== undefined) {
    const start = survey.secondDocument;
    problems.push(
      invalid('A second YAML document begins here.', 'One file holds one document; remove the line "---".', '', {
        start,
        end: Math.min(start + 3, text.length),
      }),
    );
  }
  if (survey.directive !== undefined) {
    problems.push(
      invalid(
        'YAML directives (lines that begin with %) are not part of the language.',
        'Remove the line.',
        '',
        survey.directive,
      ),
    );
  }
  const builder: Builder = {
    anchors: new Map(),
    problems,
    open: new Set(),
    expanded: 0,
    sizes: new Map(),
    incomplete: false,
  };
  const { contents } = document;
  // After a syntax error the tree is a guess: nothing that is said about its content would help.
  const root = broken || contents === null ? undefined : build(contents as Node, '', builder);
  const readable = !broken && survey.secondDocument === undefined && !builder.incomplete;
  return {
    text,
    root: root === undefined || isNothing(root) || builder.incomplete ? undefined : root,
    readable,
    problems,
    lineStarts,
  };
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

function addSyntaxProblems(document: Document, problems: SourceProblem[], lineStarts: readonly number[]): boolean {
  // Tags are reported where they are met, with those that the library knows.
  const errors = document.errors.filter((error) => !error.message.startsWith('Unresolved tag'));
  const lines = new Set<number>();
  const first = errors.filter((error) => {
    // A second error in one line is nearly always a consequence of the first.
    const { line } = positionOf(lineStarts, error.pos[0]);
    return !lines.has(line) && lines.add(line);
  });
  for (const error of first.slice(0, MOST_SYNTAX_PROBLEMS)) {
    const { message, hint } = explainYamlError(error);
    const opened = error.message.startsWith('Missing closing') ? openedQuote(document, error.pos[0]) : undefined;
    problems.push(
      invalid(message, hint, '', opened ?? { start: error.pos[0], end: Math.max(error.pos[1], error.pos[0]) }),
    );
  }
  const next = first[MOST_SYNTAX_PROBLEMS];
  if (next !== undefined) {
    const range = { start: next.pos[0], end: next.pos[1] };
    problems.push(
      invalid(
        `${first.length - MOST_SYNTAX_PROBLEMS} more lines with syntax errors follow from here on.`,
        undefined,
        '',
        range,
      ),
    );
  }
  return errors.length > 0;
}

/** The quote whose end is missing at `offset`: the last one that was opened before it. */
function openedQuote(document: Document, offset: number): SourceRange | undefined {
  let start: number | undefined;
  visit(document, {
    Scalar: (_key, { type, range }) => {
      if ((type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') && range && range[0] < offset) start = range[0];
    },
  });
  return start === undefined ? undefined : { start, end: start + 1 };
}

function build(node: Node | null, pointer: string, builder: Builder): SourceNode {
  if (isAlias(node)) return expand(node, pointer, builder);
  const range = rangeOf(node);
  const tag = (node as { tag?: string } | null)?.tag;
  if (tag !== undefined) {
    const hint = 'Write the value without it; quotes make a value a text.';
    builder.problems.push(
      invalid(`The tag of this value (${shortTag(tag)}) is not part of the language.`, hint, pointer, range),
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
  return isScalar(node) ? scalarOf(node, range) : { kind: 'scalar', text: '', style: NOTHING, ...range };
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
    builder.problems.push(invalid(message, hint, pointer, range));
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
      builder.problems.push(invalid(message, hint, pointer, range));
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

function invalid(message: string, hint: string | undefined, pointer: string, range: SourceRange): SourceProblem {
  return {
    ruleId: 'yaml-invalid',
    severity: 'error',
    message,
    ...(hint === undefined ? {} : { hint }),
    pointer,
    range,
  };
}
