import { ALWAYS, conditionText, mapParts } from '../../../model/condition/normal-form.ts';
import type { Condition } from '../../../language/condition.ts';
import { elementWith } from '../weakened-model.ts';
import { inWords, placeOfPart } from './dropped-condition.ts';
import type { WeakeningRule } from './weakening.ts';

/** A step is started by a message whatever it carries. */
export const filterDropped: WeakeningRule = {
  kind: 'filter-dropped',
  purpose: 'A step is started by its message whatever that carries.',
  dropsCondition: true,
  *of(model, { transitions }) {
    for (const transition of transitions) {
      const { receives } = transition.attributes;
      if (receives === undefined || isList(receives)) continue;
      const open = withoutContent(receives);
      if (conditionText(open) === conditionText(receives)) continue;
      yield {
        kind: 'filter-dropped',
        weakened: elementWith(transition, { ...transition.attributes, receives: open }),
        path: ['receives', ...placeOfPart(receives)],
        what: `were started whatever its message carries, and not only where ${inWords(receives, transition, model)}`,
        doubt: 'is the filter superfluous',
      };
    }
  },
};

function isList(receives: Condition | readonly string[]): receives is readonly string[] {
  return Array.isArray(receives);
}

/** The same messages, with any content. */
function withoutContent(condition: Condition): Condition {
  return condition.kind === 'message' ? { ...condition, of: ALWAYS } : mapParts(condition, withoutContent);
}
