import { elementWithout } from '../weakened-model.ts';
import { inWords } from './dropped-condition.ts';
import type { WeakeningRule } from './weakening.ts';

/** What only people enforce is not asked for. */
export const procedureDropped: WeakeningRule = {
  kind: 'procedure-dropped',
  purpose: 'What people enforce by a procedure is not asked for.',
  dropsCondition: true,
  *of(model, { transitions, bounds }) {
    if (!bounds.procedures) return;
    for (const transition of transitions) {
      const { procedure } = transition.attributes;
      if (procedure === undefined) continue;
      yield {
        kind: 'procedure-dropped',
        weakened: elementWithout(transition, 'procedure'),
        path: ['procedure'],
        what: `no longer relied on people to see that ${inWords(procedure, transition, model)}`,
        doubt: 'is the procedure superfluous',
      };
    }
  },
};
