import type { InvariantChange } from '../../explore/change/change-exploration.ts';
import { toldVerdict } from '../../explore/change/told-verdict.ts';
import type { ToldVerdict } from '../../explore/change/told-verdict.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';

/** What the search says about invariants with one of these verdicts, each as a statement about the invariant as a whole. */
export function changedVerdicts(context: ChangeContext, verdicts: readonly ToldVerdict[]): readonly Verdict[] {
  const { exploration } = context;
  if (exploration === undefined) return [];
  const found = exploration.invariants.filter((change) => verdicts.includes(toldVerdict(change, exploration)));
  return found.map((change) => {
    const after = context.head.get('invariant', change.invariant);
    const before = after === undefined ? context.base.get('invariant', change.invariant) : context.inBase(after);
    return {
      what: sentence(change),
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      path: [],
      values: { from: undefined, to: undefined },
      // Who accepts this breach accepts this story and no other.
      identity: {
        verdict: toldVerdict(change, exploration),
        faults: change.headFaults ?? null,
        story: change.story?.replay ?? null,
      },
      partial: true,
    };
  });
}

function sentence({ invariant, reason, story, refusal, blame }: InvariantChange): string {
  const parts = [`${invariant}: ${reason}`];
  if (story !== undefined) {
    const last = story.steps.at(-1);
    parts.push(
      `Shortest story: ${story.steps.length} ${story.steps.length === 1 ? 'step' : 'steps'}${last === undefined ? '' : `, the last is ${last.what}`}.`,
    );
  }
  if (refusal !== undefined) parts.push(`Step ${refusal.step}: ${refusal.reason}`);
  if (blame !== undefined && blame.edits.length > 0)
    parts.push(
      `Edits that are enough: ${[...new Set(blame.edits.flatMap(({ element, along = [] }) => [element, ...along]).map((key) => key.slice(key.indexOf(':') + 1)))].join(', ')}.`,
    );
  return parts.join(' ');
}
