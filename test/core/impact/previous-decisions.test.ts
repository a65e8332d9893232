import { describe, expect, it } from 'vitest';
import { previousDecisions } from '../../../src/core/impact/previous-decisions.ts';
import { compare } from '../rules/small-project.ts';

const PLANT = `objects: {lot: {fields: {nr: {type: string}}}, box: {}}
changes:
  CR-1:
    reason: First
    date: 2026-01-10
    touches: [lot]
    impacts: {lot.nr: Accepted with the wider label.}
    inFlight: {lot.nr: Open lots keep theirs.}
    approved: {function: QA, name: A. Bell, date: 2026-01-20, ref: Minutes 3}
  CR-2: {reason: Second, date: 2026-02-10, touches: [lot]}
  CR-3: {reason: Third, touches: [box]}
`;

describe('previous decisions', () => {
  it('tells what earlier records say of an element and of what it is part of, newest first', () => {
    const { base, head } = compare(PLANT, PLANT);
    const field = base.get('field', 'lot.nr');
    expect(previousDecisions({ before: field, after: head.get('field', 'lot.nr') }, base, head, new Set())).toEqual([
      {
        change: 'CR-2',
        title: undefined,
        date: '2026-02-10',
        namedAs: 'lot',
        disposition: undefined,
        inFlight: undefined,
        approved: [],
      },
      {
        change: 'CR-1',
        title: undefined,
        date: '2026-01-10',
        namedAs: 'lot.nr',
        disposition: 'Accepted with the wider label.',
        inFlight: 'Open lots keep theirs.',
        approved: [{ function: 'QA', name: 'A. Bell', date: '2026-01-20', ref: 'Minutes 3' }],
      },
    ]);
  });

  it('leaves out the records that decide now, and those that are new', () => {
    const { base, head } = compare(PLANT, `${PLANT}  CR-4: {reason: Fourth, date: 2026-03-01, touches: [lot]}\n`);
    const compared = { before: base.get('object', 'lot'), after: head.get('object', 'lot') };
    expect(previousDecisions(compared, base, head, new Set(['CR-2'])).map(({ change }) => change)).toEqual(['CR-1']);
    expect(previousDecisions(compared, base, head, new Set()).map(({ change }) => change)).toEqual(['CR-2', 'CR-1']);
  });

  it('knows an element under its former id', () => {
    const { base, head } = compare(
      PLANT,
      PLANT.replace('lot: {fields', 'batch: {formerIds: [lot], fields')
        .replaceAll('lot.nr', 'batch.nr')
        .replaceAll('[lot]}', '[batch]}'),
    );
    const compared = { before: base.get('object', 'lot'), after: head.get('object', 'batch') };
    expect(previousDecisions(compared, base, head, new Set()).map(({ change }) => change)).toEqual(['CR-2', 'CR-1']);
  });
});
