import { boolean, optional, part, reference, set, text } from '../shape.ts';
import { commonAttributes } from './common.ts';
import { owners } from './shared.ts';

export const stepsEntry = part('steps', {
  ...commonAttributes,
  after: optional(set(reference('steps')), 'Steps that must be done before.'),
  collects: optional(set(reference('systems')), 'Systems in which data are captured.'),
  systemOfRecord: optional(reference('systems'), 'System that holds the record of this step.'),
  review: optional(reference('systems'), 'System that is used for review.'),
  release: optional(reference('systems'), 'System that is used for release.'),
  audit: optional(set(reference('systems')), 'Systems that are used in an audit.'),
  owners: optional(owners, 'Who answers for the step.'),
  outputs: optional(set(reference('outputs')), 'Regulated outputs that it feeds.'),
  elements: optional(set(reference('element')), 'Transitions, interfaces and lifecycles that it uses.'),
  roles: optional(set(reference('roles')), 'Roles that perform it.'),
  documents: optional(set(reference('documents')), 'Procedures by which it is performed.'),
  mode: optional(text(), 'How it is performed: by hand, automatically, with a second person.'),
  critical: optional(boolean(), 'Product, patient or record depends on it.'),
});
