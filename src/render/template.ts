import type { Block, DocumentBlocks, TemplatePosition } from './blocks.ts';
import { parseMarkdown } from './markdown.ts';
import { blockHelper, inlineHelper } from './template-helpers.ts';
import type { TemplateEngine } from './template-engine.ts';
import { templateFailure } from './template-failure.ts';
import { Slots, TemplateOutput } from './template-output.ts';
import { type Scope, innerScope, resolvePath, rootScope } from './template-scope.ts';
import {
  type BlockNode,
  type Content,
  type Expression,
  type Mustache,
  type ParsedTemplates,
  type PartialNode,
  type Path,
  type Program,
  type TemplateTexts,
  helperName,
  parseTemplates,
  partialName,
  position,
} from './template-syntax.ts';
import { printable, requireList, truth } from './template-values.ts';
import { isRecord, requireViewData } from './view-data.ts';

/** A template and all it may use. */
export interface TemplateRequest extends TemplateTexts {
  /** View data as `ViewData` describes them. */
  readonly view: unknown;
}

/**
 * Fills a template and parses its Markdown. Data print literally, whatever characters they hold. A value that the view
 * does not have, a value of the wrong kind or a mistake of the template throws a `Failure` with template and line.
 */
export function renderTemplate(request: TemplateRequest): DocumentBlocks {
  requireViewData(request.view);
  const templates = parseTemplates(request);
  const renderer = new Renderer(templates);
  return renderer.blocks(templates.main, rootScope(request.view, request.name));
}

/** Statements that one document may evaluate: more than any plant needs, and few enough to end within a minute. */
const MOST_STATEMENTS = 20_000_000;

/** Evaluates programs. */
class Renderer implements TemplateEngine {
  readonly slots = new Slots();
  readonly #templates: ParsedTemplates;
  #collector: { readonly helper: string; readonly take: (node: BlockNode, scope: Scope) => void } | undefined;

  #statements = 0;

  constructor(templates: ParsedTemplates) {
    this.#templates = templates;
  }

  blocks(program: Program, scope: Scope): Block[] {
    const output = new TemplateOutput();
    this.run(program, scope, output);
    return parseMarkdown({ output, slots: this.slots });
  }

  run(program: Program | undefined, scope: Scope, output: TemplateOutput): void {
    for (const node of program?.body ?? []) {
      const at = position(node, scope.template);
      if ((this.#statements += 1) > MOST_STATEMENTS)
        throw templateFailure(
          at,
          'template-budget',
          `the document needs more than ${MOST_STATEMENTS} statements.`,
          'Look for lists within lists, and for partials that call partials many times.',
        );
      switch (node.type) {
        case 'ContentStatement':
          appendContent(node as Content, scope, output);
          break;
        case 'MustacheStatement':
          output.append(this.#mustache(node as Mustache, scope, at), at);
          break;
        case 'BlockStatement':
          this.#block(node as BlockNode, scope, at, output);
          break;
        case 'PartialStatement':
          this.#partial(node as PartialNode, scope, at, output);
          break;
        case 'CommentStatement':
          break;
        default:
          throw templateFailure(
            at,
            'template-feature',
            `${node.type} is not allowed in templates.`,
            'Use another form.',
          );
      }
    }
  }

  value(expression: Expression, scope: Scope): unknown {
    const at = position(expression, scope.template);
    switch (expression.type) {
      case 'StringLiteral':
        return (expression as hbs.AST.StringLiteral).value;
      case 'NumberLiteral':
        return (expression as hbs.AST.NumberLiteral).value;
      case 'PathExpression':
        return resolvePath(expression as Path, scope, at, false);
      case 'SubExpression': {
        const [path] = (expression as hbs.AST.SubExpression).params;
        if (path?.type === 'PathExpression') return resolvePath(path as Path, scope, at, true);
        throw templateFailure(at, 'helper-arguments', '(optional path) needs one path.', 'Write (optional name).');
      }
      default:
        throw templateFailure(
          at,
          'helper-arguments',
          `a ${expression.type} cannot be an argument.`,
          'Use a path, a text in quotes or a number.',
        );
    }
  }

  argument(node: Mustache | BlockNode, scope: Scope): unknown {
    const at = position(node, scope.template);
    const [first, ...more] = node.params;
    if (first === undefined || more.length > 0)
      throw templateFailure(
        at,
        'helper-arguments',
        `${helperName(node) ?? 'the helper'} needs exactly one argument.`,
        'Write {{helper path}}.',
      );
    return this.value(first, scope);
  }

  options(node: Mustache | BlockNode, scope: Scope): ReadonlyMap<string, unknown> {
    const pairs = (node.hash?.pairs ?? []).map((pair) => [pair.key, this.value(pair.value, scope)] as const);
    return new Map(pairs.filter(([, value]) => value !== undefined));
  }

  collecting(helper: string, take: (node: BlockNode, scope: Scope) => void, work: () => void): void {
    const outer = this.#collector;
    this.#collector = { helper, take };
    work();
    this.#collector = outer;
  }

  #mustache(node: Mustache, scope: Scope, at: TemplatePosition): string {
    const helper = helperName(node);
    if (helper !== undefined) return inlineHelper(this, helper, node, scope, at);
    return this.slots.text(
      printable(resolvePath(node.path as Path, scope, at, false), (node.path as Path).original, at),
    );
  }

  #block(node: BlockNode, scope: Scope, at: TemplatePosition, output: TemplateOutput): void {
    const helper = helperName(node) ?? '';
    switch (helper) {
      case 'if':
      case 'unless': {
        const holds = truth(this.argument(node, scope), at) === (helper === 'if');
        this.run(holds ? node.program : node.inverse, scope, output);
        break;
      }
      case 'with': {
        const value = this.argument(node, scope);
        if (value === undefined) this.run(node.inverse, scope, output);
        else if (isRecord(value)) this.run(node.program, innerScope(scope, value, blockNames(node, [value])), output);
        else throw templateFailure(at, 'view-value-kind', 'with needs an object.', 'Mend the path or the view data.');
        break;
      }
      case 'each': {
        const items = requireList(this.argument(node, scope) ?? [], at);
        if (items.length === 0) this.run(node.inverse, scope, output);
        items.forEach((item, index) => {
          const loop = new Map<string, string | boolean>([
            ['number', `${index + 1}`],
            ['first', index === 0],
            ['last', index + 1 === items.length],
          ]);
          this.run(node.program, innerScope(scope, item, blockNames(node, [item, `${index + 1}`]), loop), output);
        });
        break;
      }
      default:
        if (this.#collector?.helper === helper) this.#collector.take(node, scope);
        else output.append(blockHelper(this, helper, node, scope, at), at);
    }
  }

  #partial(node: PartialNode, scope: Scope, at: TemplatePosition, output: TemplateOutput): void {
    const name = partialName(node, at);
    const program = this.#templates.partial(name, at);
    const [argument] = node.params;
    const context = argument === undefined ? scope.context : this.value(argument, scope);
    const names = (node.hash?.pairs ?? []).map((pair) => [pair.key, this.value(pair.value, scope)] as const);
    this.run(
      program,
      {
        ...rootScope(context, this.#templates.shown(name)),
        root: scope.root,
        names: new Map(names.filter(([, value]) => value !== undefined)),
        loop: scope.loop,
      },
      output,
    );
  }
}

function blockNames(node: BlockNode, values: readonly unknown[]): (readonly [string, unknown])[] {
  return (node.program.blockParams ?? []).map((name, index) => [name, values[index]] as const);
}

/** Handlebars cuts the white space of lines that hold only a block tag; the line numbers must not slip with it. */
function appendContent(node: Content, scope: Scope, output: TemplateOutput): void {
  const { value } = node;
  const original = (node as unknown as { original: string }).original;
  const cut = Math.max(0, original.indexOf(value));
  const skipped = original.slice(0, cut).split('\n').length - 1;
  output.append(value, { template: scope.template, line: node.loc.start.line + skipped });
}
