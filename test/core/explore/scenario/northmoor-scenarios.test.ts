import { describe, expect, it } from 'vitest';
import { scenarioPlayer } from '../../../../src/core/explore/scenario/play-scenario.ts';
import { northmoor } from '../../rules/northmoor-model.ts';

/** Stories of the worked plant that only say what people check. */
const FOR_PEOPLE = ['EX-02', 'EX-06', 'EX-15', 'EX-16', 'EX-18'];

describe.each(['v1.0.0', 'v2.0.1', 'cr-2041', 'cr-2057'])('the stories of %s', (state) => {
  it('all play to their end, whatever can be played of them', () => {
    const { model } = northmoor(state);
    const play = scenarioPlayer(model);
    const played = model.ofKind('exception').map(play);
    const remarks = played.flatMap(({ exception, steps }) =>
      steps.flatMap(({ number, faults, undecided }) =>
        [...faults.map(({ reason }) => reason), ...undecided].map((text) => `${exception} step ${number}: ${text}`),
      ),
    );
    expect(remarks).toEqual([]);
    expect(played.filter(({ outcome }) => outcome !== 'plays').map(({ exception }) => exception)).toEqual(FOR_PEOPLE);
    expect(played).toHaveLength(19);
  });
});
