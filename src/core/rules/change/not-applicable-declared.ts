import { defineChangeRule } from '../change-rule.ts';
import { isJudgedElsewhere, NOT_APPLICABLE_CLAIMS } from '../judging/not-applicable.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports something that is said not to apply, or for another reason than before. */
export const notApplicableDeclared = defineChangeRule({
  id: 'not-applicable-declared',
  family: 'trace',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['RSK', 'TRC'],
  approvers: { approve: ['QA'], inform: ['OPS', 'IT'] },
  purpose: 'Reports something that is said not to apply, or for another reason than before.',
  why: 'What would be asked for is no gap any more: with one sentence every check keeps quiet about it.',
  fix: 'Give a reason that somebody else can check, and have the quality unit agree.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: NOT_APPLICABLE_CLAIMS,
  check(change) {
    const { from, to } = change;
    if (to === undefined || isJudgedElsewhere(change)) return [];
    const raise = { risk: 'H', reason: 'nothing asks for it any more' } as const;
    return [from === undefined ? { what: plainShift(change), raise } : { what: plainShift(change) }];
  },
  examples: [
    {
      name: 'a supplier assessment that is not needed',
      before: `systems: {MES: {}}`,
      after: `systems: {MES: {supplier: {notApplicable: Written by ourselves}}}`,
      expect: ['risky H system:MES notApplicable.supplier'],
    },
    {
      name: 'for another reason',
      before: `systems: {MES: {supplier: {notApplicable: Written by ourselves}}}`,
      after: `systems: {MES: {supplier: {notApplicable: Open source}}}`,
      expect: ['risky M system:MES notApplicable.supplier'],
    },
    {
      name: 'a refusal that need not be tested has a rule of its own',
      before: `lifecycles: {L: {states: {A: open, B: closed}, transitions: {T: {from: A, to: B}}}}`,
      after: `lifecycles: {L: {states: {A: open, B: closed}, transitions: {T: {from: A, to: B, negative: {notApplicable: The vendor tests it}}}}}`,
      expect: [],
    },
    {
      name: 'asked for again',
      before: `systems: {MES: {supplier: {notApplicable: Written by ourselves}}}`,
      after: `systems: {MES: {}}`,
      expect: [],
    },
  ],
});
