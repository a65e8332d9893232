import type { TemplatePosition } from './blocks.ts';
import { templateFailure } from './template-failure.ts';
import type { Path } from './template-syntax.ts';
import { REFUSED_NAMES, isRecord } from './view-data.ts';

/** What names mean at a place of a template. */
export interface Scope {
  readonly context: unknown;
  /** The scope that `../` leads to. */
  readonly parent: Scope | undefined;
  readonly root: unknown;
  /** Block parameters and arguments of a partial. */
  readonly names: ReadonlyMap<string, unknown>;
  /** `@number`, `@first`, `@last` within each. */
  readonly loop: ReadonlyMap<string, string | boolean>;
  readonly template: string;
}

/** The scope of the whole view. */
export function rootScope(view: unknown, template: string): Scope {
  return { context: view, parent: undefined, root: view, names: new Map(), loop: new Map(), template };
}

/** A scope one step into the data. */
export function innerScope(
  scope: Scope,
  context: unknown,
  names: readonly (readonly [string, unknown])[] = [],
  loop?: ReadonlyMap<string, string | boolean>,
): Scope {
  return { ...scope, context, parent: scope, names: new Map([...scope.names, ...names]), loop: loop ?? scope.loop };
}

/** The value of a path; a missing one is a `Failure`, unless `optional` (then undefined). */
export function resolvePath(path: Path, scope: Scope, at: TemplatePosition, optional: boolean): unknown {
  const [start, parts] = startOf(path, scope, at);
  let value = start;
  for (const part of parts) {
    if (REFUSED_NAMES.has(part))
      throw templateFailure(at, 'path-refused', `the name “${part}” is no data.`, 'Name a value of the view.');
    if (!isRecord(value)) {
      if (optional && value === undefined) return undefined;
      throw templateFailure(
        at,
        'view-value-missing',
        `“${path.original}” looks for “${part}” in a value that is no object.`,
        'Mend the path or the view data.',
      );
    }
    value = Object.hasOwn(value, part) ? value[part] : undefined;
    if (value === undefined) break;
  }
  if (value !== undefined && value !== null) return value;
  if (optional && value === undefined) return undefined;
  throw templateFailure(
    at,
    'view-value-missing',
    `the view has no value for “${path.original}”.`,
    'Give the value, or write {{optional …}} where it may be absent.',
  );
}

function startOf(path: Path, scope: Scope, at: TemplatePosition): readonly [unknown, readonly string[]] {
  const [first = '', ...rest] = path.parts;
  if (path.data) {
    if (first === 'root') return [scope.root, rest];
    const value = scope.loop.get(first);
    if (value === undefined || rest.length > 0)
      throw templateFailure(
        at,
        'loop-value-unknown',
        `“${path.original}” has no value here.`,
        'Within each there are @number, @first and @last; @root is the view.',
      );
    return [value, []];
  }
  let from: Scope | undefined = scope;
  for (let up = 0; up < path.depth; up += 1) from = from?.parent;
  if (from === undefined)
    throw templateFailure(
      at,
      'view-value-missing',
      `“${path.original}” leads out of the view.`,
      'Use fewer ../, or @root.',
    );
  const scoped = /^(this\b|\.)/.test(path.original);
  if (path.depth === 0 && !scoped && scope.names.has(first)) return [scope.names.get(first), rest];
  return [from.context, path.parts];
}
