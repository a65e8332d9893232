import { describe, expect, it } from 'vitest';
import { tellStory } from '../../../../src/core/explore/story/tell-story.ts';
import { holdModel, holdPlant, STEP } from './hold-plant.ts';

const model = holdModel();
const plant = holdPlant([0, 1, 2]);
const tell = (...steps: readonly number[]) => tellStory(model, plant, { initial: 0, steps });

describe('A story says of every step', () => {
  it('who, where and what, what was taken for true, what changed and what is on its way', () => {
    expect(tell(STEP.raise)).toEqual({
      start: [
        { name: 'NCR of ncr 1', lifecycle: 'NCR', system: 'QMS', record: 'ncr 1', value: 'Draft' },
        { name: 'STOCK of lot 1', lifecycle: 'STOCK', system: 'ERP', record: 'lot 1', value: 'QI' },
      ],
      steps: [
        {
          number: 1,
          kind: 'person',
          who: 'Quality inspector or Shift lead',
          roles: ['LEAD', 'QA'],
          where: 'QMS',
          what: 'raise ncr (NCR.T01) on ncr 1',
          transitions: ['NCR.T01'],
          record: 'ncr 1',
          signed: [],
          assumed: ['fact: the defect is confirmed'],
          after: [
            { name: 'NCR of ncr 1', lifecycle: 'NCR', system: 'QMS', record: 'ncr 1', value: 'Open' },
            { name: 'STOCK of lot 1', lifecycle: 'STOCK', system: 'ERP', record: 'lot 1', value: 'QI' },
          ],
          changed: ['NCR of ncr 1'],
          onTheWay: ['IF-1 to ERP (NCR = Open)'],
          sends: [{ interface: 'IF-1', from: 'QMS', to: 'ERP', content: ['NCR = Open'], sentIn: 1 }],
        },
      ],
      faults: 0,
      byPeople: 1,
      replay: ['NCR.T01 by people on ncr 1'],
    });
  });

  it('which message arrives, with what it carried when it was sent', () => {
    const [, , release, arrival] = tell(STEP.raise, STEP.scrap, STEP.release, STEP.block).steps;
    expect(release).toMatchObject({
      who: 'Quality inspector',
      where: 'ERP',
      signed: ['Released for use'],
      onTheWay: ['IF-1 to ERP (NCR = Open)', 'IF-1 to ERP (NCR = Closed, dispo_code = SC)'],
    });
    expect(arrival).toMatchObject({
      kind: 'delivery',
      who: 'IF-1',
      where: 'ERP',
      what: 'the message (NCR = Open) arrives in ERP: block (STOCK.T01) on lot 1',
      receives: { interface: 'IF-1', from: 'QMS', to: 'ERP', content: ['NCR = Open'], sentIn: 1 },
      effect: 'block (STOCK.T01) on lot 1',
      onTheWay: ['IF-1 to ERP (NCR = Closed, dispo_code = SC)'],
      changed: ['STOCK of lot 1'],
    });
  });

  it('which values people entered', () => {
    const story = tell(STEP.raise, STEP.rework);
    expect(story.steps[1]).toMatchObject({
      what: 'close (NCR.T02) on ncr 1',
      entered: { 'ncr.disposition': 'REWORK' },
    });
    expect(story.replay[1]).toBe('NCR.T02 by people on ncr 1 {ncr.disposition: REWORK}');
  });

  it('that a message is lost, and counts faults and steps of people', () => {
    const story = tell(STEP.raise, STEP.lose, STEP.release);
    expect(story.steps[1]).toMatchObject({
      kind: 'fault',
      who: 'IF-1',
      what: 'the message (NCR = Open) to ERP is lost',
      onTheWay: [],
      record: 'ncr 1',
    });
    expect([story.faults, story.byPeople]).toEqual([1, 2]);
  });
});
