import { optional, part, prose, reference, required, set, text, words } from '../shape.ts';
import { commonAttributes } from './common.ts';
import { departmentFunction } from './shared.ts';

export const requirementsEntry = part('requirements', {
  ...commonAttributes,
  text: required(prose(), 'Normative text of the requirement.'),
  level: optional(
    words('user', 'functional', 'design'),
    'Whether it is a user, functional or design requirement.',
    'user',
  ),
  criticality: optional(words('high', 'medium', 'low'), 'How much depends on it.'),
  source: optional(text(), 'Where it comes from: a regulation, a risk, a person.'),
  function: optional(departmentFunction, 'Whose requirement it is.'),
  parents: optional(set(reference('requirements')), 'Requirements that it refines.'),
  satisfiedBy: optional(set(reference('element')), 'Elements in which it is realised.'),
});
