import { defineChangeRule } from '../change-rule.ts';
import { settingVerdict, SETTING_CLAIMS } from '../judging/rule-settings.ts';

/** Reports a lint that is switched off, or files that are no longer read. */
export const lintRuleDisabled = defineChangeRule({
  id: 'lint-rule-disabled',
  family: 'model',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['RSK'],
  approvers: { approve: ['QA', 'IT'], inform: [] },
  purpose: 'Reports a lint that is switched off, or files that are no longer read.',
  why: 'A detector is switched off next to what it would detect; base still decides about this one.',
  fix: 'Waive the single finding, with reason, approval and expiry, instead of all of its kind.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: SETTING_CLAIMS,
  check: (change, context) => settingVerdict(change, context, 'off'),
  examples: [
    {
      name: 'switched off',
      before: `rules: {unit-missing: {severity: warning, reason: No units here}}`,
      after: `rules: {unit-missing: {severity: ignore, reason: No units here}}`,
      expect: ['risky H project:project rules.unit-missing.severity'],
    },
    {
      name: 'switched off at once',
      before: `systems: {MES: {}}`,
      after: `rules: {unit-missing: {severity: ignore, reason: No units here}}`,
      expect: ['risky H project:project rules.unit-missing'],
    },
    {
      name: 'a folder is no longer read',
      before: `files: [specs/**/*.yaml, plant/**/*.yaml]`,
      after: `files: [specs/**/*.yaml]`,
      expect: ['risky H project:project files'],
    },
    {
      name: 'only a warning',
      before: `systems: {MES: {}}`,
      after: `rules: {waiver-expired: {severity: warning, reason: We know}}`,
      expect: [],
    },
    {
      name: 'switched on again',
      before: `rules: {unit-missing: {severity: ignore, reason: No units here}}`,
      after: `systems: {MES: {}}`,
      expect: [],
    },
  ],
});
