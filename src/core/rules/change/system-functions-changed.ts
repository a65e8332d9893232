import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports an activity that a system newly performs, or no longer performs. */
export const systemFunctionsChanged = defineChangeRule({
  id: 'system-functions-changed',
  family: 'data',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['TRC', 'RSK', 'DOC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports an activity that a system newly performs, or no longer performs.',
  why: 'An activity that two systems perform has two results; one that none performs is done by nobody.',
  fix: 'Say for each activity which system performs it, and which one only shows it.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['system'], paths: ['functions'] }],
  check: (change) => [{ what: plainShift(change) }],
  examples: [
    {
      name: 'one more activity',
      before: `systems: {MES: {functions: [nonconformance]}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      after: `systems: {MES: {functions: [disposition, nonconformance]}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      expect: ['risky M system:MES functions'],
    },
    {
      name: 'the same in another order',
      before: `systems: {MES: {functions: [A, B]}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      after: `systems: {MES: {functions: [B, A]}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      expect: [],
    },
  ],
});
