import type { Element } from '../../model/element.ts';
import { defineAdjustment } from './adjustment.ts';
import { mayBeLowered } from './lowering.ts';

/** A8. The statement counts where base makes it: a consumer that is merely not declared changes nothing. */
export const noConsumers = defineAdjustment({
  id: 'A8',
  purpose: 'Makes compatible and low what breaks only consumers, where base says on purpose that there are none.',
  lowers: true,
  prepare({ base }) {
    return (raw) => {
      const { before, finding } = raw;
      if (before === undefined || finding.class !== 'breaking' || !mayBeLowered(raw)) return undefined;
      const parent = before.parent === undefined ? undefined : base.elements.get(before.parent);
      const stated = [before, parent].find((element) => element !== undefined && saysNone(element));
      if (stated === undefined) return undefined;
      return { class: 'compatible', risk: 'L', reason: `${stated.id} says \`consumers: none\`` };
    };
  },
});

function saysNone({ attributes }: Element): boolean {
  return 'consumers' in attributes && attributes.consumers === 'none';
}
