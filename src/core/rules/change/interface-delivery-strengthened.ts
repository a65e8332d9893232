import { defineChangeRule } from '../change-rule.ts';
import { deliveryVerdict } from '../judging/delivery.ts';

/** Reports a stronger promise of arrival, or that a change no longer comes back to where it came from. */
export const interfaceDeliveryStrengthened = defineChangeRule({
  id: 'interface-delivery-strengthened',
  family: 'interfaces',
  judges: 'attribute',
  class: 'compatible',
  risk: 'M',
  evidence: ['OQ-ERR'],
  approvers: { approve: ['QA', 'IT'], inform: [] },
  purpose: 'Reports a stronger promise of arrival, or that a change no longer comes back to where it came from.',
  why: 'What arrives at least once may arrive twice: receivers must recognise a repeat.',
  fix: 'Check the key by which a repeat is recognised.',
  mirror: { rule: 'interface-delivery-weakened' },
  core: false,
  claims: [{ kinds: ['interface'], paths: ['delivery.guarantee', 'echo'] }],
  check: (change) => deliveryVerdict(change, 'stronger'),
  examples: [
    {
      name: 'arrives at least once',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {guarantee: at-most-once}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {guarantee: at-least-once}}}`,
      expect: ['compatible M interface:IF-1 delivery.guarantee'],
    },
    {
      name: 'promised for the first time',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {guarantee: exactly-once}}}`,
      expect: ['compatible M interface:IF-1 delivery.guarantee'],
    },
    {
      name: 'may be lost',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {guarantee: at-least-once}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {guarantee: at-most-once}}}`,
      expect: [],
    },
  ],
});
