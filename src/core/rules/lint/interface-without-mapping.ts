import { defineLint } from '../lint-rule.ts';
import { doesNotApply } from '../linting/declared.ts';
import { useOf } from '../linting/flow-use.ts';

/** Interfaces of which nobody knows what they carry. */
export const interfaceWithoutMapping = defineLint({
  id: 'interface-without-mapping',
  source: 'lint',
  judges: 'model',
  severity: 'warning',
  stance: 'expectation',
  stanceReason: 'A sketch shows that something travels before it says what.',
  purpose: 'Reports an interface that maps no field, neither of its messages nor of its answer.',
  why: 'What the receiver gets is written nowhere: it can be changed without anybody noticing, and not be tested.',
  fix: 'Declare in `fields`, and for a question in `reply`, what travels; or say why nothing does.',
  reads: ['interfaces.fields', 'interfaces.reply', 'interfaces.pattern', 'condition.query'],
  examples: [
    {
      name: 'no field at all, and a question whose answer is read and not declared',
      spec: `
        systems: {QMS: {}, MES: {}}
        lifecycles: {LOT: {states: {A: active, B: held}, transitions: {T: {from: A, to: B, when: {query: IF-2, NCR: A}}}}, NCR: {states: {A: open}}}
        interfaces:
          IF-1: {from: QMS, to: MES}
          IF-2: {from: MES, to: QMS, pattern: request-reply, fields: {lot: {from: lot_id}}}`,
      expect: [
        '4:3 warning IF-1: IF-1 maps no field: nothing says what it carries.',
        '5:3 warning IF-2: A condition asks over IF-2, and nothing says what the answer carries.',
      ],
    },
    {
      name: 'fields, an answer, and a signal that carries nothing',
      spec: `
        systems: {QMS: {}, MES: {}}
        interfaces:
          IF-1: {from: QMS, to: MES, fields: {id: {from: ncr_no}}}
          IF-2: {from: MES, to: QMS, pattern: request-reply, reply: {open: {type: integer}}}
          IF-3: {from: QMS, to: MES, fields: {notApplicable: the signal alone counts}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const flow of model.ofKind('interface')) {
      const fields = model.partsOf(flow, 'mapping').length;
      const answer = model.partsOf(flow, 'reply').length;
      if (fields + answer === 0 && !doesNotApply(flow, 'fields')) {
        yield {
          element: flow,
          path: [],
          part: 'key' as const,
          message: `${flow.id} maps no field: nothing says what it carries.`,
          hint: 'Declare in `fields` what travels, or say `fields: {notApplicable: why}`.',
          subject: ['fields'],
        };
      } else if (answer === 0 && !doesNotApply(flow, 'reply') && asksOver(useOf(model, flow).guards)) {
        yield {
          element: flow,
          path: [],
          part: 'key' as const,
          message: `A condition asks over ${flow.id}, and nothing says what the answer carries.`,
          hint: 'Declare in `reply` what comes back.',
          subject: ['reply'],
        };
      }
    }
  },
});

function asksOver(guards: readonly { readonly how: string }[]): boolean {
  return guards.some(({ how }) => how === 'query');
}
