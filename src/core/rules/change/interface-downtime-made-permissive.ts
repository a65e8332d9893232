import { defineChangeRule } from '../change-rule.ts';
import { downtimeVerdict } from '../judging/downtime.ts';

/** Reports that work goes on with the last answer, or unchecked, while the other end does not answer. */
export const interfaceDowntimeMadePermissive = defineChangeRule({
  id: 'interface-downtime-made-permissive',
  family: 'interfaces',
  judges: 'attribute',
  class: 'risky',
  risk: 'C',
  evidence: ['OQ-DWN', 'RSK', 'DOC', 'PQ-E2E'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports that work goes on with the last answer, or unchecked, while the other end does not answer.',
  why: 'Work continues without the check that the interface provides.',
  fix: 'Keep `refuse` or `queue`; queue the request rather than reuse the answer.',
  mirror: { rule: 'interface-downtime-made-restrictive' },
  core: true,
  claims: [{ kinds: ['interface'], paths: ['whenDown.mode'] }],
  check: (change, context) => downtimeVerdict(change, context, ['permissive']),
  examples: [
    {
      name: 'last answer instead of refusal',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, pattern: request-reply, whenDown: {mode: refuse}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, pattern: request-reply, whenDown: {mode: last-known}}}`,
      expect: ['risky C interface:IF-1 whenDown.mode'],
    },
    {
      name: 'goes on unchecked',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: last-known}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: proceed}}}`,
      expect: ['risky C interface:IF-1 whenDown.mode'],
    },
    {
      name: 'declared for the first time, with a remark',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: proceed, note: Go on.}}}`,
      expect: ['risky C interface:IF-1 whenDown'],
    },
    {
      name: 'refusal instead of last answer',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: last-known}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: refuse}}}`,
      expect: [],
    },
  ],
});
