import type { Element } from '../../model/element.ts';
import { isSteps } from '../../explore/verdict/kinds/steps-or-condition.ts';
import type { DerivationContext } from '../derivation-context.ts';
import { conditionWords, oppositeWords } from '../wording/condition-words.ts';
import { listed } from '../wording/gaps.ts';
import type { TransitionView } from '../lifecycle-view.ts';
import type { AttackOutcome, AttackVariant } from './attack.ts';

/** What is so where the step must not be taken: `at least one ncr … is in a status of class open`. */
export function forbiddenWords({ attributes }: Element<'invariant'>, { model }: DerivationContext): string {
  const { requires, never, must, since = [] } = attributes;
  if (requires !== undefined) return oppositeWords(requires, model);
  if (never !== undefined) return `it would then be so that ${conditionWords(never, model)}`;
  if (must === undefined) return 'what must come first has not come';
  const counted = since.length === 0 ? '' : ` since ${listed(since, 'or')}`;
  return isSteps(must)
    ? `${listed(must, 'or')} has not been done before${counted}`
    : `it has not been so before${counted} that ${conditionWords(must, model)}`;
}

const WHEN: Readonly<Record<AttackVariant, string>> = {
  direct: 'with nothing on its way',
  pending: 'with a message that bears on it still on its way',
  near: 'with at most one of its own conditions not met',
};

const TITLES: Readonly<Record<AttackVariant, string>> = {
  direct: 'directly',
  pending: 'with a message pending',
  near: 'after the nearest near miss',
};

/** What an attack is to show, in one sentence. */
export function objectiveOf(
  invariant: Element<'invariant'>,
  transition: TransitionView,
  variant: AttackVariant,
  outcome: AttackOutcome['kind'],
  context: DerivationContext,
): string {
  const when = variant === 'near' && outcome !== 'refused' ? 'with everything that it asks for met' : WHEN[variant];
  const step = `${transition.id} (${transition.event})`;
  const { never } = invariant.attributes;
  if (outcome === 'passing' && never !== undefined)
    return `${invariant.id} is kept when ${step} is done ${when}: once everything has arrived, it is not so that ${conditionWords(never, context.model)}.`;
  return `${step} is refused ${when} where ${forbiddenWords(invariant, context)} (${invariant.id}).`;
}

/** `INV.T03 release: attempt to break INV-01a with a message pending`. */
export function titleOf(
  invariant: Element<'invariant'>,
  transition: TransitionView,
  variants: readonly AttackVariant[],
): string {
  return `${transition.id} ${transition.event}: attempt to break ${invariant.id} ${listed(variants.map((variant) => TITLES[variant]))}`;
}
