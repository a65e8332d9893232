import { compareText } from '../diagnostics/order.ts';
import type { ElementKey } from '../model/element.ts';
import type { DerivationContext } from './derivation-context.ts';
import type { CaseDraft, ObligationDraft } from './draft.ts';
import { hashJson, type SemanticHashes } from './semantic-hash.ts';
import { assignIds } from './short-key.ts';
import type { Obligation, TestCase, TestStep } from './test-case.ts';

/** Obligations and cases with their ids, numbers, hashes and requirements. */
export function finishCases(
  obligations: readonly ObligationDraft[],
  cases: readonly CaseDraft[],
  hashOf: SemanticHashes,
  context: DerivationContext,
): { readonly obligations: readonly Obligation[]; readonly cases: readonly TestCase[] } {
  const ids = assignIds(
    [
      ...obligations.map(({ phase, elementId, type, semanticKey }) => ({
        prefix: `${phase}-${elementId}-${type}`,
        semanticKey,
      })),
      ...cases.map(({ elementId, type, semanticKey }) => ({ prefix: `OQ-${elementId}-${type}`, semanticKey })),
    ],
    context.digest,
  );
  const idOf = (semanticKey: string): string => ids.get(semanticKey) ?? semanticKey;
  return {
    obligations: obligations.map(({ elementId: _, serves, ...draft }) => ({
      ...draft,
      id: idOf(draft.semanticKey),
      requirements: requirementsServed(draft.element, serves, context),
    })),
    cases: cases.map((draft) => finishCase(draft, idOf, hashOf, context)),
  };
}

function requirementsServed(
  element: ElementKey,
  serves: readonly ElementKey[] | undefined,
  context: DerivationContext,
): readonly string[] {
  if (serves === undefined) return context.requirementsOf(element);
  return [...new Set([element, ...serves].flatMap((key) => context.requirementsOf(key)))].sort(compareText);
}

function finishCase(
  draft: CaseDraft,
  idOf: (semanticKey: string) => string,
  hashOf: SemanticHashes,
  context: DerivationContext,
): TestCase {
  const steps: readonly TestStep[] = draft.steps.map((step, position) => ({
    number: (position + 1) * 10,
    system: step.system,
    action: step.action,
    expected: step.expected,
    record: step.record,
    proves: step.proves.map(idOf),
  }));
  const { initialState, prerequisites, accounts, testData, cleanUp } = draft.setup;
  return {
    id: idOf(draft.semanticKey),
    phase: 'OQ',
    type: draft.type,
    title: draft.title,
    objective: draft.objective,
    element: draft.element,
    requirements: requirementsServed(draft.element, draft.serves, context),
    elementHash: hashOf(draft.element),
    caseHash: hashJson(
      {
        steps: draft.steps.map(({ system, action, expected, record }) => ({ system, action, expected, record })),
        initialState,
        prerequisites,
        accounts,
        testData,
        cleanUp,
      },
      context.digest,
    ),
    support: draft.support,
    initialState,
    prerequisites,
    accounts,
    testData,
    cleanUp,
    steps,
    obligations: [...new Set(steps.flatMap(({ proves }) => proves))],
  };
}
