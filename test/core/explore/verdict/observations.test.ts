import { describe, expect, it } from 'vitest';
import { explored, noticed } from './explored.ts';

describe('Without being asked, the search notices', () => {
  it('nothing where there is nothing', () => {
    expect(
      noticed(
        explored(`
roles: {OP: {}}
lifecycles: {L: {initial: A, states: {A: active, B: closed}, transitions: {T1: {from: A, to: B, by: OP}, T2: {from: B, to: A, by: OP}}}}`),
      ),
    ).toEqual([]);
  });

  it('a dead end, the record that is stuck in it, and what then never happens', () => {
    const exploration = explored(`
roles: {OP: {}}
lifecycles:
  L:
    initial: A
    states: {A: active, B: held, C: closed}
    transitions:
      T1: {from: A, to: B, by: OP}
      T2: {from: B, to: C, by: OP, when: {M: P}}
  M: {initial: M, states: {M: closed, P: closed}, transitions: {T1: {from: P, to: M, by: OP}}}`);
    expect(
      exploration.observations.map(({ kind, subject, text, story }) => [kind, subject, text, story?.replay.length]),
    ).toEqual([
      ['dead-step', 'L.T2', 'L.T2 never happens within these bounds.', undefined],
      ['dead-step', 'M.T1', 'M.T1 never happens within these bounds.', undefined],
      ['deadlock', 'L.B', 'Nothing can happen any more, though L is in L.B, where nothing may stay for good.', 1],
      [
        'record-stuck',
        'L.B',
        'L can stay in L.B, a status of class held, for ever: no step of L moves it again, unless by a fault or a correction.',
        1,
      ],
      ['state-not-reached', 'L.C', 'No record comes into L.C within these bounds.', undefined],
      ['state-not-reached', 'M.P', 'No record comes into M.P within these bounds.', undefined],
    ]);
  });

  it('no record that only waits for a step that is left out', () => {
    expect(
      noticed(
        explored(`
roles: {OP: {}}
explore: {without: [L.T2]}
lifecycles: {L: {initial: A, states: {A: active, B: held, C: closed}, transitions: {T1: {from: A, to: B, by: OP}, T2: {from: B, to: C, by: OP}}}}`),
      ),
    ).toEqual([]);
  });

  it('a message that arrives where no step receives it, and one that nobody ever takes', () => {
    const spec = (unexpected: string): string => `
roles: {OP: {}}
systems: {A: {}, B: {}}
objects: {lot: {}}
interfaces: {IF-1: {from: A, to: B, pattern: event, unexpected: ${unexpected}, delivery: {order: fifo, per: lot}}}
lifecycles:
  S: {object: lot, system: A, initial: S0, states: {S0: active, S1: closed}, transitions: {T1: {from: S0, to: S1, by: OP, emits: IF-1}}}
  R: {object: lot, system: B, initial: R0, states: {R0: closed, R1: closed}, transitions: {U1: {from: R0, to: R1, by: OP}, U2: {from: R0, to: R1, receives: IF-1}}}`;
    expect(noticed(explored(spec('ignore')))).toEqual(['unexpected-message IF-1']);
    expect(noticed(explored(spec('error')))).toEqual(['unexpected-message IF-1']);
    expect(noticed(explored(spec('wait')))).toEqual(['message-never-consumed IF-1']);
  });

  it('a copy that differs from the status for ever, unless an invariant speaks of it', () => {
    const spec = `
roles: {OP: {}}
systems: {A: {}, B: {}}
objects: {lot: {}}
interfaces: {IF-1: {from: A, to: B, pattern: event, fields: {s: {from: S}}, delivery: {order: fifo, per: lot}}}
lifecycles:
  S: {object: lot, system: A, initial: S0, states: {S0: active, S1: active, S2: closed}, transitions: {T1: {from: S0, to: S1, by: OP, emits: IF-1}, T2: {from: S1, to: S2, by: OP}}}
  R: {object: lot, system: B, initial: R0, states: {R0: closed, R1: closed}, transitions: {U1: {from: R0, to: R1, by: OP, when: {copy: IF-1, S: S1}}}}`;
    expect(noticed(explored(spec))).toEqual(['views-disagree IF-1']);
    expect(noticed(explored(`${spec}\ninvariants: {A: {agree: [{S: [S0, S1, S2]}]}}`))).toEqual([]);
    expect(noticed(explored(spec.replace('to: S2, by: OP', 'to: S2, by: OP, emits: IF-1')))).toEqual([]);
  });

  it('what becomes usable unsigned where the other way is signed', () => {
    expect(
      noticed(
        explored(`
roles: {OP: {}}
lifecycles:
  L:
    initial: A
    states: {A: quarantine, B: held, C: {class: released, resting: true}}
    transitions:
      T1: {from: A, to: C, by: OP, sign: {meaning: Released}}
      T2: {from: A, to: B, by: OP}
      T3: {from: B, to: C, by: OP}
      T4: {from: C, to: B, by: OP}`),
      ),
    ).toEqual(['released-without-signature L.T3']);
  });

  it('an invariant that holds for nothing', () => {
    const { observations } = explored(`
roles: {OP: {}}
lifecycles: {L: {initial: A, states: {A: active, B: closed}, transitions: {T1: {from: A, to: B, by: OP}}}, M: {initial: M, states: {M: closed, P: closed}}}
invariants: {INV-1: {never: {L: A, M: P}}}`);
    expect(observations.map(({ kind, subject, text }) => [kind, subject, text])).toEqual([
      ['state-not-reached', 'M.P', 'No record comes into M.P within these bounds.'],
      [
        'vacuous-invariant',
        'INV-1',
        'INV-1 holds for nothing. It never comes about that M is P. Searched within these bounds: at most 1 message waiting in each channel, no fault; 2 states.',
      ],
    ]);
  });
});
