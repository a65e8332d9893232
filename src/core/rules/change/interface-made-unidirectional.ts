import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a flow that no longer runs back. */
export const interfaceMadeUnidirectional = defineChangeRule({
  id: 'interface-made-unidirectional',
  family: 'interfaces',
  judges: 'attribute',
  class: 'breaking',
  risk: 'M',
  evidence: ['OQ-SYN', 'REG-DEP'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a flow that no longer runs back.',
  why: 'One side goes stale.',
  fix: 'Show that nothing reads what the way back brought.',
  mirror: { rule: 'interface-made-bidirectional' },
  core: false,
  claims: [{ kinds: ['interface'], paths: ['twoWay'] }],
  check: ({ after, from, to }) =>
    to === true ? [] : [{ what: shift(`${named(after)}, runs both ways`, from, to ?? false) }],
  examples: [
    {
      name: 'one way only',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, twoWay: true}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B}}`,
      expect: ['breaking M interface:IF-1 twoWay'],
    },
    {
      name: 'runs both ways',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, twoWay: false}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, twoWay: true}}`,
      expect: [],
    },
  ],
});
