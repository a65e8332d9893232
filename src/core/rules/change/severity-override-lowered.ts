import { defineChangeRule } from '../change-rule.ts';
import { settingVerdict, SETTING_CLAIMS } from '../judging/rule-settings.ts';

/** Reports a rule that weighs less in this project than before, or is justified otherwise, and a profile that expects less. */
export const severityOverrideLowered = defineChangeRule({
  id: 'severity-override-lowered',
  family: 'model',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['RSK'],
  approvers: { approve: ['QA', 'IT'], inform: [] },
  purpose:
    'Reports a rule that weighs less in this project than before, or is justified otherwise, and a profile that expects less.',
  why: 'A detector is turned down next to the change that it would detect; base still decides about this one.',
  fix: 'Keep the grade, or let the quality unit decide on the reason.',
  mirror: { rule: 'assurance-strengthened' },
  core: true,
  claims: SETTING_CLAIMS,
  check: (change, context) => settingVerdict(change, context, 'lowered'),
  examples: [
    {
      name: 'a warning instead of an error',
      before: `rules: {waiver-expired: {severity: error, reason: As the method}}`,
      after: `rules: {waiver-expired: {severity: warning, reason: As the method}}`,
      expect: ['risky H project:project rules.waiver-expired.severity'],
    },
    {
      name: 'lighter than the rule by itself',
      before: `systems: {MES: {}}`,
      after: `rules: {transition-removed: {class: compatible, risk: L, reason: We know}}`,
      expect: ['risky H project:project rules.transition-removed'],
    },
    {
      name: 'another reason',
      before: `rules: {unit-missing: {severity: info, reason: No units here}}`,
      after: `rules: {unit-missing: {severity: info, reason: Too many findings}}`,
      expect: ['risky H project:project rules.unit-missing.reason'],
    },
    {
      name: 'a sketch is enough',
      before: `profile: gxp`,
      after: `profile: sketch`,
      expect: ['risky H project:project profile'],
    },
    {
      name: 'heavier than the rule by itself',
      before: `systems: {MES: {}}`,
      after: `rules: {state-added: {risk: H, reason: We ask for more}}`,
      expect: [],
    },
    {
      name: 'switched off',
      before: `systems: {MES: {}}`,
      after: `rules: {unit-missing: {severity: ignore, reason: No units here}}`,
      expect: [],
    },
  ],
});
