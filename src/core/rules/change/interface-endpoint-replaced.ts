import { defineChangeRule } from '../change-rule.ts';
import { otherEnds } from '../judging/endpoints.ts';

/** Reports another sender of an interface, or a receiver that came or went. */
export const interfaceEndpointReplaced = defineChangeRule({
  id: 'interface-endpoint-replaced',
  family: 'interfaces',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['IQ-CFG', 'REG-DEP', 'PQ-E2E'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports another sender of an interface, or a receiver that came or went.',
  why: 'Another system now supplies or receives regulated data.',
  fix: 'Show for both systems where the data come from now, and what becomes of those that no longer get them.',
  mirror: { self: true },
  core: true,
  claims: [{ kinds: ['interface'], paths: ['from', 'to'] }],
  check: otherEnds,
  examples: [
    {
      name: 'another sender',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: C, to: B}}`,
      expect: ['breaking H interface:IF-1 from'],
    },
    {
      name: 'one more receiver',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: [B, C]}}`,
      expect: ['breaking H interface:IF-1 to'],
    },
    {
      name: 'turned round, and one receiver gone',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: [B, C]}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: B, to: A}}`,
      expect: ['breaking H interface:IF-1 to'],
    },
    {
      name: 'turned round',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: B, to: A}}`,
      expect: [],
    },
    {
      name: 'a system renamed as declared',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B}}`,
      after: `systems: {A: {}, D: {formerIds: [B]}, C: {}}
interfaces: {IF-1: {from: A, to: D}}`,
      expect: [],
    },
  ],
});
