import { deltaElement } from '../core/diff/diff-models.ts';
import type { ModelDiff } from '../core/diff/delta.ts';
import type { ExplorationFacts } from '../core/documents/document-context.ts';
import type { exploreChange } from '../core/explore/change/explore-change.ts';
import { isExplored } from '../core/explore/change/explored-content.ts';
import type { ExplorationRequest } from '../core/explore/verdict/exploration-request.ts';
import type { SpecModel } from '../core/model/spec-model.ts';
import type { Progress } from './ports.ts';

/** What a comparison knows of it. */
export type OpenedPaths = Omit<ExplorationFacts, 'strength'>;

/**
 * How far a comparison searches: it runs at every merge. What it cannot finish is INCOMPLETE and a finding of its own;
 * `countersign explore` goes further.
 */
export const WITHIN_A_COMPARISON: ExplorationRequest = { limits: { states: 1_000_000, bytes: 256 * 1024 ** 2 } };

/** What a change makes reachable, or why that was not searched. The search is loaded when it is needed: it is a program of its own. */
export async function openedPaths(
  base: SpecModel,
  head: SpecModel,
  diff: ModelDiff,
  progress: Progress,
): Promise<OpenedPaths> {
  const reason = whyNotSearched(base, head, diff);
  if (reason !== undefined) return { notSearched: reason };
  progress.step('Exploring the composed plant of both revisions');
  const { exploreChange: explore } = await import('../core/explore/change/explore-change.ts');
  return searchedPaths(base, head, explore);
}

/** What a change makes reachable, as far as a comparison searches. */
export function searchedPaths(base: SpecModel, head: SpecModel, explore: typeof exploreChange): OpenedPaths {
  return { found: explore(base, head, WITHIN_A_COMPARISON), notSearched: '' };
}

/** Why there is nothing to search; undefined where there is. */
export function whyNotSearched(base: SpecModel, head: SpecModel, diff: ModelDiff): string | undefined {
  if (base.project === undefined) return 'There is no baseline to compare with.';
  if (base.ofKind('invariant').length === 0 && head.ofKind('invariant').length === 0)
    return 'Neither revision declares an invariant.';
  if (!diff.deltas.some((delta) => touches(delta)))
    return 'No edit touches a lifecycle, interface, condition, set, code or invariant, which is all that a search reads; none was run.';
  return undefined;
}

function touches(delta: ModelDiff['deltas'][number]): boolean {
  const { key, kind } = deltaElement(delta);
  return kind === 'invariant' || isExplored(key, delta.action === 'changed' ? delta.path : []);
}
