import { listed } from '../judging/wording.ts';
import { defineLint } from '../lint-rule.ts';
import type { LintReport } from '../lint-rule.ts';
import { isAnswered } from '../linting/error-outcomes.ts';
import { isCarriedByHand, isQuestion, quantitiesIn, statusesIn, useOf } from '../linting/flow-use.ts';
import type { Flow } from '../linting/flow-use.ts';

/** Interfaces of whose messages an old one may win over a new one. */
export const interfaceOrderingUndeclared = defineLint({
  id: 'interface-ordering-undeclared',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason:
    'Order is said later than what travels. That a status is processed in any order contradicts what it is for.',
  purpose:
    'Reports an interface that carries statuses or quantities and does not keep or check the order of its messages.',
  why: 'A message that was delayed wins over the one that came after it: a lot is free again that was put on hold.',
  fix: 'Say in `delivery.order` who keeps the order: `fifo` (the carrier), or `sequence` with the counter that the receiver checks.',
  reads: [
    'interfaces.delivery.order',
    'interfaces.delivery.sequence',
    'interfaces.delivery.stale',
    'interfaces.field.from',
    'interfaces.field.unit',
    'interfaces.field.conversion',
    'interfaces.pattern',
    'objects.field.unit',
    'lifecycles.transition.receives',
  ],
  examples: [
    {
      name: 'a status, a quantity, messages that start steps; any order for a status; a counter without a name; stale messages processed',
      spec: `
        systems: {QMS: {}, MES: {}}
        objects: {lot: {fields: {qty: {type: decimal, unit: EA}}}}
        lifecycles:
          NCR: {states: {A: open}}
          LOT: {states: {A: active, B: held}, transitions: {T: {from: A, to: B, receives: IF-3}}}
        interfaces:
          IF-1: {from: QMS, to: MES, fields: {s: {from: NCR}}}
          IF-2: {from: QMS, to: MES, fields: {q: {from: lot.qty}}}
          IF-3: {from: QMS, to: MES}
          IF-4: {from: QMS, to: MES, delivery: {order: none}, fields: {s: {from: NCR}}}
          IF-5: {from: QMS, to: MES, delivery: {order: sequence}, fields: {s: {from: NCR}}}
          IF-6: {from: QMS, to: MES, headers: [msg_no], delivery: {order: sequence, sequence: msg_no, stale: process}, fields: {s: {from: NCR}}}`,
      expect: [
        '7:9 error IF-1: IF-1 carries a status (s) and does not say whether the order of messages is kept.',
        '8:9 error IF-2: IF-2 carries a quantity (q) and does not say whether the order of messages is kept.',
        '9:9 error IF-3: IF-3 starts LOT.T and does not say whether the order of messages is kept.',
        '10:48 error IF-4: IF-4 carries a status (s), but its messages may be processed in any order.',
        '11:48 error IF-5: IF-5 carries a status (s) and lets the receiver check a counter, but does not say which.',
        '12:102 error IF-6: IF-6 carries a status (s) and checks a counter, but processes a message that is older than the last one.',
      ],
    },
    {
      name: 'order kept or checked, quantities of which any order was decided, a question, what carries neither',
      spec: `
        systems: {QMS: {}, MES: {}}
        lifecycles: {NCR: {states: {A: open}}}
        interfaces:
          IF-1: {from: QMS, to: MES, delivery: {order: fifo}, fields: {s: {from: NCR}}}
          IF-2: {from: QMS, to: MES, headers: [msg_no], delivery: {order: sequence, sequence: msg_no}, fields: {s: {from: NCR}}}
          IF-3: {from: QMS, to: MES, delivery: {order: none}, fields: {q: {unit: EA}}}
          IF-4: {from: QMS, to: MES, pattern: request-reply, fields: {q: {unit: EA}}, reply: {s: {from: NCR}}}
          IF-5: {from: QMS, to: MES, fields: {name: {type: text}}}
          IF-6: {from: QMS, to: MES, delivery: {order: {notApplicable: one message a day}}, fields: {s: {from: NCR}}}
          IF-7: {from: QMS, to: MES, pattern: manual, fields: {q: {unit: EA}}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const flow of model.ofKind('interface')) {
      if (isCarriedByHand(flow) || isQuestion(model, flow)) continue;
      const statuses = statusesIn(model, flow).map(({ localId }) => localId);
      const started = useOf(model, flow).starts.map(({ transition }) => transition.id);
      const quantities = quantitiesIn(model, flow).map(({ localId }) => localId);
      const content =
        statuses.length > 0
          ? `carries a status (${listed(statuses)})`
          : started.length > 0
            ? `starts ${listed([...new Set(started)])}`
            : quantities.length > 0
              ? `carries a quantity (${listed(quantities)})`
              : undefined;
      if (content === undefined) continue;
      const report = orderReport(flow, content, statuses.length > 0 || started.length > 0);
      if (report !== undefined) yield report;
    }
  },
});

function orderReport(flow: Flow, content: string, isStatus: boolean): LintReport | undefined {
  const { delivery } = flow.attributes;
  const { order, sequence, stale } = delivery ?? {};
  if (order === undefined) {
    if (isAnswered(delivery, 'order')) return undefined;
    return {
      element: flow,
      path: ['delivery'],
      message: `${flow.id} ${content} and does not say whether the order of messages is kept.`,
      hint: 'Say `order: fifo`, or `order: sequence` with the counter in `sequence`.',
      subject: ['undeclared', isStatus],
    };
  }
  if (order === 'none') {
    if (!isStatus) return undefined;
    return {
      element: flow,
      path: ['delivery', 'order'],
      message: `${flow.id} ${content}, but its messages may be processed in any order.`,
      hint: 'Say `order: fifo`, or `order: sequence` with the counter in `sequence`.',
      subject: ['none'],
      stance: 'contradiction',
    };
  }
  if (order === 'sequence' && stale === 'process') {
    return {
      element: flow,
      path: ['delivery', 'stale'],
      message: `${flow.id} ${content} and checks a counter, but processes a message that is older than the last one.`,
      hint: 'Say `stale: discard`.',
      subject: ['stale'],
      stance: 'contradiction',
    };
  }
  if (order !== 'sequence' || sequence !== undefined || isAnswered(delivery, 'sequence')) return undefined;
  return {
    element: flow,
    path: ['delivery', 'order'],
    message: `${flow.id} ${content} and lets the receiver check a counter, but does not say which.`,
    hint: 'Name the mapped field or header with the counter in `sequence`.',
    subject: ['counter'],
  };
}
