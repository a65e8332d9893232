import { defineChangeRule } from '../change-rule.ts';
import { lastProofOf } from '../judging/last-proof.ts';
import { removedElement } from '../judging/whole-element.ts';

/** Reports an authored test that is gone. */
export const testRemoved = defineChangeRule({
  id: 'test-removed',
  family: 'trace',
  judges: 'element',
  class: 'risky',
  risk: 'H',
  evidence: ['TRC', 'RSK'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports an authored test that is gone.',
  why: 'What it verified has less evidence, or none.',
  fix: 'Name the test that verifies the same now.',
  mirror: { rule: 'test-added' },
  core: true,
  claims: [{ kinds: ['test'], action: 'removed' }],
  check(element, context) {
    const reason = lastProofOf(element, context);
    return [{ ...removedElement(element), ...(reason === undefined ? {} : { raise: { class: 'breaking', reason } }) }];
  },
  examples: [
    {
      name: 'one of two',
      before: `systems: {MES: {}}
tests: {T-1: {level: OQ, verifies: [MES], steps: [{do: a}]}, T-2: {level: OQ, verifies: [MES], steps: [{do: b}]}}`,
      after: `systems: {MES: {}}
tests: {T-2: {level: OQ, verifies: [MES], steps: [{do: b}]}}`,
      expect: ['risky H test:T-1'],
    },
    {
      name: 'the last one of a critical requirement',
      before: `requirements: {URS-1: {text: Held stock stays blocked., criticality: high}}
tests: {T-1: {level: OQ, verifies: [URS-1], steps: [{do: a}]}}`,
      after: `requirements: {URS-1: {text: Held stock stays blocked., criticality: high}}`,
      expect: ['breaking H test:T-1'],
    },
    {
      name: 'renamed as declared',
      before: `tests: {T-1: {level: OQ, steps: [{do: Enter 5, expect: 5 is shown}]}}`,
      after: `tests: {T-2: {level: OQ, formerIds: [T-1], steps: [{do: Enter 5, expect: 5 is shown}]}}`,
      expect: [],
    },
  ],
});
