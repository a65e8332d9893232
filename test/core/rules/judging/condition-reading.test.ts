import { describe, expect, it } from 'vitest';
import { judged } from '../judged.ts';

describe('what is said of a condition of a step', () => {
  const plant = (when: string): string => `
roles: {QA: {}}
objects: {lot: {}, ncr: {of: lot}}
lifecycles:
  NCR: {object: ncr, initial: Open, states: {Open: open, Closed: closed}}
  LOT: {object: lot, initial: Run, states: {Run: active, Done: closed}, transitions: {T1: {from: Run, to: Done, by: QA, when: ${when}}}}`;

  it('speaks from the records that move by the step', () => {
    const { findings } = judged(plant('{fact: counted}'), plant('{all: [{fact: counted}, {none: ncr, NCR: Open}]}'));
    expect(findings.map(({ ruleId, reason }) => [ruleId, reason])).toEqual([
      [
        'guard-tightened',
        'Transition LOT.T1, condition enforced by the system. Asked for besides: no NCR of the LOT is Open. No control is lost; records that could move may now be stuck.',
      ],
    ]);
  });
});
