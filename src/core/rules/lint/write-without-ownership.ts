import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { defineLint } from '../lint-rule.ts';
import type { LintReport } from '../lint-rule.ts';
import { doesNotApply, statusOf } from '../linting/declared.ts';
import { objectTransfers } from '../linting/object-transfers.ts';
import type { ObjectTransfer } from '../linting/object-transfers.ts';
import { objectOfField, ownersOfField, ownersOfObject } from '../linting/owning-systems.ts';
import { listed } from '../judging/wording.ts';

/** Systems that hold or write data which are not theirs, without a declaration. */
export const writeWithoutOwnership = defineLint({
  id: 'write-without-ownership',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason: 'That a system holds a copy is a declaration that a sketch may leave out.',
  purpose:
    'Reports data that arrive in a system, or are entered or created there, which neither owns them nor is declared as copy or writer.',
  why: 'A second truth comes into being that nobody reconciles and nobody knows of.',
  fix: 'Declare the system in `copies` of the object (`read-only`, or `editable`), or in `writers`, or let the owner do it.',
  reads: [
    'objects.systemOfRecord',
    'objects.field.systemOfRecord',
    'objects.copies',
    'objects.writers',
    'interfaces.pattern',
    'interfaces.field.from',
    'interfaces.field.to',
    'interfaces.field.key',
    'interfaces.field.crosswalk',
    'lifecycles.system',
    'lifecycles.transition.fills',
    'lifecycles.transition.creates',
  ],
  examples: [
    {
      name: 'a copy that nobody declares, a step that fills a foreign field, one that fills a read-only copy, one that creates',
      spec: `
        systems: {ERP: {}, MES: {}}
        objects:
          order: {systemOfRecord: ERP, fields: {number: {type: string}, quantity: {type: integer}, note: {type: text}}}
          lot: {systemOfRecord: MES, copies: {ERP: read-only}, fields: {grade: {type: code}}}
        interfaces:
          IF-1: {from: ERP, to: MES, fields: {number: {from: order.number, key: true}, qty: {from: order.quantity}, note: {from: order.note}}}
        lifecycles:
          LOT: {object: lot, system: MES, initial: A, states: {A: active}, transitions: {T1: {from: A, to: same, auto: true, fills: {order.note: any}}}}
          INV:
            object: lot
            system: ERP
            initial: Q
            states: {Q: quarantine}
            transitions:
              T1: {from: Q, to: same, auto: true, fills: {lot.grade: any}}
          JOB: {object: order, system: MES, initial: A, states: {A: active}, transitions: {T1: {from: A, to: A, auto: true, creates: {order: {JOB: A}}}}}`,
      expect: [
        '3:10 error order: MES gets order by IF-1.note and IF-1.qty, but neither owns it nor is declared as copy or writer.',
        '8:126 error LOT.T1: LOT.T1 fills order.note in MES, which neither owns it nor is declared as writer; its owner is ERP.',
        '15:51 error INV.T1: INV.T1 fills lot.grade in ERP, which holds a read-only copy; its owner is MES.',
        '16:127 error JOB.T1: JOB.T1 creates records of order in MES, which neither owns it nor is declared as copy or writer; its owner is ERP.',
      ],
    },
    {
      name: 'the owner, a declared copy or writer, a mere reference, a question, a calculated value, an object without owner',
      spec: `
        systems: {ERP: {}, MES: {}, QMS: {}}
        crosswalks: {XW: {object: part, sides: [ERP, MES]}}
        objects:
          order: {systemOfRecord: ERP, copies: {MES: read-only}, writers: QMS, fields: {number: {type: string}, quantity: {type: integer}}}
          part: {systemOfRecord: ERP, fields: {number: {type: string}}}
          note: {fields: {text: {type: text}}}
        interfaces:
          IF-1: {from: ERP, to: [MES, QMS], fields: {qty: {from: order.quantity}, part: {from: part.number, crosswalk: XW}, note: {from: note.text}}}
          IF-2: {from: QMS, to: ERP, pattern: request-reply, fields: {number: {from: order.number}}, reply: {qty: {from: order.quantity}}}
          IF-3: {from: MES, to: ERP, fields: {done: {from: order.quantity, to: order.quantity}}}
          IF-4: {from: ERP, to: QMS, fields: {part: {from: part.number, key: true}, late: {from: part.number, derivation: how late it is}}}
        lifecycles:
          ORD: {object: order, system: QMS, initial: A, states: {A: active}, transitions: {T1: {from: A, to: A, auto: true, fills: {order.number: any}}}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    yield* undeclaredCopies(model);
    for (const transition of model.ofKind('transition')) yield* foreignEffects(model, transition);
  },
});

function* undeclaredCopies(model: SpecModel): Generator<LintReport> {
  const found = new Map<Element<'object'>, Map<string, ObjectTransfer[]>>();
  for (const transfer of objectTransfers(model)) {
    const { object, field, by, flow, receiver } = transfer;
    // A key names a record, and a question hands nothing over to be kept.
    if (by.attributes.key === true || by.attributes.crosswalk !== undefined) continue;
    if (flow.attributes.pattern === 'request-reply' || doesNotApply(object, 'copies')) continue;
    const owners = (field === undefined ? ownersOfObject(object) : ownersOfField(model, field)) ?? [];
    if (owners.length === 0 || owners.includes(receiver)) continue;
    if (maySomehowHold(object, receiver)) continue;
    const byReceiver = found.get(object) ?? new Map<string, ObjectTransfer[]>();
    if (byReceiver.size === 0) found.set(object, byReceiver);
    const transfers = byReceiver.get(receiver);
    if (transfers === undefined) byReceiver.set(receiver, [transfer]);
    else transfers.push(transfer);
  }
  for (const transfers of [...found.values()].flatMap((byReceiver) => [...byReceiver.values()])) {
    const [first] = transfers;
    if (first === undefined) continue;
    const { object, receiver } = first;
    const rows = [...new Set(transfers.map(({ by }) => by))];
    yield {
      element: object,
      path: ['copies'],
      message: `${receiver} gets ${object.id} by ${listed(rows.map(({ id }) => id))}, but neither owns it nor is declared as copy or writer.`,
      hint: `Say so: \`copies: {${receiver}: read-only}\`, or \`editable\`; or do not send it.`,
      // Which of its fields travel is no other decision: the system holds the object, or does not.
      subject: ['copy', receiver],
      related: rows.slice(0, 3).map((row) => ({
        message: `${row.id} brings it.`,
        element: row,
        path: [],
        part: 'key' as const,
      })),
    };
  }
}

function maySomehowHold({ attributes: { copies = {}, writers = [] } }: Element<'object'>, system: string): boolean {
  return Object.hasOwn(copies, system) || writers.includes(system);
}

function* foreignEffects(model: SpecModel, transition: Element<'transition'>): Generator<LintReport> {
  const system = systemOf(model, transition);
  if (system === undefined || statusOf(model, transition) === 'retired') return;
  for (const name of Object.keys(transition.attributes.fills ?? {})) {
    const field = model.get('field', name);
    const object = field === undefined ? undefined : objectOfField(model, field);
    if (field === undefined || object === undefined) continue;
    const owners = ownersOfField(model, field) ?? [];
    if (owners.length === 0 || owners.includes(system)) continue;
    const { copies = {}, writers = [] } = object.attributes;
    if (writers.includes(system) || copies[system] === 'editable') continue;
    const readOnly = copies[system] === 'read-only';
    yield {
      element: transition,
      path: ['fills', name],
      part: 'key' as const,
      message: `${transition.id} fills ${name} in ${system}, which ${readOnly ? 'holds a read-only copy' : 'neither owns it nor is declared as writer'}; its owner is ${listed(owners)}.`,
      hint: `Let the owner fill it, or declare ${system} in \`writers\` of ${object.id}.`,
      subject: ['fills', name, system],
      related: [{ message: 'The owner is declared here.', element: object, path: ['systemOfRecord'] }],
      ...(readOnly ? { stance: 'contradiction' as const } : {}),
    };
  }
  for (const name of Object.keys(transition.attributes.creates ?? {})) {
    const object = model.get('object', name);
    const owners = object === undefined ? [] : (ownersOfObject(object) ?? []);
    if (object === undefined || owners.length === 0 || owners.includes(system)) continue;
    if (maySomehowHold(object, system)) continue;
    yield {
      element: transition,
      path: ['creates', name],
      part: 'key' as const,
      message: `${transition.id} creates records of ${name} in ${system}, which neither owns it nor is declared as copy or writer; its owner is ${listed(owners)}.`,
      hint: `Let the owner create it, or declare ${system} in \`writers\` or \`copies\` of ${name}.`,
      subject: ['creates', name, system],
      related: [{ message: 'The owner is declared here.', element: object, path: ['systemOfRecord'] }],
    };
  }
}

function systemOf(model: SpecModel, transition: Element<'transition'>): string | undefined {
  const lifecycle = transition.parent === undefined ? undefined : model.elements.get(transition.parent);
  return lifecycle?.kind === 'lifecycle' ? (lifecycle as Element<'lifecycle'>).attributes.system : undefined;
}
