import type { Element } from '../../model/element.ts';
import type { AttributeClaim, ChangeContext, Verdict } from '../change-rule.ts';
import { MACHINE_STARTS } from './step-starts.ts';
import { listed, named } from './wording.ts';

const STARTS: readonly string[] = ['by', ...MACHINE_STARTS];

/** Where a step says who or what starts it. */
export const START_CLAIMS: readonly AttributeClaim[] = [{ kinds: ['transition'], paths: STARTS }];

/** Steps that say who or what starts them in one revision alone: one verdict for all that was said. */
export function startVerdicts({ head, inBase, changesOf }: ChangeContext, side: 'lost' | 'gained'): readonly Verdict[] {
  return head.ofKind('transition').flatMap((after): readonly Verdict[] => {
    const before = inBase(after) as Element<'transition'> | undefined;
    if (before === undefined || hasStart(before) !== (side === 'lost') || hasStart(after) !== (side === 'gained'))
      return [];
    const changes = changesOf(after).filter(({ path }) => STARTS.includes(path[0] ?? ''));
    const [first] = changes;
    if (first === undefined) return [];
    const names = listed(changes.map(({ path }) => `\`${path.join('.')}\``));
    return [
      {
        what:
          side === 'lost'
            ? `${named(after)} does not say any more who or what starts it: ${names} is gone.`
            : `${named(after)} says for the first time who or what starts it: ${names}.`,
        before,
        after,
        path: first.path,
        values: { from: first.from, to: first.to },
        explains: changes.map(({ path }) => path.join('.')),
      },
    ];
  });
}

function hasStart({ attributes: { by, receives, auto, after } }: Element<'transition'>): boolean {
  return by !== undefined || receives !== undefined || auto === true || after !== undefined;
}
