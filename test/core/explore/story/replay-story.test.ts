import { describe, expect, it } from 'vitest';
import { replayStory } from '../../../../src/core/explore/story/replay-story.ts';
import { tellStory } from '../../../../src/core/explore/story/tell-story.ts';
import { holdModel, holdPlant, STEP } from './hold-plant.ts';

const anyTime = holdPlant([0, 1, 2]);
const story = tellStory(holdModel(), anyTime, {
  initial: 0,
  steps: [STEP.raise, STEP.rework, STEP.release, STEP.block],
});

describe('A story is taken again by the names of its steps', () => {
  it('on the plant it comes from: the same trace', () => {
    const { trace, states, refused, notices } = replayStory(anyTime, story);
    expect({ trace, refused, notices }).toEqual({
      trace: { initial: 0, steps: [STEP.raise, STEP.rework, STEP.release, STEP.block] },
      refused: undefined,
      notices: [],
    });
    expect(states).toHaveLength(5);
  });

  it('on another revision: up to the first step that is refused, with what stands in its way', () => {
    const { trace, refused } = replayStory(holdPlant([0]), story);
    expect(trace.steps).toEqual([STEP.raise, STEP.rework]);
    expect(refused).toEqual({
      step: 3,
      name: 'STOCK.T02 by people on lot 1',
      reason: 'NCR of ncr 1 must be Draft, but is Closed',
    });
  });

  it('and says that a step does not exist there', () => {
    const plant = anyTime;
    const renamed = {
      ...plant,
      steps: plant.steps.map((step) => ({ ...step, name: step.name.replace('T02', 'T09') })),
    };
    expect(replayStory(renamed, story).refused).toEqual({
      step: 2,
      name: 'NCR.T02 by people on ncr 1 {ncr.disposition: REWORK}',
      reason: 'this revision has no such step',
    });
  });

  it('follows every step of one name', () => {
    const deliveries = tellStory(holdModel(), anyTime, {
      initial: 0,
      steps: [STEP.raise, STEP.block, STEP.scrap, STEP.copied],
    });
    expect(replayStory(anyTime, deliveries).trace.steps).toEqual([STEP.raise, STEP.block, STEP.scrap, STEP.copied]);
  });

  it('says where a record begins elsewhere, or is not there', () => {
    const elsewhere = { ...anyTime, initial: [[1, 0, 0, 0]] };
    const start = [...story.start, { name: 'LOT of lot 1', lifecycle: 'LOT', value: 'Complete' }];
    expect(replayStory(elsewhere, { start, replay: [] }).notices).toEqual([
      'NCR of ncr 1 begins in Open here, and in Draft in the story.',
      'There is no LOT of lot 1 here.',
    ]);
  });
});
