import { defineAdjustment } from './adjustment.ts';

/** The setting of base counts: a change cannot re-grade the rule that judges it. A critical finding is never lowered. */
export const projectSetting = defineAdjustment({
  id: 'project',
  purpose: 'Grades a rule as the project file of base says, with its reason.',
  lowers: true,
  prepare({ base }) {
    const rules = base.project?.attributes.rules ?? {};
    return ({ finding }) => {
      const setting = rules[finding.ruleId];
      if (setting === undefined || finding.class === 'editorial' || finding.risk === 'C') return undefined;
      if (setting.class === undefined && setting.risk === undefined) return undefined;
      return {
        ...(setting.class === undefined ? {} : { class: setting.class }),
        ...(setting.risk === undefined ? {} : { risk: setting.risk }),
        reason: `the project says: ${setting.reason}`,
      };
    };
  },
});
