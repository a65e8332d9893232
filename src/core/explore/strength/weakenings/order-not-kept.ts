import { elementWith } from '../weakened-model.ts';
import type { WeakeningRule } from './weakening.ts';

/** Messages of an interface may overtake each other. */
export const orderNotKept: WeakeningRule = {
  kind: 'order-not-kept',
  purpose: 'Messages of an interface may overtake each other.',
  *of(model, { transitions }) {
    const sent = new Set(
      transitions.flatMap(({ attributes }) => attributes.emits ?? []).map((name) => name.split('.')[0]),
    );
    for (const flow of model.ofKind('interface')) {
      const { delivery } = flow.attributes;
      if (!sent.has(flow.id) || delivery === undefined) continue;
      if (delivery.order === undefined || delivery.order === 'none') continue;
      yield {
        kind: 'order-not-kept',
        weakened: elementWith(flow, { ...flow.attributes, delivery: { ...delivery, order: 'none' } }),
        path: ['delivery', 'order'],
        what: 'did not keep its messages in order',
        doubt: 'does order not matter',
      };
    }
  },
};
