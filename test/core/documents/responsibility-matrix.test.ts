import { describe, expect, test } from 'vitest';
import { composeFront } from '../../../src/core/documents/document-front.ts';
import { responsibilityMatrix } from '../../../src/core/documents/responsibility-matrix.ts';
import { type Stated, isStated, statedWords } from '../../../src/core/documents/stated.ts';
import { JOINT_PLANT, JOINT_PROJECT } from './joint-plant.ts';
import { plantContext } from './small-plant.ts';

const matrixOf = (head: string, base = head, project = JOINT_PROJECT) => {
  const context = plantContext({ project, base, head });
  return responsibilityMatrix.compose(context, composeFront(responsibilityMatrix, context));
};
const matrix = matrixOf(JOINT_PLANT);

/** A row as it prints: every cell in words. */
const printed = (row: object): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, cell]) => (isStated(cell) ? [[name, statedWords(cell)]] : [])),
  );
const row = <R extends { readonly id: string }>(rows: readonly R[], id: string): R => {
  const found = rows.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no row ${id}`);
  return found;
};

describe('process steps', () => {
  test('stand in the order of the process', () => {
    expect(matrix.steps.map(({ id }) => id)).toEqual(['PS-3', 'PS-2', 'PS-4']);
  });

  test('say per step which system collects, is the record, is used for review, release and audit, and who owns it', () => {
    expect(printed(row(matrix.steps, 'PS-2'))).toEqual({
      collects: 'SCALE',
      record: 'MES',
      review: 'QMS',
      release: 'N/A – nothing is released',
      audit: 'Not declared – which system is used in an audit',
      operations: 'OPS',
      quality: 'QA',
      it: 'IT_APP',
      outputs: 'Not declared – which regulated output it feeds',
      crossing: 'IF-1',
      ways: 'SCALE → MES: NO INTERFACE; MES → QMS: IF-1',
    });
  });

  test('a step that nobody described has a gap in every cell, and no empty one', () => {
    expect(new Set(Object.values(printed(row(matrix.steps, 'PS-3'))).map((words) => words.split(' – ')[0]))).toEqual(
      new Set(['Not declared', 'N/A']),
    );
    expect(Object.values(printed(row(matrix.steps, 'PS-3'))).filter((words) => words.startsWith('N/A'))).toEqual([
      'N/A – the system of record is not declared',
    ]);
  });

  test('owners that do not apply are no gap; a way without interface may be bridged by a procedure', () => {
    const { operations, ways } = printed(row(matrix.steps, 'PS-4'));
    expect([operations, ways]).toEqual(['N/A – the board decides', 'SCALE → QMS: NO INTERFACE, by SOP-1']);
  });

  test('a way that neither interface nor procedure bridges is a gap', () => {
    expect(matrix.gaps.filter(({ table }) => table === 'Process steps')).toEqual([
      expect.objectContaining({ ref: 'G-01', row: 'PS-3' }),
      {
        ref: 'G-02',
        table: 'Process steps',
        row: 'PS-2',
        missing: [
          'Audit: which system is used in an audit',
          'Outputs: which regulated output it feeds',
          'Interfaces crossing: an interface from SCALE to MES, or a procedure of the step, by which data get to the record',
        ],
      },
    ]);
  });

  test('an unanswered cell keeps the document from approval', () => {
    const context = plantContext({ project: JOINT_PROJECT, base: JOINT_PLANT, head: JOINT_PLANT });
    expect(composeFront(responsibilityMatrix, context).status.reasons).toContain(
      'Process steps with a cell that is not declared: PS-3, PS-2.',
    );
    expect(composeFront(responsibilityMatrix, plantContext()).status.reasons).toContain(
      'No process step is declared (steps).',
    );
  });
});

describe('who leads', () => {
  const lead = (scoping: string) =>
    matrixOf('systems: {}\n', 'systems: {}\n', `${JOINT_PROJECT.split('approvers')[0]}${scoping}\n`).scoping;

  test('is computed with reasons, and stands beside what is declared', () => {
    expect(matrix.scoping).toEqual({
      declared: 'quality',
      computed: 'joint',
      rule: 'An area is touched for which execution and quality both answer: joint.',
      reasons: [
        expect.objectContaining({ ref: 'Q-01', answer: 'batch_record_release', side: 'quality' }),
        expect.objectContaining({ ref: 'Q-02', answer: 'dispatch', side: 'execution' }),
        expect.objectContaining({ ref: 'Q-03', answer: 'reduce_cost', side: 'not in the catalogue' }),
        expect.objectContaining({ ref: 'Q-04', answer: 'test_results', side: 'both' }),
      ],
      agreement: 'differs, without a reason',
      reason: null,
      records: [
        { system: 'MES', steps: 1, release: 0 },
        { system: 'QMS', steps: 1, release: 1 },
      ],
    });
  });

  test.each([
    ['scoping: {outcomes: [scheduling, WIP visibility]}', 'mes', 'not comparable'],
    ['scoping: {lead: mes, outcomes: [routing-enforcement]}', 'mes', 'same'],
    [
      'scoping: {lead: joint, outcomes: [capa_integration], reason: The shop floor asked}',
      'quality',
      'differs, with a reason',
    ],
    ['scoping: {lead: mes, outcomes: [dispatch, disposition], reason: " "}', 'joint', 'differs, without a reason'],
    ['scoping: {lead: mes, outcomes: [reduce_cost]}', 'not computable', 'not comparable'],
    ['', 'not computable', 'not comparable'],
  ] as const)('%s', (scoping, computed, agreement) => {
    expect(lead(scoping)).toMatchObject({ computed, agreement });
  });
});

describe('events, data, decisions', () => {
  test('an event has one owner; who else may start it asks for a number and a rule of conflict', () => {
    expect(printed(row(matrix.events, 'lot_opened'))).toMatchObject({
      owner: 'MES',
      initiators: 'MES, QMS',
      numbering: 'Not declared – which system issues the number',
      conflict: 'Not declared – which side wins when two systems disagree',
    });
    expect(printed(row(matrix.events, 'record_released'))).toMatchObject({
      conflict: 'N/A – nobody but its owner decides or starts it',
    });
  });

  test('an object shows its keys per system, names that are no codes, and data below their limit', () => {
    expect(printed(row(matrix.objects, 'lot'))).toEqual({
      master: 'MES',
      copies: 'QMS (editable)',
      keys: 'MES: lot_id; QMS: batch (FREE TEXT)',
      crosswalk: 'Not declared – the table that joins these keys',
      steward: 'OPS, QA, IT_APP (owners of MES)',
      qualityLimit: 'M-1: at least 99.5 %, measured 99.4 % on 2026-01-10, BELOW THE LIMIT',
    });
    expect(row(matrix.objects, 'lot').belowLimit).toBe(true);
  });

  test('decisions are steps that are signed, approve an output or lead to use; a missing signature is loud', () => {
    expect(matrix.decisions.map(({ id, kind }) => `${kind} ${id}`)).toEqual([
      'decision BRR.T01',
      'decision BRR.T02',
      'document RO-1',
      'document RO-2',
    ]);
    expect(printed(row(matrix.decisions, 'BRR.T02'))).toMatchObject({
      approver: 'The system alone, no person',
      signed: 'Not declared – a signature',
    });
    expect(printed(row(matrix.decisions, 'BRR.T01'))).toMatchObject({
      signed: '“Record released”',
      clauses: 'A11-15, D211-188',
    });
  });

  test('an output says for each item where it is on record, and how it arrives where the output is put together', () => {
    expect(matrix.content.map((item) => [item.id, ...Object.values(printed(item))])).toEqual([
      [
        'RO-1.lot',
        'lot.id',
        'MES',
        'Not declared – a mapped field that brings it from MES to QMS',
        'Not declared – whether it must be shown',
      ],
      ['RO-1.ncr', 'ncr.id', 'QMS', 'N/A – it is kept in QMS', 'Not declared – whether it must be shown'],
      ['RO-1.qty', 'lot.quantity', 'MES', 'Over IF-1.qty', 'Always'],
      [
        'RO-2',
        'Not declared – what it shows',
        'N/A – no content is declared',
        'N/A – no content is declared',
        'N/A – no content is declared',
      ],
    ]);
  });

  test('what several systems do, write or start is an overlap with its decision', () => {
    expect(matrix.overlaps.map((one) => [one.kind, one.id, ...Object.values(printed(one))])).toEqual([
      [
        'Function of several systems',
        'batch record review',
        'MES, QMS',
        'Not declared – keep, move or retire (a text for document RSP, section overlaps)',
      ],
      ['Data written in several systems', 'lot', 'MES, QMS', 'QMS corrects numbers until the next transfer.'],
      [
        'Event started in several systems',
        'lot_opened',
        'MES, QMS',
        'Not declared – which side wins (conflict of the event)',
      ],
    ]);
    const decided = matrixOf(
      `${JOINT_PLANT}texts: {T: {document: RSP, section: overlaps, text: QMS keeps the review.}}\n`,
    );
    expect(statedWords(decided.overlaps[0]?.decision as Stated)).toBe('As written above');
  });

  test('operations, quality and IT own four things together; an interface needs owners of its own', () => {
    expect(matrix.grid.map((one) => [one.id, ...Object.values(printed(one))])).toEqual([
      [
        'Requirements',
        ...['operations', 'quality', 'IT'].map((name) => `Not declared – none of the 0 requirements names ${name}`),
      ],
      [
        'Data models',
        ...['operations', 'quality', 'IT'].map((name) => `Not declared – none of the 2 data objects names ${name}`),
      ],
      [
        'Validation',
        'OPS (signs OQ)',
        'QA (signs IQ and OQ)',
        'Not declared – who stands for IT when IQ are signed (approvers.IT)',
      ],
      ['Change control', 'OPS', 'QA', 'Not declared – who decides on changes for IT (approvers.IT)'],
    ]);
    expect(printed(row(matrix.flows, 'IF-1'))).toEqual({
      operations: 'Not declared – operations owner; its systems name OPS (MES)',
      quality: 'Not declared – quality owner; its systems name QA (MES)',
      it: 'IT_APP',
    });
  });
});

describe('changes since base', () => {
  const changed = matrixOf(
    JOINT_PLANT.replace(
      'systemOfRecord: QMS, review: QMS, release: QMS',
      'systemOfRecord: QMS, review: QMS, release: MES',
    )
      .replace(
        '  PS-3: {title: Receive}\n',
        '  PS-9: {title: Receive, formerIds: [PS-3], audit: [MES]}\n  PS-5: {title: Ship}\n',
      )
      .replace('after: [PS-3]', 'after: [PS-9]')
      .replace(/ {2}RO-2: .*\n/u, ''),
    JOINT_PLANT,
  );

  test('a cell says what base says, a new row is marked, a removed one is listed', () => {
    expect(row(changed.steps, 'PS-4').release).toEqual({
      value: 'MES',
      standing: 'declared',
      remark: null,
      before: 'QMS',
    });
    expect(changed.steps.map(({ id, change }) => `${id} ${change}`)).toEqual([
      'PS-5 new',
      'PS-9 changed',
      'PS-2 same',
      'PS-4 changed',
    ]);
    expect(
      changed.changes.rows.map(({ table, row: id, change, what }) => `${table} | ${id} | ${change} | ${what}`),
    ).toEqual([
      'Process steps | PS-5 | new | Base has no such row.',
      'Process steps | PS-9 | changed | Formerly PS-3. Audit: Not declared – which system is used in an audit → MES.',
      'Process steps | PS-4 | changed | Release: QMS → MES. Way of the data: SCALE → QMS: NO INTERFACE, by SOP-1 → SCALE → QMS: NO INTERFACE, by SOP-1; QMS → MES: NO INTERFACE, by SOP-1.',
      'Decisions and documents | RO-2 | removed | Head has no such row.',
      'Regulated outputs | RO-2 | removed | Head has no such row.',
      'Record assembly | RO-2 | removed | Head has no such row.',
    ]);
  });

  test('none is said with what was compared; without a base nothing is marked', () => {
    expect(matrix.changes).toEqual({ compared: true, examined: 28, rows: [] });
    const context = plantContext({
      project: JOINT_PROJECT,
      base: JOINT_PLANT,
      head: JOINT_PLANT,
      baseIdentity: { kind: 'none' },
    });
    const first = responsibilityMatrix.compose(context, composeFront(responsibilityMatrix, context));
    expect(first.changes).toEqual({ compared: false, examined: 0, rows: [] });
  });
});

test('the facts of a matrix, as they were looked at and accepted', async () => {
  const { front: _front, ...facts } = matrix;
  await expect(`${JSON.stringify(facts, null, 1)}\n`).toMatchFileSnapshot('expected/responsibility-matrix.json');
});
