import type { TemplatePosition } from './blocks.ts';
import { templateFailure } from './template-failure.ts';
import {
  type BlockNode,
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
import { isRecord } from './view-data.ts';

/** A JSON schema of view data: of its words those count that say what an object or list holds. */
export type ViewSchema = Readonly<Record<string, unknown>>;

/** A template and the schema of the view that it will be given. */
export interface PathCheckRequest extends TemplateTexts {
  readonly schema: ViewSchema;
}

/**
 * Throws a `Failure` at the first path of the template that the schema does not know, or that may be absent and is not
 * written `optional`: also in branches that no rendering has taken yet.
 */
export function checkTemplatePaths(request: PathCheckRequest): void {
  namedValues(request);
}

/** The parts of the schema that a template and its partials name; throws as `checkTemplatePaths` does. */
export function namedValues(request: PathCheckRequest): ReadonlySet<ViewSchema> {
  const templates = parseTemplates(request);
  const checker = new PathChecker(templates, request.schema);
  checker.program(templates.main, {
    schema: request.schema,
    parent: undefined,
    names: new Map(),
    template: request.name,
  });
  return checker.named;
}

/** Statements that are looked at, counting those of a partial for each of its calls. */
const MOST_STATEMENTS = 1_000_000;

/** `undefined` as a schema: the value may be anything. */
type Shape = ViewSchema | undefined;

interface ShapeScope {
  readonly schema: Shape;
  readonly parent: ShapeScope | undefined;
  readonly names: ReadonlyMap<string, Shape>;
  readonly template: string;
}

type Kind = 'string' | 'boolean' | 'array' | 'object';

const KINDS: Readonly<Record<Kind, string>> = {
  string: 'a text',
  boolean: 'a condition',
  array: 'a list',
  object: 'a group',
};

class PathChecker {
  readonly #templates: ParsedTemplates;
  readonly #root: ViewSchema;
  readonly named = new Set<ViewSchema>();
  #statements = 0;

  constructor(templates: ParsedTemplates, root: ViewSchema) {
    this.#templates = templates;
    this.#root = root;
  }

  program(program: Program | undefined | null, scope: ShapeScope): void {
    for (const node of program?.body ?? []) {
      if ((this.#statements += 1) > MOST_STATEMENTS)
        throw templateFailure(
          position(node, scope.template),
          'template-budget',
          `the template holds more than ${MOST_STATEMENTS} statements with those of its partials.`,
          'Look for partials that call partials many times.',
        );
      if (node.type === 'MustacheStatement') this.#call(node as Mustache, scope);
      else if (node.type === 'BlockStatement') this.#block(node as BlockNode, scope);
      else if (node.type === 'PartialStatement') this.#partial(node as PartialNode, scope);
    }
  }

  #call(node: Mustache, scope: ShapeScope): void {
    const helper = helperName(node);
    if (helper === undefined) this.#text(this.#path(node.path as Path, scope, false), node, scope);
    for (const parameter of node.params) {
      const shape = this.#expression(parameter, scope, helper === 'optional');
      if (helper === 'optional' || helper === 'markdown') this.#text(shape, node, scope);
      if (helper === 'facts' || helper === 'signatures') this.#kind(shape, 'array', node, scope);
      if (helper === 'table' || helper === 'figure') this.#kind(shape, 'object', node, scope);
    }
    for (const pair of node.hash?.pairs ?? []) this.#expression(pair.value, scope, false);
  }

  #text(shape: Shape, node: Mustache | BlockNode, scope: ShapeScope): void {
    this.#kind(shape, 'string', node, scope);
  }

  /** Refuses a value of another kind than the place needs, where the schema says its kind. */
  #kind(shape: Shape, wanted: Kind, node: Mustache | BlockNode, scope: ShapeScope): void {
    const type = shape?.['type'];
    if (type === undefined || type === wanted) return;
    const path = (node.params[0] ?? node.path) as Path;
    throw templateFailure(
      position(node, scope.template),
      'view-value-kind',
      `“${path.original}” is ${KINDS[type as Kind] ?? 'something else'}, and ${KINDS[wanted]} is needed here.`,
      'Print texts; use if for conditions, each for lists, with for groups, table for tables.',
    );
  }

  #block(node: BlockNode, scope: ShapeScope): void {
    const helper = helperName(node) ?? '';
    const shapes = node.params.map((parameter) => this.#expression(parameter, scope, false));
    for (const pair of node.hash?.pairs ?? []) this.#expression(pair.value, scope, false);
    const [first] = shapes;
    if (helper === 'each' || (helper === 'table' && node.params.length > 0)) this.#kind(first, 'array', node, scope);
    else if (helper === 'with') this.#kind(first, 'object', node, scope);
    if (helper === 'each' || (helper === 'table' && node.params.length > 0))
      this.program(node.program, this.#inner(scope, this.#items(first), node));
    else if (helper === 'with') this.program(node.program, this.#inner(scope, first, node));
    else this.program(node.program, scope);
    this.program(node.inverse, scope);
  }

  #partial(node: PartialNode, scope: ShapeScope): void {
    const at = position(node, scope.template);
    const name = partialName(node, at);
    const [argument] = node.params;
    const schema = argument === undefined ? scope.schema : this.#expression(argument, scope, false);
    const names = new Map(
      (node.hash?.pairs ?? []).map((pair) => [pair.key, this.#expression(pair.value, scope, false)] as const),
    );
    this.program(this.#templates.partial(name, at), {
      schema,
      parent: undefined,
      names,
      template: this.#templates.shown(name),
    });
  }

  #inner(scope: ShapeScope, schema: Shape, node: BlockNode): ShapeScope {
    const [item, number] = node.program.blockParams ?? [];
    const names = new Map(scope.names);
    if (item !== undefined) names.set(item, schema);
    if (number !== undefined) names.set(number, undefined);
    return { ...scope, schema, parent: scope, names };
  }

  #expression(node: hbs.AST.Expression, scope: ShapeScope, optional: boolean): Shape {
    if (node.type === 'PathExpression') return this.#path(node as Path, scope, optional);
    if (node.type !== 'SubExpression') return undefined;
    const [path] = (node as hbs.AST.SubExpression).params;
    return path?.type === 'PathExpression' ? this.#path(path as Path, scope, true) : undefined;
  }

  #path(path: Path, scope: ShapeScope, optional: boolean): Shape {
    const at = position(path, scope.template);
    const [first = '', ...rest] = path.parts;
    if (path.data) return first === 'root' ? this.#walk(this.#root, rest, path, at, optional) : undefined;
    let from: ShapeScope | undefined = scope;
    for (let up = 0; up < path.depth; up += 1) from = from?.parent;
    if (from === undefined)
      throw templateFailure(
        at,
        'view-path-unknown',
        `“${path.original}” leads out of the view.`,
        'Use fewer ../, or @root.',
      );
    if (path.depth === 0 && !/^(this\b|\.)/.test(path.original) && scope.names.has(first))
      return this.#walk(scope.names.get(first), rest, path, at, optional);
    return this.#walk(from.schema, path.parts, path, at, optional);
  }

  #walk(start: Shape, parts: readonly string[], path: Path, at: TemplatePosition, optional: boolean): Shape {
    let shape = this.#resolved(start);
    for (const part of parts) {
      if (shape === undefined) return undefined;
      const properties = isRecord(shape['properties']) ? shape['properties'] : {};
      const required: readonly unknown[] = Array.isArray(shape['required']) ? shape['required'] : [];
      const next: unknown = Object.hasOwn(properties, part)
        ? properties[part]
        : isRecord(shape['additionalProperties'])
          ? shape['additionalProperties']
          : undefined;
      if (!isRecord(next))
        throw templateFailure(
          at,
          'view-path-unknown',
          `the view has no “${part}” at “${path.original}”.`,
          `It has: ${Object.keys(properties).sort().join(', ') || 'nothing by name'}.`,
        );
      if (!optional && !required.includes(part))
        throw templateFailure(
          at,
          'view-path-optional',
          `“${path.original}” may be absent.`,
          'Write {{optional …}} or (optional …), or require it in the schema.',
        );
      this.named.add(next);
      shape = this.#resolved(next);
    }
    return shape;
  }

  #items(shape: Shape): Shape {
    const items = shape?.['items'];
    return isRecord(items) ? this.#resolved(items) : undefined;
  }

  /** Follows `$ref` within the schema; alternatives are not told apart. */
  #resolved(shape: Shape): Shape {
    let current = shape;
    for (let steps = 0; steps < 32 && typeof current?.['$ref'] === 'string'; steps += 1) {
      let target: unknown = this.#root;
      for (const part of current['$ref']
        .replace(/^#\/?/, '')
        .split('/')
        .filter((each) => each !== '')) {
        target = isRecord(target) ? target[part.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined;
      }
      current = isRecord(target) ? target : undefined;
    }
    return current !== undefined && (Array.isArray(current['oneOf']) || Array.isArray(current['anyOf']))
      ? undefined
      : current;
  }
}
