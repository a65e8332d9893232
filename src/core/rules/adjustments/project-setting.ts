import type { ChangeClass, Risk } from '../finding.ts';
import { classRank, riskRank } from '../judging/raw-finding.ts';
import type { RawFinding } from '../judging/raw-finding.ts';
import { defineAdjustment } from './adjustment.ts';
import { mayBeLowered } from './lowering.ts';

/**
 * Conditions of a step, and what no rule judges: a project cannot know what it would let pass. Nor what watches the settings,
 * the policy and the records of change themselves.
 */
const NEVER_BY_SETTING =
  /^(?:guard-|waiver-|unclassified-change$|approval-policy-relaxed$|severity-override-lowered$|lint-rule-disabled$|change-not-recorded$|invariant-|exploration-narrowed$|clause-scope-narrowed$|out-of-scope-extended$|intended-use-changed$|not-applicable-declared$|consumers-denied$|state-made-resting$|transition-made-correction$|baseline-changed$|retired-id-released$|change-record-removed$)/u;
const CONDITIONS = /^(?:when|procedure)(?:\.|$)/u;

/**
 * The setting of base counts: a change cannot re-grade the rule that judges it. It applies to what the raises have left, may
 * raise as it likes, and lowers nothing critical, no control and no unjudged difference, nor anything to editorial. What is
 * refused is said with the finding.
 */
export const projectSetting = defineAdjustment({
  id: 'project',
  purpose: 'Grades a rule as the project file of base says, with its reason; lowers only what may be lowered.',
  lowers: true,
  prepare({ base }) {
    const rules = base.project?.attributes.rules ?? {};
    return (raw) => {
      const { finding } = raw;
      const setting = rules[finding.ruleId];
      if (setting === undefined || (setting.class === undefined && setting.risk === undefined)) return undefined;
      const refused: string[] = [];
      const free = maySettingLower(raw);
      const verdict = graded(setting.class, finding.class, classRank, free && setting.class !== 'editorial', refused);
      const risk = graded(setting.risk, finding.risk, riskRank, free, refused);
      const why =
        refused.length === 0 ? '' : `; refused: ${refused.join(' and ')}, which a project setting may not lower`;
      return {
        ...(verdict === undefined ? {} : { class: verdict }),
        ...(risk === undefined ? {} : { risk }),
        reason: `the project says: ${setting.reason}${why}`,
        ...(refused.length === 0 ? {} : { noted: true }),
      };
    };
  },
});

/** The wanted grade where it may hold, else the one that there is. */
function graded<Grade extends ChangeClass | Risk>(
  wanted: Grade | undefined,
  found: Grade | undefined,
  rank: (grade: Grade) => number,
  mayLower: boolean,
  refused: string[],
): Grade | undefined {
  if (wanted === undefined || found === undefined || rank(wanted) >= rank(found) || mayLower) return wanted ?? found;
  refused.push(`${found} to ${wanted}`);
  return found;
}

function maySettingLower(raw: RawFinding): boolean {
  const { ruleId, attribute } = raw.finding;
  return mayBeLowered(raw) && !NEVER_BY_SETTING.test(ruleId) && !CONDITIONS.test(attribute);
}
