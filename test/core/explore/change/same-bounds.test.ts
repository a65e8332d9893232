import { describe, expect, it } from 'vitest';
import { sameBounds } from '../../../../src/core/explore/change/same-bounds.ts';
import { compare } from '../../rules/small-project.ts';

const plant = (explore: string, more = ''): string => `
systems: {QMS: {}, MES: {}}
objects: {lot: {}, ncr: {of: lot}}
lifecycles:
  LOT: {object: lot, system: MES, initial: New, states: {New: pre, Busy: active}, transitions: {T1: {from: New, to: Busy, by: anyone}}}
  NCR: {object: ncr, system: QMS, initial: Open, states: {Open: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: anyone}${more}}}
explore: ${explore}
`;

describe('the bounds within which both revisions are explored', () => {
  it('are the larger of both, so that a change of bounds hides nothing, and it is said', () => {
    const { base, head } = compare(
      plant('{instances: {lot: 2}, spare: {lot: 1}, faults: 2, messages: auto, start: {LOT: Busy}}'),
      plant('{instances: {ncr: 2}, faults: 0, messages: 2, timing: settled, without: [NCR]}'),
    );
    const bounds = {
      instances: { lot: 2, ncr: 2 },
      spare: { lot: 1 },
      start: { LOT: 'Busy' },
      without: [],
      faults: 2,
      timing: 'any',
      messages: 'auto',
    };
    expect(sameBounds(base, head, {})).toEqual({
      base: { bounds },
      head: { bounds },
      notes: [
        'NCR is left out by one revision only: it is explored in both.',
        'The base explores with faults: 2, the head with 0: both are explored with 2.',
        'The base explores with further records of lot: 1, the head with 0: both are explored with 1.',
        'The base explores with messages: auto, the head with 2: both are explored with auto.',
        'The base explores with records of lot: 2, the head with 1: both are explored with 2.',
        'The base explores with records of ncr: 1, the head with 2: both are explored with 2.',
        'The base explores with the beginning of LOT: Busy, the head with its own: both are explored with Busy.',
        'The base explores with timing: any, the head with settled: both are explored with any.',
      ],
    });
  });

  it('say nothing where nothing differs', () => {
    const { base, head } = compare(plant('{faults: 1}'), plant('{faults: 1}'));
    expect(sameBounds(base, head, {}).notes).toEqual([]);
  });

  it('are those of the request where it says so', () => {
    const { base, head } = compare(plant('{faults: 1}'), plant('{faults: 2}'));
    const { base: inBase, head: inHead } = sameBounds(base, head, { bounds: { faults: 0, messages: 4 }, only: ['I'] });
    expect([inBase, inHead].map(({ bounds, only }) => [bounds?.faults, bounds?.messages, only])).toEqual([
      [0, 4, ['I']],
      [0, 4, ['I']],
    ]);
  });

  it('never leave out a step that the change adds', () => {
    const { base, head } = compare(
      plant('{without: [LOT.T1]}'),
      plant('{without: [LOT.T1, NCR.T2]}', ', T2: {from: Closed, to: Open, by: anyone}'),
    );
    const { head: inHead, notes } = sameBounds(base, head, {});
    expect(inHead.bounds?.without).toEqual(['LOT.T1']);
    expect(notes).toEqual(['NCR.T2 is left out by one revision only: it is explored in both.']);
  });

  it('speak of each revision in its own names', () => {
    const renamed = plant('{start: {LOTS: Busy}, without: [LOTS.T1]}')
      .replace('LOT:', 'LOTS: {formerIds: [LOT], ')
      .replace('formerIds: [LOT],  {', 'formerIds: [LOT], ');
    const { base, head } = compare(plant('{start: {LOT: Busy}, without: [LOT.T1]}'), renamed);
    const same = sameBounds(base, head, {});
    expect([same.base.bounds?.start, same.base.bounds?.without]).toEqual([{ LOT: 'Busy' }, ['LOT.T1']]);
    expect([same.head.bounds?.start, same.head.bounds?.without]).toEqual([{ LOTS: 'Busy' }, ['LOTS.T1']]);
    expect(same.notes).toEqual([]);
  });
});
