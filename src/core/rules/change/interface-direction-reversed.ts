import { defineChangeRule } from '../change-rule.ts';
import { reversedEnds } from '../judging/endpoints.ts';

/** Reports an interface whose sender and receiver changed places. */
export const interfaceDirectionReversed = defineChangeRule({
  id: 'interface-direction-reversed',
  family: 'interfaces',
  judges: 'attribute',
  class: 'breaking',
  risk: 'C',
  evidence: ['REG-DEP', 'OQ-SYN', 'PQ-REC', 'MIG'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports an interface whose sender and receiver changed places.',
  why: 'Master and copy change places: ownership flips, and writes overwrite the record of origin.',
  fix: 'Treat it as one interface removed and another one added, and plan which records win on the day of the change.',
  mirror: { self: true },
  core: true,
  claims: [{ kinds: ['interface'], paths: ['from', 'to'] }],
  check: reversedEnds,
  examples: [
    {
      name: 'turned round',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: B, to: A}}`,
      expect: ['breaking C interface:IF-1 from'],
    },
    {
      name: 'turned round, and one receiver gone',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: [B, C]}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: B, to: A}}`,
      expect: ['breaking C interface:IF-1 from'],
    },
    {
      name: 'another receiver',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: C}}`,
      expect: [],
    },
    {
      name: 'receivers in another order',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: [B, C]}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: [C, B]}}`,
      expect: [],
    },
  ],
});
