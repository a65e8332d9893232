import type { Json } from '../language/canonical.ts';
import type { ElementKind } from '../language/collections.ts';
import { elementKey } from '../model/element.ts';
import { isObject } from './comparable.ts';
import { localName } from './new-ids.ts';
import type { Site } from './new-ids.ts';

/** Where names inside a condition are looked up. */
interface Scope {
  readonly lifecycle?: string;
  readonly interfaces: readonly string[];
}

/** A canonical condition of the old revision with the ids of the new one. */
export function rewriteCondition(condition: Json, site: Site): Json {
  return rewriteNode(condition, site, { interfaces: [] });
}

/** Names by the attribute of a condition node that holds them. */
const NAMED: Readonly<Record<string, readonly ElementKind[]>> = {
  lifecycle: ['lifecycle'],
  object: ['object'],
  interface: ['interface'],
  interfaces: ['interface', 'message'],
  messages: ['interface', 'message'],
  set: ['set'],
};

function rewriteNode(node: Json, site: Site, outer: Scope): Json {
  if (Array.isArray(node)) return node.map((item) => rewriteNode(item, site, outer));
  if (!isObject(node)) return node;
  const scope = scopeOf(node, outer);
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      const kinds = NAMED[key];
      if (kinds !== undefined) return [key, mapNames(value, (name) => renamed(name, kinds, site))];
      if (key === 'states' && Array.isArray(value))
        return [key, mapNames(value, (name) => renamedState(name, site, scope))];
      if (key === 'field') return [key, mapNames(value, (name) => renamedField(name, site, scope))];
      return [key, rewriteNode(value, site, scope)];
    }),
  );
}

function scopeOf(node: { readonly [key: string]: Json }, outer: Scope): Scope {
  if (typeof node['lifecycle'] === 'string') return { ...outer, lifecycle: node['lifecycle'] };
  if (node['kind'] === 'read' && typeof node['interface'] === 'string')
    return { ...outer, interfaces: [node['interface']] };
  if (node['kind'] === 'message' && Array.isArray(node['messages'])) {
    return { ...outer, interfaces: node['messages'].map((name) => String(name).split('.')[0] ?? '') };
  }
  return outer;
}

function mapNames(value: Json, rename: (name: string) => string): Json {
  if (typeof value === 'string') return rename(value);
  return Array.isArray(value) ? value.map((item) => (typeof item === 'string' ? rename(item) : item)) : value;
}

function renamed(name: string, kinds: readonly ElementKind[], { newIds }: Site): string {
  for (const kind of kinds) {
    const id = newIds.get(elementKey(kind, name));
    if (id !== undefined) return id;
  }
  return name;
}

function renamedState(name: string, { newIds }: Site, { lifecycle }: Scope): string {
  const id = lifecycle === undefined ? undefined : newIds.get(elementKey('state', `${lifecycle}.${name}`));
  return id === undefined ? name : localName(id);
}

function renamedField(name: string, site: Site, { interfaces }: Scope): string {
  for (const carrier of interfaces) {
    for (const kind of ['mapping', 'reply'] as const) {
      const id = site.newIds.get(elementKey(kind, `${carrier}.${name}`));
      if (id !== undefined) return localName(id);
    }
  }
  return renamed(name, ['field', 'mapping'], site);
}

const WRITTEN_KINDS: readonly ElementKind[] = [
  'lifecycle',
  'object',
  'interface',
  'set',
  'field',
  'state',
  'transition',
  'message',
  'mapping',
];

/**
 * Content that is kept as written (`given` and `expect` of a scenario, `gate` of an invariant): names of renamed elements
 * are replaced as keys and as values, states where their lifecycle is the key.
 */
export function rewriteWritten(value: Json, site: Site, lifecycle?: string): Json;
export function rewriteWritten(value: string, site: Site, lifecycle?: string): string;
export function rewriteWritten(value: Json, site: Site, lifecycle?: string): Json {
  if (typeof value === 'string') {
    if (lifecycle !== undefined) return renamedState(value, site, { lifecycle, interfaces: [] });
    return renamed(value, WRITTEN_KINDS, site);
  }
  if (Array.isArray(value)) return value.map((item: Json) => rewriteWritten(item, site, lifecycle));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => {
      const isLifecycle = site.base.get('lifecycle', key) !== undefined;
      return [renamed(key, WRITTEN_KINDS, site), rewriteWritten(entry, site, isLifecycle ? key : undefined)];
    }),
  );
}
