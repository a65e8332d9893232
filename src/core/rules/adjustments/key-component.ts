import type { ElementKey } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { keyParts } from '../judging/key-parts.ts';
import { unitsOfValue } from '../judging/units-used.ts';
import { riskRank } from '../judging/raw-finding.ts';
import { defineAdjustment, keysOf } from './adjustment.ts';

/** A4. A key is the identity of a record: what is wrong with it makes one record of two, or two of one. */
export const keyComponent = defineAdjustment({
  id: 'A4',
  purpose: 'Raises to high what is part of a key, or feeds one.',
  lowers: false,
  prepare({ base, head }) {
    const reasons = new Map([...withUnits(base), ...withUnits(head)]);
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

/** What is part of a key, and the units in which such a part is measured. */
function withUnits(model: SpecModel): ReadonlyMap<ElementKey, string> {
  const parts = new Map(keyParts(model));
  for (const value of [...model.ofKind('field'), ...model.ofKind('mapping')]) {
    const reason = parts.get(value.key);
    if (reason === undefined) continue;
    for (const key of unitsOfValue(model, value))
      if (!parts.has(key)) parts.set(key, `measures ${value.id}: ${reason}`);
  }
  return parts;
}
