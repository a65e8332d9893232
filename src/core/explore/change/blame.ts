import { elementKey } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { PlantBounds } from '../plant/composed-plant.ts';
import type { Story } from '../story/story.ts';
import type { Blame } from './change-exploration.ts';
import { editedElement } from './edit.ts';
import type { Edit } from './edit.ts';
import { editNeeds } from './edit-needs.ts';
import { editsInWords } from './edits-in-words.ts';
import { canMatter, isExplored } from './explored-content.ts';
import { fewestEdits } from './fewest-edits.ts';
import type { MixedRevisions } from './mixed-revisions.ts';

/** Sets of edits that are explored for one invariant before the smallest one found so far is given. */
const JUDGEMENTS_AT_MOST = 100;

/** A violation of head for which edits are to be blamed. */
export interface Violation {
  /** As head calls it. */
  readonly invariant: string;
  /** Every invariant that is blamed within the same bounds, this one included: what is searched for one answers for all. */
  readonly alike: readonly string[];
  readonly story?: Story;
  /** Those within which head breaks it and base does not: with the fewest faults. */
  readonly bounds: PlantBounds;
}

/**
 * The fewest edits that break the invariant on their own. Only edits of what a plant is made of, and of the invariant itself,
 * are tried; those that the story passes through come first. Were they not enough, which they should be, all edits are.
 */
export function blameFor(
  base: SpecModel,
  head: SpecModel,
  edits: readonly Edit[],
  mixed: MixedRevisions,
  { invariant, alike, story, bounds }: Violation,
): Blame {
  const key = elementKey('invariant', invariant);
  const able = edits.filter((edit) => canMatter(edit, key));
  const needs = editNeeds(base, head, edits, (element, path) => element === key || isExplored(element, path));
  const inStory = able.filter((edit) => editedElement(edit) === key || isInStory(edit, story));
  const {
    edits: fewest,
    minimal,
    judgements,
  } = fewestEdits({
    edits,
    suspects: inStory.length === 0 ? [able] : [inStory, able],
    needs,
    judge: (some) => mixed.judge(alike, some, bounds).get(invariant) ?? 'does not break',
    judgementsAtMost: JUDGEMENTS_AT_MOST,
  });
  // To return the invariant itself mends nothing.
  const others = fewest.filter((edit) => !(edit.kind === 'added' && editedElement(edit) === key));
  return {
    edits: editsInWords(others, needs),
    searches: judgements,
    ...(others.length < fewest.length ? { invariantIsNew: true } : {}),
    minimal,
  };
}

/** Whether a story takes the transition that was edited, or a message of the interface. */
function isInStory(edit: Edit, story: Story | undefined): boolean {
  const element = editedElement(edit);
  const [kind, id] = [element.slice(0, element.indexOf(':')), element.slice(element.indexOf(':') + 1)];
  return (story?.steps ?? []).some(({ transitions, sends, receives }) => {
    if (kind === 'transition') return transitions.includes(id);
    const interfaces = [...sends, ...(receives === undefined ? [] : [receives])].map((message) => message.interface);
    return interfaces.some((name) => id === name || id.startsWith(`${name}.`));
  });
}
