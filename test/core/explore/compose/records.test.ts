import { describe, expect, it } from 'vitest';
import { compareText } from '../../../../src/core/diagnostics/order.ts';
import { withoutAtoms, all } from '../../../../src/core/explore/plant/simplify.ts';
import { breach, isNow, stepNames, walked } from './plants.ts';

const LOTS = (of: string, explore: string): string => `
explore: ${explore}
systems: {QMS: {title: QMS}, MES: {title: MES}}
roles: {QA: {title: QA}}
objects:
  lot: {title: Lot}
  ncr: {title: NCR, of: ${of}}
lifecycles:
  NCR:
    object: ncr
    system: QMS
    initial: Draft
    states: {Draft: pre, Open: open}
    transitions: {raise: {from: Draft, to: Open, by: QA}}
  LOT:
    object: lot
    system: MES
    initial: Made
    states: {Made: active, Sold: released}
    transitions: {sell: {from: Made, to: Sold, by: QA, when: {none: ncr, NCR: Open}}}
invariants:
  OWN: {title: No lot is sold with an open NCR of it, step: LOT.sell, requires: {none: ncr, NCR: {class: open}}}
  ALL: {title: No lot is sold while any NCR is open, never: {all: [{some: lot, LOT: Sold}, {some: ncr, NCR: Open}]}}
`;

describe('records that belong to one another', () => {
  it('belong together without further ado where there is only one to belong to', () => {
    const plant = walked(LOTS('lot', '{instances: {lot: 1, ncr: 2}}'));
    expect(plant.composition.plant.variables.map(({ role }) => role.kind)).toEqual(['status', 'status', 'status']);
    expect(plant.composition.plant.records.map(({ name }) => name)).toEqual(['lot 1', 'ncr 1', 'ncr 2']);
    expect(breach(plant, 'OWN')).toBeUndefined();
  });

  it('begin in every possible way where there are several', () => {
    expect(walked(LOTS('lot', '{instances: {lot: 2, ncr: 1}}')).composition.plant.initial).toHaveLength(2);
    expect(walked(LOTS('{lot: {many: true}}', '{instances: {lot: 2, ncr: 1}}')).composition.plant.initial).toHaveLength(
      3,
    );
  });

  it('count for their own lot alone', () => {
    const plant = walked(LOTS('lot', '{instances: {lot: 2, ncr: 1}}'));
    expect(breach(plant, 'OWN')).toBeUndefined();
    const other = plant.composition.bindings(['lot', 'ncr']);
    expect(other.map(({ binding, exists }) => [[...binding.values()], exists.kind])).toEqual([
      [[0, 2], 'in'],
      [[1, 2], 'in'],
    ]);
    // Bound to nothing, quantifiers range over all records: lot 2 may be sold though the NCR of lot 1 is open.
    expect(breach(plant, 'ALL')).toEqual(['LOT.sell by people on lot 1', 'NCR.raise by people on ncr 1']);
  });

  it('mean nothing where the project wants none', () => {
    const plant = walked(LOTS('lot', '{instances: {lot: 1, ncr: 0}}'));
    expect(plant.composition.plant.steps.map(({ name, guardWithAtoms }) => [name, guardWithAtoms])).toEqual([
      ['LOT.sell by people on lot 1', undefined],
    ]);
  });
});

const SPLIT = (spare: number): string => `
explore: {instances: {lot: 1, ncr: 1}, spare: {lot: ${spare}}}
systems: {QMS: {title: QMS}, MES: {title: MES}, ERP: {title: ERP}}
roles: {QA: {title: QA}}
objects:
  lot: {title: Lot}
  ncr: {title: NCR, of: {lot: {many: true}}}
lifecycles:
  NCR:
    object: ncr
    system: QMS
    initial: Draft
    states: {Draft: pre, Open: open, Closed: closed}
    transitions:
      raise: {from: Draft, to: Open, by: QA, emits: IF-1}
      close: {from: Open, to: Closed, by: QA, emits: IF-1}
  LOT:
    object: lot
    system: MES
    initial: Made
    states: {Made: active, OnHold: held, Sold: released}
    transitions:
      hold: {from: Made, to: OnHold, receives: {message: IF-1, NCR: Open}}
      lift: {from: OnHold, to: {last: [Made]}, auto: true, when: {all: [{some: ncr, copy: IF-1, NCR: Closed}, {none: ncr, copy: IF-1, NCR: Open}]}}
      split: {from: [Made, OnHold], to: same, by: QA, creates: {lot: {LOT: same}}, emits: IF-2.SPLIT}
      sell: {from: Made, to: Sold, by: QA}
  INV:
    object: lot
    system: ERP
    states: {Stock: quarantine}
    transitions:
      receive: {from: absent, to: Stock, by: QA}
      split: {from: Stock, to: same, receives: IF-2.SPLIT, creates: {lot: {INV: same}}}
interfaces:
  IF-1: {from: QMS, to: MES, pattern: event, delivery: {order: fifo, per: lot}, unexpected: ignore, fields: {status: {from: NCR}}}
  IF-2: {from: MES, to: ERP, pattern: event, messages: [SPLIT], delivery: {order: fifo, per: lot}, unexpected: ignore}
invariants:
  HELD: {title: No lot is sold once its NCR is open and everything has arrived, never: {all: [{LOT: Sold}, {some: ncr, NCR: Open}]}, once: settled}
  FREE: {title: A part that is split off is covered as well, never: {all: [{LOT: Made}, {some: ncr, NCR: Open}]}, once: settled}
`;

describe('a lot that is split', () => {
  it('cannot be, where the bounds leave no room', () => {
    const plant = walked(SPLIT(0), { messages: 1 });
    expect(plant.composition.stepsOf('LOT.split')).toEqual([]);
    expect(plant.composition.plant.leftOut).toContain(
      'LOT.split makes a new lot and cannot happen here, since the bounds leave no room for one (`explore.spare`).',
    );
  });

  const plant = walked(SPLIT(1), { messages: 2 });
  const { composition } = plant;

  it('makes a record that did not exist, like the one it came from', () => {
    expect(composition.plant.records.map(({ name, spare }) => [name, spare])).toEqual([
      ['lot 1', false],
      ['lot 2', true],
      ['ncr 1', false],
    ]);
    const made = plant.wayTo(
      all(isNow(composition, 'lot 2 exists', 'yes'), isNow(composition, 'LOT of lot 2', 'OnHold')),
    );
    expect(made).toHaveLength(3);
    const changed = composition
      .stepsOf('LOT.split')
      .map(({ actions }) =>
        actions.flatMap((action) =>
          'variable' in action ? (composition.plant.variables[action.variable]?.name ?? '') : [],
        ),
      );
    const expected = [
      'IF-1 as MES last received it about ncr 1 for lot 2: NCR',
      'LOT of lot 2',
      'LOT of lot 2 was last in Made',
      'lot 2 exists',
      'ncr 1 belongs to lot 2',
    ];
    expect(changed.map((names) => names.toSorted(compareText))).toEqual([expected, expected]);
    expect(
      plant.wayTo(all(isNow(composition, 'lot 2 exists', 'no'), isNow(composition, 'LOT of lot 2', 'Made', 'OnHold'))),
    ).toBe(undefined);
  });

  it('is complete in another system when the message has arrived there', () => {
    const complete = composition.stepsOf('INV.split');
    expect(complete.map(({ name }) => name)).toEqual(['deliver IF-2.SPLIT to ERP about lot 1']);
    const stock = composition.plant.variables.findIndex(({ name }) => name === 'INV of lot 2');
    expect(complete[0]?.actions).toContainEqual(expect.objectContaining({ kind: 'set', variable: stock }));
    expect(composition.plant.channels.flatMap(({ messages }) => messages.map(({ label }) => label))).toContain(
      'SPLIT of lot 1 with lot 2',
    );
  });

  it('is covered by the NCRs of the lot that it came from', () => {
    const covered = isNow(composition, 'ncr 1 belongs to lot 2', 'yes');
    expect(plant.wayTo(covered)).toEqual(['LOT.split by people on lot 1']);
    expect(
      plant.wayTo(all(isNow(composition, 'lot 2 exists', 'yes'), isNow(composition, 'ncr 1 belongs to lot 2', 'no'))),
    ).toBe(undefined);
    // What was on its way to the lot when it was split does not reach the new one, so that it stays free.
    expect(breach(plant, 'FREE')).toEqual([
      'NCR.raise by people on ncr 1',
      'LOT.split by people on lot 1',
      'deliver IF-1 to MES about ncr 1 for lot 1',
      'deliver IF-2.SPLIT to ERP about lot 1',
    ]);
  });

  it('is known to the receiver as its origin is', () => {
    // The part that was split off on hold is lifted when the NCR is closed.
    const lifted = plant.wayTo(
      withoutAtoms(all(isNow(composition, 'LOT of lot 2', 'Made'), isNow(composition, 'NCR of ncr 1', 'Closed'))),
      true,
    );
    expect(lifted).toBeDefined();
    expect(stepNames(plant)).toContain('LOT.lift by itself on lot 2');
    expect(plant.taken.get('LOT.lift by itself on lot 2')).toBeGreaterThan(0);
  });
});
