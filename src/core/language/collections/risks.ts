import { any, optional, part, reference, required, set, text, textMap, words } from '../shape.ts';
import { commonAttributes } from './common.ts';
import { approval } from './shared.ts';

export const risksEntry = part('risks', {
  ...commonAttributes,
  element: required(set(reference('element')), 'Elements that may fail.'),
  failure: required(text(), 'Failure mode: how they fail.'),
  cause: optional(text(), 'What makes them fail.'),
  effects: optional(textMap(text()), 'Effect on safety, quality, data and availability.'),
  severity: optional(words('high', 'medium', 'low'), 'Worst credible effect, before controls.'),
  factors: optional(set(text()), 'Factors of the method by which probability is rated.'),
  detectability: optional(words('high', 'medium', 'low'), 'How likely the failure is noticed before it does harm.'),
  processRisk: optional(words('high', 'not-high'), 'Risk to the process in the sense of computer software assurance.'),
  controls: optional(set(reference('element')), 'Elements, tests and documents that reduce the risk.'),
  residual: optional(textMap(any()), 'Factors and detectability once the controls work.'),
  accepted: optional(set(approval), 'Who accepted the residual risk.'),
  hazard: optional(text(), "Entry of the product's hazard or critical-item list."),
});
