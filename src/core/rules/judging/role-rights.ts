import type { Identity } from '../../diff/delta.ts';
import type { Element } from '../../model/element.ts';
import type { ChangeContext } from '../change-rule.ts';
import { rightsOf, rightText } from './effective-rights.ts';
import { listed } from './wording.ts';

const RIGHTS: ReadonlySet<string> = new Set(['department', 'kind', 'inherits', 'qualityUnit', 'systems', 'may']);

/** Whether a renamed role has the rights that it had, inherited ones included, with the steps that name it as proof. */
export function rightsInWords({ before, after }: Identity, context: ChangeContext): string {
  const own = context.changesOf(after).filter(({ path }) => RIGHTS.has(path[0] ?? ''));
  const { base, head } = rightsOf(context);
  const effective = [base.effective(after.id), head.effective(after.id)] as const;
  const isSame = [...effective[0]].map(rightText).join() === [...effective[1]].map(rightText).join();
  const was = stepsOf(before.id, context.base.ofKind('transition')).map((step) => context.inHead(step)?.id ?? step.id);
  const is = stepsOf(after.id, context.head.ofKind('transition')).map((step) => step.id);
  const steps = is.length === 0 ? 'no step names it' : `the same steps name it (${listed(is)})`;
  if (own.length === 0 && isSame && [...was].sort().join() === [...is].sort().join())
    return `Its rights are the same: ${steps}.`;
  return 'Its rights are not the same: see the other findings about it and about the steps that name it.';
}

function stepsOf(role: string, transitions: readonly Element<'transition'>[]): readonly Element<'transition'>[] {
  return transitions.filter(({ attributes: { by = [], sign = [], as } }) => {
    return by.includes(role) || as === role || sign.some((signature) => signature.by?.includes(role) === true);
  });
}
