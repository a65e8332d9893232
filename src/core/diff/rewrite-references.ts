import { compareText } from '../diagnostics/order.ts';
import type { Json } from '../language/canonical.ts';
import { kindsOf } from '../graph/resolve-reference.ts';
import type { PartShape, ReferenceTarget, Shape } from '../language/shape.ts';
import type { Element } from '../model/element.ts';
import { elementKey } from '../model/element.ts';
import type { SpecModel } from '../model/spec-model.ts';
import { alternativeOf, isObject } from './comparable.ts';
import { localName } from './new-ids.ts';
import type { Site } from './new-ids.ts';
import { rewriteCondition, rewriteWritten } from './rewrite-condition.ts';

/** Attributes that are texts because they may also hold plain names, but that name elements of the model where they can. */
const TEXTS_WITH_NAMES: ReadonlySet<string> = new Set([
  'mapping.from',
  'reply.from',
  'output-item.from',
  'report.inputs',
  'evidence-link.key',
  'object.record.retention.from',
]);

/** The content of an element of the old revision as it would be written with the ids of the new one. */
export function rewriteReferences(shape: PartShape, attributes: Json, site: Site): Json {
  return site.newIds.size === 0 ? attributes : rewrite(shape, attributes, site, [site.element.kind]);
}

function rewrite(shape: Shape, value: Json, site: Site, path: readonly string[]): Json {
  switch (shape.kind) {
    case 'reference':
      return typeof value === 'string' ? rewriteName(value, shape.to, site) : value;
    case 'text':
      return typeof value === 'string' && TEXTS_WITH_NAMES.has(path.join('.')) ? rewriteWritten(value, site) : value;
    case 'condition':
      return rewriteCondition(value, site);
    case 'any':
      return rewriteWritten(value, site);
    case 'list':
      return Array.isArray(value)
        ? ordered(
            value.map((item) => rewrite(shape.of, item, site, path)),
            shape.order,
          )
        : value;
    case 'map':
      if (!isObject(value)) return value;
      return Object.fromEntries(
        Object.entries(value).map(([key, entry]) => [
          shape.keys.kind === 'reference' ? rewriteName(key, shape.keys.to, site) : key,
          rewrite(shape.of, entry, site, path),
        ]),
      );
    case 'part':
      if (!isObject(value)) return value;
      return Object.fromEntries(
        Object.entries(value).map(([name, entry]) => {
          const attribute = shape.attributes[name];
          return [name, attribute === undefined ? entry : rewrite(attribute.shape, entry, site, [...path, name])];
        }),
      );
    case 'choice':
      return rewrite(alternativeOf(shape.of, value), value, site, path);
    default:
      return value;
  }
}

/** Sets of names are kept in the order of the names, which the new names may change. */
function ordered(items: readonly Json[], order: 'set' | 'sequence'): Json {
  const names = items.filter((item) => typeof item === 'string');
  return order === 'set' && names.length === items.length ? names.toSorted(compareText) : items;
}

function rewriteName(name: string, targets: readonly ReferenceTarget[], site: Site): string {
  for (const target of targets) {
    const renamed = target === 'element' ? rewriteAnyElement(name, site) : rewriteTarget(name, target, site);
    if (renamed !== undefined) return renamed;
  }
  return name;
}

function rewriteAnyElement(name: string, { base, newIds }: Site): string | undefined {
  const prefix = name.includes(':') ? name.slice(0, name.indexOf(':') + 1) : '';
  for (const element of base.named(name)) {
    const id = newIds.get(element.key);
    if (id !== undefined) return prefix + id;
  }
  return undefined;
}

function rewriteTarget(name: string, target: Exclude<ReferenceTarget, 'element'>, site: Site): string | undefined {
  const { newIds, element, base } = site;
  const own = ownPart(target, element, base);
  for (const kind of kindsOf(target)) {
    const id = newIds.get(elementKey(kind, own === undefined ? name : `${own}.${name}`));
    if (id !== undefined) return own === undefined ? id : localName(id);
  }
  return undefined;
}

/** The element within which a local name is looked up; undefined for targets that are named in full. */
function ownPart(target: ReferenceTarget, element: Element, base: SpecModel): string | undefined {
  if (target === 'members') {
    const { attributes } = element as Element<'set'>;
    return attributes.of;
  }
  if (!target.startsWith('own ')) return undefined;
  const parent = element.parent === undefined ? undefined : base.elements.get(element.parent);
  return parent?.id ?? element.id;
}
