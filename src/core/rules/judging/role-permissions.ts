import { compareText } from '../../diagnostics/order.ts';
import type { Element } from '../../model/element.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { changedRoles } from './changed-roles.ts';
import type { ChangedRole } from './changed-roles.ts';
import { isPrivileged, rightsBeyond, rightsOf, rightText } from './effective-rights.ts';
import type { Right } from './effective-rights.ts';
import { echoesAtSteps, listedRights } from './inheritance.ts';
import { named } from './wording.ts';

/** Whose rights, of those that a role gained; privileged ones are those that can undo other controls. */
export type Gain = 'of people' | 'of machines' | 'privileged';

/** Rights beside steps that a changed role gained, after inheritance: one verdict for one role, with the roles that share it. */
export function gainedRights(context: ChangeContext, gain: Gain): readonly Verdict[] {
  return changedRoles(context).flatMap((role): readonly Verdict[] => {
    const { before, after, declared, inherited } = role;
    const found = distinct([...declared.gained, ...inherited.gained]).filter((right) => isOf(right, after, gain));
    if (found.length === 0) return [];
    const had = rightsOf(context).base.effective(after.id);
    const known = rightsBeyond(found, had).length === 0 ? ' It had this by inheritance already.' : '';
    return [
      {
        what: `${withHeirs(after, context)} may now ${listedRights(found)}.${known}`,
        ...(before === undefined ? {} : { before }),
        after,
        ...placeOf(found, role, declared.gained),
        values: { from: before === undefined ? undefined : [], to: found.map(rightText) },
        ...(gain === 'of people' && found.some(isWriting) ? { raise: WRITES } : {}),
      },
    ];
  });
}

/** What a changed role lost: rights, systems, and roles that it inherited from, with the steps that went with these. */
export function lostRights(context: ChangeContext): readonly Verdict[] {
  return changedRoles(context).flatMap((role): readonly Verdict[] => {
    const { before, after, declared, inherited, parents } = role;
    const found = distinct([...declared.lost, ...inherited.lost]);
    if (before === undefined || (found.length === 0 && parents.lost.length === 0)) return [];
    const kept = rightsOf(context).head.effective(after.id);
    const still = found.length > 0 && rightsBeyond(found, kept).length === 0 ? ' It still may by inheritance.' : '';
    const parted = parents.lost.length === 0 ? '' : ` It no longer inherits from ${parents.lost.join(', ')}.`;
    const gone = found.length === 0 ? 'lost no right' : `may no longer ${listedRights(found)}`;
    return [
      {
        what: `${withHeirs(after, context)} ${gone}.${still}${parted}`,
        before,
        after,
        ...placeOf(found, role, declared.lost),
        values: { from: [...found.map(rightText), ...parents.lost], to: [] },
        claims: echoesAtSteps(inherited.lost, context),
      },
    ];
  });
}

const WRITES = { risk: 'H', reason: 'the right is to write, not only to read' } as const;

function isOf(right: Right, { attributes }: Element<'role'>, gain: Gain): boolean {
  if (right.act === 'start' || right.act === 'sign') return false;
  if (isPrivileged(right)) return gain === 'privileged';
  return gain === (attributes.kind === 'service' ? 'of machines' : 'of people');
}

function isWriting({ act }: Right): boolean {
  return act === 'create' || act === 'edit';
}

function withHeirs(role: Element<'role'>, context: ChangeContext): string {
  const heirs = rightsOf(context).head.heirs(role.id);
  return heirs.length === 0 ? named(role) : `${named(role)}, and with it ${heirs.join(', ')},`;
}

/**
 * Where the finding stands: at the one attribute that was changed, else at `may`; at `inherits` if all of it is inherited. It
 * explains each own change from which some of these rights come.
 */
function placeOf(
  found: readonly Right[],
  { before, own }: ChangedRole,
  declared: readonly Right[],
): Pick<Verdict, 'path' | 'explains'> {
  const texts = new Set(found.map(rightText));
  const acts = new Set<string>(declared.filter((right) => texts.has(rightText(right))).map(({ act }) => act));
  if (before === undefined) return { path: acts.size > 0 ? ['may'] : ['inherits'] };
  const changed = own
    .map(({ path }) => path)
    .filter(([first, second]) => (first === 'systems' ? acts.has('in') : first === 'may' && acts.has(second ?? '')));
  const [first, ...others] = changed;
  if (first === undefined) return { path: ['inherits'] };
  return { path: others.length === 0 ? first : ['may'], explains: changed.map((path) => path.join('.')) };
}

function distinct(rights: readonly Right[]): readonly Right[] {
  return [...new Map(rights.map((right) => [rightText(right), right])).values()].toSorted((a, b) =>
    compareText(rightText(a), rightText(b)),
  );
}
