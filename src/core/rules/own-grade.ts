import type { OwnGrade } from './change-rule.ts';
import { CHANGE_RULES } from './change/index.ts';
import { LINTS } from './lint/index.ts';

/** The grade that a rule has by itself. Undefined for a rule that is not known. */
export function ownGrade(ruleId: string): OwnGrade | undefined {
  const lint = LINTS.find(({ id }) => id === ruleId);
  if (lint !== undefined) return { severity: lint.severity };
  const rule = CHANGE_RULES.find(({ id }) => id === ruleId);
  return rule && { class: rule.class, risk: rule.risk };
}
