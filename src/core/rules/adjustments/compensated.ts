import { composedEffects } from '../composed-effect/composed-effects.ts';
import type { ComposedEffect, TouchedPlace } from '../composed-effect/composed-effect.ts';
import { elementKey } from '../../model/element.ts';
import type { ElementKey } from '../../model/element.ts';
import type { RawFinding } from '../judging/raw-finding.ts';
import { listed } from '../judging/wording.ts';
import { defineAdjustment } from './adjustment.ts';
import type { AdjustmentEffect } from './adjustment.ts';
import { mayBeLowered } from './lowering.ts';

/** Lints that judge the value of a mapped field on its way: what a proof of the whole way answers. */
const ABOUT_THE_VALUE: ReadonlySet<string> = new Set(
  [
    'mapping-precision-loss',
    'mapping-range-overflow',
    'mapping-truncation',
    'mapping-type-incompatible',
    'quantity-rounding-undeclared',
    'unit-dimension-mismatch',
    'unit-mismatch',
  ].map((lint) => `introduced:${lint}`),
);

/**
 * A9. Only a proof counts, and only where nothing else on the way changed: what was observed on some values clears nothing. The
 * roots keep class and risk, since people, records and other readers may see them; what follows from them is cleared.
 */
export const compensated = defineAdjustment({
  id: 'A9',
  purpose:
    'Makes compatible and low what a lint newly says of a mapped field whose whole way is proved to give the same as before, and says at each change on that way what makes up for it.',
  lowers: true,
  prepare(context) {
    let byMapping: ReadonlyMap<ElementKey, ComposedEffect> | undefined;
    return (raw) => {
      if (raw.before === undefined || raw.after === undefined) return undefined;
      const effects = composedEffects(context);
      if (effects.length === 0) return undefined;
      byMapping ??= new Map(effects.map((effect) => [elementKey(effect.element.kind, effect.element.id), effect]));
      return raw.finding.ruleId.includes(':') ? cleared(raw, byMapping.get(raw.after.key)) : compensation(raw, effects);
    };
  },
});

function cleared(raw: RawFinding, effect: ComposedEffect | undefined): AdjustmentEffect | undefined {
  const { finding } = raw;
  if (!ABOUT_THE_VALUE.has(finding.ruleId) || effect === undefined || !isProved(effect)) return undefined;
  if (finding.class === 'compatible' || !mayBeLowered(raw)) return undefined;
  const by = listed([...new Set(effect.touchedBy.map(named))]);
  return { class: 'compatible', risk: 'L', reason: `compensated in the same change (${by}). ${effect.statement.text}` };
}

/** Said with a root: what else on the same way changed so that every value arrives as before. */
function compensation({ finding }: RawFinding, effects: readonly ComposedEffect[]): AdjustmentEffect | undefined {
  const through = effects.filter(({ touchedBy }) => touchedBy.some((place) => isPlaceOf(place, finding)));
  const proved = through.filter(isProved);
  const others = [
    ...new Set(
      proved.flatMap(({ touchedBy }) =>
        touchedBy.filter(({ element }) => !isSameElement(element, finding.element)).map(named),
      ),
    ),
  ];
  if (proved.length === 0 || others.length === 0) return undefined;
  const open = through.filter((effect) => !proved.includes(effect)).map(({ element }) => element.id);
  const how = `every value of ${listed(proved.map(({ element }) => element.id))} is proved to arrive as before`;
  const rest = open.length === 0 ? '' : `; not so for ${listed(open)}`;
  return { reason: `compensated by ${listed(others)}: ${how}${rest}`, noted: true };
}

function isProved({ statement, notFollowed }: ComposedEffect): boolean {
  return statement.verdict === 'equal' && notFollowed.length === 0;
}

function isPlaceOf({ element, attribute }: TouchedPlace, finding: RawFinding['finding']): boolean {
  return isSameElement(element, finding.element) && attribute === finding.attribute;
}

function isSameElement(a: TouchedPlace['element'], b: TouchedPlace['element']): boolean {
  return a.kind === b.kind && a.id === b.id;
}

function named({ element, attribute }: TouchedPlace): string {
  return attribute === '' ? element.id : `${element.id} (${attribute})`;
}
