import { defineChangeRule } from '../change-rule.ts';
import { scopeVerdicts } from '../judging/audit-trail.ts';

/** Reports fields, acts or facts that an audit trail no longer records. */
export const auditTrailScopeReduced = defineChangeRule({
  id: 'audit-trail-scope-reduced',
  family: 'records',
  judges: 'comparison',
  class: 'breaking',
  risk: 'C',
  evidence: ['IQ-REC', 'OQ-AUD'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports fields, acts or facts that an audit trail no longer records.',
  why: 'For that part it is the same as switching the audit trail off.',
  fix: 'Keep recording it, or show that nothing rests on it.',
  mirror: { rule: 'audit-trail-scope-extended' },
  core: true,
  claims: [
    {
      kinds: ['object'],
      paths: ['record.auditTrail.fields', 'record.auditTrail.actions', 'record.auditTrail.captures'],
    },
  ],
  check: (context) => scopeVerdicts(context, 'reduced'),
  examples: [
    {
      name: 'only the critical fields',
      before: `objects: {lot: {record: {auditTrail: {fields: all}}, fields: {nr: {type: string, critical: true}, note: {type: text}}}}`,
      after: `objects: {lot: {record: {auditTrail: {fields: critical}}, fields: {nr: {type: string, critical: true}, note: {type: text}}}}`,
      expect: ['breaking C object:lot record.auditTrail.fields'],
    },
    {
      name: 'a field is no longer critical, and the trail follows those that are',
      before: `objects: {lot: {record: {auditTrail: {fields: critical}}, fields: {nr: {type: string, critical: true}, id: {type: string, critical: true}}}}`,
      after: `objects: {lot: {record: {auditTrail: {fields: critical}}, fields: {nr: {type: string}, id: {type: string, critical: true}}}}`,
      expect: ['breaking C object:lot record.auditTrail.fields'],
    },
    {
      name: 'every field, but only by name',
      before: `objects: {lot: {record: {auditTrail: {fields: all}}, fields: {nr: {type: string}}}}`,
      after: `objects: {lot: {record: {auditTrail: {fields: [nr]}}, fields: {nr: {type: string}}}}`,
      expect: ['breaking C object:lot record.auditTrail.fields'],
    },
    {
      name: 'deletions are not recorded, nor the reason',
      before: `objects: {lot: {record: {auditTrail: {fields: all, captures: [who, when, old, new, why]}}}}`,
      after: `objects: {lot: {record: {auditTrail: {fields: all, actions: [create, modify]}}}}`,
      expect: ['breaking C object:lot record.auditTrail.actions', 'breaking C object:lot record.auditTrail.captures'],
    },
    {
      name: 'a recorded field has another name',
      before: `objects: {lot: {record: {auditTrail: {fields: [nr]}}, fields: {nr: {type: string}}}}`,
      after: `objects: {lot: {record: {auditTrail: {fields: [number]}}, fields: {number: {type: string, formerIds: [nr]}}}}`,
      expect: [],
    },
    {
      name: 'more is recorded',
      before: `objects: {lot: {record: {auditTrail: {fields: [nr]}}, fields: {nr: {type: string}, id: {type: string}}}}`,
      after: `objects: {lot: {record: {auditTrail: {fields: [nr, id], captures: [who, when, old, new, why]}}, fields: {nr: {type: string}, id: {type: string}}}}`,
      expect: [],
    },
  ],
});
