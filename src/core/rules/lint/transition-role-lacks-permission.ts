import type { SpecModel } from '../../model/spec-model.ts';
import { listed } from '../judging/wording.ts';
import { defineLint } from '../lint-rule.ts';
import { lifecycleSteps } from '../linting/lifecycle-steps.ts';
import { rolesOfStep } from '../linting/role-holders.ts';

/** Roles that are to perform a step in a system in which nobody has them. */
export const transitionRoleLacksPermission = defineLint({
  id: 'transition-role-lacks-permission',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'The role says in which systems it is set up, and the lifecycle says in which one the step happens.',
  purpose: 'Reports a role that performs or signs a step and is not set up in the system of the lifecycle.',
  why: 'The authority is on paper only: either nobody can do the step, or it is done under another account.',
  fix: 'Add the system to `systems` of the role, or name the role that exists there.',
  reads: [
    'roles.systems',
    'roles.inherits',
    'lifecycles.system',
    'lifecycles.transition.by',
    'lifecycles.transition.as',
    'lifecycles.transition.sign',
    'lifecycles.signature.by',
  ],
  examples: [
    {
      name: 'who starts it, who signs it, and the service role of a machine',
      spec: `
        systems: {QMS: {}, ERP: {}}
        roles: {STORES: {systems: ERP}, QA: {systems: [ERP]}, SYS: {kind: service, systems: ERP}}
        lifecycles:
          NCR:
            system: QMS
            states: {A: open, B: closed}
            transitions:
              T1: {from: A, to: B, by: STORES}
              T2: {from: A, to: B, by: anyone, sign: [{meaning: Checked, by: QA}]}
              T3: {from: A, to: B, auto: true, as: SYS}`,
      expect: [
        '8:32 error NCR.T1: NCR.T1 happens in QMS, but STORES is set up in ERP only.',
        '9:46 error NCR.T2: NCR.T2 happens in QMS, but QA is set up in ERP only.',
        '10:44 error NCR.T3: NCR.T3 happens in QMS, but SYS is set up in ERP only.',
      ],
    },
    {
      name: 'set up there, by inheritance, not said, anyone, and a lifecycle without a system',
      spec: `
        systems: {QMS: {}, ERP: {}}
        roles: {QA: {systems: [QMS]}, LEAD: {systems: [ERP], inherits: QA}, OPEN: {}, STORES: {systems: ERP}}
        lifecycles:
          NCR: {system: QMS, states: {A: open, B: closed}, transitions: {T1: {from: A, to: B, by: [QA, LEAD, OPEN]}, T2: {from: A, to: B, by: anyone}}}
          BARE: {states: {A: open, B: closed}, transitions: {T1: {from: A, to: B, by: STORES}}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const { lifecycle, transitions } of lifecycleSteps(model)) {
      const { system } = lifecycle.attributes;
      if (system === undefined) continue;
      for (const transition of transitions) {
        for (const name of rolesOfStep(transition)) {
          const role = model.get('role', name);
          const systems = role === undefined ? undefined : systemsOf(model, name);
          if (role === undefined || systems === undefined || systems.includes(system)) continue;
          yield {
            element: transition,
            path: pathOf(transition.attributes.by, transition.attributes.as, name),
            message: `${transition.id} happens in ${system}, but ${name} is set up in ${listed(systems)} only.`,
            hint: `Add ${system} to \`systems\` of ${name}, or name the role that exists in ${system}.`,
            subject: [name, system, systems],
            related: [{ message: `${name} is set up here.`, element: role, path: ['systems'] }],
          };
        }
      }
    }
  },
});

function pathOf(by: readonly string[] = [], as: string | undefined, role: string): readonly (string | number)[] {
  const index = by.indexOf(role);
  return index >= 0 ? ['by', index] : as === role ? ['as'] : ['sign'];
}

/** Systems in which a role is set up, its own and those of the roles whose rights it has; undefined when it does not say. */
function systemsOf(model: SpecModel, role: string): readonly string[] | undefined {
  const systems = new Set<string>();
  const roles = new Set([role]);
  for (const id of roles) {
    const attributes = model.get('role', id)?.attributes;
    // A role that says nothing may be set up anywhere.
    if (attributes?.systems === undefined) return undefined;
    for (const system of attributes.systems) systems.add(system);
    for (const inherited of attributes.inherits ?? []) roles.add(inherited);
  }
  return [...systems].sort();
}
