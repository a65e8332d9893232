import { describe, expect, it } from 'vitest';
import { playScenario } from '../../../../src/core/explore/scenario/play-scenario.ts';
import type { PlayedScenario } from '../../../../src/core/explore/scenario/played-scenario.ts';
import { load, projectText, sourceFile } from '../../rules/small-project.ts';

/** A quality system that holds lots in a shop-floor system, which blocks their stock. */
const PLANT = `
roles: {OPERATOR: {}, LEAD: {inherits: OPERATOR}, QA: {}}
systems: {QMS: {}, MES: {}, ERP: {}, LAB: {}}
objects:
  lot: {fields: {quantity: {type: decimal, unit: EA}}}
  ncr:
    of: {lot: {many: true}}
    fields:
      decision: {type: code, codes: CL-DECISION}
      limit: {type: decimal, unit: EA}
      used: {type: decimal, unit: EA}
  result: {of: lot}
codes: {CL-DECISION: {values: {REWORK: {}, SCRAP: {}}}, CL-VERDICT: {values: {P: {}, F: {}}}}
interfaces:
  IF-1:
    from: QMS
    to: MES
    unexpected: ignore
    whenDown: {mode: queue}
    delivery: {order: sequence, per: lot, sequence: seq, key: [seq]}
    fields: {ncr_status: {from: NCR}, seq: {from: ncr.id}}
  IF-2: {from: MES, to: ERP, messages: [HOLD, LIFT], delivery: {order: fifo, per: lot}}
  IF-3: {from: ERP, to: QMS, pattern: request-reply, whenDown: {mode: refuse}, reply: {status: {from: NCR}}}
  IF-4: {from: LAB, to: MES, about: result, fields: {verdict: {from: result.verdict, codes: CL-VERDICT}}}
lifecycles:
  NCR:
    object: ncr
    system: QMS
    initial: Draft
    states: {Draft: pre, Open: open, Decided: open, Closed: closed}
    transitions:
      T1: {from: Draft, to: Open, by: OPERATOR, when: {fact: the lot is known}, emits: IF-1}
      T2: {from: Open, to: Decided, by: QA, fills: {ncr.decision: any}, when: {field: ncr.decision, filled: true}}
      T3: {from: [Open, Decided], to: Closed, by: QA, emits: IF-1}
      T4: {from: Decided, to: Open, auto: true, when: {field: ncr.used, equals: {field: ncr.limit}}}
  LOT:
    object: lot
    system: MES
    initial: Running
    states: {Running: active, Held: held}
    transitions:
      T1: {from: Running, to: Held, receives: {message: IF-1, NCR: Open}, by: LEAD, emits: IF-2.HOLD}
      T2: {from: Held, to: Running, auto: true, when: {none: ncr, copy: IF-1, NCR: Open}, emits: IF-2.LIFT}
      T3: {from: [Running, Held], to: same, by: LEAD, creates: {lot: {LOT: same, INV: same}}}
      T4: {from: Running, to: Held, receives: {message: IF-4, field: verdict, equals: F}}
  INV:
    object: lot
    system: ERP
    initial: QI
    states: {QI: quarantine, Blocked: held, Released: released}
    transitions:
      T1: {from: QI, to: Blocked, receives: IF-2.HOLD}
      T2: {from: Blocked, to: QI, receives: IF-2.LIFT}
      T3: {from: QI, to: Released, by: QA, when: {none: ncr, query: IF-3, NCR: [Open, Decided]}}
invariants: {I-1: {conserved: lot.quantity, over: LOT.T3}}
fields: {}
`.replace('fields: {}\n', '');

function play(scenario: string): PlayedScenario {
  const story = `exceptions:\n  EX-1: {class: scrap, treatment: automated, scenario: ${scenario}}`;
  const text = projectText(PLANT.replace('seq: {from: ncr.id}', 'seq: {from: number}') + story);
  const model = load('base', [sourceFile('base', 'countersign.yaml', text)]);
  const exception = model.get('exception', 'EX-1');
  if (exception === undefined) throw new Error('the exception was not read');
  return playScenario(model, exception);
}

/** `2 expect.0: …` for everything that does not go as told, `2 ?: …` for what cannot be decided. */
function remarks(scenario: string): readonly string[] {
  return play(scenario).steps.flatMap(({ number, faults, undecided }) => [
    ...faults.map(({ path, reason }) => `${number} ${path.slice(3).join('.')}: ${reason}`),
    ...undecided.map((text) => `${number} ?: ${text}`),
  ]);
}

describe('a story', () => {
  it('plays where every step is possible and every state is reached', () => {
    const played = play(`{given: {LOT: Running, INV: QI, NCR: Draft}, steps: [
      {do: NCR.T1, by: LEAD, expect: {LOT: Running}},
      {deliver: IF-1, expect: {LOT: Held, INV: QI}},
      {deliver: all, expect: {INV: Blocked}},
      {check: The label is red},
      {refuse: INV.T3}]}`);
    expect(played).toEqual({
      exception: 'EX-1',
      outcome: 'plays',
      steps: [
        { number: 1, what: 'do NCR.T1', outcome: 'ok', faults: [], undecided: [] },
        { number: 2, what: 'deliver IF-1', outcome: 'ok', faults: [], undecided: [] },
        { number: 3, what: 'deliver all', outcome: 'ok', faults: [], undecided: [] },
        { number: 4, what: 'check The label is red', outcome: 'printed', faults: [], undecided: [] },
        { number: 5, what: 'refuse INV.T3', outcome: 'ok', faults: [], undecided: [] },
      ],
    });
  });

  it('that only says what people check has nothing to play', () => {
    expect(play('{steps: [{check: The clock is right}, {wait: 2 h}]}')).toEqual({
      exception: 'EX-1',
      outcome: 'nothing-to-play',
      steps: [
        { number: 1, what: 'check The clock is right', outcome: 'printed', faults: [], undecided: [] },
        { number: 2, what: 'wait 2 h', outcome: 'printed', faults: [], undecided: [] },
      ],
    });
  });

  it('ends where a step is not possible', () => {
    expect(play('{steps: [{do: NCR.T3, by: QA}, {deliver: all}]}').steps).toEqual([
      {
        number: 1,
        what: 'do NCR.T3',
        outcome: 'failed',
        faults: [
          {
            path: ['scenario', 'steps', 0, 'do'],
            reason: 'NCR.T3 on ncr is not possible here: NCR of ncr must be Decided or Open, but is Draft.',
          },
        ],
        undecided: [],
      },
      { number: 2, what: 'deliver all', outcome: 'not-reached', faults: [], undecided: [] },
    ]);
  });
});

describe('do and refuse', () => {
  it('mind the role, with what it inherits', () => {
    expect(remarks('{steps: [{do: NCR.T1, by: LEAD}]}')).toEqual([]);
    expect(remarks('{steps: [{do: NCR.T1, by: QA}]}')).toEqual(['1 by: NCR.T1 is not for QA, but for OPERATOR.']);
    expect(remarks('{steps: [{refuse: NCR.T1, by: QA}]}')).toEqual([]);
    expect(remarks('{steps: [{do: INV.T1, by: QA}]}')).toEqual(['1 by: INV.T1 is not started by people.']);
  });

  it('say what would be possible though it is to be refused, and go on', () => {
    expect(remarks('{steps: [{refuse: NCR.T1, by: OPERATOR, expect: {NCR: Open}}]}')).toEqual([
      '1 refuse: NCR.T1 on ncr would be possible here for OPERATOR.',
      '1 expect: NCR of ncr must be Open, but is Draft.',
    ]);
  });

  it('take the values that the story enters', () => {
    const opened = '{do: NCR.T1}';
    expect(remarks(`{steps: [${opened}, {do: NCR.T2, values: {ncr.decision: SCRAP}}]}`)).toEqual([]);
    expect(remarks(`{steps: [${opened}, {do: NCR.T2, values: {ncr.decision: PAINT}}]}`)).toEqual([
      '2 values: NCR.T2 cannot enter PAINT as ncr.decision.',
    ]);
  });

  it('compare the quantities that the story states', () => {
    const stated = (used: string): string => `{given: {NCR: Decided, values: {ncr.limit: 8 EA, ncr.used: ${used}}}, `;
    expect(remarks(`${stated('8 EA')}steps: [{do: NCR.T4, expect: {NCR: Open}}]}`)).toEqual([]);
    expect(remarks(`${stated('7 EA')}steps: [{refuse: NCR.T4}]}`)).toEqual([]);
    expect(remarks(`${stated('7 EA')}steps: [{wait: settled, expect: {NCR: Decided}}]}`)).toEqual([]);
    expect(remarks(`${stated('8 EA')}steps: [{wait: settled, expect: {NCR: Open}}]}`)).toEqual([]);
  });

  it('add up what is conserved', () => {
    const split = (s: string): string =>
      `{given: [{record: L1, LOT: Running, values: {lot.quantity: 120 EA}}], steps: [{do: LOT.T3, record: L1, new: S1, values: {L1.quantity: 80 EA${s}}}]}`;
    expect(remarks(split(', S1.quantity: 40 EA'))).toEqual([]);
    expect(remarks(split(''))).toEqual([]);
    expect(remarks(split(', S1.quantity: 30 EA'))).toEqual([
      '1 values: lot.quantity does not add up: 120 EA in L1 before LOT.T3, 80 EA in L1 and 30 EA in S1 after it (I-1).',
    ]);
  });
});

describe('messages', () => {
  const raised = '{do: NCR.T1}';

  it('arrive one at a time, the oldest first', () => {
    expect(remarks('{steps: [{deliver: IF-1}]}')).toEqual([
      '1 deliver: No message of IF-1 is the next on its way here.',
    ]);
    expect(remarks(`{steps: [${raised}, {deliver: IF-1}, {deliver: IF-2.LIFT}]}`)).toEqual([
      '3 deliver: No message of IF-2.LIFT is the next on its way here; the next is HOLD of lot.',
    ]);
  });

  it('that arrive where no step takes them are an error where nothing else is declared', () => {
    expect(remarks(`{given: {INV: Released}, steps: [${raised}, {deliver: all}]}`)).toEqual([
      '2 deliver: HOLD of lot arrives in ERP, where no step takes it from this state.',
    ]);
  });

  it('can be lost', () => {
    expect(
      remarks(`{steps: [${raised}, {lose: IF-1}, {wait: settled, expect: {LOT: Running}}, {lose: IF-1}]}`),
    ).toEqual(['4 lose: No message of IF-1 is the next on its way here.']);
  });

  it('can come twice: the receiver knows a repeat by its key, and without one takes it again', () => {
    const twice = `${raised}, {duplicate: IF-1, expect: {LOT: Held}}, {deliver: IF-1, expect: {LOT: Held}}, {deliver: all}`;
    expect(remarks(`{steps: [${twice}]}`)).toEqual([]);
    expect(remarks(`{steps: [${raised}, {deliver: IF-1}, {duplicate: IF-2}, {deliver: IF-2}]}`)).toEqual([
      '4 deliver: HOLD of lot arrives in ERP, where no step takes it from this state.',
    ]);
  });

  it('can overtake each other: where a counter keeps order the older one is dropped', () => {
    const two = `${raised}, {do: NCR.T3, by: QA}`;
    expect(
      remarks(
        `{steps: [${two}, {overtake: IF-1, expect: {LOT: Running}}, {deliver: IF-1, expect: {LOT: Running}}, {wait: settled}]}`,
      ),
    ).toEqual([]);
    expect(remarks(`{steps: [${raised}, {overtake: IF-1}]}`)).toEqual([
      '2 overtake: No two messages of IF-1 are on their way, of which one could overtake the other.',
    ]);
  });

  it('wait while the receiver is down', () => {
    expect(
      remarks(`{steps: [{down: MES, for: 2 h}, ${raised}, {wait: settled, expect: {LOT: Running}}, {deliver: IF-1}]}`),
    ).toEqual(['4 deliver: MES does not receive IF-1 at the moment.']);
    expect(remarks(`{steps: [{down: MES}, ${raised}, {up: MES}, {deliver: all, expect: {LOT: Held}}]}`)).toEqual([]);
  });

  it('that cannot be asked refuse the asker', () => {
    expect(remarks('{given: {INV: QI, NCR: Draft}, steps: [{refuse: INV.T3}]}')).toEqual([
      '1 refuse: INV.T3 on lot would be possible here.',
    ]);
    expect(
      remarks('{given: {INV: QI, NCR: Draft}, steps: [{down: QMS}, {refuse: INV.T3}, {up: QMS}, {do: INV.T3}]}'),
    ).toEqual([]);
  });

  it('come from outside the model with what the story says they carry', () => {
    const sent = (verdict: string, then: string): string =>
      `{steps: [{send: IF-4, carries: {verdict: ${verdict}}, expect: {LOT: Running}}, {deliver: IF-4, expect: {LOT: ${then}}}]}`;
    expect(remarks(sent('F', 'Held'))).toEqual([]);
    expect(remarks(sent('P', 'Running'))).toEqual([]);
    expect(remarks(sent('P', 'Held'))).toEqual(['2 expect: LOT of lot must be Held, but is Running.']);
    expect(remarks('{steps: [{send: IF-1}]}')).toEqual([
      '1 send: IF-1 is sent by steps of the model, such as NCR.T1: take one of them with `do`.',
    ]);
  });
});

describe('records', () => {
  it('have names where there are several of an object', () => {
    const two = 'given: [{record: L1, LOT: Running, INV: QI}, {record: L2, LOT: Running, INV: QI}]';
    expect(remarks(`{${two}, steps: [{do: LOT.T1}]}`)).toEqual([
      '1 do: There are several records of lot (L1 and L2): say which one with `record`.',
    ]);
    expect(remarks(`{${two}, steps: [{check: x, expect: {LOT: Running}}]}`)).toEqual([
      '1 expect: There are several records of lot (L1 and L2): say which one with `record`.',
    ]);
    expect(remarks(`{${two}, steps: [{do: NCR.T1, record: N1}]}`)).toEqual([
      '1 do: There are several records of lot: say with `of` to which N1 belongs.',
    ]);
    expect(
      remarks(
        `{${two}, steps: [{do: NCR.T1, record: N1, of: L1}, {deliver: all, expect: [{record: L1, LOT: Held}, {record: L2, LOT: Held}, {record: L3, LOT: Held}]}]}`,
      ),
    ).toEqual([
      '2 expect.1: LOT of L2 must be Held, but is Running.',
      '2 expect.2: There is no record L3 at this point of the story.',
    ]);
  });

  it('that are split off belong to what covered the lot they came from', () => {
    const begin = 'given: [{record: L1, LOT: Running, INV: QI}]';
    const split = '{do: LOT.T3, record: L1, by: LEAD, new: S1}';
    const held = '{deliver: all, expect: [{record: L1, LOT: Held}, {record: S1, LOT: Held, INV: Blocked}]}';
    expect(remarks(`{${begin}, steps: [{do: NCR.T1, record: N1, of: L1}, ${split}, ${held}]}`)).toEqual([]);
    expect(remarks(`{${begin}, steps: [${split}, {do: NCR.T1, record: N1, of: L1}, ${held}]}`)).toEqual([
      '3 expect.1: INV of S1 must be Blocked, but is QI; LOT of S1 must be Held, but is Running.',
    ]);
    expect(remarks(`{${begin}, steps: [{do: LOT.T1, record: S1, by: LEAD}, ${split}]}`)).toEqual([
      '1 do: There is no lot S1 at this point of the story.',
    ]);
  });

  it('too many of which belong together are not played, and that is said', () => {
    const lots = Array.from({ length: 6 }, (_, index) => `L${index + 1}`);
    const played = play(
      `{given: [${lots.map((lot) => `{record: ${lot}, LOT: Running}`).join(', ')}], steps: [{do: NCR.T1, record: N1, of: [${lots.join(', ')}]}, {check: x}]}`,
    );
    expect([played.outcome, ...played.steps.map(({ outcome, undecided }) => [outcome, ...undecided])]).toEqual([
      'not-played',
      ['not-played', 'N1 belongs together with 6 other records; a story with more than 5 is not played.'],
      ['printed'],
    ]);
  });
});

describe('what is expected', () => {
  it('must be plainly true; what only people know is said to be undecided', () => {
    expect(remarks('{steps: [{do: NCR.T1, expect: {all: [{NCR: Open}, {fact: somebody has signed}]}}]}')).toEqual([
      '1 ?: Whether this is so hinges on what no search can know of ncr.',
    ]);
    expect(remarks('{steps: [{do: NCR.T1, expect: {all: [{NCR: Closed}, {fact: somebody has signed}]}}]}')).toEqual([
      '1 expect: NCR of ncr must be Closed, but is Open.',
    ]);
    expect(remarks('{steps: [{do: NCR.T1, expect: {none: ncr, NCR: Open}}]}').map((text) => text.slice(0, 10))).toEqual(
      ['1 expect: '],
    );
  });
});
