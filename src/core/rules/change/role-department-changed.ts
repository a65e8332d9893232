import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';
import { QUALITY_UNIT_CLAIMS, joinsQualityUnit } from '../judging/quality-unit.ts';

/** Reports a role of another department, a department with another function, or a role that leaves the quality unit. */
export const roleDepartmentChanged = defineChangeRule({
  id: 'role-department-changed',
  family: 'roles',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['IQ-SEC', 'OQ-SOD', 'DOC'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose:
    'Reports a role of another department, a department with another function, or a role that leaves the quality unit.',
  why: 'Whose view the role brings, and for whom it may decide and approve, follows from its department.',
  fix: 'Go through what the role signs and approves; say who does that now.',
  mirror: { rule: 'quality-unit-widened' },
  core: false,
  claims: QUALITY_UNIT_CLAIMS,
  check: (change, context) => (joinsQualityUnit(change, context) ? [] : [{ what: plainShift(change) }]),
  examples: [
    {
      name: 'it leaves the quality unit',
      before: `departments: {Q: {function: quality}, O: {function: operations}, X: {function: it}}
roles: {INSP: {department: Q}}`,
      after: `departments: {Q: {function: quality}, O: {function: operations}, X: {function: it}}
roles: {INSP: {department: O}}`,
      expect: ['risky M role:INSP department'],
    },
    {
      name: 'another function',
      before: `departments: {Q: {function: quality}, O: {function: operations}, X: {function: it}}
roles: {INSP: {department: X}}`,
      after: `departments: {Q: {function: quality}, O: {function: operations}, X: {function: supply}}
roles: {INSP: {department: X}}`,
      expect: ['risky M department:X function'],
    },
    {
      name: 'by itself a member',
      before: `departments: {Q: {function: quality}, O: {function: operations}, X: {function: it}}
roles: {INSP: {department: O}}`,
      after: `departments: {Q: {function: quality}, O: {function: operations}, X: {function: it}}
roles: {INSP: {department: O, qualityUnit: true}}`,
      expect: [],
    },
  ],
});
