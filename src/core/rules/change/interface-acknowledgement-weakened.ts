import { defineChangeRule } from '../change-rule.ts';
import { assuranceVerdict } from '../judging/assurance-order.ts';
import { ACKNOWLEDGEMENT } from '../judging/protection.ts';

/** Reports that the sender learns less of what became of a message. */
export const interfaceAcknowledgementWeakened = defineChangeRule({
  id: 'interface-acknowledgement-weakened',
  family: 'interfaces',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-ERR', 'OQ-SYN'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports that the sender learns less of what became of a message.',
  why: 'What was sent is taken for what was processed.',
  fix: 'Keep the answer of the receiver, or show what else finds a message that was carried and not processed.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [{ kinds: ['interface'], paths: ['delivery.acknowledge'] }],
  check: (change) => assuranceVerdict(change, ACKNOWLEDGEMENT, 'weaker'),
  examples: [
    {
      name: 'carried instead of processed',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {acknowledge: processed}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {acknowledge: transport}}}`,
      expect: ['risky H interface:IF-1 delivery.acknowledge'],
    },
    {
      name: 'not said any more',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {acknowledge: transport}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {}}}`,
      expect: ['risky H interface:IF-1 delivery.acknowledge'],
    },
    {
      name: 'processed instead of carried',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {acknowledge: transport}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {acknowledge: processed}}}`,
      expect: [],
    },
  ],
});
