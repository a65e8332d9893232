import { ADJUSTMENTS } from './adjustments/index.ts';
import type { AdjustmentRule } from './adjustments/adjustment.ts';
import type { CatalogueRule } from './catalogue.ts';
import type { ChangeRule, RuleFamily } from './change-rule.ts';

/** Where a lint belongs, by what its id begins with; the first that fits. What fits none is about the model itself. */
const LINT_FAMILIES: readonly (readonly [RegExp, RuleFamily])[] = [
  [/^(?:test|requirement|risk|critical-element)-/, 'trace'],
  [/^(?:exception|process)-|-exception-/, 'process'],
  [/^(?:admin|role|service-account|self-approval|sod|signature|dual-signature)-|-role-lacks-/, 'roles'],
  [/^(?:audit-trail|copy|output|record|retention)-/, 'records'],
  [/^(?:code|crosswalk|value-map|state-projection)-/, 'codes'],
  [/^(?:unit|quantity)-/, 'quantities'],
  [/^(?:mapping|transform)-/, 'mappings'],
  [/^(?:interface|sync|update-loop|multiple-writers)/, 'interfaces'],
  [/^(?:state|transition|initial-state|usable|hold|guard|control)-/, 'lifecycles'],
  [/^(?:key|ownership|steward|write)-/, 'data'],
];

/** Part of the catalogue that a rule belongs to; what reading says belongs to none. */
export function familyOf(entry: CatalogueRule): RuleFamily | undefined {
  if (entry.kind === 'change') return entry.rule.family;
  if (entry.kind === 'loader') return undefined;
  const { id } = entry.rule;
  return LINT_FAMILIES.find(([pattern]) => pattern.test(id))?.[1] ?? 'model';
}

/** `breaking · H` of a change rule, `error` of the others: what a rule says by itself. */
export function gradeOf(entry: CatalogueRule): string {
  if (entry.kind !== 'change') return entry.rule.severity;
  const { class: name, risk } = entry.rule;
  return risk === undefined ? name : `${name} · ${risk}`;
}

/** What a change rule looks at, in words: `field length`, `interface added`. */
export function claimsInWords(rule: ChangeRule): readonly string[] {
  switch (rule.judges) {
    case 'attribute':
    case 'comparison':
      return rule.judges === 'comparison' && rule.claims.length === 0
        ? ['both revisions as a whole']
        : rule.claims.flatMap(({ kinds = ['any element'], paths }) =>
            paths.map((path) => `${kinds.join('/')} ${path}`),
          );
    case 'element':
      return rule.claims.flatMap(({ kinds, action }) => kinds.map((kind) => `${kind} ${action}`));
    case 'identity':
      return ['an element that is renamed or moved'];
    case 'remainder':
      return ['every difference that no other rule reports'];
  }
}

/** Adjustments that can apply to a finding of a change rule, by its own class; what they find in a project decides. */
export function adjustmentsFor(rule: ChangeRule): readonly AdjustmentRule[] {
  if (rule.class === 'editorial') return [];
  const compatible = rule.class === 'compatible';
  // Nothing lowers a critical finding, nor one about roles.
  const mayLower = rule.risk !== 'C' && rule.family !== 'roles';
  return ADJUSTMENTS.filter(({ id, lowers }) => {
    if (id === 'project') return true;
    if (id === 'A5' || id === 'A6') return !compatible;
    return (!lowers || mayLower) && (id !== 'A8' || rule.class === 'breaking');
  });
}
