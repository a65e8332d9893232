import { defineChangeRule } from '../change-rule.ts';
import { ORDERING, orderingVerdict } from '../judging/ordering.ts';

/** Reports that order is kept less well, among fewer messages, or by another counter, or that old messages are processed. */
export const interfaceOrderingWeakened = defineChangeRule({
  id: 'interface-ordering-weakened',
  family: 'interfaces',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-ERR', 'OQ-SYN'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose:
    'Reports that order is kept less well, among fewer messages, or by another counter, or that old messages are processed.',
  why: 'A late hold can be overtaken by a release that was sent before it.',
  fix: 'Keep the order, or show that each pair of messages may arrive either way round.',
  mirror: { rule: 'interface-ordering-strengthened' },
  core: true,
  claims: [{ kinds: ['interface'], paths: ORDERING }],
  check: (change, context) => orderingVerdict(change, context, 'weaker'),
  examples: [
    {
      name: 'no order',
      before: `objects: {lot: {}, unit: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, nr], delivery: {order: fifo}}}`,
      after: `objects: {lot: {}, unit: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, nr], delivery: {order: none}}}`,
      expect: ['risky H interface:IF-1 delivery.order'],
    },
    {
      name: 'order within a lot only',
      before: `objects: {lot: {}, unit: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, nr], delivery: {order: fifo}}}`,
      after: `objects: {lot: {}, unit: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, nr], delivery: {order: fifo, per: lot}}}`,
      expect: ['risky H interface:IF-1 delivery.per'],
    },
    {
      name: 'no counter any more, and within a lot only',
      before: `objects: {lot: {}, unit: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, nr], delivery: {order: sequence, sequence: seq}}}`,
      after: `objects: {lot: {}, unit: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, nr], delivery: {order: fifo, per: lot}}}`,
      expect: ['risky H interface:IF-1 delivery.order'],
    },
    {
      name: 'old messages are processed',
      before: `objects: {lot: {}, unit: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, nr], delivery: {order: sequence, sequence: seq}}}`,
      after: `objects: {lot: {}, unit: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, nr], delivery: {order: sequence, sequence: seq, stale: process}}}`,
      expect: ['risky H interface:IF-1 delivery.stale'],
    },
    {
      name: 'another counter',
      before: `objects: {lot: {}, unit: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, nr], delivery: {order: sequence, sequence: seq}}}`,
      after: `objects: {lot: {}, unit: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, nr], delivery: {order: sequence, sequence: nr}}}`,
      expect: ['risky H interface:IF-1 delivery.sequence'],
    },
    {
      name: 'an order within a lot, where there was none',
      before: `objects: {lot: {}, unit: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, nr], delivery: {order: none}}}`,
      after: `objects: {lot: {}, unit: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, nr], delivery: {order: fifo, per: lot}}}`,
      expect: [],
    },
  ],
});
