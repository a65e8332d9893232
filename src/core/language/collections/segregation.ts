import { optional, part, reference, required, set, words } from '../shape.ts';
import { commonAttributes } from './common.ts';

export const segregationBarred = part('segregation.barred', {
  roles: optional(set(reference('roles')), 'Roles that are barred.'),
  kinds: optional(set(words('human', 'service', 'administrator')), 'Kinds of role that are barred.'),
});

export const segregationEntry = part('segregation', {
  ...commonAttributes,
  acts: required(set(reference('transitions')), 'Acts that do not go together.'),
  scope: optional(
    words('record', 'always'),
    'Whether it holds for one record and those it belongs to, or for ever.',
    'record',
  ),
  barred: optional(segregationBarred, 'In place of a combination: who may do none of these acts.'),
  enforced: optional(words('system', 'procedure'), 'Whether the system blocks it or people check it.', 'system'),
});
