import Handlebars from 'handlebars';
import type { TemplatePosition } from './blocks.ts';
import { templateFailure } from './template-failure.ts';
import { RESERVED_CHARACTERS } from './template-output.ts';
import { overloadedLine } from './template-load.ts';
import { REFUSED_NAMES } from './view-data.ts';

/** The grammar is Handlebars' own; what a template may use of it is decided here, and evaluated by `template.ts`. */
export type Program = hbs.AST.Program;
export type Statement = hbs.AST.Statement;
export type Mustache = hbs.AST.MustacheStatement;
export type BlockNode = hbs.AST.BlockStatement;
export type PartialNode = hbs.AST.PartialStatement;
export type Content = hbs.AST.ContentStatement;
export type Expression = hbs.AST.Expression;
export type Path = hbs.AST.PathExpression;
/** Helpers that stand alone, with the names of their options. */
export const INLINE_HELPERS: Readonly<Record<string, readonly string[]>> = {
  optional: [],
  markdown: [],
  table: ['caption', 'id', 'continued'],
  row: ['id', 'tone'],
  facts: ['abreast'],
  signatures: ['title'],
  blank: ['shape', 'lines', 'label'],
  contents: ['title', 'depth'],
  figure: ['caption', 'id'],
  'page-break': [],
};

/** Helpers with a body, with the names of their options. */
export const BLOCK_HELPERS: Readonly<Record<string, readonly string[]>> = {
  each: [],
  if: [],
  unless: [],
  with: [],
  table: ['caption', 'id', 'continued'],
  column: ['width', 'points', 'align', 'font', 'tone'],
  facts: ['abreast'],
  fact: ['tone'],
  callout: ['tone', 'title', 'id'],
  landscape: [],
  keep: [],
};

/** Template texts by name, parsed once and checked. */
export interface ParsedTemplates {
  readonly main: Program;
  /** Partials that the template can reach, in the order in which they are met first. */
  readonly reached: readonly string[];
  partial(name: string, at: TemplatePosition): Program;
  /** How messages call a partial. */
  shown(partial: string): string;
}

/** How deep partials may call partials. */
const PARTIAL_DEPTH = 12;

/** How deep blocks may stand in blocks. */
const NESTING = 60;

/** Texts of templates, and how messages call them. */
export interface TemplateTexts {
  readonly name: string;
  readonly text: string;
  /** Partials by name; the only ones that `{{> name}}` finds. */
  readonly partials: ReadonlyMap<string, string>;
  /** How messages call a partial, where that is not its name: the file of one that the project brings. */
  readonly shownAs?: ReadonlyMap<string, string>;
}

/** Parses a template and every partial that it can reach, and refuses what no template may use, also in branches never taken. */
export function parseTemplates({ name, text, partials, shownAs }: TemplateTexts): ParsedTemplates {
  const parsed = new Map<string, Program>();
  const shown = (partial: string): string => shownAs?.get(partial) ?? partial;
  /** How many partials stand below a partial that was looked through. */
  const heights = new Map<string, number>();
  const reach = (program: Program, template: string, path: readonly string[]): number => {
    let height = 0;
    visit(program, 0, template, (node) => {
      checkNode(node, template);
      if (node.type !== 'PartialStatement') return;
      const at = position(node, template);
      const partial = partialName(node as PartialNode, at);
      const below = path.includes(partial) ? PARTIAL_DEPTH : (heights.get(partial) ?? lookInto(partial, at, path));
      if (path.length + below >= PARTIAL_DEPTH) {
        throw templateFailure(
          at,
          'partial-depth',
          `the partial “${partial}” leads to itself or deeper than ${PARTIAL_DEPTH}.`,
          `Partials may not recurse: ${[...path, partial].join(' → ')}.`,
        );
      }
      height = Math.max(height, below + 1);
    });
    return height;
  };
  const lookInto = (partial: string, at: TemplatePosition, path: readonly string[]): number => {
    const program = load(partial, at);
    if (path.length >= PARTIAL_DEPTH) return 0;
    const height = reach(program, shown(partial), [...path, partial]);
    heights.set(partial, height);
    return height;
  };
  const load = (partial: string, at: TemplatePosition): Program => {
    const known = parsed.get(partial);
    if (known !== undefined) return known;
    const source = partials.get(partial);
    if (source === undefined)
      throw templateFailure(
        at,
        'partial-missing',
        `there is no partial “${partial}”.`,
        `Known: ${[...partials.keys()].sort().join(', ') || 'none'}.`,
      );
    const program = parse(shown(partial), source);
    parsed.set(partial, program);
    return program;
  };
  const main = parse(name, text);
  reach(main, name, []);
  return { main, reached: [...parsed.keys()], partial: load, shown };
}

function parse(template: string, text: string): Program {
  const reserved = text.split('\n').findIndex((line) => RESERVED_CHARACTERS.test(line));
  if (reserved >= 0)
    throw templateFailure(
      { template, line: reserved + 1 },
      'template-character',
      'the line holds a private character (U+E000 to U+E003).',
      'Remove it.',
    );
  const overloaded = overloadedLine(text);
  if (overloaded !== undefined)
    throw templateFailure(
      { template, line: overloaded },
      'template-load',
      'the template holds more blocks or brackets than can be read.',
      'Divide it into partials.',
    );
  try {
    return programOf(text);
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep({ template, line: 1 });
    const message = error instanceof Error ? error.message : String(error);
    const line = Number(/line (\d+)/.exec(message)?.[1] ?? 1);
    throw templateFailure(
      { template, line },
      'template-syntax',
      message
        .split('\n')
        .filter((part) => !/^-*\^$/.test(part))
        .join(' ')
        .trim(),
      'Mend the braces.',
    );
  }
}

/** Programs by text: several documents share partials, and the grammar is slow to read. */
const programs = new Map<string, Program>();
const KEPT_PROGRAMS = 100;

function programOf(text: string): Program {
  const known = programs.get(text);
  if (known !== undefined) return known;
  const program = Handlebars.parse(text);
  if (programs.size >= KEPT_PROGRAMS) programs.delete(programs.keys().next().value ?? '');
  programs.set(text, program);
  return program;
}

/** The place of a node. */
export function position(
  node: { readonly loc: { readonly start: { readonly line: number } } },
  template: string,
): TemplatePosition {
  return { template, line: node.loc.start.line };
}

/** The name of a partial, which is always written out. */
export function partialName(node: PartialNode, at: TemplatePosition): string {
  if (node.name.type !== 'PathExpression' || node.params.length > 1)
    throw templateFailure(at, 'partial-name', 'the name of a partial is computed.', 'Write the name out: {{> name}}.');
  return (node.name as Path).original;
}

/** The helper that a statement calls, or undefined for a plain path. */
export function helperName(node: Mustache | BlockNode): string | undefined {
  const path = node.path as Path;
  if (
    path.type !== 'PathExpression' ||
    path.data ||
    path.depth > 0 ||
    path.parts.length !== 1 ||
    /^(this|\.)/.test(path.original)
  )
    return undefined;
  const name = path.parts[0] ?? '';
  const table = node.type === 'BlockStatement' ? BLOCK_HELPERS : INLINE_HELPERS;
  return Object.hasOwn(table, name) ? name : undefined;
}

function checkNode(node: hbs.AST.Node, template: string): void {
  if (node.type === 'Program') return; // an empty body has no place
  const at = position(node, template);
  switch (node.type) {
    case 'MustacheStatement':
      checkCall(node as Mustache, at);
      break;
    case 'BlockStatement': {
      const block = node as BlockNode;
      if (helperName(block) === undefined)
        throw templateFailure(
          at,
          'helper-unknown',
          `there is no block helper “${(block.path as Path).original}”.`,
          `Known: ${Object.keys(BLOCK_HELPERS).join(', ')}.`,
        );
      checkOptions(block, at);
      break;
    }
    case 'PathExpression':
      for (const part of (node as Path).parts) {
        if (REFUSED_NAMES.has(part))
          throw templateFailure(at, 'path-refused', `the name “${part}” is no data.`, 'Name a value of the view.');
      }
      break;
    case 'SubExpression':
      if (((node as hbs.AST.SubExpression).path as Path).original !== 'optional')
        throw templateFailure(
          at,
          'helper-unknown',
          'only (optional path) may stand in brackets.',
          'Prepare other values in the view data.',
        );
      break;
    case 'Decorator':
    case 'DecoratorBlock':
    case 'PartialBlockStatement':
      throw templateFailure(
        at,
        'template-feature',
        `${node.type} is not allowed in templates.`,
        'Use a plain partial.',
      );
    default:
      break;
  }
}

function checkCall(node: Mustache, at: TemplatePosition): void {
  if (!node.escaped)
    throw templateFailure(
      at,
      'template-raw',
      'three braces or & would print data as Markdown.',
      'Use two braces, or {{markdown path}} for authored Markdown.',
    );
  if (node.path.type !== 'PathExpression')
    throw templateFailure(at, 'template-literal', 'a literal stands in braces.', 'Write the text itself.');
  if (helperName(node) === undefined) {
    if (node.params.length > 0 || (node.hash?.pairs.length ?? 0) > 0)
      throw templateFailure(
        at,
        'helper-unknown',
        `there is no helper “${(node.path as Path).original}”.`,
        `Known: ${Object.keys(INLINE_HELPERS).join(', ')}.`,
      );
    return;
  }
  checkOptions(node, at);
}

function checkOptions(node: Mustache | BlockNode, at: TemplatePosition): void {
  const name = helperName(node) ?? '';
  const allowed = (node.type === 'BlockStatement' ? BLOCK_HELPERS : INLINE_HELPERS)[name] ?? [];
  for (const pair of node.hash?.pairs ?? []) {
    if (!allowed.includes(pair.key))
      throw templateFailure(
        at,
        'helper-option',
        `${name} has no option “${pair.key}”.`,
        allowed.length === 0 ? 'It has none.' : `It has: ${allowed.join(', ')}.`,
      );
  }
}

function tooDeep(at: TemplatePosition): Error {
  return templateFailure(at, 'template-depth', `blocks stand in blocks deeper than ${NESTING}.`, 'Use partials.');
}

function visit(
  node: hbs.AST.Node | undefined | null,
  depth: number,
  template: string,
  see: (node: hbs.AST.Node) => void,
): void {
  if (node === undefined || node === null) return;
  if (depth > 2 * NESTING) throw tooDeep(node.type === 'Program' ? { template, line: 1 } : position(node, template));
  see(node);
  const parts = node as unknown as {
    body?: hbs.AST.Node[];
    path?: hbs.AST.Node;
    params?: hbs.AST.Node[];
    hash?: hbs.AST.Hash;
    program?: hbs.AST.Node;
    inverse?: hbs.AST.Node;
  };
  const below = (child: hbs.AST.Node | undefined): void => visit(child, depth + 1, template, see);
  for (const child of parts.body ?? []) below(child);
  if (node.type !== 'PartialStatement') below(parts.path);
  for (const child of parts.params ?? []) below(child);
  for (const pair of parts.hash?.pairs ?? []) below(pair.value);
  below(parts.program);
  below(parts.inverse);
}
