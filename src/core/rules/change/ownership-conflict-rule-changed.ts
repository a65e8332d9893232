import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another order in which several sources fill one target. */
export const ownershipConflictRuleChanged = defineChangeRule({
  id: 'ownership-conflict-rule-changed',
  family: 'data',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-SYN', 'PQ-REC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports another order in which several sources fill one target.',
  why: 'It decides silently which value survives.',
  fix: 'Send different values from all sources, and check which one arrives.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['mapping', 'reply'], paths: ['precedence'] }],
  check: ({ after, from, to }) => [{ what: shift(`${named(after)}, precedence`, from, to) }],
  examples: [
    {
      name: 'another precedence',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, fields: {x: {from: v, to: t, precedence: 1}, z: {from: w, to: t}}}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, fields: {x: {from: v, to: t, precedence: 3}, z: {from: w, to: t}}}}`,
      expect: ['risky H mapping:IF-1.x precedence'],
    },
    {
      name: 'another source',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, fields: {x: {from: v, to: t, precedence: 1}, z: {from: w, to: t}}}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, fields: {x: {from: u, to: t, precedence: 1}, z: {from: w, to: t}}}}`,
      expect: [],
    },
  ],
});
