import { definitionOf } from '../../../../src/core/diff/kind-shapes.ts';
import type { Json } from '../../../../src/core/language/canonical.ts';
import type { PartShape } from '../../../../src/core/language/shape.ts';
import { elementKey } from '../../../../src/core/model/element.ts';
import type { Element } from '../../../../src/core/model/element.ts';
import { indexModel } from '../../../../src/core/model/model-index.ts';
import type { SpecModel } from '../../../../src/core/model/spec-model.ts';
import { mutateValue } from './mutate-value.ts';

/** One generic edit of a model, named by kind of element, attribute path and edit: `mapping length: raise`. */
export interface ModelMutation {
  readonly name: string;
  /** The edited model; made when it is asked for. */
  readonly head: () => SpecModel;
}

/**
 * Every generic edit at every path of a model, once for each kind of element, path and edit: the elements are taken in their
 * order, and an edit that was made on an element of this kind is not made on the next one.
 */
export function* mutateModel(base: SpecModel): Generator<ModelMutation> {
  const seen = new Set<string>();
  const elements = [...base.elements.values(), ...(base.project === undefined ? [] : [base.project])];
  for (const element of elements) {
    for (const mutation of [...contentEdits(element, base), ...wholeEdits(element, base)]) {
      if (seen.has(mutation.name)) continue;
      seen.add(mutation.name);
      yield mutation;
    }
  }
}

function contentEdits(element: Element, base: SpecModel): readonly ModelMutation[] {
  return mutateValue(ownShape(element), element.attributes as Json, [], base).map(({ path, edit, value }) => ({
    name: `${element.kind} ${path.join('.')}: ${edit}`,
    head: () => replaced(base, element, [withAttributes(element, value ?? null)]),
  }));
}

/** Attributes of the element itself; its parts are elements, and edited as such. */
function ownShape(element: Element): PartShape {
  const { shape, partAttributes } = definitionOf(element.kind);
  const own = Object.entries(shape.attributes).filter(([name]) => !partAttributes.has(name));
  return { ...shape, attributes: Object.fromEntries(own) };
}

function wholeEdits(element: Element, base: SpecModel): readonly ModelMutation[] {
  if (element.kind === 'project') return [];
  return [
    { name: `${element.kind}: remove`, head: () => replaced(base, element, []) },
    { name: `${element.kind}: add`, head: () => replaced(base, element, [element, ...renamed(element, base)]) },
    { name: `${element.kind}: rename without saying so`, head: () => replaced(base, element, renamed(element, base)) },
  ];
}

/** The element and its parts under another id. */
function renamed(element: Element, base: SpecModel): readonly Element[] {
  const localId = `${element.localId}-OTHER`;
  const id = element.id.slice(0, element.id.length - element.localId.length) + localId;
  const copy = alike(element, { id, localId, key: elementKey(element.kind, id) });
  const parts = [...base.elements.values()].filter(({ parent }) => parent === element.key);
  return [
    copy,
    ...parts.map((part) => {
      const partId = `${id}.${part.localId}`;
      return alike(part, { id: partId, key: elementKey(part.kind, partId), parent: copy.key });
    }),
  ];
}

function withAttributes(element: Element, attributes: Json): Element {
  return alike(element, { attributes });
}

/** The same element but for some of its properties; what it finds out when it is asked stays its own. */
function alike(element: Element, other: { readonly [property: string]: Json }): Element {
  const { kind, id, localId, key, collection, parent, attributes } = element;
  const own = { kind, id, localId, key, collection, attributes, ...(parent === undefined ? {} : { parent }), ...other };
  const copy = {
    ...own,
    get at() {
      return element.at;
    },
    get file() {
      return element.file;
    },
    locate: (path: readonly (string | number)[], part?: 'key' | 'value') => element.locate(path, part),
  };
  return copy as unknown as Element;
}

/** The model with other elements in place of one; without it, its parts go too. */
function replaced(base: SpecModel, element: Element, by: readonly Element[]): SpecModel {
  const gaps = { complete: true, withheld: new Set<string>() };
  if (element.kind === 'project')
    return indexModel('head', by[0] as Element<'project'>, [...base.elements.values()], gaps);
  const stays = by.some(({ key }) => key === element.key);
  const others = [...base.elements.values()].filter(
    ({ key, parent }) => key !== element.key && (stays || parent !== element.key),
  );
  return indexModel('head', base.project, [...others, ...by], gaps);
}
