import { defineChangeRule } from '../change-rule.ts';
import { ORDERING, orderingVerdict } from '../judging/ordering.ts';

/** Reports that order is kept better or among more messages, or that old messages are discarded. */
export const interfaceOrderingStrengthened = defineChangeRule({
  id: 'interface-ordering-strengthened',
  family: 'interfaces',
  judges: 'attribute',
  class: 'compatible',
  risk: 'L',
  evidence: ['OQ-ERR'],
  approvers: { approve: ['IT'], inform: ['QA'] },
  purpose: 'Reports that order is kept better or among more messages, or that old messages are discarded.',
  why: 'It is safer; one message that cannot be processed now blocks those behind it.',
  fix: 'Say who works off a message that blocks the others.',
  mirror: { rule: 'interface-ordering-weakened' },
  core: false,
  claims: [{ kinds: ['interface'], paths: ORDERING }],
  check: (change, context) => orderingVerdict(change, context, 'stronger'),
  examples: [
    {
      name: 'an order within a lot, where there was none',
      before: `objects: {lot: {}, unit: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, nr], delivery: {order: none}}}`,
      after: `objects: {lot: {}, unit: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, nr], delivery: {order: fifo, per: lot}}}`,
      expect: ['compatible L interface:IF-1 delivery.order'],
    },
    {
      name: 'order among all messages',
      before: `objects: {lot: {}, unit: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, nr], delivery: {order: fifo, per: lot}}}`,
      after: `objects: {lot: {}, unit: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, nr], delivery: {order: fifo}}}`,
      expect: ['compatible L interface:IF-1 delivery.per'],
    },
    {
      name: 'old messages are discarded',
      before: `objects: {lot: {}, unit: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, nr], delivery: {order: sequence, sequence: seq, stale: process}}}`,
      after: `objects: {lot: {}, unit: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, nr], delivery: {order: sequence, sequence: seq}}}`,
      expect: ['compatible L interface:IF-1 delivery.stale'],
    },
    {
      name: 'a counter, but within a lot only',
      before: `objects: {lot: {}, unit: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, nr], delivery: {order: fifo}}}`,
      after: `objects: {lot: {}, unit: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, nr], delivery: {order: sequence, sequence: seq, per: lot}}}`,
      expect: [],
    },
  ],
});
