import type { Change } from '../../diff/delta.ts';
import type { Json } from '../../language/canonical.ts';
import type { Element } from '../../model/element.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { named, shift } from './wording.ts';

/** How another treatment of an outage relates to the one before: what goes on without the other end, and who does it. */
export type DowntimeShift = 'permissive' | 'restrictive' | 'otherwise' | 'withdrawn';

/** Where nothing was declared, a mode that stops or hands over is a promise gained, and one that goes on is none. */
export function downtimeShift(from: Json | undefined, to: Json | undefined): DowntimeShift {
  if (to === undefined) return 'withdrawn';
  const [was, is] = [permissiveness(from), permissiveness(to)];
  if (is > was) return 'permissive';
  return is < was || from === undefined ? 'restrictive' : 'otherwise';
}

/** 0 stops or hands over to people, 1 relies on the last answer, 2 relies on nothing. */
function permissiveness(mode: Json | undefined): 0 | 1 | 2 {
  return mode === 'proceed' ? 2 : mode === 'last-known' ? 1 : 0;
}

/** One verdict about the mode. Where the whole treatment of an outage came or went, it speaks for all that came or went with it. */
export function downtimeVerdict(
  { before, after, from, to }: Change,
  { changesOf }: ChangeContext,
  expected: readonly DowntimeShift[],
): readonly Verdict[] {
  if (!expected.includes(downtimeShift(from, to))) return [];
  const what = shift(`${named(after)}, while the other end is down`, from, to);
  const [was, is] = [treatmentOf(before), treatmentOf(after)];
  if (was !== undefined && is !== undefined) return [{ what }];
  const explains = changesOf(after).flatMap(({ path }) => (path[0] === 'whenDown' ? [path.join('.')] : []));
  return [{ what, path: ['whenDown'], values: { from: was, to: is }, explains }];
}

/** Whether both revisions say what happens during an outage; attributes beside the mode are judged one by one only then. */
export function isTreatedInBoth({ before, after }: Change): boolean {
  return treatmentOf(before) !== undefined && treatmentOf(after) !== undefined;
}

function treatmentOf(element: Element): Json | undefined {
  return (element as Element<'interface'>).attributes.whenDown as Json | undefined;
}
