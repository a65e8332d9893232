import { describe, expect, it } from 'vitest';
import { boundsText } from '../../../../src/core/explore/compose/bounds-text.ts';
import { boundsOf } from '../../../../src/core/explore/compose/bounds.ts';
import { composePlant } from '../../../../src/core/explore/compose/compose-plant.ts';
import { breach, northmoor, type WalkedPlant } from './plants.ts';
import { walk } from './walk.ts';

const known = new Map<string, WalkedPlant>();

function explored(state: string, messages: number, exact = false): WalkedPlant {
  const key = `${state} ${messages} ${exact}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const model = northmoor(state);
  const composition = composePlant(model, boundsOf(model, { messages }), { exact });
  const plant = { ...walk(composition.plant), model, composition };
  known.set(key, plant);
  return plant;
}

const ASKED = ['INV-01a', 'INV-01b', 'INV-02', 'INV-03', 'INV-04', 'INV-10'];

/** Number of steps of the shortest story that breaks each invariant. */
function breaches(plant: WalkedPlant): Readonly<Record<string, number | undefined>> {
  return Object.fromEntries(ASKED.map((id) => [id, breach(plant, id)?.length]));
}

const HOLDS = Object.fromEntries(ASKED.map((id) => [id, undefined]));

describe('the demonstration plant', () => {
  it('says in which world it is explored', () => {
    const model = northmoor('v1.0.0');
    expect(boundsText(composePlant(model, boundsOf(model)).plant.bounds)).toBe(
      '1 lot, 1 ncr, 1 result, at most 3 messages waiting in each channel, no fault, LOT begins in InProcess, without CAPA, CON, LOT.T08',
    );
  });

  it.each([1, 2, 3])('keeps its invariants as approved, with %i messages in a channel', (messages) => {
    expect(breaches(explored('v1.0.0', messages))).toEqual(HOLDS);
  });

  it('keeps them also where every disposition is followed to its receivers', () => {
    expect(breaches(explored('v1.0.0', 1, true))).toEqual(HOLDS);
  });

  it('breaks them with the new status that no consumer knows', () => {
    expect(breaches(explored('cr-2041', 4))).toEqual({
      'INV-01a': 9,
      'INV-01b': 16,
      'INV-02': 9,
      'INV-03': 7,
      'INV-04': undefined,
      'INV-10': 11,
    });
  });

  it('tells how: the record is released while the new status is open', () => {
    expect(breach(explored('cr-2041', 4), 'INV-03')).toEqual([
      'LOT.T06 by people on lot 1',
      'BRR.T01 by people on lot 1',
      'NCR.T01 by people on ncr 1',
      'NCR.T02 by people on ncr 1',
      'NCR.T03 by people on ncr 1',
      'NCR.T08 by people on ncr 1',
      'BRR.T02 by people on lot 1',
    ]);
  });

  it('keeps them again with the class in place of the list', () => {
    expect(breaches(explored('v2.0.1', 3))).toEqual(HOLDS);
  });

  it('breaks the gate alone when it may use an old answer', () => {
    const plant = explored('cr-2057', 2);
    expect(breaches(plant)).toEqual({ ...HOLDS, 'INV-01a': 7 });
    expect(breach(plant, 'INV-01a')).toEqual([
      'LOT.T06 by people on lot 1',
      'BRR.T01 by people on lot 1',
      'BRR.T02 by people on lot 1',
      'deliver IF-002.RECEIPT to ERP about lot 1',
      'ERP asks over IF-007 about lot 1 and keeps the answer',
      'NCR.T01 by people on ncr 1',
      'INV.T03 by people on lot 1',
    ]);
  });

  it('is small', () => {
    const { states, edges, composition } = explored('v1.0.0', 3);
    expect({ states, edges, initial: composition.plant.initial.length }).toEqual({
      states: 12_714,
      edges: 73_971,
      initial: 1,
    });
  });

  it('says what it leaves out', () => {
    const model = northmoor('v1.0.0');
    expect(composePlant(model, boundsOf(model)).plant.leftOut).toEqual([
      'CAPA is left out of the search: what conditions ask of it may be true or false.',
      'CON is left out of the search: what conditions ask of it may be true or false.',
      'LOT.T07 makes a new lot and cannot happen here, since the bounds leave no room for one (`explore.spare`).',
      'LOT.T08 is left out of the search: it never happens.',
      'Messages of IF-003 to ERP count as arrived as soon as they are sent: they start no step there, and what they carry is free.',
      'Messages of IF-003 to MES count as arrived as soon as they are sent: they start no step there, and what they carry is free.',
      'No explored step sends IF-005: its messages may arrive at any moment with any content, and one for which there is no step is ignored.',
      'There is no record of concession in this world: what conditions ask of such records may be true or false.',
      'Time is not counted: how long messages, retries and people take is open.',
      'Values of these fields are not followed, and what conditions ask of them may be true or false at each step: IF-003.dispo_code, ncr.affected_qty.',
      'What only people or tests can tell (facts) may be true or false at each step.',
    ]);
  });
});
