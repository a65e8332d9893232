import { defineChangeRule } from '../change-rule.ts';
import { isStricterOutage } from '../judging/system-promises.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports a shorter outage that interfaces must survive, or a process that may do longer without a system. */
export const systemOutageToleranceRelaxed = defineChangeRule({
  id: 'system-outage-tolerance-relaxed',
  family: 'data',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-DWN', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a shorter outage that interfaces must survive, or a process that may do longer without a system.',
  why: 'Queues may be shorter and repairs slower than before: messages are lost in an outage that was covered.',
  fix: 'Compare both times with the buffers of the interfaces and with what the process does meanwhile.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [{ kinds: ['system'], paths: ['maxOutage', 'downtimeTolerance'] }],
  check: (change) => (isStricterOutage(change) ? [] : [{ what: plainShift(change) }]),
  examples: [
    {
      name: 'a shorter outage must be survived',
      before: `systems: {MES: {maxOutage: 72 h}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      after: `systems: {MES: {maxOutage: 24 h}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      expect: ['risky M system:MES maxOutage'],
    },
    {
      name: 'the process does longer without it',
      before: `systems: {MES: {downtimeTolerance: 4 h}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      after: `systems: {MES: {downtimeTolerance: 24 h}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      expect: ['risky M system:MES downtimeTolerance'],
    },
    {
      name: 'a longer outage must be survived',
      before: `systems: {MES: {maxOutage: 24 h}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      after: `systems: {MES: {maxOutage: 72 h}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      expect: [],
    },
  ],
});
