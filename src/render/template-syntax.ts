import Handlebars from 'handlebars';
import type { TemplatePosition } from './blocks.ts';
import { templateFailure } from './template-failure.ts';
import { RESERVED_CHARACTERS } from './template-output.ts';
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
  partial(name: string, at: TemplatePosition): Program;
}

/** How deep partials may call partials. */
const PARTIAL_DEPTH = 12;

/** Parses a template and every partial that it can reach, and refuses what no template may use, also in branches never taken. */
export function parseTemplates(name: string, text: string, partials: ReadonlyMap<string, string>): ParsedTemplates {
  const parsed = new Map<string, Program>();
  const reach = (program: Program, template: string, path: readonly string[]): void => {
    visit(program, (node) => {
      checkNode(node, template);
      if (node.type !== 'PartialStatement') return;
      const at = position(node, template);
      const partial = partialName(node as PartialNode, at);
      if (path.includes(partial) || path.length >= PARTIAL_DEPTH) {
        throw templateFailure(
          at,
          'partial-depth',
          `the partial “${partial}” leads to itself or deeper than ${PARTIAL_DEPTH}.`,
          `Partials may not recurse: ${[...path, partial].join(' → ')}.`,
        );
      }
      reach(load(partial, at), partial, [...path, partial]);
    });
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
    const program = parse(partial, source);
    parsed.set(partial, program);
    return program;
  };
  const main = parse(name, text);
  reach(main, name, []);
  return { main, partial: load };
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
  try {
    return Handlebars.parse(text);
  } catch (error) {
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

function visit(node: hbs.AST.Node | undefined | null, see: (node: hbs.AST.Node) => void): void {
  if (node === undefined || node === null) return;
  see(node);
  const parts = node as unknown as {
    body?: hbs.AST.Node[];
    path?: hbs.AST.Node;
    params?: hbs.AST.Node[];
    hash?: hbs.AST.Hash;
    program?: hbs.AST.Node;
    inverse?: hbs.AST.Node;
  };
  for (const child of parts.body ?? []) visit(child, see);
  if (node.type !== 'PartialStatement') visit(parts.path, see);
  for (const child of parts.params ?? []) visit(child, see);
  for (const pair of parts.hash?.pairs ?? []) visit(pair.value, see);
  visit(parts.program, see);
  visit(parts.inverse, see);
}
