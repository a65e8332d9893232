import { defineChangeRule } from '../change-rule.ts';
import { isObject } from '../../diff/comparable.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a record of which no audit trail is kept any more. */
export const auditTrailDisabled = defineChangeRule({
  id: 'audit-trail-disabled',
  family: 'records',
  judges: 'attribute',
  class: 'breaking',
  risk: 'C',
  evidence: ['IQ-REC', 'OQ-AUD', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a record of which no audit trail is kept any more.',
  why: 'Changes of the record can no longer be attributed to anybody.',
  fix: 'Keep the audit trail; if fewer fields need it, say which.',
  mirror: { rule: 'assurance-strengthened' },
  core: true,
  claims: [{ kinds: ['object'], paths: ['record.auditTrail'] }],
  check({ after, from, to }) {
    // Not declared is not none: to say for the first time that there is none weighs as much as to take it away.
    if (isObject(to) || (from === 'none' && to === undefined)) return [];
    return [{ what: shift(`${named(after)}, audit trail`, isObject(from) ? 'kept' : from, to) }];
  },
  examples: [
    {
      name: 'switched off',
      before: `objects: {lot: {record: {auditTrail: {fields: all}}}}`,
      after: `objects: {lot: {record: {auditTrail: none}}}`,
      expect: ['breaking C object:lot record.auditTrail'],
    },
    {
      name: 'no longer declared',
      before: `objects: {lot: {record: {regulated: true, auditTrail: {fields: all}}}}`,
      after: `objects: {lot: {record: {regulated: true}}}`,
      expect: ['breaking C object:lot record.auditTrail'],
    },
    {
      name: 'said for the first time that there is none',
      before: `objects: {lot: {record: {regulated: true}}}`,
      after: `objects: {lot: {record: {regulated: true, auditTrail: none}}}`,
      expect: ['breaking C object:lot record.auditTrail'],
    },
    {
      name: 'fewer fields',
      before: `objects: {lot: {record: {auditTrail: {fields: all}}, fields: {nr: {type: string}}}}`,
      after: `objects: {lot: {record: {auditTrail: {fields: [nr]}}, fields: {nr: {type: string}}}}`,
      expect: [],
    },
    {
      name: 'switched on',
      before: `objects: {lot: {record: {auditTrail: none}}}`,
      after: `objects: {lot: {record: {auditTrail: {fields: all}}}}`,
      expect: [],
    },
  ],
});
