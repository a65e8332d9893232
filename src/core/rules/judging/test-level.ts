import type { Change } from '../../diff/delta.ts';
import type { Json } from '../../language/canonical.ts';
import type { Verdict } from '../change-rule.ts';
import { named, shift } from './wording.ts';

/** From the weaker to the stronger evidence. */
const SCALES: Readonly<Record<string, readonly string[]>> = {
  level: ['IQ', 'OQ', 'PQ'],
  rigour: ['unscripted', 'scripted-limited', 'scripted-robust'],
};

/**
 * Whether a test shows less or more than before by the place and the way in which it is run. A depth that is not declared follows
 * from the risk; one that nobody can rank may be less.
 */
export function testLevelVerdict(
  { after, path, from, to }: Change,
  direction: 'lowered' | 'raised',
): readonly Verdict[] {
  const scale = SCALES[path.join('.')];
  if (scale === undefined) {
    return direction === 'lowered'
      ? [{ what: 'The table of test depth and evidence differs; whether less is tested is not known.' }]
      : [];
  }
  const what = shift(`${named(after)}, ${path.join('.')}`, from, to);
  const [was, is] = [rank(scale, from), rank(scale, to)];
  const strongest = scale.length - 1;
  const raised = is !== undefined && (is === strongest || (was !== undefined && is > was));
  if (raised !== (direction === 'raised')) return [];
  const ranked = was !== undefined && is !== undefined;
  return [{ what: ranked || raised ? what : `${what} The two cannot be ranked, which counts as less.` }];
}

function rank(scale: readonly string[], word: Json | undefined): number | undefined {
  const index = typeof word === 'string' ? scale.indexOf(word.trim()) : -1;
  return index < 0 ? undefined : index;
}
