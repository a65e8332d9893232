import type { Change } from '../../diff/delta.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { AttributeClaim, ChangeContext } from '../change-rule.ts';

/** What decides whether a role belongs to the quality unit. */
export const QUALITY_UNIT_CLAIMS: readonly AttributeClaim[] = [
  { kinds: ['role'], paths: ['department', 'qualityUnit'] },
  { kinds: ['department'], paths: ['function'] },
];

/** Roles that this edit makes members of the quality unit; a department of quality makes all its roles members, later ones too. */
export function joinsQualityUnit({ before, after, to }: Change, { base, head, inBase }: ChangeContext): boolean {
  if (after.kind === 'role') return isMember(after, head) && !isMember(before, base);
  if (to === 'quality') return true;
  return head
    .ofKind('role')
    .filter(({ attributes }) => attributes.department === after.id)
    .some((role) => {
      const was = inBase(role);
      return isMember(role, head) && was !== undefined && !isMember(was, base);
    });
}

function isMember(role: Element, model: SpecModel): boolean {
  const { qualityUnit, department } = (role as Element<'role'>).attributes;
  if (qualityUnit !== undefined) return qualityUnit;
  return department !== undefined && model.get('department', department)?.attributes.function === 'quality';
}
