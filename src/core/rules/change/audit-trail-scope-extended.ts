import { defineChangeRule } from '../change-rule.ts';
import { scopeVerdicts } from '../judging/audit-trail.ts';

/** Reports fields, acts or facts that an audit trail records in addition. */
export const auditTrailScopeExtended = defineChangeRule({
  id: 'audit-trail-scope-extended',
  family: 'records',
  judges: 'comparison',
  class: 'compatible',
  risk: 'L',
  evidence: ['OQ-AUD'],
  approvers: { approve: ['QA'], inform: ['IT'] },
  purpose: 'Reports fields, acts or facts that an audit trail records in addition.',
  why: 'More can be attributed, and more has to be reviewed.',
  fix: 'Show that it is recorded, and plan its review.',
  mirror: { rule: 'audit-trail-scope-reduced' },
  core: false,
  claims: [
    {
      kinds: ['object'],
      paths: ['record.auditTrail.fields', 'record.auditTrail.actions', 'record.auditTrail.captures'],
    },
  ],
  check: (context) => scopeVerdicts(context, 'extended'),
  examples: [
    {
      name: 'one field and the reason more',
      before: `objects: {lot: {record: {auditTrail: {fields: [nr]}}, fields: {nr: {type: string}, id: {type: string}}}}`,
      after: `objects: {lot: {record: {auditTrail: {fields: [nr, id], captures: [who, when, old, new, why]}}, fields: {nr: {type: string}, id: {type: string}}}}`,
      expect: [
        'compatible L object:lot record.auditTrail.fields',
        'compatible L object:lot record.auditTrail.captures',
      ],
    },
    {
      name: 'fields that come later as well',
      before: `objects: {lot: {record: {auditTrail: {fields: [nr]}}, fields: {nr: {type: string}}}}`,
      after: `objects: {lot: {record: {auditTrail: {fields: all}}, fields: {nr: {type: string}}}}`,
      expect: ['compatible L object:lot record.auditTrail.fields'],
    },
    {
      name: 'a field that is new itself',
      before: `objects: {lot: {record: {auditTrail: {fields: all}}, fields: {nr: {type: string}}}}`,
      after: `objects: {lot: {record: {auditTrail: {fields: all}}, fields: {nr: {type: string}, id: {type: string}}}}`,
      expect: [],
    },
  ],
});
