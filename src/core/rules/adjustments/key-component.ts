import { elementKey } from '../../model/element.ts';
import type { ElementKey } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { riskRank } from '../judging/raw-finding.ts';
import { defineAdjustment, keysOf } from './adjustment.ts';

/** A4. A key is the identity of a record: what is wrong with it makes one record of two, or two of one. */
export const keyComponent = defineAdjustment({
  id: 'A4',
  purpose: 'Raises to high what is part of a key, or feeds one.',
  lowers: false,
  prepare({ base, head }) {
    const reasons = new Map([...keyParts(base), ...keyParts(head)]);
    return (raw) => {
      const { risk } = raw.finding;
      const reason = keysOf(raw)
        .map((key) => reasons.get(key))
        .find((text) => text !== undefined);
      if (reason === undefined || risk === undefined || riskRank(risk) >= riskRank('H')) return undefined;
      return { risk: 'H', reason };
    };
  },
});

/** Element → which key it is part of. */
function keyParts(model: SpecModel): ReadonlyMap<ElementKey, string> {
  const parts = new Map<ElementKey, string>();
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
