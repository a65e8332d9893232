import type { SpecModel } from '../../model/spec-model.ts';
import { defineLint } from '../lint-rule.ts';
import { doesNotApply } from '../linting/declared.ts';
import { isCarriedByHand, useOf } from '../linting/flow-use.ts';
import type { Flow } from '../linting/flow-use.ts';

/** Interfaces and kinds of message of which nobody knows when they are sent. */
export const interfaceTriggerMissing = defineLint({
  id: 'interface-trigger-missing',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason: 'When a message is sent is said later than that there is one.',
  purpose:
    'Reports an interface, or one of its kinds of message, that nothing sends: no step, no question, no schedule.',
  why: 'Nobody can say when the data are there, and no test can make the message go out.',
  fix: 'Name it in `emits` of the step that sends it, or declare its `trigger`: `every`, `at`, `event` or `manual`.',
  reads: [
    'interfaces.trigger',
    'interfaces.messages',
    'interfaces.pattern',
    'lifecycles.transition.emits',
    'condition.query',
  ],
  examples: [
    {
      name: 'nothing sends it, only the answer is read, an empty trigger, and one message that no step sends',
      spec: `
        systems: {QMS: {}, MES: {}}
        lifecycles:
          NCR:
            states: {A: open, B: closed}
            transitions:
              T1: {from: A, to: B, emits: IF-4.HOLD}
              T2: {from: A, to: B, when: {copy: IF-2, NCR: A}}
              T3: {from: A, to: B, emits: IF-3, status: retired}
        interfaces:
          IF-1: {from: QMS, to: MES}
          IF-2: {from: QMS, to: MES, fields: {s: {from: NCR}}, trigger: {}}
          IF-3: {from: QMS, to: MES}
          IF-4: {from: QMS, to: MES, messages: [HOLD, LIFT]}`,
      expect: [
        '10:3 error IF-1: Nothing says when IF-1 is sent: no step sends it, and it has no `trigger`.',
        '11:3 error IF-2: Nothing says when IF-2 is sent: no step sends it, and it has no `trigger`.',
        '12:3 error IF-3: Nothing says when IF-3 is sent: no step sends it, and it has no `trigger`.',
        '13:47 error IF-4.LIFT: No step sends IF-4.LIFT.',
      ],
    },
    {
      name: 'sent by a step or asked by one, on schedule, by an event, by hand, and what says that it does not apply',
      spec: `
        systems: {QMS: {}, MES: {}}
        lifecycles:
          NCR:
            states: {A: open, B: closed}
            transitions:
              T1: {from: A, to: B, emits: [IF-1, IF-2.HOLD]}
              T2: {from: A, to: B, emits: IF-2.LIFT}
              T3: {from: A, to: B, when: {query: IF-3, NCR: A}}
        interfaces:
          IF-1: {from: QMS, to: MES, messages: [HOLD, LIFT]}
          IF-2: {from: QMS, to: MES, messages: [HOLD, LIFT]}
          IF-3: {from: MES, to: QMS, pattern: request-reply, reply: {s: {from: NCR}}}
          IF-4: {from: QMS, to: MES, messages: [A, B], trigger: {every: 15 min}}
          IF-5: {from: QMS, to: MES, trigger: {event: result reviewed}}
          IF-6: {from: QMS, to: MES, pattern: manual}
          IF-7: {from: QMS, to: MES, trigger: {notApplicable: replaced by IF-5 at the end of the phase}}`,
      expect: [],
    },
    {
      name: 'a sketch may leave it out',
      spec: '{systems: {QMS: {}, MES: {}}, interfaces: {IF-1: {from: QMS, to: MES}}}',
      project: 'profile: sketch',
      expect: [],
    },
  ],
  *check({ model }) {
    for (const flow of model.ofKind('interface')) {
      if (startsByItself(flow)) continue;
      const { sentBy, guards } = useOf(model, flow);
      if (guards.some(({ how }) => how === 'query')) continue;
      if (sentBy.length === 0) {
        yield {
          element: flow,
          path: [],
          part: 'key' as const,
          message: `Nothing says when ${flow.id} is sent: no step sends it, and it has no \`trigger\`.`,
          hint: `Name ${flow.id} in \`emits\` of the step that sends it, or say \`trigger: {every: …}\`, \`at\`, \`event\` or \`manual\`.`,
          subject: ['interface'],
        };
        continue;
      }
      for (const message of unsent(model, flow, new Set(sentBy.map((step) => step.message)))) {
        yield {
          element: message,
          path: [],
          part: 'key' as const,
          message: `No step sends ${message.id}.`,
          hint: `Name ${message.id} in \`emits\` of the step that sends it, or take it out of \`messages\`.`,
          subject: ['message'],
        };
      }
    }
  },
});

function startsByItself(flow: Flow): boolean {
  const { trigger } = flow.attributes;
  const declared = [trigger?.every, trigger?.at, trigger?.event, trigger?.manual].some((start) => start !== undefined);
  return declared || isCarriedByHand(flow) || doesNotApply(flow, 'trigger');
}

function unsent(model: SpecModel, flow: Flow, sent: ReadonlySet<string>) {
  return sent.has(flow.id) ? [] : model.partsOf(flow, 'message').filter(({ id }) => !sent.has(id));
}
