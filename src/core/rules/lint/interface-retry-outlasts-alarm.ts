import { defineLint } from '../lint-rule.ts';
import { compareRetryTime, retryTime } from '../linting/retry-time.ts';

/** Time for which a message is repeated against the alarm and the buffer. */
export const interfaceRetryOutlastsAlarm = defineLint({
  id: 'interface-retry-outlasts-alarm',
  source: 'lint',
  judges: 'model',
  severity: 'warning',
  stance: 'contradiction',
  stanceReason: 'Both times are declared, and they do not go together.',
  purpose: 'Reports an interface that still repeats a message when its alarm has sounded or its buffer has given up.',
  why: 'The alarm calls people while nothing has failed yet, or the message is gone before the last attempt.',
  fix: 'Repeat less often or faster, or let the alarm and the buffer wait longer.',
  reads: [
    'interfaces.delivery.retry',
    'interfaces.retry.max',
    'interfaces.retry.every',
    'interfaces.retry.growth',
    'interfaces.delivery.alarmAfter',
    'interfaces.whenDown.buffer',
  ],
  examples: [
    {
      name: 'six pauses are longer than the alarm waits',
      spec: `
        systems: {MES: {}, ERP: {}}
        interfaces:
          IF-002:
            from: MES
            to: ERP
            delivery: {retry: {max: 6, every: 60 s}, alarmAfter: 300 s}`,
      expect: [
        '6:58 warning IF-002: IF-002 repeats a message for 6 × 60 s = 360 s, but raises its alarm after 300 s, while it still tries.',
      ],
    },
    {
      name: 'pauses that double, and a buffer that is shorter',
      spec: `
        systems: {MES: {}, ERP: {}}
        interfaces:
          IF-002:
            from: MES
            to: ERP
            delivery: {retry: {max: 5, every: 1 min, growth: doubling}, alarmAfter: 1 h}
            whenDown: {mode: queue, buffer: 30 min}`,
      expect: [
        '7:37 warning IF-002: IF-002 repeats a message for 5 pauses that double from 1 min, together 31 min, but keeps it for 30 min only.',
      ],
    },
    {
      name: 'equal times, other units, nothing repeated, a pause or a limit that is not declared',
      spec: `
        systems: {MES: {}, ERP: {}}
        interfaces:
          EQUAL: {from: MES, to: ERP, delivery: {retry: {max: 5, every: 60 s}, alarmAfter: 5 min}}
          DAYS: {from: MES, to: ERP, delivery: {retry: {max: 3, every: 60 s}, alarmAfter: 300 s}, whenDown: {mode: queue, buffer: 72 h}}
          NONE: {from: MES, to: ERP, delivery: {retry: {max: 0}, alarmAfter: 1 s}}
          NO-PAUSE: {from: MES, to: ERP, delivery: {retry: {max: 9}, alarmAfter: 1 s}}
          NO-ALARM: {from: MES, to: ERP, delivery: {retry: {max: 9, every: 1 h}}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const flow of model.ofKind('interface')) {
      const { delivery, whenDown } = flow.attributes;
      const retry = delivery?.retry;
      const total = retry === undefined ? undefined : retryTime(retry);
      if (retry === undefined || total === undefined) continue;
      const related = [{ message: `It is repeated for ${total.words}.`, element: flow, path: ['delivery', 'retry'] }];
      const alarm = delivery?.alarmAfter;
      const numbers = [retry.max, retry.every ?? null, retry.growth ?? 'fixed'];
      if (alarm !== undefined && (compareRetryTime(total, alarm) ?? 0) > 0) {
        yield {
          element: flow,
          path: ['delivery', 'alarmAfter'],
          message: `${flow.id} repeats a message for ${total.words}, but raises its alarm after ${alarm}, while it still tries.`,
          hint: 'Let the alarm wait until the last repeat has failed, or repeat for a shorter time.',
          subject: ['alarm', ...numbers, alarm],
          related,
        };
      }
      const buffer = whenDown?.buffer;
      if (buffer !== undefined && (compareRetryTime(total, buffer) ?? 0) > 0) {
        yield {
          element: flow,
          path: ['whenDown', 'buffer'],
          message: `${flow.id} repeats a message for ${total.words}, but keeps it for ${buffer} only.`,
          hint: 'Keep the message at least as long as it is repeated.',
          subject: ['buffer', ...numbers, buffer],
          related,
        };
      }
    }
  },
});
