import { elementWithout } from '../weakened-model.ts';
import type { WeakeningRule } from './weakening.ts';

/** A step asks for no signature. */
export const notSigned: WeakeningRule = {
  kind: 'not-signed',
  purpose: 'A step asks for no signature: only a gate with `signed: true` can notice.',
  *of(_, { transitions }) {
    for (const transition of transitions) {
      if ((transition.attributes.sign ?? []).length === 0) continue;
      yield {
        kind: 'not-signed',
        weakened: elementWithout(transition, 'sign'),
        path: ['sign'],
        what: 'were no longer signed',
        doubt: 'is the signature superfluous',
      };
    }
  },
};
