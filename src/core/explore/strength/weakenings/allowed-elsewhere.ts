import { sortedNames } from '../../../model/condition/normal-form.ts';
import { elementWith } from '../weakened-model.ts';
import { neighbours, stepInLifecycle } from './states-of.ts';
import type { WeakeningRule } from './weakening.ts';

/** A step is also possible in one more state. */
export const allowedElsewhere: WeakeningRule = {
  kind: 'allowed-elsewhere',
  purpose: 'A step is also possible in one more state, one step away.',
  *of(model, { transitions }) {
    for (const transition of transitions) {
      const around = stepInLifecycle(transition, model);
      if (around === undefined) continue;
      const { attributes } = transition;
      for (const { localId } of neighbours(transition, around, model)) {
        if (around.from.includes(localId) || attributes.to === localId) continue;
        yield {
          kind: 'allowed-elsewhere',
          weakened: elementWith(transition, { ...attributes, from: sortedNames([...attributes.from, localId]) }),
          path: ['from'],
          what: `were also possible in ${localId}`,
          doubt: 'may it be',
        };
      }
    }
  },
};
