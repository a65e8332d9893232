import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../src/core/language/canonical.ts';
import type { ConditionNames } from '../../../../src/core/model/condition/condition-names.ts';
import { PLAIN_NAMES } from '../../../../src/core/model/condition/condition-names.ts';
import { parseCondition } from '../../../../src/core/model/condition/parse-condition.ts';
import { describeCondition, describeOpposite } from '../../../../src/core/model/condition/words.ts';

const NOUNS: Readonly<Record<string, string>> = {
  ncr: 'NCR',
  lot: 'lot',
  result: 'test result',
  concession: 'concession',
};
const SOLE: Readonly<Record<string, string>> = { NCR: 'ncr', CON: 'concession' };
const names: ConditionNames = {
  ...PLAIN_NAMES,
  object: (id) => NOUNS[id] ?? id,
  soleObjectOf: (lifecycle) => SOLE[lifecycle],
  status: (lifecycle) => (SOLE[lifecycle] === undefined ? lifecycle : `the ${NOUNS[SOLE[lifecycle]] ?? lifecycle}`),
  field: (name, ofInterface) => (ofInterface === undefined ? name.replace('ncr.', 'NCR ') : name),
  answering: () => 'QMS',
  subject: 'lot',
};

function said(value: Json): readonly [string, string] {
  const condition = parseCondition(value, (problem) => {
    throw new Error(problem.message);
  });
  if (condition === undefined) throw new Error('no condition');
  return [describeCondition(condition, names), describeOpposite(condition, names)];
}

describe('a condition in words, and what it is when it is not met', () => {
  it.each<readonly [Json, string, string]>([
    [{ BRR: 'Released' }, 'BRR is Released', 'BRR is not Released'],
    [
      { NCR: ['Open', 'UnderReview', 'Dispositioned'] },
      'the NCR is Dispositioned, Open or UnderReview',
      'the NCR is neither Dispositioned, Open nor UnderReview',
    ],
    [{ INV: ['absent', 'QI'] }, 'INV is QI, or does not exist', 'INV exists and is not QI'],
    [{ INV: 'absent' }, 'INV does not exist', 'INV exists'],
    [{ LOT: { class: 'held' } }, 'LOT is in a held status', 'LOT is in no held status'],
    [
      { LOT: { not: { class: ['open', 'held'] } } },
      'LOT is in a status that is not held or open',
      'LOT does not exist or is in no status that is not held or open',
    ],
    [
      { LOT: { not: 'OnHold' } },
      'LOT is in a status other than OnHold',
      'LOT does not exist or is in no status other than OnHold',
    ],
    [
      { none: 'ncr', query: 'IF-007', NCR: { in: 'VM-NCR-BLOCK' } },
      'no NCR of the lot is in a status of VM-NCR-BLOCK, asked of QMS over IF-007 at this moment',
      'at least one NCR of the lot is in a status of VM-NCR-BLOCK, asked of QMS over IF-007 at this moment',
    ],
    [
      { every: 'result', copy: 'IF-005', field: 'verdict', equals: 'P' },
      'every test result of the lot has a verdict that is P, as last delivered over IF-005',
      'not every test result of the lot has a verdict that is P, as last delivered over IF-005',
    ],
    [
      { some: 'ncr', copy: 'IF-001', maxAge: '15 min', NCR: { not: { in: 'VM-NCR-BLOCK' } } },
      'at least one NCR of the lot is in a status outside VM-NCR-BLOCK, as last delivered over IF-001 no more than 15 min ago',
      'no NCR of the lot is in a status outside VM-NCR-BLOCK, as last delivered over IF-001 no more than 15 min ago',
    ],
    [{ every: 'lot', INV: 'Shipped' }, 'every lot is Shipped in INV', 'not every lot is Shipped in INV'],
    [{ some: 'ncr' }, 'there is at least one NCR of the lot', 'there is no NCR of the lot'],
    [
      { some: 'ncr', all: [{ NCR: 'Open' }, { fact: 'it is urgent' }] },
      'for at least one NCR of the lot it holds that (it is urgent and the NCR is Open)',
      'for no NCR of the lot it holds that (it is urgent and the NCR is Open)',
    ],
    [{ settled: 'IF-002' }, 'nothing of IF-002 is on its way', 'something of IF-002 is on its way'],
    [
      { field: 'ncr.affected_qty', above: '0 EA' },
      'the NCR affected_qty is above 0 EA',
      'the NCR affected_qty is not above 0 EA',
    ],
    [{ field: 'ncr.disposition', filled: true }, 'the NCR disposition is filled in', 'the NCR disposition is empty'],
    [
      { field: 'ncr.disposition', in: ['USE_AS_IS', 'REPAIR'] },
      'the NCR disposition is REPAIR or USE_AS_IS',
      'the NCR disposition is neither REPAIR nor USE_AS_IS',
    ],
    [
      { field: 'c.used', equals: { field: 'c.granted' } },
      'the c.used equals the c.granted',
      'the c.used does not equal the c.granted',
    ],
    [
      { fact: 'the root cause is recorded', per: 'SOP-014' },
      'the root cause is recorded (checked under SOP-014)',
      'it is not so that the root cause is recorded (checked under SOP-014)',
    ],
    [
      { if: { field: 'ncr.disposition', equals: 'REPAIR' }, then: { some: 'concession', CON: 'Approved' } },
      'if the NCR disposition is REPAIR, then at least one concession of the lot is Approved',
      'the NCR disposition is REPAIR, but not: at least one concession of the lot is Approved',
    ],
    [
      { message: 'IF-001', NCR: { in: 'VM-NCR-BLOCK' } },
      'the message IF-001 says that the NCR is in a status of VM-NCR-BLOCK',
      'it is not so that the message IF-001 says that the NCR is in a status of VM-NCR-BLOCK',
    ],
    [
      { message: ['HOLD', 'UNHOLD'] },
      'the message is HOLD or UNHOLD',
      'it is not so that the message is HOLD or UNHOLD',
    ],
    [
      { any: [{ fact: 'a' }, { all: [{ fact: 'b' }, { fact: 'c' }] }] },
      'either (b and c) or a',
      'none of these is so: (b and c) or a',
    ],
    [
      { all: [{ none: 'ncr', query: 'IF-007', NCR: { in: 'VM-NCR-BLOCK' } }, { settled: 'IF-002' }] },
      'nothing of IF-002 is on its way; no NCR of the lot is in a status of VM-NCR-BLOCK, asked of QMS over IF-007 at this moment',
      'at least one of these is not so: nothing of IF-002 is on its way; and no NCR of the lot is in a status of VM-NCR-BLOCK, asked of QMS over IF-007 at this moment',
    ],
  ])('%j', (value, words, opposite) => {
    expect(said(value)).toEqual([words, opposite]);
  });
});
