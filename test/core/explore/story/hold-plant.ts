import type { ComposedPlant, Step } from '../../../../src/core/explore/plant/composed-plant.ts';
import type { Expression } from '../../../../src/core/explore/plant/expression.ts';
import { all, TRUE } from '../../../../src/core/explore/plant/simplify.ts';
import type { SpecModel } from '../../../../src/core/model/spec-model.ts';
import { load, projectText, sourceFile } from '../../rules/small-project.ts';

/** A quality system that holds stock by a message, and a stock system in which people release it. */
export const HOLD_SPEC = `
systems: {QMS: {title: Quality system}, ERP: {title: Stock system}}
roles:
  QA: {title: Quality inspector}
  LEAD: {title: Shift lead}
objects:
  lot: {title: Lot}
  ncr: {title: Nonconformance, of: lot, fields: {disposition: {type: code}}}
lifecycles:
  NCR:
    object: ncr
    system: QMS
    initial: Draft
    states: {Draft: pre, Open: open, Closed: closed}
    transitions:
      T01: {event: raise_ncr, from: Draft, to: Open, by: [QA, LEAD], when: {fact: the defect is confirmed}, emits: IF-1}
      T02: {event: close, from: Open, to: Closed, by: QA, fills: {ncr.disposition: [REWORK, SCRAP]}, emits: IF-1, sign: {meaning: NCR closed}}
  STOCK:
    object: lot
    system: ERP
    initial: QI
    states: {QI: quarantine, Blocked: held, Released: released}
    transitions:
      T01: {event: block, from: [QI, Released], to: Blocked, receives: {message: IF-1, NCR: Open}}
      T02: {event: release, from: QI, to: Released, by: QA, sign: {meaning: Released for use}}
valueMaps: {VM-D: {map: {REWORK: RW, SCRAP: SC}, unknown: reject}}
interfaces:
  IF-1:
    from: QMS
    to: ERP
    pattern: event
    faults: [lose]
    fields: {ncr_status: {from: NCR}, dispo_code: {from: ncr.disposition, map: VM-D}}
invariants:
  R1: {title: Nothing is released with an open NCR, never: {all: [{STOCK: Released}, {some: ncr, NCR: Open}]}}
`;

export function holdModel(spec = HOLD_SPEC): SpecModel {
  return load('head', [sourceFile('head', 'countersign.yaml', projectText(spec))]);
}

/** Step ids of the hand-made plant, in order. */
export const STEP = { raise: 0, rework: 1, scrap: 2, release: 3, block: 4, copied: 5, lose: 6 } as const;

const is = (variable: number, ...values: readonly number[]): Expression => ({ kind: 'in', variable, values });
const set = (variable: number, value: number) => ({ kind: 'set', variable, value }) as const;

const NCR = 0;
const STOCK = 1;
const DISPOSITION = 2;
const FAULTS = 3;
const next: Expression = { kind: 'at', channel: 0, position: 0, messages: [1] };
const nextClosed: Expression = { kind: 'at', channel: 0, position: 0, messages: [2] };
const send = { kind: 'sendContent', channel: 0, base: 0, parts: [{ variable: NCR, map: [0, 1, 2] }] } as const;
const take = { kind: 'take', channel: 0, position: 0 } as const;

/** The same plant by hand: one lot, one NCR, two messages, one fault. `released` = the states in which a release is possible. */
export function holdPlant(released: readonly number[] = [0]): ComposedPlant {
  const steps: Omit<Step, 'id'>[] = [
    {
      name: 'NCR.T01 by people on ncr 1',
      kind: 'person',
      by: ['LEAD', 'QA'],
      transitions: [{ id: 'NCR.T01', lifecycle: 'NCR', record: 1, from: 'Draft', to: 'Open' }],
      guard: is(NCR, 0),
      guardWithAtoms: all(is(NCR, 0), { kind: 'free', atom: 0 }),
      actions: [set(NCR, 1), send],
      correction: false,
    },
    ...(['REWORK', 'SCRAP'] as const).map((code, index): Omit<Step, 'id'> => ({
      name: 'NCR.T02 by people on ncr 1',
      kind: 'person',
      by: ['QA'],
      transitions: [{ id: 'NCR.T02', lifecycle: 'NCR', record: 1, from: 'Open', to: 'Closed' }],
      fills: { 'ncr.disposition': code },
      guard: is(NCR, 1),
      actions: [set(NCR, 2), set(DISPOSITION, index + 1), send],
      correction: false,
    })),
    {
      name: 'STOCK.T02 by people on lot 1',
      kind: 'person',
      by: ['QA'],
      transitions: [{ id: 'STOCK.T02', lifecycle: 'STOCK', record: 0, from: 'QI', to: 'Released' }],
      guard: all(is(STOCK, 0), released.length === 3 ? TRUE : is(NCR, ...released)),
      actions: [set(STOCK, 2)],
      correction: false,
    },
    {
      name: 'deliver IF-1 to ERP about ncr 1',
      kind: 'delivery',
      interface: 'IF-1',
      channel: 0,
      message: 1,
      outcome: 'processed',
      transitions: [{ id: 'STOCK.T01', lifecycle: 'STOCK', record: 0, from: 'QI', to: 'Blocked' }],
      guard: all(next, is(STOCK, 0, 2)),
      actions: [take, set(STOCK, 1)],
      correction: false,
    },
    {
      name: 'deliver IF-1 to ERP about ncr 1',
      kind: 'delivery',
      interface: 'IF-1',
      channel: 0,
      message: 2,
      outcome: 'copied',
      transitions: [],
      guard: nextClosed,
      actions: [take],
      correction: false,
    },
    {
      name: 'lose IF-1 to ERP about ncr 1',
      kind: 'fault',
      fault: 'lose',
      interface: 'IF-1',
      channel: 0,
      message: 1,
      transitions: [],
      guard: all(next, is(FAULTS, 0)),
      actions: [take, { kind: 'increase', variable: FAULTS }],
      correction: false,
    },
  ];
  return {
    records: [
      { name: 'lot 1', object: 'lot', number: 1, spare: false },
      { name: 'ncr 1', object: 'ncr', number: 1, spare: false },
    ],
    variables: [
      {
        name: 'NCR of ncr 1',
        values: ['Draft', 'Open', 'Closed'],
        role: { kind: 'status', lifecycle: 'NCR', system: 'QMS', record: 1 },
      },
      {
        name: 'STOCK of lot 1',
        values: ['QI', 'Blocked', 'Released'],
        role: { kind: 'status', lifecycle: 'STOCK', system: 'ERP', record: 0 },
      },
      {
        name: 'ncr.disposition of ncr 1',
        values: ['empty', 'REWORK', 'SCRAP'],
        role: { kind: 'field', field: 'ncr.disposition', record: 1 },
      },
      { name: 'faults', values: ['0', '1'], role: { kind: 'faults' } },
    ],
    channels: [
      {
        name: 'IF-1 to ERP about ncr 1',
        interface: 'IF-1',
        receiver: 'ERP',
        capacity: 2,
        order: 'queue',
        messages: [
          { label: 'IF-1 of ncr 1: Open', record: 1 },
          { label: 'IF-1 of ncr 1: Closed', record: 1 },
        ],
      },
    ],
    steps: steps.map((step, id) => ({ id, ...step })),
    initial: [[0, 0, 0, 0]],
    freeAtoms: ['fact: the defect is confirmed'],
    settled: { kind: 'not', of: { kind: 'waiting', channel: 0 } },
    resting: TRUE,
    leftOut: [],
    bounds: {
      instances: { lot: 1, ncr: 1 },
      spare: {},
      start: {},
      without: [],
      messages: 2,
      faults: 1,
      timing: 'any',
      procedures: true,
    },
  };
}
