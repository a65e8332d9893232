import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports a custom or scripted part of a system that is new or gone. */
export const systemCustomPartsChanged = defineChangeRule({
  id: 'system-custom-parts-changed',
  family: 'data',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['RSK', 'IQ-CFG', 'TRC'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports a custom or scripted part of a system that is new or gone.',
  why: 'What is written for this plant alone is validated by nobody else, and what is gone did something.',
  fix: 'Specify, review and test the new part; say what does the work of the old one.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['system'], paths: ['custom'] }],
  check: (change) => [{ what: plainShift(change) }],
  examples: [
    {
      name: 'one more script',
      before: `systems: {MES: {custom: [Label script]}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      after: `systems: {MES: {custom: [Label script, Hold script]}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      expect: ['risky M system:MES custom'],
    },
    {
      name: 'the same in another order',
      before: `systems: {MES: {custom: [A, B]}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      after: `systems: {MES: {custom: [B, A]}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      expect: [],
    },
  ],
});
