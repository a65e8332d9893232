import type { DerivationContext } from './derivation-context.ts';
import type { InstallationCheckDraft } from './installation.ts';
import type { SemanticHashes } from './semantic-hash.ts';
import { assignIds } from './short-key.ts';
import type { InstallationCheck } from './test-case.ts';

/** Installation checks with their ids `IQ-<ELEMENT>-<TYPE>-<KEY>`, requirements and element hashes. */
export function finishChecks(
  drafts: readonly InstallationCheckDraft[],
  hashOf: SemanticHashes,
  context: DerivationContext,
): readonly InstallationCheck[] {
  const named = drafts.map(({ elementId, type, semanticKey }) => ({ prefix: `IQ-${elementId}-${type}`, semanticKey }));
  const ids = assignIds(named, context.digest);
  return drafts.map(({ elementId: _, ...draft }) => ({
    ...draft,
    id: ids.get(draft.semanticKey) ?? draft.semanticKey,
    requirements: context.requirementsOf(draft.element),
    elementHash: hashOf(draft.element),
  }));
}
