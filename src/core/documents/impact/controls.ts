import type { ChangeRule } from '../../rules/change-rule.ts';
import { CHANGE_RULES } from '../../rules/change/index.ts';
import { type FactsOf, facts, list, text } from '../fact-shape.ts';
import type { InventoryRow } from './finding-facts.ts';

export const CONTROL_ROW = facts({ ref: text, element: text, what: text });
export const CONTROLS = facts({ weakened: list(CONTROL_ROW), strengthened: list(CONTROL_ROW) });

export type ControlRow = FactsOf<typeof CONTROL_ROW>;
/** Controls that the change weakens or strengthens, as far as rules see it. */
export type ControlFacts = FactsOf<typeof CONTROLS>;

const ASSURANCE = 'assurance-strengthened';

/** Rules that report a control which is gone or asks for less, where the catalogue does not say so by the opposite edit. */
const NAMED_WEAKENING: readonly string[] = [
  'audit-trail-scope-reduced',
  'code-list-opened',
  'control-bypass-introduced',
  'effect-removed',
  'field-became-optional',
  'field-pattern-loosened',
  'field-precision-reduced',
  'guard-data-source-changed',
  'guard-removed',
  'guard-weakened',
  'key-uniqueness-scope-narrowed',
  'match-policy-loosened',
  'negative-case-removed',
  'permission-granted',
  'privileged-permission-granted',
  'quality-unit-widened',
  'record-content-reduced',
  'record-deregulated',
  'record-keeping-changed',
  'retention-shortened',
  'role-inheritance-widened',
  'rounding-rule-changed',
  'service-account-scope-widened',
  'signature-meaning-changed',
  'signature-removed',
  'signature-signer-widened',
  'sod-constraint-removed',
  'sod-constraint-weakened',
  'state-made-usable',
  'state-reopened',
  'sync-conflict-policy-weakened',
  'technical-account-widened',
  'transition-role-widened',
  'transition-start-undeclared',
  'value-map-entry-retargeted',
  'value-map-fallback-added',
];

/** Rules that report a control which is new or asks for more, where that breaks what was declared. */
const NAMED_STRENGTHENING: readonly string[] = [
  ASSURANCE,
  'field-became-required',
  'guard-added',
  'guard-tightened',
  'permission-revoked',
  'signature-added',
  'sod-constraint-added',
  'transition-role-narrowed',
];

/** Risky to take away and compatible to add, and yet no controls: what a plant is made of, and how it is explained. */
const NO_CONTROLS: ReadonlySet<string> = new Set([
  'department-removed',
  'document-removed',
  'environment-removed',
  'interface-retry-increased',
  'line-scope-narrowed',
  'rationale-removed',
  'requirement-removed',
  'unit-removed',
]);

const RULES: ReadonlyMap<string, ChangeRule> = new Map(CHANGE_RULES.map((rule) => [rule.id, rule]));

/** The opposite of a rule that the catalogue names. */
function mirrorOf({ mirror }: ChangeRule): ChangeRule | undefined {
  return 'rule' in mirror ? RULES.get(mirror.rule) : undefined;
}

/** A risky edit whose opposite is compatible takes an assurance away (rules section 1.1), and so does the opposite of `ASSURANCE`. */
const WEAKENING: ReadonlySet<string> = new Set([
  ...NAMED_WEAKENING,
  ...CHANGE_RULES.filter((rule) => {
    const opposite = mirrorOf(rule);
    return opposite?.id === ASSURANCE || (rule.class === 'risky' && opposite?.class === 'compatible');
  })
    .map(({ id }) => id)
    .filter((id) => !NO_CONTROLS.has(id)),
]);

/** What is compatible and the opposite of a weakening gives an assurance. */
const STRENGTHENING: ReadonlySet<string> = new Set([
  ...NAMED_STRENGTHENING,
  ...[...WEAKENING].flatMap((id) => {
    const rule = RULES.get(id);
    const opposite = rule === undefined ? undefined : mirrorOf(rule);
    return opposite?.class === 'compatible' && !NO_CONTROLS.has(opposite.id) ? [opposite.id] : [];
  }),
]);

/** A weakness that the check finds only in head, or no longer finds there, counts as a control weakened or strengthened. */
export function controlsOf(inventory: readonly InventoryRow[]): ControlFacts {
  const rows = (test: (row: InventoryRow) => boolean): readonly ControlRow[] =>
    inventory
      .filter(test)
      .map(({ ref, element, reason }) => ({ ref, element: `${element.kind}:${element.id}`, what: reason }));
  return {
    weakened: rows(
      ({ ruleId, class: verdict }) =>
        ruleId.startsWith('introduced:') || (WEAKENING.has(ruleId) && (verdict === 'breaking' || verdict === 'risky')),
    ),
    strengthened: rows(({ ruleId }) => ruleId.startsWith('resolved:') || STRENGTHENING.has(ruleId)),
  };
}
