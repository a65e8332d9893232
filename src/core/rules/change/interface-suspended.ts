import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports an interface that was in force and is a draft again. */
export const interfaceSuspended = defineChangeRule({
  id: 'interface-suspended',
  family: 'interfaces',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-DWN', 'DOC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports an interface that was in force and is a draft again.',
  why: 'The same is lost as by its removal, usually without a plan.',
  fix: 'Say what is done by hand meanwhile, and until when; retire it where it does not come back.',
  mirror: { rule: 'element-activated' },
  core: false,
  claims: [{ kinds: ['interface'], paths: ['status'] }],
  check: ({ after, from, to }) =>
    to === 'draft' && from !== 'retired'
      ? [{ what: shift(`${named(after)}, status`, from ?? 'effective', to), retires: true }]
      : [],
  examples: [
    {
      name: 'a draft again',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, status: draft}}`,
      expect: ['breaking H interface:IF-1 status'],
    },
    {
      name: 'retired',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, status: retired}}`,
      expect: [],
    },
    {
      name: 'comes into force',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, status: draft}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B}}`,
      expect: [],
    },
  ],
});
