import { elementWith } from '../weakened-model.ts';
import { otherClasses, stepInLifecycle } from './states-of.ts';
import type { WeakeningRule } from './weakening.ts';

/** A step leads to a state that means something else for use. */
export const leadsElsewhere: WeakeningRule = {
  kind: 'leads-elsewhere',
  purpose: 'A step leads to a state of another class.',
  *of(model, { transitions }) {
    for (const transition of transitions) {
      const around = stepInLifecycle(transition, model);
      if (around === undefined) continue;
      const { to } = transition.attributes;
      for (const state of otherClasses(around)) {
        yield {
          kind: 'leads-elsewhere',
          weakened: elementWith(transition, { ...transition.attributes, to: state.localId }),
          path: ['to'],
          what: `led to ${state.localId} instead of ${typeof to === 'string' ? (to === 'same' ? 'staying where it is' : to) : `where the record came from`}`,
          doubt: 'may it',
        };
      }
    }
  },
};
