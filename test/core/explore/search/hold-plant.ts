// A hold that is on its way: the QMS raises a report and sends HOLD, the ERP ships what is released.
import type { Action, ComposedPlant, Step, StepKind } from '../../../../src/core/explore/plant/composed-plant.ts';
import type { Expression } from '../../../../src/core/explore/plant/expression.ts';

export const REPORT = 0;
export const STOCK = 1;

/** 0 none, 1 open, 2 closed; 0 released, 1 blocked, 2 shipped; message 1 HOLD, 2 FREE. */
export function holdPlant(text: (name: string) => string = (name) => name): ComposedPlant {
  const steps: Step[] = [];
  const add = (name: string, kind: StepKind, guard: Expression[], actions: Action[]) =>
    steps.push({
      id: steps.length,
      name: text(name),
      kind,
      transitions: [],
      guard: { kind: 'all', of: guard },
      actions,
      correction: false,
    });
  add('raise', 'person', [isIn(REPORT, 0)], [set(REPORT, 1), send(1)]);
  add('close', 'person', [isIn(REPORT, 1)], [set(REPORT, 2), send(2)]);
  add('reopen', 'person', [isIn(REPORT, 2), isIn(STOCK, 0)], [set(REPORT, 1), send(1)]);
  add('ship', 'person', [isIn(STOCK, 0)], [set(STOCK, 2)]);
  add('deliver HOLD', 'delivery', [first(1), isIn(STOCK, 0)], [take(), set(STOCK, 1)]);
  add('deliver HOLD, too late', 'delivery', [first(1), isIn(STOCK, 1, 2)], [take()]);
  add('deliver FREE', 'delivery', [first(2), isIn(STOCK, 1)], [take(), set(STOCK, 0)]);
  add('deliver FREE, too late', 'delivery', [first(2), isIn(STOCK, 0, 2)], [take()]);
  return {
    records: [{ name: text('lot 1'), object: text('lot'), number: 1, spare: false }],
    variables: [
      {
        name: text('NCR of lot 1'),
        values: ['none', 'open', 'closed'].map(text),
        role: { kind: 'status', lifecycle: text('NCR'), record: 0 },
      },
      {
        name: text('INV of lot 1'),
        values: ['released', 'blocked', 'shipped'].map(text),
        role: { kind: 'status', lifecycle: text('INV'), record: 0 },
      },
    ],
    channels: [
      {
        name: text('IF-001 to ERP'),
        interface: text('IF-001'),
        receiver: text('ERP'),
        capacity: 2,
        order: 'queue',
        messages: ['HOLD', 'FREE'].map((label) => ({ label: text(label), record: 0 })),
      },
    ],
    steps,
    initial: [[0, 0]],
    freeAtoms: [],
    settled: { kind: 'not', of: { kind: 'waiting', channel: 0 } },
    resting: isIn(STOCK, 0, 2),
    leftOut: [],
    bounds: {
      instances: { lot: 1 },
      spare: {},
      start: {},
      without: [],
      messages: 2,
      faults: 0,
      timing: 'any',
      procedures: true,
    },
  };
}

export function isIn(variable: number, ...values: number[]): Expression {
  return { kind: 'in', variable, values };
}

function first(message: number): Expression {
  return { kind: 'at', channel: 0, position: 0, messages: [message] };
}

function set(variable: number, value: number): Action {
  return { kind: 'set', variable, value };
}

function send(message: number): Action {
  return { kind: 'send', channel: 0, message };
}

function take(): Action {
  return { kind: 'take', channel: 0, position: 0 };
}
