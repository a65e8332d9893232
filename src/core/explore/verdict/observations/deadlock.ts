import type { SpecModel } from '../../../model/spec-model.ts';
import { statesOf } from '../../search/replay.ts';
import { statusesIn, tellStory } from '../../story/tell-story.ts';
import type { Observation } from '../exploration.ts';
import type { SearchedWorld } from '../world.ts';
import { fieldsAssumed, unconfirmedText } from '../real-contents.ts';
import { listed } from '../wording.ts';
import { exitsLeftOut, isResting } from './resting.ts';

/** Nothing at all can happen any more, though some record may not stay where it is. */
export function deadlock(model: SpecModel, world: SearchedWorld): readonly Observation[] {
  const { plant, result } = world;
  if (result.stuck === undefined) return [];
  const end = statesOf(plant, result.stuck).at(-1);
  if (end === undefined) return [];
  const waiting = statusesIn(plant, end).flatMap((status) => {
    const state = model.get('state', `${status.lifecycle}.${status.value}`);
    return state === undefined || isResting(state) || exitsLeftOut(model, plant.bounds, state)
      ? []
      : [{ name: status.name, state: state.id }];
  });
  const assumed = fieldsAssumed(plant, result.stuck);
  const [first] = waiting;
  // Whoever waits only for a step that the search leaves out is not stuck.
  if (first === undefined) return [];
  return [
    {
      kind: 'deadlock',
      subject: first.state,
      text: `Nothing can happen any more, though ${listed(waiting.map(({ name, state }) => `${name} is in ${state}`))}, where nothing may stay for good.${assumed.length === 0 ? '' : ` It is so ${unconfirmedText(assumed)}.`}`,
      story: tellStory(model, plant, result.stuck),
    },
  ];
}
