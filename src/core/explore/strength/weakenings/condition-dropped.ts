import { elementWithout } from '../weakened-model.ts';
import { conjunctsOf } from './dropped-condition.ts';
import type { WeakeningRule } from './weakening.ts';

/** Several conditions that a system enforces go together; of a single one `condition-part-dropped` speaks. */
export const conditionDropped: WeakeningRule = {
  kind: 'condition-dropped',
  purpose: 'Nothing at all is asked for by the system.',
  dropsCondition: true,
  *of(_, { transitions }) {
    for (const transition of transitions) {
      const { when } = transition.attributes;
      if (when === undefined || conjunctsOf(when).length < 2) continue;
      yield {
        kind: 'condition-dropped',
        weakened: elementWithout(transition, 'when'),
        path: ['when'],
        what: `required none of its ${conjunctsOf(when).length} conditions`,
        doubt: 'are they superfluous',
      };
    }
  },
};
