import { elementKey } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { SearchWatch } from '../search/search-watch.ts';
import type { ExplorationRequest } from '../verdict/exploration-request.ts';
import type { Exploration } from '../verdict/exploration.ts';
import { exploreModel } from '../verdict/explore-model.ts';
import { editedElement } from './edit.ts';
import type { Edit } from './edit.ts';
import { canMatter } from './explored-content.ts';
import type { MixedRevisions } from './mixed-revisions.ts';

/** Edits without those of the invariant itself: with what they lead to, the invariant is asked as base words it. */
export function withoutOwnEdits(edits: readonly Edit[], invariant: string): readonly Edit[] {
  const key = elementKey('invariant', invariant);
  return edits.filter((edit) => editedElement(edit) !== key);
}

/**
 * Explores head once more with the invariants that head removed, or words otherwise, as base words them: a change must not look
 * clean because it asks for less. Those that head breaks as it words them itself are not asked again. Undefined where there is
 * nothing to ask. `base` is under the names of head.
 */
export function exploreAsInBase(
  base: SpecModel,
  head: Exploration,
  edits: readonly Edit[],
  mixed: MixedRevisions,
  request: ExplorationRequest,
  watch?: SearchWatch,
): Exploration | undefined {
  const broken = new Set(
    head.invariants.flatMap(({ invariant, verdict }) => (verdict === 'broken' ? [invariant] : [])),
  );
  const asked = base
    .ofKind('invariant')
    .map(({ id }) => id)
    .filter((id) => !broken.has(id) && (request.only === undefined || request.only.includes(id)))
    .filter((id) =>
      edits.some(
        (edit) => editedElement(edit) === elementKey('invariant', id) && canMatter(edit, elementKey('invariant', id)),
      ),
    );
  if (asked.length === 0) return undefined;
  const model = mixed.model(asked.reduce(withoutOwnEdits, edits));
  return exploreModel(model, { ...request, only: asked, observations: false }, watch);
}
