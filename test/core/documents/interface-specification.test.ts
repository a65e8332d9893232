import { describe, expect, test } from 'vitest';
import { composeFront } from '../../../src/core/documents/document-front.ts';
import { interfaceSpecification } from '../../../src/core/documents/interface-specification.ts';
import { isStated, statedWords } from '../../../src/core/documents/stated.ts';
import { plantContext } from './small-plant.ts';

const PROJECT = 'language: 1\npackage: {id: FLW, title: Flows, version: 2.0.0}\nprofile: project\n';
const PLANT = `departments: {IT_APP: {function: it}, QA: {function: quality}}
systems:
  QMS: {version: "2", owners: {it: IT_APP, quality: QA}, clock: {source: NTP, stored: UTC, maxDrift: 2 s}}
  MES: {version: "7", retention: 15 y}
  BUS: {}
roles: {QA_REL: {department: QA}, LEAD: {}}
codes:
  CL-A: {values: {REWORK: Rework, SCRAP: Scrap, SORT: Sort}}
  CL-B: {values: {RW: Rework, SC: Scrap}}
objects:
  ncr:
    of: lot
    systemOfRecord: QMS
    keys: {QMS: {fields: [id], length: 12}, MES: {fields: [hold_name], freeText: true}}
    record: {regulated: true, auditTrail: {fields: all}}
    fields: {id: {type: string, length: 12, definition: Number of the report}, qty: {type: decimal, unit: kg, decimals: 3}, code: {type: code, codes: CL-A}}
  lot: {systemOfRecord: MES, fields: {id: {type: string}}}
lifecycles:
  NCR:
    object: ncr
    system: QMS
    initial: Draft
    states: {Draft: pre, Open: open, Review: open, Closed: closed}
    transitions:
      T01: {event: raise, from: Draft, to: Open, by: LEAD, emits: IF-1}
  LOT:
    object: lot
    system: MES
    initial: Run
    states: {Run: active, Held: held}
    transitions:
      T01: {event: hold, from: Run, to: Held, receives: {message: IF-1, NCR: {in: BLOCK}}}
      T02: {event: lift, from: Held, to: Run, auto: true, when: {none: ncr, copy: IF-1, NCR: {in: BLOCK}}}
sets: {BLOCK: {of: NCR, effect: blocks, members: [Open], unknown: out, deployedIn: MES}}
valueMaps:
  VM: {from: CL-A, to: CL-B, map: {REWORK: RW, SCRAP: RW}, unknown: {default: SC}}
conversions:
  UC: {from: kg, to: lb, factor: 2.2046226218, decimals: 2, rounding: half-up, examples: [{in: 1, out: 2.2}, {in: 10, out: 22.06}]}
  UC-2: {from: lb, to: kg, factor: 0.5}
crosswalks: {XW: {object: ncr, sides: [QMS, MES]}}
reconciliations: {REC: {title: Held, what: Every open NCR holds its lot, uses: [BLOCK, CL-A]}}
interfaces:
  IF-1:
    title: Status to MES
    from: QMS
    to: MES
    pattern: event
    transport: {kind: topic, name: ncr, via: BUS, secured: tls}
    delivery: {guarantee: at-least-once, order: sequence, sequence: seq, retry: {max: 3}, alarmAfter: 60 s}
    headers: [seq]
    whenDown: {mode: queue}
    reconcile: REC
    fields:
      ref: {from: ncr.id, type: string, length: 10, required: true, key: true, critical: true, crosswalk: XW}
      status: {from: NCR, type: code, required: true, uses: BLOCK}
      qty: {from: ncr.qty, type: decimal, unit: lb, conversion: UC}
      code: {from: ncr.code, type: code, map: VM, critical: false}
  IF-2: {from: MES, to: QMS}
phases: {PH-1: {live: [IF-1]}}
evidenceLinks: {EL-1: {from: ncr, to: lot, via: IF-1, key: [ref]}}
`;

const specificationOf = (head: string, base = head) => {
  const context = plantContext({ project: PROJECT, base, head });
  return interfaceSpecification.compose(context, composeFront(interfaceSpecification, context));
};
const specification = specificationOf(PLANT);

const printed = (row: object): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, cell]) => (isStated(cell) ? [[name, statedWords(cell)]] : [])),
  );
const row = <R extends { readonly id: string }>(rows: readonly R[], id: string): Readonly<Record<string, string>> =>
  printed(rows.find((one) => one.id === id) ?? {});

test('an interface says everything that it is asked, or that it is not declared', () => {
  const flow = row(specification.interfaces, 'IF-1');
  expect(flow).toMatchObject({
    purpose: 'Status to MES',
    senderOwners: 'QMS: QA (quality), IT_APP (IT)',
    receiverOwners: 'Not declared – owners of MES',
    trigger: 'The steps NCR.T01',
    transport: 'topic ncr over BUS',
    security: 'tls, account NOT DECLARED',
    order: 'sequence seq, all messages together; an older message is discarded',
    repeats: 'Not declared – by what a repeat is recognised',
    retry: '3 more attempts, pause NOT DECLARED',
    noAnswer: 'N/A – no answer is awaited',
    alarm: 'After 60 s, to NOBODY THAT IS DECLARED',
    buffer: 'Not declared – how long messages wait without being lost',
    auditTrail: 'ncr: all, with who, when, old, new',
    retention: 'records in MES: 15 y',
    phase: 'PH-1',
  });
  expect(Object.values(flow).filter((words) => words.trim() === '')).toEqual([]);
});

test('an interface without fields and without cases is loud: that the systems are tested does not cover it', () => {
  expect(row(specification.interfaces, 'IF-2')).toMatchObject({ phase: 'Not declared – a phase in which it is live' });
  expect(specification.fields.filter((field) => field.interface === 'IF-2')).toEqual([]);
  expect(
    specification.issues.filter(({ rule }) => rule === 'interface-without-mapping').map(({ element }) => element),
  ).toEqual(['interface:IF-2']);
});

test('a field is described from end to end', () => {
  expect(row(specification.fields, 'ref')).toMatchObject({
    source: 'QMS: ncr.id',
    target: 'MES.ref',
    meaning: 'Number of the report',
    type: 'string',
    size: '12 → 10',
    mandatory: 'Always',
    unit: 'N/A – no quantity',
    transformation: 'looked up in XW',
    valueMap: 'N/A – no code',
    otherwise: 'No default: the receiver insists on a value',
    weight: 'Key, Critical',
    touches: 'audit trail of ncr; evidence EL-1',
  });
  expect(row(specification.fields, 'qty')).toMatchObject({
    size: '3 decimals → NOT DECLARED',
    unit: 'kg → lb',
    mandatory: 'Not declared – whether the receiver insists on a value',
    transformation: 'converted by UC',
    otherwise: 'Not declared – what happens to an empty or unknown value',
    weight: 'Not declared – whether product or record depends on it',
  });
  expect(row(specification.fields, 'code')).toMatchObject({ valueMap: 'VM', otherwise: 'unknown code: becomes SC' });
  expect(row(specification.fields, 'status')).toMatchObject({
    source: 'QMS: status of NCR',
    valueMap: 'judged by set BLOCK',
  });
});

test('a value map shows what it merges and what it leaves out', () => {
  expect(specification.codes.map((code) => [code.source, ...Object.values(printed(code))])).toEqual([
    ['REWORK (Rework)', 'RW (Rework)', 'LOSSY: several codes become RW'],
    ['SCRAP (Scrap)', 'RW (Rework)', 'LOSSY: several codes become RW'],
    ['SORT (Sort)', 'Not declared – it is not in the map', 'As an unknown code: becomes SC'],
  ]);
  expect(row(specification.maps, 'VM').lossy).toBe('Not declared – why RW may stand for several codes');
});

test('a status that a consumer does not know is in the truth table, with what it comes to', () => {
  expect(specification.sets.map((one) => [one.member, ...Object.values(printed(one))])).toEqual([
    ['NCR.Closed', 'closed', 'Not in, AS UNKNOWN: the list does not name it', 'NOT BLOCKED'],
    ['NCR.Draft', 'pre', 'Not in, AS UNKNOWN: the list does not name it', 'NOT BLOCKED'],
    ['NCR.Open', 'open', 'In', 'Blocked'],
    ['NCR.Review', 'open', 'Not in, AS UNKNOWN: the list does not name it', 'NOT BLOCKED'],
  ]);
});

test('worked values are computed exactly, and one that the specification states otherwise is marked', () => {
  expect(specification.worked.map((one) => [one.conversion, ...Object.values(printed(one)), one.disagrees])).toEqual([
    ['UC', '1 kg', '2.2046226218 lb', '2.20 lb', '2.2 lb', false],
    ['UC', '10 kg', '22.046226218 lb', '22.05 lb', '22.06 lb: DISAGREES', true],
    ['UC-2', '1 lb', '0.5 kg', '0.5 kg', 'Not declared – a worked example (examples)', false],
    ['UC-2', '10 lb', '5 kg', '5 kg', 'Not declared – a worked example (examples)', false],
  ]);
});

test('what each message drives stands with its source state, whether it blocks, and what an unknown status comes to', () => {
  expect(specification.effects.map((effect) => [effect.interface, ...Object.values(printed(effect))])).toEqual([
    ['IF-1', expect.stringContaining('IF-1'), 'Run', 'LOT.T01 → Held', 'Blocks (class held)', 'Counts as NOT in BLOCK'],
    [
      'IF-1',
      'What it last brought',
      'Held',
      'LOT.T02 → Run',
      expect.stringMatching(/^Blocks the step unless no ncr/),
      'The step is not possible',
    ],
  ]);
});

test('a reconciliation that relies on the list it polices is blind, and says so', () => {
  expect(row(specification.reconciliations, 'REC').blindTo).toBe(
    'BLIND to errors of BLOCK: it relies on what it watches',
  );
});

test('identifiers: a name that is no code is marked; what no system declares is a gap by system', () => {
  expect(specification.keys.map(({ id, system, components }) => [id, system, statedWords(components)])).toEqual([
    ['lot', 'No system', 'Not declared – how each system names a record'],
    ['ncr', 'MES', 'hold_name (FREE TEXT)'],
    ['ncr', 'QMS', 'id'],
  ]);
  expect(specification.gaps.find(({ table, row: id }) => table === 'Identifiers' && id === 'ncr')?.missing).toEqual([
    'Length: length (MES)',
    'Format: format (MES, QMS)',
    'Unique in: scope (MES, QMS)',
    'Issued by: issuer (MES, QMS)',
  ]);
});

test('the owner of each system at the end of a flow signs', () => {
  expect(specification.front.signatures.before.map(({ role }) => role)).toEqual([
    'Author',
    'Technical reviewer',
    'System owner (IT) of MES',
    'System owner (IT) of QMS',
    'Quality',
  ]);
});

describe('changes since base', () => {
  const changed = specificationOf(
    PLANT.replace('unknown: out', 'unknown: in')
      .replace('length: 10,', 'length: 12,')
      .replace('retry: {max: 3}', 'retry: {max: 6}'),
    PLANT,
  );

  test('are marked at the cell with what base says, and listed', () => {
    expect(changed.changes.rows.map(({ table, row: id, what }) => `${table} | ${id} | ${what}`)).toEqual([
      'Interfaces | IF-1 | Retry: 3 more attempts, pause NOT DECLARED → 6 more attempts, pause NOT DECLARED.',
      'Field mapping | IF-1.ref | Size: 12 → 10 → 12.',
      'State effects | LOT.T01, IF-1, receives | If unknown: Counts as NOT in BLOCK → Counts as in BLOCK.',
      ...['Closed', 'Draft', 'Review'].map(
        (state) =>
          `Blocking truth table | BLOCK, ${state} | Counts: Not in, AS UNKNOWN: the list does not name it → In, AS UNKNOWN: the list does not name it. Consequence: NOT BLOCKED → Blocked.`,
      ),
    ]);
    expect(changed.fields.find(({ id }) => id === 'ref')?.size.before).toBe('12 → 10');
  });

  test('none is said with the number of rows that were compared', () => {
    expect(specification.changes.rows).toEqual([]);
    expect(specification.changes.examined).toBeGreaterThan(20);
  });
});

test('the facts of a specification, as they were looked at and accepted', async () => {
  const { front: _front, ...facts } = specification;
  await expect(`${JSON.stringify(facts, null, 1)}\n`).toMatchFileSnapshot('expected/interface-specification.json');
});
