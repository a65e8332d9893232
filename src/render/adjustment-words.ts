import type { Adjustment } from '../core/rules/finding.ts';

/**
 * What an adjustment did to a finding, in words before its reason: only some of them raise. A project setting can be refused, and
 * what is asked for can be refused too (`consumers: none`, a compensation that proves nothing).
 */
export function adjustmentWords({ id, reason }: Adjustment): string {
  return `${actOf(id, reason)}: ${reason.replace(/^evidence gap: /, '')}`;
}

function actOf(id: Adjustment['id'], reason: string): string {
  switch (id) {
    case 'A1':
      return 'raised (A1, gated step)';
    case 'A2':
      return 'raised (A2, regulated output)';
    case 'A3':
      return 'raised (A3, critical)';
    case 'A4':
      return 'raised (A4, key)';
    case 'A5':
      return 'migration plan asked for (A5)';
    case 'A6':
      return 'evidence gap (A6)';
    case 'A7':
      return 'lowered (A7)';
    case 'A8':
      return reason.includes(', which does not count: ') ? 'not lowered (A8)' : 'lowered (A8)';
    case 'A9':
      return reason.startsWith('compensated in the same change') ? 'lowered (A9)' : 'to be seen with it (A9)';
    case 'A10':
      return 'raised (A10, opened path)';
    case 'project':
      return reason.includes('; refused: ') ? 'project setting, not followed as a whole' : 'project setting';
    case 'rule':
      return 'graded by the rule for this case';
    case 'grouping':
      return 'weighs as much as what it stands for';
  }
}
