import canonicalize from 'canonicalize';
import type { Digest } from '../digest.ts';
import { compareText } from '../diagnostics/order.ts';
import type { SpecGraph } from '../graph/spec-graph.ts';
import type { Json } from '../language/canonical.ts';
import type { ElementKind } from '../language/collections.ts';
import { elementKey, type Element, type ElementKey } from '../model/element.ts';
import type { SpecModel } from '../model/spec-model.ts';

/** Attributes that no plant obeys: what people call a thing, what they say about it, what it was called before. */
const FOR_PEOPLE = ['title', 'description', 'formerIds'];

/**
 * How deep a kind may be embedded. The hash of an element takes in the hash of what it names only where that lies on a lower
 * level, so that the scheme ends although specifications are cyclic (a transition names an interface that names the status it
 * carries). Everything else that it names (lifecycles, interfaces, objects, systems …) counts by its id: a change there
 * is a change of that element, and reaches the case through its support set. Roles inherit from roles: see `roleContent`.
 * Whatever is named keeps its id in the content, so a renamed role changes the hashes of the transitions that name it.
 */
const LEVEL: Partial<Record<ElementKind, number>> = {
  unit: 0,
  code: 0,
  'code-list': 1,
  field: 2,
  role: 2,
  set: 3,
  'value-map': 3,
  conversion: 3,
  crosswalk: 3,
};
const NEVER_EMBEDDED = 4;

/** `h1:` and the SHA-256 over what an element says, by element key; the same for the same meaning, in any order and file. */
export type SemanticHashes = (key: ElementKey) => string;

/** The semantic hashes of one revision, each computed once. */
export function semanticHashes(model: SpecModel, graph: SpecGraph, digest: Digest): SemanticHashes {
  const known = new Map<ElementKey, string>();

  function hash(key: ElementKey): string {
    const ready = known.get(key);
    if (ready !== undefined) return ready;
    const element = model.elements.get(key) ?? (model.project?.key === key ? model.project : undefined);
    const made = element === undefined ? `missing:${key}` : hashJson(content(element), digest);
    known.set(key, made);
    return made;
  }

  function content(element: Element): Json {
    return {
      kind: element.kind,
      id: element.id,
      content: ownContent(element),
      parts: element.kind === 'code-list' ? partHashes(element, 'code') : [],
      states: statesMeant(element),
      inherited: element.kind === 'role' ? inheritedContents(element) : [],
      names: embedded(element),
    };
  }

  function embedded(element: Element): Json {
    const level = LEVEL[element.kind] ?? NEVER_EMBEDDED;
    const named = new Set(graph.from(element.key).map((link) => link.to));
    const hashes: Record<string, string> = {};
    for (const key of [...named].sort(compareText)) {
      const target = model.elements.get(key);
      if (target !== undefined && (LEVEL[target.kind] ?? NEVER_EMBEDDED) < level) hashes[key] = hash(key);
    }
    return hashes;
  }

  function partHashes(element: Element, kind: ElementKind): Json {
    return model.partsOf(element, kind).map((part) => hash(part.key));
  }

  /** A set or map of states means what the states of its lifecycle are and which class each has. */
  function statesMeant(element: Element): Json {
    const names: string[] = [];
    if (element.kind === 'set') names.push((element as Element<'set'>).attributes.of);
    if (element.kind === 'value-map') {
      const { from, to } = (element as Element<'value-map'>).attributes;
      for (const name of [from, to]) if (name !== undefined) names.push(name);
    }
    return names.map((name) => {
      const lifecycle = model.get('lifecycle', name);
      if (lifecycle === undefined) return { list: name };
      const states = model.partsOf(lifecycle, 'state');
      return { list: name, states: states.map((state) => [state.localId, state.attributes.class ?? null]) };
    });
  }

  /** What the roles say that this one inherits from, near or far; by content and not by hash, for inheritance may be circular. */
  function inheritedContents(role: Element): Json {
    const reached = new Set<ElementKey>();
    const open = [role.key];
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      const current = model.elements.get(key) as Element<'role'> | undefined;
      for (const heir of current?.attributes.inherits ?? []) {
        const next = elementKey('role', heir);
        if (next === role.key || reached.has(next)) continue;
        reached.add(next);
        open.push(next);
      }
    }
    return [...reached].sort(compareText).map((key) => {
      const inherited = model.elements.get(key);
      return inherited === undefined ? key : { id: inherited.id, content: ownContent(inherited) };
    });
  }

  return hash;
}

/** `h1:` and the SHA-256 over RFC 8785 canonical JSON. */
export function hashJson(content: unknown, digest: Digest): string {
  return `h1:${digest(canonicalize(content) ?? '')}`;
}

function ownContent(element: Element): Json {
  const entries = Object.entries(element.attributes).filter(([name]) => !FOR_PEOPLE.includes(name));
  return Object.fromEntries(entries) as Json;
}
