import { defineChangeRule } from '../change-rule.ts';
import { keepsExamples } from '../judging/conversion-examples.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports a worked value of a conversion that is gone or says something else. */
export const conversionExamplesChanged = defineChangeRule({
  id: 'conversion-examples-changed',
  family: 'quantities',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-UOM'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports a worked value of a conversion that is gone or says something else.',
  why: 'The implementation was shown by that value; without it, or with another one, the same error may pass.',
  fix: 'Work the value out again by hand, and keep those at the limits of the specification.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [{ kinds: ['conversion'], paths: ['examples'] }],
  check: (change) => (keepsExamples(change) ? [] : [{ what: plainShift(change) }]),
  examples: [
    {
      name: 'one fewer',
      before: `units: {kg: {dimension: mass}, g: {dimension: mass}}
conversions: {C: {from: kg, to: g, factor: 1000, examples: [{in: 1, out: 1000}, {in: 2, out: 2000}]}}`,
      after: `units: {kg: {dimension: mass}, g: {dimension: mass}}
conversions: {C: {from: kg, to: g, factor: 1000, examples: [{in: 1, out: 1000}]}}`,
      expect: ['risky M conversion:C examples'],
    },
    {
      name: 'another result',
      before: `units: {kg: {dimension: mass}, g: {dimension: mass}}
conversions: {C: {from: kg, to: g, factor: 1000, examples: [{in: 1, out: 1000}]}}`,
      after: `units: {kg: {dimension: mass}, g: {dimension: mass}}
conversions: {C: {from: kg, to: g, factor: 1000, examples: [{in: 1, out: 1001}]}}`,
      expect: ['risky M conversion:C examples'],
    },
    {
      name: 'one more',
      before: `units: {kg: {dimension: mass}, g: {dimension: mass}}
conversions: {C: {from: kg, to: g, factor: 1000, examples: [{in: 1, out: 1000}]}}`,
      after: `units: {kg: {dimension: mass}, g: {dimension: mass}}
conversions: {C: {from: kg, to: g, factor: 1000, examples: [{in: 1, out: 1000}, {in: 2, out: 2000}]}}`,
      expect: [],
    },
  ],
});
