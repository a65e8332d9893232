import type { ComposedPlant, Step } from '../../../../src/core/explore/plant/composed-plant.ts';
import type { Property } from '../../../../src/core/explore/search/property.ts';

const step = (id: number, rest: Omit<Step, 'id' | 'transitions' | 'correction'>): Step => ({
  id,
  transitions: [],
  correction: false,
  ...rest,
});

/**
 * A nonconformance blocks the stock of a lot, and closing it unblocks the stock again. The messages are kept in order, but one
 * may overtake another; what MES tells of the count arrives in any order.
 */
export const stockPlant: ComposedPlant = {
  records: [{ name: 'lot 1', object: 'lot', number: 1, spare: false }],
  variables: [
    {
      name: 'NCR of lot 1',
      values: ['Closed', 'Open'],
      role: { kind: 'status', lifecycle: 'NCR', record: 0 },
    },
    {
      name: 'INV of lot 1',
      values: ['Blocked', 'Released', 'Shipped'],
      role: { kind: 'status', lifecycle: 'INV', record: 0 },
    },
    {
      name: 'IF-002 as ERP last received it about lot 1: NCR',
      values: ['nothing yet', 'Closed', 'Open'],
      role: { kind: 'copy', interface: 'IF-002', receiver: 'ERP', record: 0, reads: 'NCR' },
    },
    { name: 'faults so far', values: ['0', '1'], role: { kind: 'faults' } },
  ],
  channels: [
    {
      name: 'IF-001 to ERP about lot 1',
      interface: 'IF-001',
      receiver: 'ERP',
      capacity: 2,
      order: 'queue',
      messages: [
        { label: 'IF-001 HOLD of lot 1', message: 'HOLD', record: 0 },
        { label: 'IF-001 UNHOLD of lot 1', message: 'UNHOLD', record: 0 },
      ],
    },
    {
      name: 'IF-002 to ERP about lot 1',
      interface: 'IF-002',
      receiver: 'ERP',
      capacity: 2,
      order: 'bag',
      messages: [
        { label: 'IF-002 of lot 1: NCR = Closed', record: 0 },
        { label: 'IF-002 of lot 1: NCR = Open', record: 0 },
      ],
    },
  ],
  steps: [
    step(0, {
      name: 'NCR.T01 by people on lot 1',
      kind: 'person',
      by: ['OPERATOR', 'QA'],
      guard: { kind: 'in', variable: 0, values: [0] },
      actions: [
        { kind: 'set', variable: 0, value: 1 },
        { kind: 'send', channel: 0, message: 1 },
        { kind: 'sendContent', channel: 1, base: 1, parts: [{ variable: 0, map: [0, 1] }] },
      ],
    }),
    step(1, {
      name: 'NCR.T02 by people on lot 1',
      kind: 'person',
      by: ['QA'],
      guard: {
        kind: 'all',
        of: [
          { kind: 'in', variable: 0, values: [1] },
          { kind: 'not', of: { kind: 'waiting', channel: 1 } },
        ],
      },
      actions: [
        { kind: 'set', variable: 0, value: 0 },
        { kind: 'send', channel: 0, message: 2 },
      ],
    }),
    step(2, {
      name: 'deliver IF-001.HOLD to ERP about lot 1',
      kind: 'delivery',
      guard: { kind: 'at', channel: 0, position: 0, messages: [1] },
      actions: [
        { kind: 'copy', variable: 1, source: 1, map: [0, 0, 2] },
        { kind: 'take', channel: 0, position: 0 },
      ],
    }),
    step(3, {
      name: 'deliver IF-001.UNHOLD to ERP about lot 1',
      kind: 'delivery',
      guard: { kind: 'at', channel: 0, position: 0, messages: [2] },
      actions: [
        { kind: 'copy', variable: 1, source: 1, map: [1, 1, 2] },
        { kind: 'take', channel: 0, position: 0 },
      ],
    }),
    step(4, {
      name: 'IF-001 to ERP: the second message overtakes the first',
      kind: 'fault',
      fault: 'overtake',
      guard: {
        kind: 'all',
        of: [
          { kind: 'in', variable: 3, values: [0] },
          { kind: 'at', channel: 0, position: 1, messages: [2] },
        ],
      },
      actions: [
        { kind: 'increase', variable: 3 },
        { kind: 'copy', variable: 1, source: 1, map: [1, 1, 2] },
        { kind: 'take', channel: 0, position: 1 },
      ],
    }),
    step(5, {
      name: 'deliver IF-002 to ERP about lot 1',
      kind: 'delivery',
      guard: { kind: 'waiting', channel: 1, messages: [2] },
      actions: [
        { kind: 'set', variable: 2, value: 2 },
        { kind: 'withdraw', channel: 1, message: 2 },
      ],
    }),
    step(6, {
      name: 'INV.T01 by people on lot 1',
      kind: 'person',
      by: ['STORES'],
      guard: { kind: 'in', variable: 1, values: [1] },
      actions: [{ kind: 'set', variable: 1, value: 2 }],
    }),
  ],
  initial: [
    [0, 0, 0, 0],
    [0, 1, 0, 0],
  ],
  freeAtoms: ['fact: the lot is counted'],
  settled: {
    kind: 'all',
    of: [
      { kind: 'not', of: { kind: 'waiting', channel: 0 } },
      { kind: 'not', of: { kind: 'waiting', channel: 1 } },
    ],
  },
  resting: { kind: 'in', variable: 0, values: [0] },
  leftOut: ['Time is not measured.'],
  bounds: {
    instances: { lot: 1 },
    spare: {},
    start: {},
    without: [],
    messages: 2,
    faults: 1,
    timing: 'any',
    procedures: true,
  },
};

/** One question of each kind. */
export const stockQuestions: readonly Property[] = [
  {
    kind: 'never',
    id: 'INV-01',
    bad: {
      kind: 'all',
      of: [
        { kind: 'in', variable: 0, values: [1] },
        { kind: 'in', variable: 1, values: [1, 2] },
      ],
    },
    onceSettled: true,
  },
  { kind: 'atStep', id: 'INV-02', at: [{ step: 6, bad: { kind: 'in', variable: 0, values: [1] } }] },
  { kind: 'reachable', id: 'INV-03', goal: { kind: 'in', variable: 1, values: [2] } },
  { kind: 'possible', id: 'INV-04', from: { kind: 'true' }, goal: { kind: 'in', variable: 0, values: [0] } },
];
