import { defineChangeRule } from '../change-rule.ts';
import { addedElement } from '../judging/whole-element.ts';

/** Reports a new conversion. */
export const unitConversionDeclared = defineChangeRule({
  id: 'unit-conversion-declared',
  family: 'quantities',
  judges: 'element',
  class: 'compatible',
  risk: 'L',
  evidence: ['OQ-UOM'],
  approvers: { approve: ['IT'], inform: ['OPS', 'QA'] },
  purpose: 'Reports a new conversion.',
  why: 'Nothing is converted with it until a mapped field names it; that is where it weighs.',
  fix: 'Give the source of its factor in `rationale`, and worked examples.',
  mirror: { rule: 'unit-conversion-withdrawn' },
  core: false,
  claims: [{ kinds: ['conversion'], action: 'added' }],
  check: (element) => [addedElement(element)],
  examples: [
    {
      name: 'new',
      before: `conversions: {UC: {from: g, to: kg, factor: 0.001}}`,
      after: `conversions: {UC: {from: g, to: kg, factor: 0.001}, UD: {from: lb, to: kg, factor: 0.45359237}}`,
      expect: ['compatible L conversion:UD'],
    },
    {
      name: 'a title for one that is there',
      before: `conversions: {UC: {from: g, to: kg, factor: 0.001}}`,
      after: `conversions: {UC: {from: g, to: kg, factor: 0.001, title: Grams}}`,
      expect: [],
    },
  ],
});
