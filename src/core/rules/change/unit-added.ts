import { defineChangeRule } from '../change-rule.ts';
import { addedElement } from '../judging/whole-element.ts';

/** Reports a new unit. */
export const unitAdded = defineChangeRule({
  id: 'unit-added',
  family: 'quantities',
  judges: 'element',
  class: 'compatible',
  risk: 'L',
  evidence: ['TRC'],
  approvers: { approve: ['IT'], inform: ['QA'] },
  purpose: 'Reports a new unit.',
  why: 'Nothing is measured in it until a field names it; that is where it weighs.',
  fix: 'Say what one of it is in a known unit (`equals`).',
  mirror: { rule: 'unit-removed' },
  core: false,
  claims: [{ kinds: ['unit'], action: 'added' }],
  check: (element) => [addedElement(element)],
  examples: [
    {
      name: 'new',
      before: `units: {drum: {dimension: mass, equals: 200 kg}}`,
      after: `units: {drum: {dimension: mass, equals: 200 kg}, box: {dimension: count}}`,
      expect: ['compatible L unit:box'],
    },
    {
      name: 'a title for one that is there',
      before: `units: {drum: {dimension: mass, equals: 200 kg}}`,
      after: `units: {drum: {dimension: mass, equals: 200 kg, title: Drum}}`,
      expect: [],
    },
  ],
});
