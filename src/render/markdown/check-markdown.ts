import type { CheckResult } from '../../core/report/check-report.ts';
import { checkGroups } from '../check-groups.ts';
import type { Found } from '../check-groups.ts';
import { place } from '../text/place.ts';
import { counted } from '../words.ts';
import { firstOf, fitted, folded } from './comment.ts';
import { code, inert } from './inert.ts';

const PER_RULE = 20;

/** The result of a check as a comment on a pull request: errors open, the rest folded by rule; sized for the hosts. */
export function checkMarkdown(result: CheckResult): string {
  const groups = checkGroups([...result.diagnostics, ...result.lint]);
  const errors = groups.filter(({ severity }) => severity === 'error');
  const rest = groups.filter(({ severity }) => severity !== 'error');
  const title = result.invalid
    ? 'the specification cannot be understood'
    : result.open.length > 0
      ? counted(result.open.length, 'open error')
      : 'no open error';
  return fitted([
    {
      name: 'the summary',
      lines: [
        `## Countersign: ${title}`,
        '',
        result.invalid
          ? 'Lints were not run.'
          : `${counted(result.elements, 'element')} read, waivers as of ${result.asOf}.`,
        '',
        ...(result.next === undefined ? [] : [`Next: ${inert(result.next)}`, '']),
      ],
    },
    ...errors.map(({ ruleId, members }) => ({
      name: `errors of ${ruleId}`,
      lines: [`**${counted(members.length, 'error')}** ${code(ruleId)}`, '', ...listOf(members), ''],
    })),
    ...rest.map(({ ruleId, severity, members }) => ({
      name: `${severity} of ${ruleId}`,
      lines: folded(
        `${counted(members.length, severity === 'info' ? 'note' : severity)}: ${code(ruleId)}`,
        firstOf(members.map(item), PER_RULE),
      ),
    })),
  ]);
}

function listOf(members: readonly Found[]): readonly string[] {
  return firstOf(members.map(item), PER_RULE).map((line) => `- ${line}`);
}

function item(found: Found): string {
  const { at, message, hint } = found;
  const waiver = 'waiver' in found && found.waiver !== undefined ? found.waiver : undefined;
  const by =
    waiver === undefined
      ? ''
      : ` (waiver ${code(waiver.id)}${waiver.valid ? '' : ` is not valid: ${inert(waiver.why)}`})`;
  return `${code(place(at))} ${inert(message)}${by}${hint === undefined ? '' : ` *${inert(hint)}*`}`;
}
