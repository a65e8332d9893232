import { elementKey } from '../../model/element.ts';
import type { Element, ElementKey } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { unitsOfValue } from '../judging/units-used.ts';
import { oneHigher } from '../judging/raw-finding.ts';
import { defineAdjustment, keysOf } from './adjustment.ts';

/** A2. The lineage of a content item: the fields it shows, the mapped fields that carry them, and what these convert with. */
export const outputLineage = defineAdjustment({
  id: 'A2',
  purpose: 'Raises by one, to high at most, what a regulated output is made of.',
  lowers: false,
  prepare({ base, head }) {
    const outputs = new Map([...lineage(base), ...lineage(head)]);
    return (raw) => {
      const { risk } = raw.finding;
      const output = keysOf(raw)
        .map((key) => outputs.get(key))
        .find((id) => id !== undefined);
      if (output === undefined || risk === undefined) return undefined;
      return { risk: oneHigher(risk, 'H'), reason: `the regulated output ${output} is made from it` };
    };
  },
});

/** Element → the first regulated output in whose lineage it is. */
function lineage(model: SpecModel): ReadonlyMap<ElementKey, string> {
  const found = new Map<ElementKey, string>();
  if (model.ofKind('output-item').length === 0) return found;
  const carriers = carriersByField(model);
  for (const item of model.ofKind('output-item')) {
    const note = (key: ElementKey): unknown => (found.has(key) ? undefined : found.set(key, item.id));
    for (const source of item.attributes.from ?? []) {
      const field = model.get('field', source);
      note(elementKey(source.includes('.') ? 'field' : 'lifecycle', source));
      if (field?.attributes.codes !== undefined) note(elementKey('code-list', field.attributes.codes));
      if (field !== undefined) for (const key of unitsOfValue(model, field)) note(key);
      for (const carrier of carriers.get(source) ?? []) {
        note(carrier.key);
        for (const key of unitsOfValue(model, carrier)) note(key);
        for (const key of toolsOf(carrier)) note(key);
      }
    }
    for (const name of item.attributes.uses ?? []) for (const element of model.named(name)) note(element.key);
  }
  return found;
}

type Carrier = Element<'mapping'> | Element<'reply'>;

/** Source or target as written → mapped fields that read or fill it. */
function carriersByField(model: SpecModel): ReadonlyMap<string, readonly Carrier[]> {
  const carriers = new Map<string, Carrier[]>();
  for (const carrier of [...model.ofKind('mapping'), ...model.ofKind('reply')]) {
    const { from = [], to } = carrier.attributes;
    for (const name of new Set(to === undefined ? from : [...from, to])) {
      const group = carriers.get(name);
      if (group === undefined) carriers.set(name, [carrier]);
      else group.push(carrier);
    }
  }
  return carriers;
}

/** What a mapped field turns its value with. */
export function toolsOf({ attributes: { conversion, map, crosswalk, codes } }: Carrier): readonly ElementKey[] {
  return [
    ...(conversion === undefined ? [] : [elementKey('conversion', conversion)]),
    ...(map === undefined ? [] : [elementKey('value-map', map)]),
    ...(crosswalk === undefined ? [] : [elementKey('crosswalk', crosswalk)]),
    ...(codes === undefined ? [] : [elementKey('code-list', codes)]),
  ];
}
