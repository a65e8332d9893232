import { type FactsOf, facts, list, text } from '../fact-shape.ts';
import type { InventoryRow } from './finding-facts.ts';

export const CONTROL_ROW = facts({ ref: text, element: text, what: text });
export const CONTROLS = facts({ weakened: list(CONTROL_ROW), strengthened: list(CONTROL_ROW) });

export type ControlRow = FactsOf<typeof CONTROL_ROW>;
/** Controls that the change weakens or strengthens, as far as rules see it. */
export type ControlFacts = FactsOf<typeof CONTROLS>;

/** Rules that report a control which is gone or asks for less. */
const WEAKENING: ReadonlySet<string> = new Set([
  'assurance-weakened',
  'control-bypass-introduced',
  'criticality-lowered',
  'effect-removed',
  'field-became-optional',
  'field-precision-reduced',
  'guard-data-source-changed',
  'guard-removed',
  'guard-weakened',
  'hold-precedence-weakened',
  'interface-downtime-made-permissive',
  'interface-latency-relaxed',
  'interface-retry-reduced',
  'record-keeping-changed',
  'rounding-rule-changed',
  'signature-meaning-changed',
  'signature-removed',
  'state-made-usable',
  'trace-link-removed',
  'transition-automated',
  'transition-role-widened',
  'value-map-entry-retargeted',
  'value-map-fallback-added',
]);

/** Rules that report a control which is new or asks for more. */
const STRENGTHENING: ReadonlySet<string> = new Set([
  'assurance-strengthened',
  'field-became-required',
  'guard-added',
  'signature-added',
  'transition-role-narrowed',
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
