import { compareText } from '../diagnostics/order.ts';
import { derivationContext, type DerivationInput } from './derivation-context.ts';
import { joinDrafts } from './draft.ts';
import { finishCases } from './finish-cases.ts';
import { finishChecks } from './finish-checks.ts';
import { packCases } from './pack.ts';
import { printOrder } from './print-order.ts';
import { semanticHashes } from './semantic-hash.ts';
import { INSTALLATION_STRATEGIES, STRATEGIES } from './strategies/index.ts';
import { underivedExclusions } from './underived.ts';
import type { Derivation, Exclusion, Rigour } from './test-case.ts';

/** Nothing is assessed by this version, so nothing can be tested less: domain section d.3, row "high". */
export const RIGOUR: Rigour = {
  label: 'scripted-robust',
  reason:
    'Risk priorities are not assessed by this version. Every element is therefore tested at the highest depth, as if its priority were high.',
};

/**
 * Test obligations, the cases that prove them, the checks of an installation, and everything that is not derived, each with
 * its reason. Pure: the same revision gives the same derivation, whatever the order in which things were written.
 */
export function deriveTests(input: DerivationInput): Derivation {
  const context = derivationContext(input);
  const hashOf = semanticHashes(input.model, input.graph, input.digest);
  const drafts = joinDrafts(STRATEGIES.map((strategy) => strategy.derive(context)));
  const { obligations, cases } = finishCases(drafts.obligations, packCases(drafts), hashOf, context);
  const installed = INSTALLATION_STRATEGIES.map((strategy) => strategy.derive(context));
  const checks = finishChecks(
    installed.flatMap((drafted) => drafted.checks),
    hashOf,
    context,
  );
  const order = printOrder(context);
  return {
    rigour: RIGOUR,
    obligations: [...obligations].sort((a, b) => compareText(a.id, b.id)),
    cases: [...cases].sort((a, b) => order(a, b)),
    checks: [...checks].sort(
      (a, b) =>
        compareText(a.type, b.type) || compareText(a.element, b.element) || compareText(a.semanticKey, b.semanticKey),
    ),
    exclusions: [
      ...drafts.exclusions,
      ...installed.flatMap((drafted) => drafted.exclusions),
      ...underivedExclusions(context),
    ].sort(byRule),
  };
}

function byRule(a: Exclusion, b: Exclusion): number {
  return compareText(a.rule, b.rule) || compareText(a.element, b.element) || compareText(a.what, b.what);
}
