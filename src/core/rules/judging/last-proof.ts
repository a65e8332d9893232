import type { Element } from '../../model/element.ts';
import { weightsOf } from '../adjustments/critical-element.ts';
import type { ChangeContext } from '../change-rule.ts';
import { isVerified } from '../linting/requirement-links.ts';

/**
 * Why a test matters that is gone: something critical that it verified, or a part of it, has no authored test in head any more.
 * Undefined where every critical element keeps another one.
 */
export function lastProofOf(
  test: Element,
  { base, head, graphBase, graphHead, inHead }: ChangeContext,
): string | undefined {
  for (const { to, attribute } of graphBase.from(test.key)) {
    const before = attribute === 'verifies' ? base.elements.get(to) : undefined;
    const after = before && inHead(before);
    if (before === undefined || after === undefined || isVerified(head, graphHead, after.key)) continue;
    const own = [before.key, ...graphBase.parts(before.key).map(({ key }) => key)];
    const weight = own.map((key) => weightsOf(base).get(key)).find((found) => found !== undefined);
    if (weight !== undefined) return `it was the last authored test of ${after.id}: ${weight.reason}`;
  }
  return undefined;
}
