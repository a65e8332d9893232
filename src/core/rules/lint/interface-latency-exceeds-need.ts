import { defineLint } from '../lint-rule.ts';
import { compareDeliveryTime, longestTime, ordinaryTime, timeInWords } from '../linting/delivery-time.ts';
import { useOf } from '../linting/flow-use.ts';
import { pathOf } from '../linting/condition-reads.ts';
import { responseChain } from '../linting/response-chain.ts';

/** Interfaces that are too slow for what rests on them. */
export const interfaceLatencyExceedsNeed = defineLint({
  id: 'interface-latency-exceeds-need',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'The time that is allowed and the time that is taken are both declared.',
  purpose:
    'Reports interfaces that take longer, by schedule, latency and repeats, than a condition or an invariant that rests on them allows.',
  why: 'The limit is not kept even when every part works as declared: a decision is taken on what was true before.',
  fix: 'Send more often or faster, repeat for a shorter time, or allow the time that it takes.',
  reads: [
    'interfaces.latency',
    'interfaces.trigger.every',
    'interfaces.delivery.retry',
    'condition.maxAge',
    'condition.copy',
    'invariants.after',
    'invariants.must',
    'invariants.within',
    'lifecycles.transition.emits',
    'lifecycles.transition.receives',
  ],
  examples: [
    {
      name: 'a schedule longer than the age that counts, and a chain of messages longer than the limit of an invariant',
      spec: `
        systems: {QMS: {}, MES: {}, ERP: {}}
        lifecycles:
          NCR: {system: QMS, states: {A: pre, Open: open}, transitions: {raise: {from: A, to: Open, emits: IF-1}}}
          LOT: {system: MES, states: {A: active, Held: held}, transitions: {hold: {from: A, to: Held, receives: IF-1, emits: IF-2.HOLD}}}
          INV: {system: ERP, states: {QI: quarantine, Blocked: held, Released: released}, transitions: {block: {from: [QI, Released], to: Blocked, receives: IF-2}, release: {from: QI, to: Released, when: {copy: IF-3, maxAge: 10 min, NCR: A}}}}
        interfaces:
          IF-1: {from: QMS, to: MES, latency: 60 s, delivery: {retry: {max: 3, every: 60 s}}}
          IF-2: {from: MES, to: ERP, messages: [HOLD], latency: 120 s}
          IF-3: {from: QMS, to: ERP, trigger: {every: 15 min}, latency: 30 s, fields: {s: {from: NCR}}}
        invariants:
          INV-1: {after: NCR.raise, must: {INV: Blocked}, within: 5 min}
          INV-2: {after: NCR.raise, must: [LOT.hold], within: 3 min}`,
      expect: [
        '9:47 error IF-3: IF-3 may bring a value that is 930 s old (IF-3: every 15 min, latency 30 s), but INV.release counts none older than 10 min.',
        '11:59 error INV-1: INV-1 allows 5 min until INV.block, but the messages may take 6 min (IF-1: latency 60 s, repeats 3 × 60 s = 180 s; IF-2: latency 120 s).',
        '12:55 error INV-2: INV-2 allows 3 min until LOT.hold, but the messages may take 4 min (IF-1: latency 60 s, repeats 3 × 60 s = 180 s).',
      ],
    },
    {
      name: 'just as long as allowed, nothing declared, and people in between',
      spec: `
        systems: {QMS: {}, MES: {}, ERP: {}}
        lifecycles:
          NCR: {system: QMS, states: {A: pre, Open: open}, transitions: {raise: {from: A, to: Open, emits: [IF-1, IF-4]}}}
          LOT: {system: MES, states: {A: active, Held: held}, transitions: {hold: {from: A, to: Held, receives: IF-1, emits: IF-2}, note: {from: A, to: Held, by: anyone, emits: IF-4}}}
          INV: {system: ERP, states: {QI: quarantine, Blocked: held, Released: released}, transitions: {block: {from: [QI, Released], to: Blocked, receives: IF-2}, release: {from: QI, to: Released, when: {copy: IF-3, maxAge: 15 min, NCR: A}}}}
        interfaces:
          IF-1: {from: QMS, to: MES, latency: 60 s}
          IF-2: {from: MES, to: ERP, latency: 120 s}
          IF-3: {from: QMS, to: ERP, trigger: {every: 14 min}, latency: 60 s, fields: {s: {from: NCR}}}
          IF-4: {from: QMS, to: ERP}
        invariants:
          INV-1: {after: NCR.raise, must: {none: lot, INV: [QI, Released]}, within: 180 s}
          INV-2: {after: NCR.raise, must: [INV.release], within: 1 s}
          INV-3: {after: NCR.raise, must: {INV: Blocked}, within: 1 wd}
        objects: {lot: {}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const flow of model.ofKind('interface')) {
      const time = ordinaryTime(flow);
      for (const { transition, attribute, read } of useOf(model, flow).guards) {
        const from = read?.from;
        if (from?.kind !== 'read' || from.maxAge === undefined) continue;
        if ((compareDeliveryTime(time, from.maxAge) ?? 0) <= 0) continue;
        yield {
          element: flow,
          path: flow.attributes.trigger?.every === undefined ? ['latency'] : ['trigger', 'every'],
          message: `${flow.id} may bring a value that is ${timeInWords(time.milliseconds)} old (${time.words}), but ${transition.id} counts none older than ${from.maxAge}.`,
          hint: `Send more often or faster, or allow ${timeInWords(time.milliseconds)} in \`maxAge\`.`,
          subject: ['age', transition.id, attribute, from.maxAge, time.milliseconds.toFraction()],
          related: [
            {
              message: `${transition.id} reads it here.`,
              element: transition,
              path: pathOf(attribute, from, flow.id),
            },
          ],
        };
      }
    }
    for (const invariant of model.ofKind('invariant')) {
      const { within } = invariant.attributes;
      const chain = within === undefined ? undefined : responseChain(model, invariant);
      if (within === undefined || chain === undefined) continue;
      const { milliseconds, flows, last } = chain;
      if ((compareDeliveryTime({ milliseconds, words: '' }, within) ?? 0) <= 0) continue;
      yield {
        element: invariant,
        path: ['within'],
        message: `${invariant.id} allows ${within} until ${last.id}, but the messages may take ${timeInWords(milliseconds)} (${flows.map((flow) => longestTime(flow).words).join('; ')}).`,
        hint: 'Send faster, repeat for a shorter time, or allow the time that it takes.',
        subject: ['response', within, milliseconds.toFraction(), flows.map(({ id }) => id)],
        related: flows.map((flow) => ({ message: `${flow.id} is on the way.`, element: flow, path: ['latency'] })),
      };
    }
  },
});
