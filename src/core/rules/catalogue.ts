import { compareText } from '../diagnostics/order.ts';
import type { ChangeRule } from './change-rule.ts';
import { CHANGE_RULES } from './change/index.ts';
import { LINTS } from './lint/index.ts';
import type { LintRule, LoaderRule } from './lint-rule.ts';
import { LOADER_RULES } from './loader-rules.ts';

/** A rule of any kind: it judges a change, one revision, or the reading of a file. */
export type CatalogueRule =
  | { readonly kind: 'change'; readonly rule: ChangeRule }
  | { readonly kind: 'lint'; readonly rule: LintRule }
  | { readonly kind: 'loader'; readonly rule: LoaderRule };

const KINDS: readonly CatalogueRule['kind'][] = ['change', 'lint', 'loader'];

/** Every rule, changes first, then lints, then what reading says; each kind by id. */
export const CATALOGUE: readonly CatalogueRule[] = [
  ...CHANGE_RULES.map((rule) => ({ kind: 'change' as const, rule })),
  ...LINTS.map((rule) => ({ kind: 'lint' as const, rule })),
  ...LOADER_RULES.map((rule) => ({ kind: 'loader' as const, rule })),
].toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || compareText(a.rule.id, b.rule.id));

const BY_ID: ReadonlyMap<string, CatalogueRule> = new Map(CATALOGUE.map((entry) => [entry.rule.id, entry]));

/** The rule of a finding; `introduced:` and `resolved:` stand before the lint that head has and base has not, or the other way round. */
export function ruleNamed(ruleId: string): CatalogueRule | undefined {
  return BY_ID.get(ruleId.replace(/^(?:introduced|resolved):/, ''));
}
