import type { Json } from '../../language/canonical.ts';
import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

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
  mirror: {
    elsewhere:
      'A mode that stops the work has no rule of its own in this version and is reported as unclassified-change.',
  },
  core: true,
  claims: [{ kinds: ['interface'], paths: ['whenDown.mode'] }],
  check({ after, from, to }) {
    if (typeof to !== 'string' || permissiveness(to) === 0 || permissiveness(to) <= permissiveness(from)) return [];
    return [{ what: shift(`${named(after)}, while the other end is down`, from, to) }];
  },
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
      name: 'refusal instead of last answer',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: last-known}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: refuse}}}`,
      expect: [],
    },
  ],
});

/** 0 stops or hands over to people, 1 relies on the last answer, 2 relies on nothing. */
function permissiveness(mode: Json | undefined): 0 | 1 | 2 {
  return mode === 'proceed' ? 2 : mode === 'last-known' ? 1 : 0;
}
