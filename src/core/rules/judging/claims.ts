import type { ElementKind } from '../../language/collections.ts';
import type { AttributeClaim } from '../change-rule.ts';

/** Whether a rule claims to judge changes of this attribute. */
export function claimsPath(claims: readonly AttributeClaim[], kind: ElementKind, path: readonly string[]): boolean {
  return claims.some(
    ({ kinds, paths }) =>
      (kinds === undefined || kinds.includes(kind)) && paths.some((pattern) => matches(pattern, path)),
  );
}

function matches(pattern: string, path: readonly string[]): boolean {
  const names = pattern.split('.');
  return names.length === path.length && names.every((name, index) => name === '*' || name === path[index]);
}
