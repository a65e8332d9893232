import { conjunction } from '../../../model/condition/normal-form.ts';
import { elementWith, elementWithout } from '../weakened-model.ts';
import { conjunctsOf, inWords, placeOfPart } from './dropped-condition.ts';
import type { WeakeningRule } from './weakening.ts';

/** One of the conditions that a system enforces is not asked for. */
export const conditionPartDropped: WeakeningRule = {
  kind: 'condition-part-dropped',
  purpose: 'One of the conditions that a system enforces is not asked for.',
  dropsCondition: true,
  *of(model, { transitions }) {
    for (const transition of transitions) {
      const { when } = transition.attributes;
      if (when === undefined) continue;
      const parts = conjunctsOf(when);
      for (const part of parts) {
        const rest = parts.filter((other) => other !== part);
        yield {
          kind: 'condition-part-dropped',
          weakened:
            rest.length === 0
              ? elementWithout(transition, 'when')
              : elementWith(transition, { ...transition.attributes, when: conjunction(rest) }),
          path: ['when', ...placeOfPart(part)],
          what: `no longer required that ${inWords(part, transition, model)}`,
          doubt: 'is the condition superfluous',
        };
      }
    }
  },
};
