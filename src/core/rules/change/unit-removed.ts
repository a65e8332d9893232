import { defineChangeRule } from '../change-rule.ts';
import { removedElement } from '../judging/whole-element.ts';

/** Reports a unit that is gone. */
export const unitRemoved = defineChangeRule({
  id: 'unit-removed',
  family: 'quantities',
  judges: 'element',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-UOM'],
  approvers: { approve: ['QA', 'IT'], inform: [] },
  purpose: 'Reports a unit that is gone.',
  why: 'Fields that name it go on doing so, and nothing says any more how much one of it is.',
  fix: 'Keep it as long as a field or a record is measured in it.',
  mirror: { rule: 'unit-added' },
  core: false,
  claims: [{ kinds: ['unit'], action: 'removed' }],
  check: (element) => [removedElement(element)],
  examples: [
    {
      name: 'deleted',
      before: `units: {drum: {dimension: mass, equals: 200 kg}, box: {dimension: count}}`,
      after: `units: {drum: {dimension: mass, equals: 200 kg}}`,
      expect: ['risky M unit:box'],
    },
    {
      name: 'a title dropped from one that stays',
      before: `units: {drum: {dimension: mass, equals: 200 kg, title: Drum}}`,
      after: `units: {drum: {dimension: mass, equals: 200 kg}}`,
      expect: [],
    },
  ],
});
