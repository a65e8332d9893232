import type { TemplatePosition } from './blocks.ts';
import { templateFailure } from './template-failure.ts';
import {
  type BlockNode,
  type Mustache,
  type ParsedTemplates,
  type PartialNode,
  type Path,
  type Program,
  helperName,
  parseTemplates,
  partialName,
  position,
} from './template-syntax.ts';
import { isRecord } from './view-data.ts';

/** A JSON schema of view data: of its words those count that say what an object or list holds. */
export type ViewSchema = Readonly<Record<string, unknown>>;

/** A template and the schema of the view that it will be given. */
export interface PathCheckRequest {
  readonly name: string;
  readonly text: string;
  readonly partials: ReadonlyMap<string, string>;
  readonly schema: ViewSchema;
}

/**
 * Throws a `Failure` at the first path of the template that the schema does not know, or that may be absent and is not
 * written `optional`: also in branches that no rendering has taken yet.
 */
export function checkTemplatePaths(request: PathCheckRequest): void {
  const templates = parseTemplates(request.name, request.text, request.partials);
  const checker = new PathChecker(templates, request.schema);
  checker.program(templates.main, {
    schema: request.schema,
    parent: undefined,
    names: new Map(),
    template: request.name,
  });
}

/** `undefined` as a schema: the value may be anything. */
type Shape = ViewSchema | undefined;

interface ShapeScope {
  readonly schema: Shape;
  readonly parent: ShapeScope | undefined;
  readonly names: ReadonlyMap<string, Shape>;
  readonly template: string;
}

class PathChecker {
  readonly #templates: ParsedTemplates;
  readonly #root: ViewSchema;

  constructor(templates: ParsedTemplates, root: ViewSchema) {
    this.#templates = templates;
    this.#root = root;
  }

  program(program: Program | undefined | null, scope: ShapeScope): void {
    for (const node of program?.body ?? []) {
      if (node.type === 'MustacheStatement') this.#call(node as Mustache, scope);
      else if (node.type === 'BlockStatement') this.#block(node as BlockNode, scope);
      else if (node.type === 'PartialStatement') this.#partial(node as PartialNode, scope);
    }
  }

  #call(node: Mustache, scope: ShapeScope): void {
    const helper = helperName(node);
    if (helper === undefined) this.#path(node.path as Path, scope, false);
    for (const parameter of node.params) this.#expression(parameter, scope, helper === 'optional');
    for (const pair of node.hash?.pairs ?? []) this.#expression(pair.value, scope, false);
  }

  #block(node: BlockNode, scope: ShapeScope): void {
    const helper = helperName(node) ?? '';
    const shapes = node.params.map((parameter) => this.#expression(parameter, scope, false));
    for (const pair of node.hash?.pairs ?? []) this.#expression(pair.value, scope, false);
    const [first] = shapes;
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
    this.program(this.#templates.partial(name, at), { schema, parent: undefined, names, template: name });
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
