import { defineChangeRule } from '../change-rule.ts';
import { policyVerdict, POLICY_CLAIMS } from '../judging/approval-policy.ts';

/** Reports a policy by which fewer findings stop a change, waivers live longer, or fewer or other people decide. */
export const approvalPolicyRelaxed = defineChangeRule({
  id: 'approval-policy-relaxed',
  family: 'model',
  judges: 'attribute',
  class: 'risky',
  risk: 'C',
  evidence: ['RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose:
    'Reports a policy by which fewer findings stop a change, waivers live longer, or fewer or other people decide.',
  why: 'The gate changes in the same commit that it judges; base still decides about this one.',
  fix: 'Let the functions that the old policy names decide about the new one.',
  mirror: { rule: 'assurance-strengthened' },
  core: true,
  claims: POLICY_CLAIMS,
  check: (change) => policyVerdict(change, 'relaxed'),
  examples: [
    {
      name: 'stops only what is critical',
      before: `gate: {failOn: [breaking, "risk:H"]}`,
      after: `gate: {failOn: ["risk:C"]}`,
      expect: ['risky C project:project gate.failOn'],
    },
    {
      name: 'said for the first time, and less than what holds anyway',
      before: `systems: {MES: {}}`,
      after: `gate: {failOn: [breaking], maxWaiver: 1 y, minimumApprovals: 1}`,
      expect: [
        'risky C project:project gate.failOn',
        'risky C project:project gate.maxWaiver',
        'risky C project:project gate.minimumApprovals',
      ],
    },
    {
      name: 'other people stand for QA',
      before: `departments: {QA: {function: quality}, OPS: {function: operations}}
approvers: {QA: {departments: [QA]}}`,
      after: `departments: {QA: {function: quality}, OPS: {function: operations}}
approvers: {QA: {departments: [OPS]}}`,
      expect: ['risky C project:project approvers.QA.departments'],
    },
    {
      name: 'one more function may decide',
      before: `departments: {QA: {function: quality}, SALES: {function: supply}}
approvers: {QA: {departments: [QA]}}`,
      after: `departments: {QA: {function: quality}, SALES: {function: supply}}
approvers: {QA: {departments: [QA]}, SALES: {departments: [SALES]}}`,
      expect: ['risky C project:project approvers.SALES'],
    },
    {
      name: 'one signature fewer on a document',
      before: `signers: {OQ: [AUT, TEC, QAP]}`,
      after: `signers: {OQ: [AUT, QAP]}`,
      expect: ['risky C project:project signers.OQ'],
    },
    {
      name: 'what a change record has approved is no longer stopped',
      before: `gate: {failOn: [risky]}`,
      after: `gate: {failOn: [unapproved]}`,
      expect: ['risky C project:project gate.failOn'],
    },
    {
      name: 'stricter',
      before: `departments: {QA: {function: quality}, OPS: {function: operations}}
gate: {failOn: [breaking], maxWaiver: 90 d}
approvers: {QA: {departments: [QA, OPS]}}`,
      after: `departments: {QA: {function: quality}, OPS: {function: operations}}
gate: {failOn: [risky], maxWaiver: 30 d}
approvers: {QA: {departments: [QA]}}`,
      expect: [],
    },
  ],
});
