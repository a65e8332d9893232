import type { Change } from '../../diff/delta.ts';
import { identical } from '../../diff/compare-attributes.ts';
import type { Json } from '../../language/canonical.ts';
import type { Element } from '../../model/element.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { pairsOf } from './signature-pairs.ts';
import type { Signature } from './signature-pairs.ts';
import { named } from './wording.ts';

/** What a rule may say about the signatures of a step. */
export type SignatureAspect = 'removed' | 'added' | 'meaning' | 'weaker' | 'stronger';

/**
 * What changed about the signatures of a step. Who may sign is judged with inheritance (see signers.ts); the record to which a
 * signature is bound, and its place among others, no rule judges: these are left to be reported as unclassified.
 */
export function signatureVerdict(change: Change, aspect: SignatureAspect, context: ChangeContext): readonly Verdict[] {
  const { after } = change;
  const { altered, lost, gained } = pairsOf(change);
  const strengths = strengthsOf(change, context);
  const partial = isPartlyJudged(change, context);
  const what = (text: string): readonly Verdict[] => [
    { what: `${named(after)} ${text}`, ...(partial ? { partial } : {}) },
  ];
  switch (aspect) {
    case 'added':
      return gained.length === 0 ? [] : what(`now asks for ${quoted(gained)} as well.`);
    case 'removed':
      if (lost.length > 0) return what(`no longer asks for ${quoted(lost)}.`);
      return altered.some(([a, b]) => a.samePerson !== true && b.samePerson === true)
        ? what('may now have several signatures of one person.')
        : [];
    case 'meaning': {
      const other = altered.filter(([a, b]) => a.meaning !== b.meaning);
      if (other.length === 0) return [];
      return what(`is now signed ${other.map(([a, b]) => `“${b.meaning}” instead of “${a.meaning}”`).join(', ')}.`);
    }
    case 'weaker':
      return strengths.includes('weaker')
        ? what('is signed with fewer authentication components, or it is no longer said with how many.')
        : [];
    case 'stronger':
      if (strengths.includes('stronger')) return what('is signed with more authentication components.');
      return altered.some(([a, b]) => a.samePerson === true && b.samePerson !== true)
        ? what('may no longer have several signatures of one person.')
        : [];
  }
}

/** Whether something differs in the signatures that no rule judges: order, record bound to, signers that are not known. */
export function isPartlyJudged(change: Change, context: ChangeContext): boolean {
  const { before, after } = change as Change & { before: Element<'transition'>; after: Element<'transition'> };
  const { altered, reordered } = pairsOf(change);
  const isUnknown = ({ by }: Signature, step: Element<'transition'>): boolean =>
    by === undefined && step.attributes.by === undefined;
  return (
    reordered ||
    strengthsOf(change, context).includes('unknown') ||
    altered.some(([a, b]) => !sameRest(a, b) || isUnknown(a, before) !== isUnknown(b, after))
  );
}

type Strength = 'same' | 'weaker' | 'stronger' | 'unknown';

function strengthsOf(change: Change, { base, head }: ChangeContext): readonly Strength[] {
  const defaults = [componentsOf(base.project), componentsOf(head.project)] as const;
  return pairsOf(change).altered.map(([a, b]) => strengthChange(a, b, defaults));
}

/** Authentication components that the project asks for at every signature; undefined where it does not say. */
function componentsOf(project: Element<'project'> | undefined): number | undefined {
  return project?.attributes.signatures?.components;
}

function strengthChange(
  a: Signature,
  b: Signature,
  [before, after]: readonly [number | undefined, number | undefined],
): Strength {
  if (a.components === b.components) return 'same';
  const [was, is] = [a.components ?? before, b.components ?? after];
  if (was === is) return 'same';
  if (was === undefined) return 'unknown';
  return is === undefined || is < was ? 'weaker' : 'stronger';
}

/** Whether both agree in all that no rule judges. */
function sameRest(a: Signature, b: Signature): boolean {
  const rest = (signature: Signature): Json => {
    const { meaning: _meaning, by: _by, samePerson: _samePerson, components: _components, ...others } = signature;
    return others as unknown as Json;
  };
  return identical(rest(a), rest(b));
}

function quoted(signatures: readonly Signature[]): string {
  return `the signature “${signatures.map(({ meaning }) => meaning).join('”, “')}”`;
}
