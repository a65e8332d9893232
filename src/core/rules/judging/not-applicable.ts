import type { Change } from '../../diff/delta.ts';
import type { AttributeClaim } from '../change-rule.ts';
import { commonClaims } from './common-attributes.ts';

const SHALLOW: readonly string[] = ['notApplicable.*', '*.notApplicable.*', '*.*.notApplicable.*'];

/** Where an element, or a part of it, says that something does not apply, each with the reason. */
export const NOT_APPLICABLE_CLAIMS: readonly AttributeClaim[] = [
  ...commonClaims(...SHALLOW, '*.*.*.notApplicable.*'),
  { kinds: ['project'], paths: SHALLOW },
];

/** That a case cannot occur, and that a refusal needs no test, is judged with the exception and with the step. */
export function isJudgedElsewhere({ after, path }: Change): boolean {
  const name = path.join('.');
  return (
    (after.kind === 'exception' && name === 'notApplicable.treatment') ||
    (after.kind === 'transition' && name === 'notApplicable.negative')
  );
}
