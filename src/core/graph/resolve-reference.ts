import { COLLECTIONS, COLLECTION_NAMES } from '../language/collections.ts';
import type { ElementKind } from '../language/collections.ts';
import type { ReferenceTarget } from '../language/shape.ts';
import type { Element } from '../model/element.ts';
import type { SpecModel } from '../model/spec-model.ts';
import { parentId } from './names-in-condition.ts';
import type { WrittenReference } from './written-reference.ts';

/** What a name turned out to mean. */
export type Resolution =
  | { readonly kind: 'element'; readonly element: Element }
  /** A word of the language, a header, an element that could not be read: right, and nothing to link to. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'ambiguous'; readonly elements: readonly Element[] }
  | { readonly kind: 'unresolved' };

const PART_KINDS: Readonly<Partial<Record<ReferenceTarget, readonly ElementKind[]>>> = {
  transitions: ['transition'],
  states: ['state'],
  fields: ['field'],
  mappings: ['mapping', 'reply'],
  messages: ['message'],
  environments: ['environment'],
  'own states': ['state'],
  'own mappings': ['mapping', 'reply'],
  'own fields': ['field'],
  members: ['state', 'code'],
};

/** Kinds of element that a target takes in; `element` takes in every kind. */
export function kindsOf(target: Exclude<ReferenceTarget, 'element'>): readonly ElementKind[];
export function kindsOf(target: ReferenceTarget): readonly ElementKind[] | 'every';
export function kindsOf(target: ReferenceTarget): readonly ElementKind[] | 'every' {
  if (target === 'element') return 'every';
  return COLLECTION_KINDS.get(target) ?? PART_KINDS[target] ?? [];
}

const COLLECTION_KINDS: ReadonlyMap<ReferenceTarget, readonly ElementKind[]> = new Map(
  COLLECTION_NAMES.map((name) => [name, [COLLECTIONS[name].kind]]),
);

/** The qualified id that a name has as a target: a state of its own lifecycle is written `Open` and is `NCR.Open`. */
export function qualified(name: string, target: ReferenceTarget, owner: Element): string {
  switch (target) {
    case 'own states':
    case 'own mappings':
    case 'own fields':
      return `${ownerId(owner)}.${name}`;
    case 'members':
      return `${setOf(owner)}.${name}`;
    default:
      return name;
  }
}

/** The entry whose parts `own …` means: the element itself, or the one whose part it is. */
function ownerId(element: Element): string {
  return element.parent === undefined ? element.id : parentId(element);
}

function setOf(element: Element): string {
  return element.kind === 'set' ? ((element as Element<'set'>).attributes.of ?? '') : '';
}

/** What the reference means in this model. */
export function resolve(written: WrittenReference, owner: Element, model: SpecModel): Resolution {
  const { name, meaning, targets, words } = written;
  if (words.includes(name)) return { kind: 'nothing' };
  const elements: Element[] = [];
  for (const target of targets) {
    for (const element of candidates(qualified(meaning, target, owner), target, model))
      if (!elements.includes(element)) elements.push(element);
  }
  const [first] = elements;
  if (first !== undefined)
    return elements.length === 1 ? { kind: 'element', element: first } : { kind: 'ambiguous', elements };
  return isHeader(written, owner, model) || isWithheld(written, owner, model) || isWaivedProject(written, owner, model)
    ? { kind: 'nothing' }
    : { kind: 'unresolved' };
}

function candidates(id: string, target: ReferenceTarget, model: SpecModel): readonly Element[] {
  if (target === 'element') return model.named(id);
  const kinds = kindsOf(target);
  const plain: Element[] = [];
  for (const kind of kinds) {
    const element = model.get(kind, id);
    if (element !== undefined) plain.push(element);
  }
  if (plain.length > 0 || !id.includes(':')) return plain;
  return model.named(id).filter(({ kind }) => kinds.includes(kind));
}

/** A value beside the mapped fields of an interface: declared there by name, and no element. */
function isHeader({ meaning, targets }: WrittenReference, owner: Element, model: SpecModel): boolean {
  return targets.some((target) => {
    if (target !== 'mappings' && target !== 'own mappings') return false;
    const id = qualified(meaning, target, owner);
    const dot = id.indexOf('.');
    const headers = model.get('interface', id.slice(0, dot))?.attributes.headers;
    return dot > 0 && headers?.includes(id.slice(dot + 1)) === true;
  });
}

/** A waiver may be about the project file, which is no entry of a collection. */
function isWaivedProject({ name, attribute }: WrittenReference, owner: Element, model: SpecModel): boolean {
  return owner.kind === 'waiver' && attribute === 'element' && name === 'project' && model.project !== undefined;
}

/** The element is written, or the one whose part it would be is, but could not be read: that has been reported already. */
function isWithheld({ meaning, targets }: WrittenReference, owner: Element, model: SpecModel): boolean {
  if (model.withheld.size === 0) return false;
  const withheld = withheldIds(model);
  return targets.some((target) => {
    const id = qualified(meaning, target, owner).replace(/^[A-Za-z]+:/u, '');
    return withheld.has(id) || (id.includes('.') && withheld.has(id.slice(0, id.indexOf('.'))));
  });
}

function withheldIds(model: SpecModel): ReadonlySet<string> {
  const known = WITHHELD.get(model) ?? new Set([...model.withheld].map((key) => key.slice(key.indexOf(':') + 1)));
  WITHHELD.set(model, known);
  return known;
}

/** A model does not change, and many names may be asked about. */
const WITHHELD = new WeakMap<SpecModel, ReadonlySet<string>>();
