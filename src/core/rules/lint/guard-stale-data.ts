import { defineLint } from '../lint-rule.ts';
import { pathOf } from '../linting/condition-reads.ts';
import { compareDeliveryTime, longestTime, ordinaryTime, timeInWords } from '../linting/delivery-time.ts';
import { useOf } from '../linting/flow-use.ts';

/** Conditions that may be judged on what was true before. */
export const guardStaleData = defineLint({
  id: 'guard-stale-data',
  source: 'lint',
  judges: 'model',
  severity: 'warning',
  stance: 'contradiction',
  stanceReason: 'How old a value may be and how old it can get are both declared.',
  purpose:
    'Reports a condition that asks the owner now and may get an answer from memory, or whose value may be older after repeats than it allows.',
  why: 'The step decides on the past: an issue that was opened meanwhile does not stop it.',
  fix: 'Ask without `cache`, read a copy with `maxAge` that says how old it may be, or repeat for a shorter time.',
  reads: [
    'interfaces.cache',
    'interfaces.latency',
    'interfaces.trigger.every',
    'interfaces.delivery.retry',
    'condition.query',
    'condition.copy',
    'condition.maxAge',
    'lifecycles.transition.when',
    'lifecycles.transition.procedure',
  ],
  examples: [
    {
      name: 'a question that is answered from memory, and a copy that is too old when the last repeat brings it',
      spec: `
        systems: {QMS: {}, ERP: {}}
        lifecycles:
          NCR: {system: QMS, states: {Open: open, Closed: closed}}
          INV:
            system: ERP
            states: {QI: quarantine, Released: released}
            transitions:
              T1: {from: QI, to: Released, when: {query: IF-1, NCR: Closed}}
              T2: {from: QI, to: Released, when: {copy: IF-2, maxAge: 2 min, NCR: Closed}}
        interfaces:
          IF-1: {from: ERP, to: QMS, pattern: request-reply, cache: 15 min, reply: {s: {from: NCR}}}
          IF-2: {from: QMS, to: ERP, latency: 60 s, delivery: {retry: {max: 3, every: 60 s}}, fields: {s: {from: NCR}}}`,
      expect: [
        '8:50 warning INV.T1: INV.T1 asks over IF-1 at the moment of the step, but an answer may be 15 min old.',
        '9:49 warning INV.T2: INV.T2 counts no value older than 2 min, but one that the last repeat brings is 4 min old (IF-2: latency 60 s, repeats 3 × 60 s = 180 s).',
      ],
    },
    {
      name: 'no memory, repeats within the age, an age that is not declared, and what is too slow even without repeats',
      spec: `
        systems: {QMS: {}, ERP: {}}
        lifecycles:
          NCR: {system: QMS, states: {Open: open, Closed: closed}}
          INV:
            system: ERP
            states: {QI: quarantine, Released: released}
            transitions:
              T1: {from: QI, to: Released, when: {query: IF-1, NCR: Closed}}
              T2: {from: QI, to: Released, when: {copy: IF-2, maxAge: 4 min, NCR: Closed}}
              T3: {from: QI, to: Released, when: {copy: IF-2, NCR: Closed}}
              T4: {from: QI, to: Released, when: {copy: IF-2, maxAge: 30 s, NCR: Closed}}
              T5: {from: QI, to: Released, when: {query: IF-3, NCR: Closed}}
        interfaces:
          IF-1: {from: ERP, to: QMS, pattern: request-reply, reply: {s: {from: NCR}}}
          IF-2: {from: QMS, to: ERP, latency: 60 s, delivery: {retry: {max: 3, every: 60 s}}, fields: {s: {from: NCR}}}
          IF-3: {from: ERP, to: QMS, pattern: request-reply, cache: 0 s, reply: {s: {from: NCR}}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const flow of model.ofKind('interface')) {
      const { cache } = flow.attributes;
      for (const { transition, attribute, read } of useOf(model, flow).guards) {
        const from = read?.from;
        if (from?.kind !== 'read') continue;
        const path = pathOf(attribute, from, flow.id);
        if (from.from === 'query') {
          if (cache === undefined || /^0+(?:\.0+)?\s/u.test(cache)) continue;
          yield {
            element: transition,
            path,
            message: `${transition.id} asks over ${flow.id} at the moment of the step, but an answer may be ${cache} old.`,
            hint: `Take \`cache\` out of ${flow.id}, or read a copy and say with \`maxAge\` how old it may be.`,
            subject: ['cache', flow.id, attribute, cache],
            related: [{ message: 'The answer is kept here.', element: flow, path: ['cache'] }],
          };
          continue;
        }
        const { maxAge } = from;
        const longest = longestTime(flow);
        if (maxAge === undefined || (compareDeliveryTime(longest, maxAge) ?? 0) <= 0) continue;
        // What is too slow even without repeats is an error of the interface (interface-latency-exceeds-need).
        if ((compareDeliveryTime(ordinaryTime(flow), maxAge) ?? 0) > 0) continue;
        yield {
          element: transition,
          path,
          message: `${transition.id} counts no value older than ${maxAge}, but one that the last repeat brings is ${timeInWords(longest.milliseconds)} old (${longest.words}).`,
          hint: `Repeat for a shorter time, or allow ${timeInWords(longest.milliseconds)} in \`maxAge\`.`,
          subject: ['age', flow.id, attribute, maxAge, longest.milliseconds.toFraction()],
          related: [{ message: 'The repeats are declared here.', element: flow, path: ['delivery', 'retry'] }],
        };
      }
    }
  },
});
