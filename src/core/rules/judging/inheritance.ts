import { elementKey } from '../../model/element.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { changedRoles } from './changed-roles.ts';
import { rightsOf, rightText } from './effective-rights.ts';
import type { Act, Right } from './effective-rights.ts';
import { listed, named } from './wording.ts';

/**
 * Roles that newly include others: one verdict for one role, with all that it may do now and could not, expanded. The same gain
 * shows at every step that names an inherited role, and at the role's rights; these findings are claimed, not repeated.
 */
export function inheritanceVerdicts(context: ChangeContext): readonly Verdict[] {
  return changedRoles(context).flatMap(({ before, after, parents, inherited }): readonly Verdict[] => {
    if (parents.gained.length === 0) return [];
    const { gained } = inherited;
    const heirs = rightsOf(context).head.heirs(after.id);
    const also = heirs.length === 0 ? '' : ` So may ${listed(heirs)}, by inheritance.`;
    const comesTo =
      gained.length === 0 ? 'It had all their rights already.' : `It may now ${listedRights(gained)}.${also}`;
    return [
      {
        what: `${named(after)} now includes ${listed(parents.gained)}. ${comesTo}`,
        ...(before === undefined ? {} : { before }),
        after,
        path: ['inherits'],
        values: {
          from: before === undefined ? undefined : [],
          to: [...parents.gained, ...new Set(gained.map(rightText))],
        },
        claims: [
          // Where it lost a role as well, what is said there is no echo of what it gained.
          ...(parents.lost.length === 0 ? [{ element: after.key, path: 'inherits' }] : []),
          ...echoesAtSteps(gained, context),
        ],
      },
    ];
  });
}

const AT: Readonly<Partial<Record<Act, string>>> = { start: 'by', sign: 'sign' };

/** Where the gain or loss of a step shows though nothing was changed there. What was changed there stands for itself. */
export function echoesAtSteps(
  rights: readonly Right[],
  { head, inBase, changesOf }: ChangeContext,
): NonNullable<Verdict['claims']> {
  return rights.flatMap(({ act, on }) => {
    const path = AT[act];
    const step = head.get('transition', on);
    if (path === undefined || step === undefined || inBase(step) === undefined) return [];
    const own = changesOf(step).some((change) => change.path[0] === path);
    return own ? [] : [{ element: elementKey('transition', on), path }];
  });
}

/** `start NCR.T1 and NCR.T2, edit lot.no`: by act, the names of each; of many the first few and how many follow. */
export function listedRights(rights: readonly Right[]): string {
  const byAct = new Map<Act, string[]>();
  for (const { act, on } of rights) {
    const names = byAct.get(act) ?? [];
    if (!names.includes(on)) byAct.set(act, [...names, on]);
  }
  return [...byAct].map(([act, names]) => rightText({ act, on: listed(names) })).join(', ');
}
