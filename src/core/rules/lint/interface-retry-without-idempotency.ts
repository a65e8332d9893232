import { defineLint } from '../lint-rule.ts';
import { isAnswered } from '../linting/error-outcomes.ts';
import { isCarriedByHand, isQuestion, useOf } from '../linting/flow-use.ts';
import type { Flow } from '../linting/flow-use.ts';

/** Interfaces that may bring a message twice, and whose receiver does not notice. */
export const interfaceRetryWithoutIdempotency = defineLint({
  id: 'interface-retry-without-idempotency',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason: 'By what a repeat is recognised is said later than that there may be one.',
  purpose:
    'Reports an interface whose messages may come twice and which names nothing by which the receiver recognises it.',
  why: 'A message that was processed and not acknowledged comes again: a quantity is booked twice, a hold is lifted and set anew.',
  fix: 'Name in `delivery.key` the mapped fields and headers that are the same in a repeat and in no other message.',
  reads: [
    'interfaces.delivery.guarantee',
    'interfaces.delivery.retry',
    'interfaces.retry.max',
    'interfaces.delivery.onTimeout',
    'interfaces.delivery.key',
    'interfaces.faults',
    'interfaces.pattern',
    'condition.query',
  ],
  examples: [
    {
      name: 'at least once, repeated, repeated when the outcome is unknown, and duplicates that are credible',
      spec: `
        systems: {QMS: {}, MES: {}}
        interfaces:
          IF-1: {from: QMS, to: MES, delivery: {guarantee: at-least-once}}
          IF-2: {from: QMS, to: MES, delivery: {guarantee: at-most-once, retry: {max: 3}}}
          IF-3: {from: QMS, to: MES, pattern: request-reply, delivery: {onTimeout: retry}}
          IF-4: {from: QMS, to: MES, faults: [duplicate]}`,
      expect: [
        '3:52 error IF-1: IF-1 delivers at least once, and names no `key` by which the receiver recognises a message that comes twice.',
        '4:73 error IF-2: IF-2 repeats a message up to 3 times, and names no `key` by which the receiver recognises a message that comes twice.',
        '5:76 error IF-3: IF-3 repeats a message of which nobody knows whether it arrived, and names no `key` by which the receiver recognises a message that comes twice.',
        '6:38 error IF-4: IF-4 may bring a message twice (`faults`), and names no `key` by which the receiver recognises a message that comes twice.',
      ],
    },
    {
      name: 'a key, a carrier that delivers once, no repeat, a question that changes nothing, and what travels on paper',
      spec: `
        systems: {QMS: {}, MES: {}}
        lifecycles: {LOT: {states: {A: active, B: held}, transitions: {T: {from: A, to: B, when: {query: IF-4, NCR: A}}}}, NCR: {states: {A: open}}}
        interfaces:
          IF-1: {from: QMS, to: MES, headers: [msg_no], delivery: {guarantee: at-least-once, key: [msg_no], retry: {max: 3}}}
          IF-2: {from: QMS, to: MES, delivery: {guarantee: exactly-once, retry: {max: 3}}}
          IF-3: {from: QMS, to: MES, delivery: {guarantee: at-most-once, retry: {max: 0}}}
          IF-4: {from: MES, to: QMS, pattern: request-reply, delivery: {retry: {max: 2}}, reply: {s: {from: NCR}}}
          IF-5: {from: QMS, to: MES, delivery: {guarantee: at-least-once, key: {notApplicable: a reading replaces the last one}}}
          IF-6: {from: QMS, to: MES, transport: {kind: paper}, delivery: {guarantee: at-least-once}}
          IF-7: {from: QMS, to: MES}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const flow of model.ofKind('interface')) {
      const repeat = repeatOf(flow);
      if (repeat === undefined || isCarriedByHand(flow) || isAnswered(flow.attributes.delivery, 'key')) continue;
      const { sentBy, starts, guards } = useOf(model, flow);
      const asks = isQuestion(model, flow) && guards.some(({ how }) => how === 'query');
      if (asks && sentBy.length === 0 && starts.length === 0) continue;
      yield {
        element: flow,
        path: repeat.path,
        message: `${flow.id} ${repeat.words}, and names no \`key\` by which the receiver recognises a message that comes twice.`,
        hint: 'Name the mapped fields and headers that identify a message in `delivery.key`.',
        subject: repeat.subject,
      };
    }
  },
});

interface Repeat {
  readonly path: readonly string[];
  readonly words: string;
  readonly subject: readonly (string | number)[];
}

/** Why a message may come twice; undefined where nothing says that it may. */
function repeatOf({ attributes: { delivery, faults } }: Flow): Repeat | undefined {
  const { guarantee, retry, onTimeout } = delivery ?? {};
  // A carrier that delivers exactly once takes repeats out itself.
  if (guarantee === 'exactly-once') return undefined;
  if (guarantee === 'at-least-once')
    return { path: ['delivery', 'guarantee'], words: 'delivers at least once', subject: ['guarantee', guarantee] };
  if (retry !== undefined && retry.max > 0)
    return {
      path: ['delivery', 'retry'],
      words: `repeats a message up to ${retry.max} ${retry.max === 1 ? 'time' : 'times'}`,
      subject: ['retry', retry.max],
    };
  if (onTimeout === 'retry')
    return {
      path: ['delivery', 'onTimeout'],
      words: 'repeats a message of which nobody knows whether it arrived',
      subject: ['timeout', onTimeout],
    };
  if (faults?.includes('duplicate') === true)
    return { path: ['faults'], words: 'may bring a message twice (`faults`)', subject: ['faults'] };
  return undefined;
}
