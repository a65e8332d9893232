import { describe, expect, it } from 'vitest';
import { compareText } from '../../../../src/core/diagnostics/order.ts';
import { breach, isNow, stepNames, walked } from './plants.ts';

const SKETCH = `
systems: {QMS: {title: Quality system}, ERP: {title: Stock system}}
lifecycles:
  NCR:
    system: QMS
    initial: Open
    states: {Open: open, Closed: closed}
    transitions:
      close: {from: Open, to: Closed, emits: IF-1}
      again: {from: Closed, to: Open}
  STOCK:
    system: ERP
    initial: Blocked
    states: {Blocked: held, Released: released}
    transitions: {release: {from: Blocked, to: Released, receives: IF-1}}
interfaces:
  IF-1: {from: QMS, to: ERP, pattern: event, fields: {ncr_status: {from: NCR}}}
invariants:
  R1: {title: Nothing is released with an open NCR, never: {STOCK: Released, NCR: Open}}
`;

describe('lifecycles without objects', () => {
  it('have one record each, and reach one another by messages', () => {
    const plant = walked(SKETCH);
    expect(plant.composition.plant.records).toEqual([
      { name: 'NCR', number: 1, spare: false },
      { name: 'STOCK', number: 1, spare: false },
    ]);
    expect(stepNames(plant)).toEqual(['deliver IF-1 to ERP about NCR', 'NCR.again by people', 'NCR.close by people']);
    expect(breach(plant, 'R1')).toEqual([
      'NCR.close by people',
      'deliver IF-1 to ERP about NCR',
      'NCR.again by people',
    ]);
  });

  it('says what is not declared', () => {
    expect(walked(SKETCH).composition.plant.leftOut).toEqual([
      'IF-1 does not say whether order is kept: its messages may overtake one another.',
      'NCR.again does not say what starts it: it may happen whenever its condition holds.',
      'NCR.close does not say what starts it: it may happen whenever its condition holds.',
      'Time is not counted: how long messages, retries and people take is open.',
    ]);
  });

  it('reports a message that nobody handles where it arrives', () => {
    const { composition, taken } = walked(SKETCH);
    const outcomes = composition.plant.steps.filter(({ kind }) => kind === 'delivery').map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['processed', 'error']);
    expect(taken.get('deliver IF-1 to ERP about NCR')).toBeGreaterThan(1);
  });
});

const HOLD = (to: string, initial = 'initial: Made'): string => `
systems: {MES: {title: MES}}
roles: {LEAD: {title: Lead}}
lifecycles:
  LOT:
    system: MES
    ${initial}
    states: {Made: active, Packed: active, OnHold: held, Gone: terminal}
    transitions:
      pack: {from: Made, to: Packed, by: LEAD}
      hold: {from: [Made, Packed], to: OnHold, by: LEAD}
      lift: {from: OnHold, to: ${to}, by: LEAD}
      drop: {from: any, to: Gone, by: LEAD}
`;

describe('where a step leads', () => {
  it('goes back to where the record came from', () => {
    const plant = walked(HOLD('{last: [Made, Packed]}'));
    const lifted = plant.composition.stepsOf('LOT.lift').map(({ transitions }) => transitions[0]?.to);
    expect(lifted).toEqual(['Made', 'Packed']);
    // Made, Packed, OnHold after either, Gone: what was before is forgotten where nobody will ask.
    expect(plant.states).toBe(5);
  });

  it('goes back to any of them when the story begins there', () => {
    const plant = walked(HOLD('{last: [Made, Packed]}', 'initial: OnHold'));
    expect(plant.composition.plant.initial).toHaveLength(2);
    expect(plant.composition.plant.leftOut).toContain(
      'Where LOT was before the story begins is open, as far as a step leads back there.',
    );
  });

  it('takes any for every existing state, and same for the one it is in', () => {
    const { composition } = walked(HOLD('same'));
    const ways = (id: string) => composition.stepsOf(id).map(({ transitions: [one] }) => `${one?.from} ${one?.to}`);
    expect(ways('LOT.drop')).toEqual(['Gone Gone', 'Made Gone', 'OnHold Gone', 'Packed Gone']);
    expect(ways('LOT.lift')).toEqual(['OnHold OnHold']);
  });

  it('begins in any state where none is declared', () => {
    expect(walked(HOLD('same', 'title: Lot')).composition.plant.initial).toHaveLength(4);
    expect(walked(HOLD('same', 'title: Lot'), { start: { LOT: 'Packed' } }).composition.plant.initial).toHaveLength(1);
  });
});

describe('what starts a step', () => {
  const WAYS = `
systems: {MES: {title: MES}, QMS: {title: QMS}}
roles: {LEAD: {title: Lead}}
lifecycles:
  LOT:
    system: MES
    initial: A
    states: {A: active, B: held, C: held}
    transitions:
      t: {from: A, to: B, by: LEAD, auto: true, after: 30 d, receives: IF-1, when: {fact: it is so}, procedure: {fact: it was looked at}}
      u: {from: B, to: C, auto: true, when: {LOT: C}}
interfaces: {IF-1: {from: QMS, to: MES, pattern: event}}
`;
  it('makes each way a step of its own', () => {
    expect(stepNames(walked(WAYS))).toEqual([
      'IF-1 from outside to MES about LOT',
      'LOT.t by people',
      'LOT.t by itself',
      'LOT.t by time',
    ]);
  });

  it('lets only people follow a procedure, unless nobody is relied on', () => {
    const texts = (procedures: boolean) => {
      const { plant } = walked(WAYS, { procedures }).composition;
      return plant.steps.map(({ kind, guardWithAtoms }) => {
        const asked = plant.freeAtoms.filter((_, atom) => JSON.stringify(guardWithAtoms).includes(`"atom":${atom}`));
        return `${kind}: ${asked.join(', ')}`;
      });
    };
    expect(texts(true)).toEqual([
      'outside: fact: it is so',
      'person: fact: it is so, fact: it was looked at',
      'automatic: fact: it is so',
      'timed: fact: it is so',
    ]);
    expect(texts(false)).toEqual([
      'outside: fact: it is so',
      'person: fact: it is so',
      'automatic: fact: it is so',
      'timed: fact: it is so',
    ]);
  });

  it('lets people wait until everything is settled, where the project says so', () => {
    const any = walked(SKETCH, { messages: 2 });
    const settled = walked(SKETCH, { messages: 2, timing: 'settled' });
    expect([any.states, settled.states]).toEqual([11, 5]);
    expect(settled.full).toEqual([]);
  });
});

const CODES = (field: string, guard: string): string => `
systems: {QMS: {title: QMS}, MES: {title: MES}}
roles: {MRB: {title: Board}, LEAD: {title: Lead}}
codes:
  CL: {values: {REWORK: Rework, SCRAP: Scrap, RETURN: Return, SORT: Sort}}
  CM: {values: {RW: Rework, SC: Scrap, RT: Return}}
valueMaps:
  VM: {from: CL, to: CM, map: {REWORK: RW, SCRAP: SC, RETURN: RT}, unknown: reject}
objects:
  lot: {fields: {id: {type: string}}}
  ncr: {of: lot, fields: {disposition: {type: code, codes: CL}, qty: {type: integer}}}
lifecycles:
  NCR:
    object: ncr
    system: QMS
    initial: Open
    states: {Open: open, Decided: open}
    transitions:
      decide: {from: Open, to: Decided, by: MRB, fills: {ncr.disposition: any, ncr.qty: any}, when: {field: ncr.disposition, filled: true}, emits: IF-3}
      rethink: {from: Decided, to: Open, by: MRB}
  LOT:
    object: lot
    system: MES
    initial: OnHold
    states: {OnHold: held, InRework: held, Scrapped: terminal}
    transitions:
      rework: {from: OnHold, to: InRework, by: LEAD, when: {some: ncr, copy: IF-3, field: code, equals: RW}}
      scrap: {from: OnHold, to: Scrapped, by: LEAD, when: ${guard}}
interfaces:
  IF-3:
    from: QMS
    to: MES
    pattern: event
    delivery: {order: fifo, per: lot}
    unexpected: ignore
    fields: {code: {from: ncr.disposition, type: code${field}}}
invariants:
  R1: {title: Only what is to be scrapped is scrapped, step: LOT.scrap, requires: {some: ncr, copy: IF-3, field: code, equals: SC}}
  R2: {title: A rework is decided first, step: LOT.rework, requires: {some: ncr, NCR: [Decided, Open], field: ncr.disposition, filled: true}}
  R3: {title: It is decided what, step: NCR.decide, requires: {field: ncr.disposition, in: [REWORK, SCRAP, RETURN, SORT]}}
`;
const SCRAP = '{some: ncr, copy: IF-3, field: code, equals: SC}';

describe('codes that steps fill in', () => {
  it('are followed to the receiver, mapped on the way, as far as they make a difference', () => {
    const plant = walked(CODES(', map: VM', SCRAP), { messages: 1 }, { exact: true });
    const { channels, steps } = plant.composition.plant;
    expect(channels.map(({ name, messages }) => [name, messages.map(({ label }) => label)])).toEqual([
      [
        'IF-3 to MES about lot 1',
        [
          'IF-3 of ncr 1: code REWORK',
          'IF-3 of ncr 1: code SCRAP',
          'IF-3 of ncr 1: code RETURN',
          // The map does not know it: the message arrives without effect.
          'IF-3 of ncr 1: code SORT',
        ].sort(
          (a, b) =>
            channels[0]!.messages.findIndex(({ label }) => label === a) -
            channels[0]!.messages.findIndex(({ label }) => label === b),
        ),
      ],
    ]);
    expect(
      steps
        .filter(({ name }) => name.startsWith('deliver'))
        .map(({ outcome }) => outcome ?? '')
        .toSorted(compareText),
    ).toEqual(['copied', 'copied', 'copied', 'ignored']);
    expect(['R1', 'R2', 'R3'].map((id) => breach(plant, id))).toEqual([undefined, undefined, undefined]);
  });

  it('are read as the step fills them, and are one step for each value that matters', () => {
    const plant = walked(CODES(', map: VM', SCRAP), { messages: 1 }, { exact: true });
    expect(plant.composition.stepsOf('NCR.decide').map(({ fills }) => fills)).toEqual([
      { 'ncr.disposition': 'RETURN' },
      { 'ncr.disposition': 'REWORK' },
      { 'ncr.disposition': 'SCRAP' },
      { 'ncr.disposition': 'SORT' },
    ]);
  });

  it('let more happen when they are not followed to where they only decide when a step is possible', () => {
    const spec = CODES(', map: VM', SCRAP)
      .replace('fills: {ncr.disposition: any', 'fills: {ncr.disposition: REWORK')
      .replace(/ {2}R1: .*/u, '  R1: {never: {LOT: Scrapped}}');
    const plant = walked(spec, { messages: 1 });
    expect(breach(plant, 'R1')).toEqual(['NCR.decide by people on ncr 1', 'LOT.scrap by people on lot 1']);
    expect(breach(walked(spec, { messages: 1 }, { exact: true }), 'R1')).toBeUndefined();
    expect(plant.composition.plant.leftOut).toContain(
      'Messages of IF-3 to MES count as arrived as soon as they are sent: they start no step there, and what they carry is free.',
    );
  });

  it('mark the steps that may only happen because they are not followed', () => {
    const marked = (exact: boolean): readonly string[] =>
      walked(CODES(', map: VM', SCRAP).replace(/ {2}R1: .*\n/u, ''), { messages: 1 }, { exact })
        .composition.plant.steps.filter(({ loosened }) => loosened !== undefined)
        .map(({ name, loosened = [] }) => `${name}: ${loosened.join(', ')}`);
    expect(marked(false)).toEqual([
      'LOT.rework by people on lot 1: IF-3.code',
      'LOT.scrap by people on lot 1: IF-3.code',
    ]);
    expect(marked(true)).toEqual([]);
  });

  it('are followed where more depends on them than whether a step may happen', () => {
    const guard = '{some: ncr, copy: IF-3, field: code, in: [SC, RT]}';
    // An invariant asks for them.
    expect(breach(walked(CODES(', map: VM', guard), { messages: 1 }), 'R1')).toEqual([
      'NCR.decide by people on ncr 1',
      'deliver IF-3 to MES about ncr 1',
      'LOT.scrap by people on lot 1',
    ]);
    // While an automatic step is possible, nothing is settled.
    const automatic = CODES(', map: VM', SCRAP)
      .replace('to: InRework, by: LEAD', 'to: InRework, auto: true')
      .replace(/ {2}R1: .*\n/u, '');
    expect(walked(automatic, { messages: 1 }).composition.plant.channels).toHaveLength(1);
  });

  it('are free as a whole where a formula makes them', () => {
    const plant = walked(CODES(', derivation: by hand', SCRAP), { messages: 1 }, { exact: true });
    expect(breach(plant, 'R1')).toBeUndefined();
    expect(plant.composition.plant.variables.map(({ name, values }) => `${name}: ${values.join(', ')}`)).toContain(
      'IF-3 as MES last received it about ncr 1: code: nothing yet, delivered',
    );
  });
});

const ASK = (unexpected: string, more = ''): string => `
systems: {ERP: {title: ERP}, QMS: {title: QMS}}
roles: {QA: {title: QA}}
lifecycles:
  INV:
    system: ERP
    initial: QI
    states: {QI: quarantine, Released: released}
    transitions: {release: {from: QI, to: Released, by: QA, emits: IF-7}}
  NCR:
    system: QMS
    initial: None
    states: {None: closed, Open: open, Gated: closed}
    transitions:
      raise: {from: None, to: Open, by: QA}
      gate: {from: None, to: Gated, receives: IF-7}
interfaces:
  IF-7: {from: ERP, to: QMS, pattern: request-reply${unexpected}${more}}
`;

describe('questions', () => {
  it('are answered within the step that asks', () => {
    const { composition } = walked(ASK(', unexpected: refuse'));
    const released = composition.stepsOf('INV.release');
    expect(released.map(({ transitions }) => transitions.map(({ id }) => id))).toEqual([['INV.release', 'NCR.gate']]);
    expect(composition.plant.channels).toEqual([]);
  });

  it('let the step go on alone where nobody minds', () => {
    const { composition } = walked(ASK(', unexpected: ignore'));
    expect(composition.stepsOf('INV.release').map(({ transitions }) => transitions.map(({ id }) => id))).toEqual([
      ['INV.release', 'NCR.gate'],
      ['INV.release'],
    ]);
  });

  it.each([
    ['refuse', false],
    ['proceed', true],
  ])('while the interface is down and it says %s', (mode, goesOn) => {
    const plant = walked(ASK(', unexpected: refuse', `, whenDown: {mode: ${mode}}, faults: outage`), { faults: 1 });
    const { composition } = plant;
    const way = plant.wayTo({
      kind: 'all',
      of: [
        isNow(composition, 'IF-7 is down', 'yes'),
        isNow(composition, 'NCR', 'None'),
        isNow(composition, 'INV', 'Released'),
      ],
    });
    expect(way).toEqual(goesOn ? ['outage of IF-7', 'INV.release by people'] : undefined);
  });
});

describe('a step that contradicts itself', () => {
  it('is left out, and that is said', () => {
    const plant = walked(`
systems: {ERP: {title: ERP}}
roles: {QA: {title: QA}}
lifecycles:
  INV:
    system: ERP
    initial: QI
    states: {QI: quarantine, Released: released, Blocked: held}
    transitions:
      release: {from: QI, to: Released, by: QA, emits: IF-7}
      block: {from: QI, to: Blocked, receives: IF-7}
interfaces: {IF-7: {from: ERP, to: ERP, pattern: request-reply, unexpected: refuse}}
`);
    expect(plant.composition.plant.steps).toEqual([]);
    expect(plant.composition.plant.leftOut).toContain(
      'What INV.release and INV.block would do at once contradicts itself, so that it is left out.',
    );
  });
});

describe('what the search leaves out', () => {
  const FREE = `
systems: {QMS: {title: QMS}}
roles: {QA: {title: QA}}
objects: {lot: {fields: {grade: {type: code, codes: CL}, qty: {type: integer}}}}
codes: {CL: {values: {A: Best, B: Good, C: Bad}}}
lifecycles:
  CAPA: {object: lot, system: QMS, initial: Open, states: {Open: open, Closed: closed, Void: closed}}
  LOT:
    object: lot
    system: QMS
    initial: Held
    states: {Held: held, Freed: released}
    transitions:
      free: {from: Held, to: Freed, by: QA, when: {all: [{CAPA: Closed}, {field: lot.grade, in: [A, B]}, {field: lot.qty, above: 0}, {fact: it is clean}]}}
invariants:
  R1: {title: a, step: LOT.free, requires: {CAPA: {class: closed}}}
  R2: {title: b, step: LOT.free, requires: {CAPA: Void}}
  R3: {title: c, step: LOT.free, requires: {not: {field: lot.grade, equals: C}}}
  R4: {title: d, step: LOT.free, requires: {field: lot.grade, equals: A}}
  R5: {title: e, step: LOT.free, requires: {all: [{fact: it is clean}, {field: lot.qty, above: 0}]}}
  R6: {title: f, step: LOT.free, requires: {fact: it is dry}}
`;
  it('is free, but has one value wherever it is named within a step', () => {
    const plant = walked(FREE, { without: ['CAPA'] });
    expect(['R1', 'R2', 'R3', 'R4', 'R5', 'R6'].map((id) => breach(plant, id) === undefined)).toEqual([
      true,
      false,
      true,
      false,
      true,
      false,
    ]);
  });

  it('takes no part in the world', () => {
    const plant = walked(FREE, { without: ['CAPA'] });
    expect(plant.composition.plant.variables.map(({ name }) => name)).toEqual(['LOT of lot 1']);
    expect(walked(FREE, { without: ['LOT.free'] }).composition.stepsOf('LOT.free')).toEqual([]);
  });
});
