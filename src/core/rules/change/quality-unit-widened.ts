import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';
import { QUALITY_UNIT_CLAIMS, joinsQualityUnit } from '../judging/quality-unit.ts';

/** Reports a role that now belongs to the quality unit, by itself, by its department, or because its department is one of quality. */
export const qualityUnitWidened = defineChangeRule({
  id: 'quality-unit-widened',
  family: 'roles',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['IQ-SEC', 'OQ-NEG', 'OQ-SOD'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose:
    'Reports a role that now belongs to the quality unit, by itself, by its department, or because its department is one of quality.',
  why: 'Who holds the role may decide what only quality may decide: a release by it passes every check.',
  fix: 'Show that its holders are independent of production, and qualified for what the quality unit decides.',
  mirror: { rule: 'role-department-changed' },
  core: false,
  claims: QUALITY_UNIT_CLAIMS,
  check: (change, context) => (joinsQualityUnit(change, context) ? [{ what: plainShift(change) }] : []),
  examples: [
    {
      name: 'by itself',
      before: `departments: {Q: {function: quality}, O: {function: operations}, X: {function: it}}
roles: {INSP: {department: O}}`,
      after: `departments: {Q: {function: quality}, O: {function: operations}, X: {function: it}}
roles: {INSP: {department: O, qualityUnit: true}}`,
      expect: ['risky H role:INSP qualityUnit'],
    },
    {
      name: 'by its department',
      before: `departments: {Q: {function: quality}, O: {function: operations}, X: {function: it}}
roles: {INSP: {department: O}}`,
      after: `departments: {Q: {function: quality}, O: {function: operations}, X: {function: it}}
roles: {INSP: {department: Q}}`,
      expect: ['risky H role:INSP department'],
    },
    {
      name: 'its department is one of quality now',
      before: `departments: {Q: {function: quality}, O: {function: operations}, X: {function: laboratory}}
roles: {INSP: {department: X}}`,
      after: `departments: {Q: {function: quality}, O: {function: operations}, X: {function: quality}}
roles: {INSP: {department: X}}`,
      expect: ['risky H department:X function'],
    },
    {
      name: 'it leaves the quality unit',
      before: `departments: {Q: {function: quality}, O: {function: operations}, X: {function: it}}
roles: {INSP: {department: Q}}`,
      after: `departments: {Q: {function: quality}, O: {function: operations}, X: {function: it}}
roles: {INSP: {department: O}}`,
      expect: [],
    },
  ],
});
