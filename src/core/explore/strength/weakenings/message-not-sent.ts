import { elementWith, elementWithout } from '../weakened-model.ts';
import type { WeakeningRule } from './weakening.ts';

/** A step does not send one of its messages. */
export const messageNotSent: WeakeningRule = {
  kind: 'message-not-sent',
  purpose: 'A step does not send one of its messages.',
  *of(_, { transitions }) {
    for (const transition of transitions) {
      const emits = transition.attributes.emits ?? [];
      for (const [index, message] of emits.entries()) {
        const rest = emits.filter((_message, other) => other !== index);
        yield {
          kind: 'message-not-sent',
          weakened:
            rest.length === 0
              ? elementWithout(transition, 'emits')
              : elementWith(transition, { ...transition.attributes, emits: rest }),
          path: ['emits', index],
          what: `no longer sent ${message}`,
          doubt: 'is the message superfluous',
        };
      }
    }
  },
};
