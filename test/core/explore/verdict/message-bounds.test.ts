import { describe, expect, it } from 'vitest';
import { explored, verdictLines } from './explored.ts';

/** The sender reports each of its moves; the receiver follows, one message at a time. */
const CHAIN = `
roles: {OP: {}}
systems: {A: {}, B: {}}
objects: {lot: {}}
interfaces: {IF-1: {from: A, to: B, pattern: event, delivery: {order: fifo}}}
lifecycles:
  S:
    object: lot
    system: A
    initial: S0
    states: {S0: active, S1: active, S2: active, S3: closed}
    transitions:
      T1: {from: S0, to: S1, by: OP, emits: IF-1}
      T2: {from: S1, to: S2, by: OP, emits: IF-1}
      T3: {from: S2, to: S3, by: OP, emits: IF-1}
  R:
    object: lot
    system: B
    initial: R0
    states: {R0: active, R1: active, R2: active, R3: closed}
    transitions:
      U1: {from: R0, to: R1, receives: IF-1}
      U2: {from: R1, to: R2, receives: IF-1}
      U3: {from: R2, to: R3, receives: IF-1}
`;

describe('The message bound', () => {
  it('is raised until no channel is full: what breaks only with three messages is found', () => {
    const exploration = explored(`${CHAIN}invariants: {A: {never: {S: S3, R: R0}}}`, { observations: false });
    expect(verdictLines(exploration)).toEqual(['A broken, 0 faults: S.T1 S.T2 S.T3']);
    expect(exploration.runs.map(({ messages, states, complete }) => [messages, states, complete])).toEqual([
      [1, 7, false],
      [2, 9, false],
      [3, 10, true],
    ]);
    expect([exploration.complete, exploration.gaps]).toEqual([true, []]);
  });

  it('that somebody fixed is kept, and a full channel makes the search incomplete', () => {
    const exploration = explored(`${CHAIN}invariants: {A: {never: {S: S3, R: R0}}, B: {never: {S: S2, R: R1}}}`, {
      bounds: { messages: 2 },
      observations: false,
    });
    expect(verdictLines(exploration)).toEqual(['A incomplete', 'B broken, 0 faults: S.T1 R.U1 S.T2']);
    expect(exploration.complete).toBe(false);
    expect(exploration.gaps).toEqual([
      'With 2 messages in a channel and no fault, IF-1 to B was full: what more messages would do was not seen.',
    ]);
  });
});

/** The sender can report again and again: no number of messages is enough. */
const ENDLESS = CHAIN.replace('      T3:', '      T0: {from: S0, to: same, by: OP, emits: IF-1}\n      T3:');

describe('Where no message bound is enough', () => {
  it('equal verdicts with ever more messages are taken for all, and that is said', () => {
    const exploration = explored(`${ENDLESS}invariants: {A: {step: S.T3, requires: {S: S2}}}`, {
      observations: false,
    });
    expect(verdictLines(exploration)).toEqual(['A holds']);
    expect(exploration.runs.map(({ messages }) => messages)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 12, 16, 24, 32]);
    expect(exploration.complete).toBe(true);
    expect(exploration.runs.at(-1)?.complete).toBe(false);
    const settled =
      'With 1, 2, 3, 4, 5, 6, 7, 8, 12, 16, 24 and 32 messages in a channel every verdict is the same; more were not searched to the end, though with 32 messages in a channel and no fault, IF-1 to B was full.';
    expect(exploration.invariants[0]?.reason).toContain(settled);
    expect(exploration.boundsReached).toEqual([settled]);
  });

  it('what takes ten messages is found as long as the searches are small', () => {
    const numbers = Array.from({ length: 10 }, (_, index) => index + 1);
    const sender = numbers.map((n) => `      T${n}: {from: S${n - 1}, to: S${n}, by: OP, emits: IF-1}\n`).join('');
    const chain = CHAIN.replace(/ {6}T1: (?:.*\n){3}/u, sender).replace(
      'S1: active, S2: active, S3: closed',
      numbers.map((n) => `S${n}: ${n === 10 ? 'closed' : 'active'}`).join(', '),
    );
    const exploration = explored(`${chain}invariants: {A: {never: {S: S10, R: R0}}}`, { observations: false });
    expect(exploration.invariants[0]?.story?.steps).toHaveLength(10);
    expect(exploration.runs.map(({ messages }) => messages)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 12]);
    expect([exploration.complete, exploration.boundsReached]).toEqual([true, []]);
  });
});

describe('What has to stay reachable', () => {
  it('is broken when more and more messages do not lead there, and that is said', () => {
    const exploration = explored(
      `${ENDLESS}invariants: {A: {reachable: {R: R3}}, B: {reachable: {S: S2, R: absent}}}`,
      {
        observations: false,
      },
    );
    expect(verdictLines(exploration)).toEqual(['A holds: S.T0 R.U1 S.T0 R.U2 S.T0 R.U3', 'B broken, 0 faults']);
    expect(exploration.invariants[1]?.reason).toMatch(
      /^No way leads there within these bounds: .* every verdict is the same; more were not searched to the end, though .* was full\.$/u,
    );
  });
});

describe('Where a search reaches a limit', () => {
  it('what fewer messages have settled already remains settled', () => {
    const exploration = explored(`${ENDLESS}invariants: {A: {step: S.T3, requires: {S: S2}}}`, {
      limits: { states: 70, bytes: 1024 ** 3 },
      observations: false,
    });
    expect(verdictLines(exploration)).toEqual(['A holds']);
    expect(exploration.runs.map(({ messages }) => messages)).toEqual([1, 2, 3, 4]);
  });

  it('nothing is called holding, and the gap says how far it came', () => {
    const exploration = explored(
      `${CHAIN}invariants: {A: {never: {S: S3, R: R0}}, B: {never: {S: S0, R: R1}}, C: {reachable: {R: R1}}, D: {reachable: {R: R3}}}`,
      { limits: { states: 4, bytes: 1024 ** 3 }, observations: false },
    );
    expect(verdictLines(exploration)).toEqual(['A incomplete', 'B incomplete', 'C holds: S.T1 R.U1', 'D incomplete']);
    expect(exploration.complete).toBe(false);
    expect(exploration.gaps).toHaveLength(1);
    expect(exploration.gaps[0]).toMatch(
      /^With 1 message in a channel and no fault, the search reached its limit of states after 4 states, \d steps deep: what lies beyond was not seen\.$/u,
    );
  });
});

describe('Faults', () => {
  const LOSSY = CHAIN.replace('delivery: {order: fifo}', 'delivery: {order: fifo}, faults: [lose]');

  it('are counted from none upwards: a story has the fewest that are needed', () => {
    const exploration = explored(
      `${LOSSY}invariants:
  A: {never: {S: S3, R: R0}}
  B: {never: {S: S3, R: [R0, R1, R2]}, once: settled}`,
      { bounds: { faults: 1 }, observations: false },
    );
    expect(
      exploration.invariants.map(({ invariant, verdict, faults, story }) => [
        invariant,
        verdict,
        faults,
        story?.faults,
      ]),
    ).toEqual([
      ['A', 'broken', 0, 0],
      ['B', 'broken', 1, 1],
    ]);
    expect(exploration.runs.map(({ messages, faults }) => [faults, messages])).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 3],
    ]);
  });

  it('that no interface calls credible do not happen, and that is said', () => {
    const exploration = explored(`${CHAIN}invariants: {A: {never: {S: S3, R: [R0, R1, R2]}, once: settled}}`, {
      bounds: { faults: 2 },
      observations: false,
    });
    expect(verdictLines(exploration)).toEqual(['A holds']);
    expect(exploration.leftOut).toContain('No interface says which faults are credible, so that stories hold none.');
  });
});
