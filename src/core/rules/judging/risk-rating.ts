import type { Change } from '../../diff/delta.ts';
import type { Json } from '../../language/canonical.ts';
import type { AttributeClaim, ChangeContext, Verdict } from '../change-rule.ts';
import { without } from './values.ts';
import { listed, named, shift } from './wording.ts';

/** What risks are rated by. */
export const RATING_CLAIMS: readonly AttributeClaim[] = [
  {
    kinds: ['risk'],
    paths: ['severity', 'detectability', 'processRisk', 'factors', 'effects.*', 'residual', 'residual.*'],
  },
  { kinds: ['project'], paths: ['risk'] },
];

/** From the better to the worse rating; a failure that is noticed easily is the smaller risk. */
const SCALES: Readonly<Record<string, readonly string[]>> = {
  severity: ['low', 'medium', 'high'],
  detectability: ['high', 'medium', 'low'],
  processRisk: ['not-high', 'high'],
};

/**
 * Whether a risk is rated better or worse than before. A rating that is withdrawn, and one of which nobody can say whether it is
 * better, count as better: the rating is what testing and controls are chosen by. A first rating that is not the worst is left
 * to be reported as unclassified.
 */
export function ratingVerdict(
  change: Change,
  context: ChangeContext,
  direction: 'lowered' | 'raised',
): readonly Verdict[] {
  if (!movesOf(change).includes(direction)) return [];
  const { after, path, from, to } = change;
  if (after.kind === 'project') {
    return [{ what: 'The method by which all risks are rated differs; whether it rates them lower is not known.' }];
  }
  const what = shift(`${named(after)}, ${path.join('.')}`, from, to);
  return [{ what: direction === 'raised' ? what : `${what} ${controlsAdded(change, context)}` }];
}

type Move = 'lowered' | 'raised';

function movesOf({ after, path, from, to }: Change): readonly Move[] {
  const [attribute, name] = [path[0] ?? '', path.at(-1) ?? ''];
  if (after.kind === 'project') return ['lowered'];
  if (attribute === 'effects') return to === undefined ? ['lowered'] : from === undefined ? ['raised'] : [];
  if (name === 'factors') return factorMoves(from, to, attribute);
  const scale = SCALES[name];
  if (scale === undefined) return to === undefined ? ['raised'] : ['lowered'];
  const [was, is] = [rank(scale, from), rank(scale, to)];
  if (attribute === 'residual') {
    // Without a residual rating the risk is as it was before its controls.
    if (from === undefined || to === undefined) return [to === undefined ? 'raised' : 'lowered'];
  } else {
    if (to === undefined) return ['lowered'];
    if (from === undefined) return is === scale.length - 1 ? ['raised'] : [];
  }
  return was !== undefined && is !== undefined && is > was ? ['raised'] : ['lowered'];
}

/** Each factor makes the failure more probable. */
function factorMoves(from: Json | undefined, to: Json | undefined, attribute: string): readonly Move[] {
  if (attribute === 'residual' && (from === undefined || to === undefined))
    return [to === undefined ? 'raised' : 'lowered'];
  const [was, is] = [words(from), words(to)];
  const moves: Move[] = [];
  if (without(was, is).length > 0) moves.push('lowered');
  if (without(is, was).length > 0) moves.push('raised');
  return moves;
}

function words(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value)
    ? value.map((item: Json) => (typeof item === 'string' ? item : JSON.stringify(item)))
    : [];
}

function rank(scale: readonly string[], word: Json | undefined): number | undefined {
  const index = typeof word === 'string' ? scale.indexOf(word) : -1;
  return index < 0 ? undefined : index;
}

function controlsAdded({ after }: Change, { changesOf }: ChangeContext): string {
  const controls = changesOf(after).find(({ path }) => path.join('.') === 'controls');
  const added = without(words(controls?.to), words(controls?.from));
  return added.length === 0
    ? 'No control was added to it in the same change.'
    : `Controls that were added to it in the same change: ${listed(added)}.`;
}
