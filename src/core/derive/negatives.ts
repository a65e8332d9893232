import type { TransitionView } from './lifecycle-view.ts';

/** Why no refusal of this transition is tested; undefined = it is. */
export function negativeExcluded({ element }: TransitionView): string | undefined {
  const reason = element.attributes.notApplicable?.['negative'];
  if (reason !== undefined) return `The specification says so: ${reason}`;
  return element.attributes.negative === false
    ? 'The specification says negative: false, without a reason.'
    : undefined;
}
