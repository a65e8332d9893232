import { defineChangeRule } from '../change-rule.ts';
import { claimsPath } from '../judging/claims.ts';
import { STRENGTHENINGS } from '../judging/strengthened/index.ts';

/** Reports the safe direction of a weakening that has a rule of its own: more that blocks, is linked, kept or checked. */
export const assuranceStrengthened = defineChangeRule({
  id: 'assurance-strengthened',
  family: 'trace',
  judges: 'attribute',
  class: 'compatible',
  risk: 'M',
  evidence: ['OQ-NEG', 'TRC'],
  approvers: { approve: ['QA'], inform: ['OPS', 'IT'] },
  purpose: 'Reports a control that is stronger: more that blocks, is linked, kept or checked.',
  why: 'The control is stronger; show that it works and that nobody is blocked who should not be.',
  fix: 'Test the stronger control, the case that must fail included.',
  mirror: { elsewhere: 'The weakening of each control has a rule of its own.' },
  core: true,
  claims: STRENGTHENINGS.flatMap(({ claims }) => claims),
  check(change, context) {
    return STRENGTHENINGS.filter(({ claims }) => claimsPath(claims, change.after.kind, change.path)).flatMap(
      (strengthening) => strengthening.check(change, context),
    );
  },
  examples: STRENGTHENINGS.flatMap(({ examples }) => examples),
});
