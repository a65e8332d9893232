import { compareText } from '../../diagnostics/order.ts';
import type { Element } from '../../model/element.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { rightsOf } from './effective-rights.ts';
import { inHeadNames } from './head-names.ts';
import { folded, signaturePairs } from './signature-pairs.ts';
import { isPartlyJudged } from './signatures.ts';
import { newIn } from './transition-roles.ts';
import { listed, named } from './wording.ts';

/**
 * Who gained or lost the right to give a signature that a step keeps: named roles and those that inherit from them. Where a
 * signature names no roles in either revision, those who start the step sign it, and that is judged there.
 */
export function signerVerdicts(context: ChangeContext, direction: 'widened' | 'narrowed'): readonly Verdict[] {
  const { base, head, inBase } = context;
  const { base: baseRights, head: headRights } = rightsOf(context);
  return head.ofKind('transition').flatMap((after): readonly Verdict[] => {
    const before = inBase(after) as Element<'transition'> | undefined;
    if (before === undefined || before.attributes.sign === undefined || after.attributes.sign === undefined) return [];
    const earlier = inHeadNames(before, base, context);
    const { kept } = signaturePairs(folded(earlier.sign), folded(after.attributes.sign));
    const names = kept.flatMap(([a, b]) => {
      if (a.by === undefined && b.by === undefined) return [];
      const [from, to] = [a.by ?? earlier.by, b.by ?? after.attributes.by];
      if (from === undefined || to === undefined) return [];
      const [could, can] = [withHeirs(from, baseRights.heirs), withHeirs(to, headRights.heirs)];
      return direction === 'widened' ? newIn(can, could) : newIn(could, can);
    });
    const found = [...new Set(names)].sort(compareText);
    if (found.length === 0) return [];
    const says = direction === 'widened' ? 'may now also be signed by' : 'may no longer be signed by';
    const values = direction === 'widened' ? { from: [], to: found } : { from: found, to: [] };
    const own = context.changesOf(after).find(({ path }) => path[0] === 'sign');
    const partial = own !== undefined && isPartlyJudged(own, context);
    return [
      {
        what: `${named(after)} ${says} ${listed(found)}.`,
        before,
        after,
        path: ['sign'],
        values,
        ...(partial ? { partial } : {}),
      },
    ];
  });
}

function withHeirs(roles: readonly string[], heirs: (role: string) => readonly string[]): readonly string[] {
  return [...new Set(roles.flatMap((role) => [role, ...heirs(role)]))].sort(compareText);
}
