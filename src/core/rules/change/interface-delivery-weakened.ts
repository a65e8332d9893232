import { defineChangeRule } from '../change-rule.ts';
import { deliveryVerdict } from '../judging/delivery.ts';

/** Reports a weaker promise of arrival, or that a change may come back to where it came from. */
export const interfaceDeliveryWeakened = defineChangeRule({
  id: 'interface-delivery-weakened',
  family: 'interfaces',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-ERR', 'OQ-DWN', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a weaker promise of arrival, or that a change may come back to where it came from.',
  why: 'Loss or duplication becomes legal behaviour.',
  fix: 'Keep the promise, or show what finds a message that was lost or came twice.',
  mirror: { rule: 'interface-delivery-strengthened' },
  core: true,
  claims: [{ kinds: ['interface'], paths: ['delivery.guarantee', 'echo'] }],
  check: (change) => deliveryVerdict(change, 'weaker'),
  examples: [
    {
      name: 'may be lost',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {guarantee: at-least-once}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {guarantee: at-most-once}}}`,
      expect: ['risky H interface:IF-1 delivery.guarantee'],
    },
    {
      name: 'no promise any more',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {guarantee: at-least-once}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {}}}`,
      expect: ['risky H interface:IF-1 delivery.guarantee'],
    },
    {
      name: 'declared that it may be lost',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {guarantee: none}}}`,
      expect: ['risky H interface:IF-1 delivery.guarantee'],
    },
    {
      name: 'changes may come back',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, twoWay: true, echo: suppressed}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, twoWay: true}}`,
      expect: ['risky H interface:IF-1 echo'],
    },
    {
      name: 'arrives at least once',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {guarantee: at-most-once}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {guarantee: at-least-once}}}`,
      expect: [],
    },
  ],
});
