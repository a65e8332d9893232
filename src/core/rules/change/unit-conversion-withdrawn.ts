import { defineChangeRule } from '../change-rule.ts';
import { removedElement } from '../judging/whole-element.ts';

/** Reports a conversion that is gone. */
export const unitConversionWithdrawn = defineChangeRule({
  id: 'unit-conversion-withdrawn',
  family: 'quantities',
  judges: 'element',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-UOM', 'PQ-REC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a conversion that is gone.',
  why: 'Whoever converted with it hands over raw numbers, and nothing says any more how they were made.',
  fix: 'Keep it as long as a system is configured with it.',
  mirror: { rule: 'unit-conversion-declared' },
  core: false,
  claims: [{ kinds: ['conversion'], action: 'removed' }],
  check: (element) => [removedElement(element)],
  examples: [
    {
      name: 'deleted',
      before: `conversions: {UC: {from: g, to: kg, factor: 0.001}, UD: {from: lb, to: kg, factor: 0.45359237}}`,
      after: `conversions: {UC: {from: g, to: kg, factor: 0.001}}`,
      expect: ['breaking H conversion:UD'],
    },
    {
      name: 'a title dropped from one that stays',
      before: `conversions: {UC: {from: g, to: kg, factor: 0.001, title: Grams}}`,
      after: `conversions: {UC: {from: g, to: kg, factor: 0.001}}`,
      expect: [],
    },
  ],
});
