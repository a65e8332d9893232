import { elementKey } from '../../model/element.ts';
import type { Element, ElementKey } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';

const KNOWN = new WeakMap<SpecModel, ReadonlyMap<ElementKey, string>>();

/** Element → which key it is part of, or feeds. */
export function keyParts(model: SpecModel): ReadonlyMap<ElementKey, string> {
  const known = KNOWN.get(model);
  if (known !== undefined) return known;
  const parts = new Map<ElementKey, string>();
  KNOWN.set(model, parts);
  for (const object of model.ofKind('object')) {
    for (const key of Object.values(object.attributes.keys ?? {})) {
      for (const field of key.fields)
        parts.set(elementKey('field', `${object.id}.${field}`), `part of the key of ${object.id}`);
    }
  }
  for (const flow of model.ofKind('interface')) {
    const repeats = flow.attributes.delivery?.key ?? [];
    for (const mapping of model.partsOf(flow, 'mapping')) {
      if (mapping.attributes.key !== true && !repeats.includes(mapping.localId)) continue;
      parts.set(mapping.key, `part of the key of ${flow.id}`);
      for (const source of mapping.attributes.from ?? []) {
        if (source.includes('.')) parts.set(elementKey('field', source), `feeds the key of ${flow.id}`);
      }
    }
  }
  return parts;
}

/** Whether a field or mapped field carries a key, or a part of one: it is one, looks one up, or takes its value from one. */
export function carriesKey(element: Element, model: SpecModel): boolean {
  const parts = keyParts(model);
  if (parts.has(element.key)) return true;
  if (element.kind !== 'mapping' && element.kind !== 'reply') return false;
  const { key, crosswalk, from = [], to } = (element as Element<'mapping'>).attributes;
  return (
    key === true ||
    crosswalk !== undefined ||
    [...from, ...(to === undefined ? [] : [to])].some((name) => parts.has(elementKey('field', name)))
  );
}
