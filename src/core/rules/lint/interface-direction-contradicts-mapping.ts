import type { SpecModel } from '../../model/spec-model.ts';
import { listed } from '../judging/wording.ts';
import { defineLint } from '../lint-rule.ts';
import type { LintReport } from '../lint-rule.ts';
import { useOf } from '../linting/flow-use.ts';
import type { Flow, StepOfFlow } from '../linting/flow-use.ts';
import type { MappedField } from '../linting/mapped-value.ts';
import { holdsObject, objectOfField, ownersOfField } from '../linting/owning-systems.ts';

/** Interfaces whose ends do not fit what is mapped and which steps use them. */
export const interfaceDirectionContradictsMapping = defineLint({
  id: 'interface-direction-contradicts-mapping',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'Sender and receivers are declared, and so is what is written where.',
  purpose:
    'Reports an interface that writes into its own sender, carries a status away from who decides nothing of it, or is used by steps of other systems than its ends.',
  why: 'One of the two is the wrong way round: either data are overwritten at their source, or they never arrive.',
  fix: 'Turn `from` and `to` round, or correct what is mapped; say `twoWay: true` where the flow also runs back.',
  reads: [
    'interfaces.from',
    'interfaces.to',
    'interfaces.twoWay',
    'interfaces.fields',
    'interfaces.reply',
    'interfaces.field.from',
    'interfaces.field.to',
    'interfaces.field.for',
    'objects.systemOfRecord',
    'objects.field.systemOfRecord',
    'objects.copies',
    'objects.writers',
    'objects.keys',
    'lifecycles.system',
    'lifecycles.transition.emits',
    'lifecycles.transition.receives',
  ],
  examples: [
    {
      name: 'ends that are one, a field for the sender, the owner’s field as target, and a status that the receiver decides',
      spec: `
        systems: {QMS: {}, MES: {}, ERP: {}}
        objects: {ncr: {systemOfRecord: QMS, fields: {id: {}, status: {}}}, lot: {}}
        lifecycles: {LOT: {object: lot, system: MES, states: {A: active}}}
        interfaces:
          SELF: {from: QMS, to: [QMS, MES]}
          FOR: {from: QMS, to: [MES], fields: {a: {from: ncr.id}, b: {from: ncr.id, for: [ERP, QMS]}}}
          BACK: {from: QMS, to: MES, fields: {a: {from: ncr.id, to: ncr.status}}}
          STATUS: {from: QMS, to: MES, fields: {a: {from: LOT}}}
          ANSWER: {from: MES, to: QMS, pattern: request-reply, fields: {a: {from: ncr.id}}, reply: {b: {from: LOT}}}`,
      expect: [
        '5:25 error SELF: SELF leads from QMS to MES and QMS: it writes into its own sender.',
        '6:83 error FOR.b: FOR.b is meant for ERP, to which FOR does not lead.',
        '6:88 error FOR.b: FOR.b is meant for QMS, which sends FOR.',
        '7:61 error BACK.a: BACK.a fills ncr.status, which QMS owns and sends: nothing says that MES holds ncr.',
        '8:51 error STATUS.a: STATUS.a carries the status of LOT from QMS to MES, which decides it.',
        '9:103 error ANSWER.b: ANSWER.b carries the status of LOT from QMS to MES, which decides it.',
      ],
    },
    {
      name: 'steps that send and receive at the wrong end',
      spec: `
        systems: {QMS: {}, MES: {}}
        interfaces: {IF-1: {from: QMS, to: MES, messages: [HOLD]}}
        lifecycles:
          NCR: {system: QMS, states: {A: open, B: closed}, transitions: {T: {from: A, to: B, receives: IF-1}}}
          LOT: {system: MES, states: {A: active, B: held}, transitions: {T: {from: A, to: B, emits: IF-1.HOLD}}}`,
      expect: [
        '4:96 error NCR.T: NCR.T happens in QMS and is started by IF-1, but IF-1 leads from QMS to MES.',
        '5:93 error LOT.T: LOT.T happens in MES and sends IF-1.HOLD, but IF-1 leads from QMS to MES.',
      ],
    },
    {
      name: 'the owner’s data into a copy, both ways, an answer from the owner, and what nobody owns',
      spec: `
        systems: {QMS: {}, MES: {}, ERP: {}}
        objects:
          ncr: {systemOfRecord: QMS, copies: {MES: read-only}, fields: {id: {}}}
          part: {systemOfRecord: ERP, keys: {MES: [part_no]}, fields: {number: {}}}
          order: {fields: {number: {}}}
        lifecycles:
          NCR: {object: ncr, system: QMS, states: {A: open, B: closed}, transitions: {T: {from: A, to: B, emits: IF-1}}}
          LOT: {system: MES, states: {A: active, B: held}, transitions: {T: {from: A, to: B, receives: IF-1}}}
          ANY: {states: {A: active, B: held}, transitions: {T: {from: A, to: B, receives: IF-3, emits: IF-3}}}
        interfaces:
          IF-1: {from: QMS, to: MES, fields: {id: {from: ncr.id, to: ncr.id, for: MES}, status: {from: NCR}}}
          IF-2: {from: ERP, to: MES, fields: {part: {from: part.number, to: part.number}, order: {from: order.number, to: order.number}}}
          IF-3: {from: MES, to: QMS, twoWay: true, fields: {status: {from: NCR}}}
          IF-4: {from: MES, to: QMS, pattern: request-reply, fields: {lot: {from: lot_id}}, reply: {open: {from: NCR}}}
          IF-5: {from: MES, to: [QMS, ERP], fields: {status: {from: NCR}}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const flow of model.ofKind('interface')) {
      const { from, to, twoWay } = flow.attributes;
      if (to.includes(from)) {
        yield {
          element: flow,
          path: ['to'],
          message: `${flow.id} leads from ${from} to ${listed(to)}: it writes into its own sender.`,
          hint: `Take ${from} out of \`to\`.`,
          subject: ['self', from, to],
        };
      }
      for (const field of model.partsOf(flow, 'mapping')) {
        yield* strangers(flow, field);
        if (twoWay !== true) yield* againstOwner(model, flow, field, [from], field.attributes.for ?? to);
      }
      if (twoWay === true) continue;
      for (const field of model.partsOf(flow, 'reply')) yield* againstOwner(model, flow, field, to, [from]);
      const { sentBy, starts } = useOf(model, flow);
      for (const step of sentBy) if (isElsewhere(step, [from])) yield atWrongEnd(flow, step, 'emits');
      for (const step of starts) if (isElsewhere(step, to)) yield atWrongEnd(flow, step, 'receives');
    }
  },
});

/** Systems that are to get a field, but to which the interface does not lead. */
function* strangers(flow: Flow, field: MappedField): Generator<LintReport> {
  const { from, to, twoWay } = flow.attributes;
  for (const [index, system] of (field.attributes.for ?? []).entries()) {
    if (to.includes(system) || (twoWay === true && system === from)) continue;
    yield {
      element: field,
      path: ['for', index],
      message: `${field.id} is meant for ${system}, ${system === from ? `which sends ${flow.id}` : `to which ${flow.id} does not lead`}.`,
      hint: `Name receivers of ${flow.id} in \`for\`: ${listed(to)}.`,
      subject: ['for', system, from, to],
      related: [{ message: `${flow.id} leads to ${listed(to)}.`, element: flow, path: ['to'] }],
    };
  }
}

/** A status that its receiver decides, or a value that is written into its own owner’s field. */
function* againstOwner(
  model: SpecModel,
  flow: Flow,
  field: MappedField,
  senders: readonly string[],
  receivers: readonly string[],
): Generator<LintReport> {
  for (const [index, name] of (field.attributes.from ?? []).entries()) {
    const system = model.get('lifecycle', name)?.attributes.system;
    // A receiver among several may be told what it knows.
    if (system === undefined || senders.includes(system) || receivers.some((receiver) => receiver !== system)) continue;
    yield {
      element: field,
      path: ['from', index],
      message: `${field.id} carries the status of ${name} from ${listed(senders)} to ${system}, which decides it.`,
      hint: `Turn ${flow.id} round, or map a status that ${listed(senders)} decides.`,
      subject: ['status', name, senders, receivers],
    };
  }
  const target = field.attributes.to === undefined ? undefined : model.get('field', field.attributes.to);
  const object = target && objectOfField(model, target);
  const owners = target && ownersOfField(model, target);
  if (target === undefined || object === undefined || owners === undefined) return;
  if (!owners.every((owner) => senders.includes(owner))) return;
  const unknown = receivers.filter((receiver) => !holdsObject(object, receiver));
  if (unknown.length === 0) return;
  yield {
    element: field,
    path: ['to'],
    message: `${field.id} fills ${target.id}, which ${listed(owners)} owns and sends: nothing says that ${listed(unknown)} holds ${object.id}.`,
    hint: `Turn ${flow.id} round, or say in \`copies\` of ${object.id} that ${listed(unknown)} holds a copy.`,
    subject: ['target', target.id, owners, unknown],
  };
}

function isElsewhere({ steps }: StepOfFlow, ends: readonly string[]): boolean {
  const { system } = steps.lifecycle.attributes;
  return system !== undefined && !ends.includes(system);
}

function atWrongEnd(flow: Flow, { steps, transition, message }: StepOfFlow, end: 'emits' | 'receives'): LintReport {
  const { system = '' } = steps.lifecycle.attributes;
  const { from, to } = flow.attributes;
  const does = end === 'emits' ? `sends ${message}` : `is started by ${message}`;
  return {
    element: transition,
    path: [end],
    message: `${transition.id} happens in ${system} and ${does}, but ${flow.id} leads from ${from} to ${listed(to)}.`,
    hint: `Turn ${flow.id} round, or name the interface that ${end === 'emits' ? 'leads from' : 'leads to'} ${system}.`,
    subject: [end, message, system, from, to],
    related: [{ message: `${flow.id} is declared here.`, element: flow, path: [], part: 'key' }],
  };
}
