import { defineChangeRule } from '../change-rule.ts';
import { downtimeVerdict } from '../judging/downtime.ts';

/** Reports that work stops, waits or is done by people while the other end does not answer, and went on before. */
export const interfaceDowntimeMadeRestrictive = defineChangeRule({
  id: 'interface-downtime-made-restrictive',
  family: 'interfaces',
  judges: 'attribute',
  class: 'compatible',
  risk: 'M',
  evidence: ['OQ-DWN', 'DOC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose:
    'Reports that work stops, waits or is done by people while the other end does not answer, and went on before.',
  why: 'It is safer, and it stops production: people need a procedure.',
  fix: 'Name the procedure (`fallback`) and how entries come back (`catchUp`).',
  mirror: { rule: 'interface-downtime-made-permissive' },
  core: false,
  claims: [{ kinds: ['interface'], paths: ['whenDown.mode'] }],
  check: (change, context) => downtimeVerdict(change, context, ['restrictive']),
  examples: [
    {
      name: 'refusal instead of last answer',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: last-known}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: refuse}}}`,
      expect: ['compatible M interface:IF-1 whenDown.mode'],
    },
    {
      name: 'declared for the first time',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: queue, buffer: 72 h}}}`,
      expect: ['compatible M interface:IF-1 whenDown'],
    },
    {
      name: 'goes on unchecked',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: queue}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: proceed}}}`,
      expect: [],
    },
  ],
});
