import { compareText } from '../../diagnostics/order.ts';
import type { DerivationContext } from '../derivation-context.ts';
import {
  elementRow,
  installationRow,
  installations,
  type Installation,
  type InstallationCheckDraft,
} from '../installation.ts';
import type { InstallationStrategy } from './strategy.ts';

/** Roles hold the declared rights and no others; technical accounts are what they are declared to be. */
export const security: InstallationStrategy = {
  type: 'SEC',
  rule: 'Each role exists with exactly the declared rights; each technical account has its role and cannot be used by people unless declared.',
  derive: (context) => ({
    checks: installations(context).flatMap((place) => [...accountRows(place), ...roleRows(place, context)]),
    exclusions: [
      {
        rule: 'SEC',
        element: context.model.project?.key ?? 'project:project',
        what: 'One named person per account, separated administration, default accounts disabled, no test accounts in production',
        reason:
          'NOT DECLARED: persons, default accounts and test accounts are no part of the specification. Author checks for them.',
      },
    ],
  }),
};

function accountRows(place: Installation): readonly InstallationCheckDraft[] {
  const method = `Export accounts with role and log-in rights from ${place.system.id}.`;
  return Object.entries(place.environment?.attributes.accounts ?? {}).flatMap(([account, { role, interactive }]) => [
    installationRow('SEC', place, `account ${account}: role`, role, method),
    installationRow(
      'SEC',
      place,
      `account ${account}: log-in by people`,
      interactive === undefined ? undefined : interactive ? 'possible' : 'not possible',
      method,
    ),
  ]);
}

/** Rights in the lifecycles of this system, by role; a role that is set up here without any right is listed too. */
function roleRows(place: Installation, context: DerivationContext): readonly InstallationCheckDraft[] {
  const rights = new Map<string, Set<string>>();
  const grant = (role: string, right: string): void => {
    rights.set(role, (rights.get(role) ?? new Set<string>()).add(right));
  };
  for (const lifecycle of context.lifecycles.filter(({ system }) => system === place.system.id)) {
    for (const transition of lifecycle.transitions) {
      for (const role of [...context.rights.human, ...context.rights.administrators]) {
        if (context.rights.mayAct(role, transition.by)) grant(role, transition.id);
      }
      for (const { by } of transition.element.attributes.sign ?? [])
        for (const role of by ?? []) grant(role, `sign ${transition.id}`);
    }
  }
  for (const role of context.model.ofKind('role')) {
    if (role.attributes.systems?.includes(place.system.id) === true && !rights.has(role.id))
      rights.set(role.id, new Set());
  }
  return [...rights]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([id, held]) => {
      const role = context.model.get('role', id);
      if (role === undefined) return [];
      const expected = held.size === 0 ? 'no transition' : [...held].sort(compareText).join(', ');
      return [
        elementRow(
          'SEC',
          role,
          place,
          'rights',
          expected,
          `Export role ${id} with its rights from ${place.system.id}; compare as a set, any further right is a difference.`,
        ),
      ];
    });
}
