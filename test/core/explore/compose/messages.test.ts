import { describe, expect, it } from 'vitest';
import { all } from '../../../../src/core/explore/plant/simplify.ts';
import { breach, isNow, walked } from './plants.ts';

const FLOW = (interfaceLine: string, explore = '{messages: 2}'): string => `
explore: ${explore}
systems: {QMS: {title: QMS}, MES: {title: MES}}
roles: {QA: {title: QA}}
objects: {lot: {title: Lot}}
lifecycles:
  NCR:
    object: lot
    system: QMS
    initial: None
    states: {None: closed, Open: open, Closed: closed}
    transitions:
      raise: {from: None, to: Open, by: QA, emits: IF-1.HOLD}
      close: {from: Open, to: Closed, by: QA, emits: IF-1.FREE}
  LOT:
    object: lot
    system: MES
    initial: Made
    states: {Made: active, OnHold: held}
    transitions:
      hold: {from: Made, to: OnHold, receives: IF-1.HOLD}
      free: {from: OnHold, to: Made, receives: IF-1.FREE}
interfaces:
  IF-1: {from: QMS, to: MES, pattern: event, messages: [HOLD, FREE], ${interfaceLine}}
invariants:
  HELD: {title: Held once everything has arrived, never: {NCR: Open, LOT: Made}, once: settled}
  FREED: {title: Free once everything has arrived, never: {NCR: Closed, LOT: OnHold}, once: settled}
`;
const FIFO = 'delivery: {order: fifo, per: lot}';

describe('messages on their way', () => {
  it('arrive in order, or in any order', () => {
    expect(breach(walked(FLOW(`${FIFO}, unexpected: ignore`)), 'FREED')).toBeUndefined();
    expect(breach(walked(FLOW('delivery: {order: none}, unexpected: ignore')), 'FREED')).toEqual([
      'NCR.raise by people on lot 1',
      'NCR.close by people on lot 1',
      'deliver IF-1.FREE to MES about lot 1',
      'deliver IF-1.HOLD to MES about lot 1',
    ]);
  });

  it('wait for the receiver, where they are to wait', () => {
    const plant = walked(FLOW('delivery: {order: none}, unexpected: wait'));
    expect(breach(plant, 'FREED')).toBeUndefined();
    expect(
      plant.composition.plant.steps.filter(({ kind }) => kind === 'delivery').map(({ outcome }) => outcome),
    ).toEqual(['processed', 'processed']);
  });

  it('never block anybody silently', () => {
    const plant = walked(FLOW(`${FIFO}, unexpected: ignore`, '{messages: 1}'));
    expect(plant.full).toEqual(['IF-1 to MES about lot 1']);
  });

  it('are one kind for all records where order is kept for all together', () => {
    const { channels } = walked(
      FLOW('delivery: {order: fifo}, unexpected: ignore', '{instances: {lot: 2}, messages: 2}'),
    ).composition.plant;
    expect(channels.map(({ name, messages }) => [name, messages.map(({ label }) => label)])).toEqual([
      ['IF-1 to MES', ['FREE of lot 1', 'FREE of lot 2', 'HOLD of lot 1', 'HOLD of lot 2']],
    ]);
  });
});

describe('faults', () => {
  const faulty = (line: string, faults = 1) => walked(FLOW(line), { faults });

  it('happen only where they are credible, and as often as the budget allows', () => {
    expect(breach(faulty(`${FIFO}, unexpected: ignore`), 'HELD')).toBeUndefined();
    expect(breach(faulty(`${FIFO}, unexpected: ignore, faults: lose`, 0), 'HELD')).toBeUndefined();
    expect(breach(faulty(`${FIFO}, unexpected: ignore, faults: lose`), 'HELD')).toEqual([
      'NCR.raise by people on lot 1',
      'lose IF-1.HOLD to MES about lot 1',
    ]);
    const { composition, wayTo } = faulty(`${FIFO}, unexpected: ignore, faults: lose`, 2);
    expect(wayTo(isNow(composition, 'faults', '2'))).toHaveLength(4);
  });

  it('repeat a message, which then arrives again', () => {
    expect(breach(faulty(`${FIFO}, unexpected: ignore, faults: duplicate`), 'FREED')).toBeUndefined();
    expect(breach(faulty('delivery: {order: none}, unexpected: wait, faults: duplicate'), 'FREED')).toEqual([
      'NCR.raise by people on lot 1',
      'repeat IF-1.HOLD to MES about lot 1',
      'NCR.close by people on lot 1',
      'deliver IF-1.FREE to MES about lot 1',
      'deliver IF-1.HOLD to MES about lot 1',
    ]);
  });

  it('leave repeats alone that the receiver recognises', () => {
    const plant = faulty(
      'delivery: {order: none, key: [event_no]}, headers: [event_no], unexpected: wait, faults: duplicate',
    );
    expect(breach(plant, 'FREED')).toBeUndefined();
    expect(plant.composition.plant.leftOut).toContain(
      'A repeated message of IF-1 is recognised by its key and changes nothing; the fault is left out.',
    );
  });

  it('let a message overtake the one before it, which is dropped where the receiver counts', () => {
    expect(breach(faulty(`${FIFO}, unexpected: ignore, faults: overtake`), 'FREED')).toEqual([
      'NCR.raise by people on lot 1',
      'NCR.close by people on lot 1',
      'overtake with IF-1.FREE to MES about lot 1',
      'deliver IF-1.HOLD to MES about lot 1',
    ]);
    const counting =
      'delivery: {order: sequence, sequence: count, per: lot}, headers: [count], unexpected: ignore, faults: overtake';
    expect(breach(faulty(counting), 'FREED')).toBeUndefined();
  });

  it.each([
    ['queue', undefined],
    ['last-known', ['outage of IF-1', 'NCR.raise by people on lot 1', 'recovery of IF-1']],
  ])('take an interface down, after which %s counts', (mode, way) => {
    const plant = faulty(`${FIFO}, unexpected: ignore, whenDown: {mode: ${mode}}, faults: outage`);
    expect(breach(plant, 'HELD')).toEqual(way);
  });

  it('do not let the asker go on where it is refused', () => {
    const plant = faulty(`${FIFO}, unexpected: ignore, whenDown: {mode: refuse}, faults: outage`);
    const { composition } = plant;
    expect(breach(plant, 'HELD')).toBeUndefined();
    expect(
      plant.wayTo(all(isNow(composition, 'IF-1 is down', 'yes'), isNow(composition, 'NCR of lot 1', 'Open'))),
    ).toEqual(['NCR.raise by people on lot 1', 'outage of IF-1']);
  });
});

describe('nothing on its way', () => {
  const GATE = (instances: number, per: string): string => `
explore: {instances: {lot: ${instances}}, messages: 2}
systems: {MES: {title: MES}, ERP: {title: ERP}}
roles: {QA: {title: QA}}
objects: {lot: {title: Lot}}
lifecycles:
  LOT:
    object: lot
    system: MES
    initial: Made
    states: {Made: active, OnHold: held}
    transitions: {hold: {from: Made, to: OnHold, by: QA, emits: IF-2}}
  INV:
    object: lot
    system: ERP
    initial: QI
    states: {QI: quarantine, Blocked: held, Released: released}
    transitions:
      block: {from: QI, to: Blocked, receives: IF-2}
      release: {from: QI, to: Released, by: QA, when: {settled: IF-2}}
interfaces:
  IF-2: {from: MES, to: ERP, pattern: event, delivery: {order: fifo${per}}, unexpected: ignore}
invariants:
  R1: {title: Held stock is not released, step: INV.release, requires: {LOT: Made}}
`;
  it.each([
    [1, ''],
    [2, ''],
    [2, ', per: lot'],
  ])('is judged for the record alone: %i lots, order%s', (instances, per) => {
    const plant = walked(GATE(instances, per));
    expect(breach(plant, 'R1')).toBeUndefined();
    if (instances === 1) return;
    // The other lot may be on its way to be blocked.
    const { composition } = plant;
    const release = composition.plant.steps.find(({ name }) => name === 'INV.release by people on lot 2');
    expect(
      plant.wayBy(
        release === undefined
          ? []
          : [
              {
                step: release,
                bad: all(isNow(composition, 'LOT of lot 1', 'OnHold'), isNow(composition, 'INV of lot 1', 'QI')),
              },
            ],
      ),
    ).toEqual(['LOT.hold by people on lot 1', 'INV.release by people on lot 2']);
  });

  it.each([
    ['nothing', '{settled: IF-2}', undefined],
    ['something', '{not: {settled: IF-2}}', ['LOT.other by people on lot 1', 'LOT.hold by people on lot 1']],
  ])('counts messages that are only sent while %s is on its way', (_, when, way) => {
    const text = GATE(2, '')
      .replace('by: QA, emits: IF-2}', `by: QA, when: ${when}, emits: IF-2}`)
      .replace('transitions: {hold', 'transitions: {other: {from: Made, to: same, by: QA, emits: IF-2}, hold');
    const plant = walked(text);
    const { composition } = plant;
    const held = plant.wayTo(isNow(composition, 'LOT of lot 1', 'OnHold'));
    expect(held).toEqual(way ?? ['LOT.hold by people on lot 1']);
    expect(breach(plant, 'R1')).toBeUndefined();
  });
});

describe('messages from outside', () => {
  const OUTSIDE = `
systems: {LIMS: {title: LIMS}, QMS: {title: QMS}}
roles: {QA: {title: QA}}
codes: {CL: {values: {PASS: Pass, FAIL: Fail, OPEN: Open}}}
objects: {lot: {title: Lot}, result: {of: lot, fields: {verdict: {type: code, codes: CL}}}}
lifecycles:
  BRR:
    object: lot
    system: QMS
    initial: Review
    states: {Review: quarantine, Released: released}
    transitions:
      release: {from: Review, to: Released, by: QA, when: {every: result, copy: IF-5, field: verdict, equals: PASS}}
      withdraw: {from: Released, to: Review, receives: {message: IF-5, field: verdict, equals: FAIL}}
interfaces:
  IF-5: {from: LIMS, to: QMS, pattern: event, about: result, fields: {verdict: {from: result.verdict, type: code}}}
invariants:
  R1: {title: No release with a failed result, never: {all: [{BRR: Released}, {some: result, copy: IF-5, field: verdict, equals: FAIL}]}}
`;
  it('arrive at any time with any content, of which as much is kept as is asked for', () => {
    const plant = walked(OUTSIDE);
    const { variables, steps } = plant.composition.plant;
    expect(variables.map(({ name, values }) => `${name}: ${values.join(', ')}`)).toEqual([
      'BRR of lot 1: Released, Review',
      'IF-5 as QMS last received it about result 1: verdict: nothing yet / PASS, FAIL, OPEN',
    ]);
    expect(
      steps.map(({ name, outcome, carries }) => `${name} ${outcome ?? ''} ${carries?.['verdict'] ?? ''}`.trim()),
    ).toEqual([
      'BRR.release by people on lot 1',
      'IF-5 from outside to QMS about result 1 processed FAIL',
      'IF-5 from outside to QMS about result 1 ignored FAIL',
      'IF-5 from outside to QMS about result 1 copied OPEN',
      'IF-5 from outside to QMS about result 1 copied PASS',
    ]);
    expect(breach(plant, 'R1')).toBeUndefined();
  });
});
