import { boolean, optional, part, reference, set, words } from '../shape.ts';
import { commonAttributes } from './common.ts';

export const roleRights = part('roles.rights', {
  view: optional(set(reference('element')), 'What the role may read.'),
  create: optional(set(reference('element')), 'What it may create.'),
  edit: optional(set(reference('element')), 'What it may change.'),
  delete: optional(set(reference('element')), 'What it may remove.'),
  configure: optional(set(reference('element')), 'Settings, master data and audit trail that it may change.'),
  override: optional(set(reference('element')), 'Controls that it may pass.'),
  impersonate: optional(set(reference('roles')), 'Roles as which it may act.'),
});

export const rolesEntry = part('roles', {
  ...commonAttributes,
  department: optional(reference('departments'), 'Department to which it belongs.'),
  kind: optional(
    words('human', 'service', 'administrator'),
    'Who holds it: people, a service account, or administrators.',
    'human',
  ),
  inherits: optional(set(reference('roles')), 'Roles whose rights it also has.'),
  qualityUnit: optional(boolean(), 'Belongs to the quality unit.', "department's function"),
  systems: optional(set(reference('systems')), 'Systems in which the role is set up.'),
  may: optional(roleRights, 'Rights beside the steps that name the role.'),
  training: optional(set(reference('documents')), 'Documents that a holder must be trained on.'),
});
