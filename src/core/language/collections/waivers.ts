import { date, optional, part, reference, required, set, text } from '../shape.ts';
import { commonAttributes } from './common.ts';
import { approval } from './shared.ts';

export const waiversEntry = part('waivers', {
  ...commonAttributes,
  rule: required(text(), 'Id of the rule whose finding is accepted.'),
  element: required(reference('element'), 'The one element that it is about.'),
  finding: required(text(), 'Fingerprint of the finding.'),
  reason: required(text(), 'Why the finding is acceptable.'),
  compensating: optional(set(reference('element')), 'Controls that hold meanwhile.'),
  requestedBy: optional(text(), 'Who asked for the waiver; not the approver.'),
  approved: optional(set(approval), 'Who approved it, and when.'),
  expires: required(date(), 'Day on which it ends.'),
});
