import { listed } from '../judging/wording.ts';
import { defineLint } from '../lint-rule.ts';
import { doesNotApply } from '../linting/declared.ts';
import { isCarriedByHand, isQuestion, statusesIn, useOf } from '../linting/flow-use.ts';

/** Statuses of which nobody knows what happens when the other system does not take them over. */
export const syncFailureUndefined = defineLint({
  id: 'sync-failure-undefined',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason: 'What happens to a status that is not taken over is said later than that it is sent.',
  purpose:
    'Reports an interface that carries a status to a system with steps for it, and does not say what happens when that system misses or refuses it.',
  why: 'The two systems part, and each of them goes on working with its own status.',
  fix: 'Declare `whenDown` (the other end misses it) and `unexpected` (it has no step for it in the state it is in).',
  reads: [
    'interfaces.whenDown',
    'interfaces.unexpected',
    'interfaces.fields',
    'interfaces.field.from',
    'lifecycles.transition.emits',
    'lifecycles.transition.receives',
  ],
  examples: [
    {
      name: 'a status that nobody takes care of, and messages of one lifecycle that start steps of another',
      spec: `
        systems: {QMS: {}, MES: {}}
        lifecycles:
          NCR: {system: QMS, states: {A: open, B: closed}, transitions: {T: {from: A, to: B, emits: [IF-1, IF-2]}}}
          LOT: {system: MES, states: {A: active, B: held}, transitions: {T1: {from: A, to: B, receives: IF-1}, T2: {from: A, to: B, receives: IF-2}}}
        interfaces:
          IF-1: {from: QMS, to: MES, fields: {s: {from: NCR}}}
          IF-2: {from: QMS, to: MES, whenDown: {mode: queue}}
          IF-3: {from: QMS, to: MES, fields: {s: {from: NCR}}}`,
      expect: [
        '6:3 error IF-1: IF-1 carries the status NCR, and does not say what happens when MES misses it, or when MES has no step for it in the state it is in.',
        '7:3 error IF-2: IF-2 carries what NCR.T did, and does not say what happens when MES has no step for it in the state it is in.',
        '8:3 error IF-3: IF-3 carries the status NCR, and does not say what happens when MES misses it.',
      ],
    },
    {
      name: 'both said, a status that only updates the copy, a start from outside, a question, and what travels by hand',
      spec: `
        systems: {QMS: {}, MES: {}}
        lifecycles:
          NCR: {system: QMS, states: {A: open, B: closed}, transitions: {T: {from: A, to: B, emits: IF-1}}}
          LOT: {system: MES, states: {A: active, B: held}, transitions: {T1: {from: A, to: B, receives: IF-1}, T2: {from: A, to: B, receives: IF-3}}}
        interfaces:
          IF-1: {from: QMS, to: MES, whenDown: {mode: queue}, unexpected: ignore, fields: {s: {from: NCR}}}
          IF-2: {from: QMS, to: MES, whenDown: {mode: queue}, fields: {s: {from: NCR}}}
          IF-3: {from: QMS, to: MES, trigger: {event: result reviewed}, fields: {verdict: {}}}
          IF-4: {from: MES, to: QMS, pattern: request-reply, reply: {s: {from: NCR}}}
          IF-5: {from: QMS, to: MES, pattern: manual, fields: {s: {from: NCR}}}
          IF-6: {from: QMS, to: MES, whenDown: {notApplicable: one process}, unexpected: {notApplicable: every state has a step}, fields: {s: {from: NCR}}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const flow of model.ofKind('interface')) {
      if (isCarriedByHand(flow) || isQuestion(model, flow)) continue;
      const statuses = statusesIn(model, flow);
      const { sentBy, starts } = useOf(model, flow);
      const drives = starts.filter((start) => sentBy.some((step) => step.steps.lifecycle !== start.steps.lifecycle));
      if (statuses.length === 0 && drives.length === 0) continue;
      const { whenDown, unexpected } = flow.attributes;
      const missing = [
        ...(whenDown === undefined && !doesNotApply(flow, 'whenDown')
          ? [{ attribute: 'whenDown', what: `${listed(flow.attributes.to)} misses it` }]
          : []),
        ...(starts.length > 0 && unexpected === undefined && !doesNotApply(flow, 'unexpected')
          ? [
              {
                attribute: 'unexpected',
                what: `${listed(flow.attributes.to)} has no step for it in the state it is in`,
              },
            ]
          : []),
      ];
      if (missing.length === 0) continue;
      const carried =
        statuses.length > 0
          ? `carries the status ${listed([...new Set(statuses.flatMap(({ attributes }) => attributes.from ?? []))])}`
          : `carries what ${listed([...new Set(sentBy.map(({ transition }) => transition.id))])} did`;
      yield {
        element: flow,
        path: [],
        part: 'key' as const,
        message: `${flow.id} ${carried}, and does not say what happens when ${missing.map(({ what }) => what).join(', or when ')}.`,
        hint: `Declare ${listed(missing.map(({ attribute }) => `\`${attribute}\``))}.`,
        subject: missing.map(({ attribute }) => attribute),
      };
    }
  },
});
