import type { Element } from '../../model/element.ts';
import { defineLint } from '../lint-rule.ts';
import { doesNotApply } from '../linting/declared.ts';
import { receiversOf } from '../linting/mapped-value.ts';
import type { MappedField } from '../linting/mapped-value.ts';
import { objectTransfers } from '../linting/object-transfers.ts';
import type { ObjectTransfer } from '../linting/object-transfers.ts';
import type { SpecModel } from '../../model/spec-model.ts';

/** Objects that two systems exchange, and that one of them has no name for. */
export const keyMissing = defineLint({
  id: 'key-missing',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason: 'How a system names a record is a declaration that a sketch may leave out.',
  purpose:
    'Reports an object that is exchanged with a system for which neither a key of the object nor a key field of the message is declared, or only a name that people type.',
  why: 'What arrives is attached to the wrong record, or a second record comes into being.',
  fix: 'Add the system to `keys` of the object, or mark the fields of the message that name the record with `key: true`.',
  reads: ['objects.keys', 'objects.key.freeText', 'objects.crosswalk', 'interfaces.field.from', 'interfaces.field.key'],
  examples: [
    {
      name: 'no key at the sender, none at the receiver, and a name that people type',
      spec: `
        systems: {ERP: {}, MES: {}, QMS: {}}
        objects:
          lot: {keys: {ERP: [batch]}, fields: {quantity: {type: decimal, unit: EA}}}
          supplier: {keys: {ERP: [vendor], MES: {fields: [name], freeText: true}}, fields: {rating: {type: code}}}
        interfaces:
          IF-1: {from: MES, to: ERP, fields: {quantity: {from: lot.quantity}}}
          IF-2: {from: ERP, to: [MES, QMS], fields: {rating: {from: supplier.rating}}}`,
      expect: [
        '3:15 error lot: MES sends lot (IF-1.quantity), but nothing says how it names a record there.',
        '4:20 error supplier: QMS receives supplier (IF-2.rating), but nothing says how it names a record there.',
        '4:68 error supplier: MES receives supplier (IF-2.rating), but a record has no other name there than one that people type.',
      ],
    },
    {
      name: 'keys on both sides, a key field of the message, a name with a crosswalk, keys that do not apply, nothing exchanged',
      spec: `
        systems: {ERP: {}, MES: {}, QMS: {}}
        crosswalks: {XW: {object: supplier, sides: [ERP, MES]}}
        objects:
          lot: {keys: {ERP: [batch], MES: [lot_id]}, fields: {id: {type: string}, quantity: {type: decimal, unit: EA}}}
          supplier: {crosswalk: XW, keys: {ERP: [vendor], MES: {fields: [name], freeText: true}}, fields: {rating: {type: code}}}
          plant: {keys: {notApplicable: there is one plant}, fields: {name: {type: string}}}
          note: {fields: {text: {type: text}}}
        interfaces:
          IF-1: {from: MES, to: [ERP, QMS], fields: {id: {from: lot.id, key: true}, quantity: {from: lot.quantity}}}
          IF-2: {from: ERP, to: MES, fields: {rating: {from: supplier.rating}, plant: {from: plant.name}, total: {from: note.text, derivation: how many notes}}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    const named = namedByMessage(model);
    const judged = new Map<Element<'object'>, Set<string>>();
    for (const transfer of objectTransfers(model)) {
      const { object, flow, sender, receiver } = transfer;
      const known = judged.get(object) ?? new Set<string>();
      if (known.size === 0) judged.set(object, known);
      if (known.has(sender) && known.has(receiver)) continue;
      if (doesNotApply(object, 'keys') || named.get(flow)?.has(object) === true) continue;
      for (const [system, role] of [
        [sender, 'sends'],
        [receiver, 'receives'],
      ] as const) {
        const lack = lackOf(object, system);
        if (lack === undefined || known.has(system)) continue;
        known.add(system);
        yield {
          element: object,
          path: lack.path,
          ...(lack.path.length === 0 ? { part: 'key' as const } : {}),
          message: `${system} ${role} ${object.id} (${transfer.by.id}), but ${lack.what}.`,
          hint: `Add \`${system}: [FIELD]\` to \`keys\` of ${object.id}, or mark what names the record in ${flow.id} with \`key: true\`.`,
          subject: [system, lack.what],
          related: [exchange(transfer)],
        };
      }
    }
  },
});

function exchange({ by }: ObjectTransfer) {
  return { message: `${by.id} carries it.`, element: by, path: [], part: 'key' as const };
}

/** Interfaces and the objects whose records a key field of theirs names. */
function namedByMessage(model: SpecModel): ReadonlyMap<Element<'interface'>, ReadonlySet<Element<'object'>>> {
  const named = new Map<Element<'interface'>, Set<Element<'object'>>>();
  for (const { by, flow, object } of lastTransferOfKeys(model)) {
    // A key that only some receivers get names nothing to the others.
    if (by.attributes.for !== undefined && receiversOf(model, by).length !== flow.attributes.to.length) continue;
    named.set(flow, (named.get(flow) ?? new Set()).add(object));
  }
  return named;
}

/** What each key field says last of the object whose record it names. */
function lastTransferOfKeys(model: SpecModel): Iterable<ObjectTransfer> {
  const last = new Map<MappedField, ObjectTransfer>();
  for (const transfer of objectTransfers(model))
    if (transfer.by.attributes.key === true) last.set(transfer.by, transfer);
  return last.values();
}

function lackOf(
  object: Element<'object'>,
  system: string,
): { readonly what: string; readonly path: readonly string[] } | undefined {
  const { keys = {}, crosswalk } = object.attributes;
  const key = keys[system];
  if (key === undefined)
    return {
      what: 'nothing says how it names a record there',
      path: object.attributes.keys === undefined ? [] : ['keys'],
    };
  if (key.freeText !== true || crosswalk !== undefined) return undefined;
  return { what: 'a record has no other name there than one that people type', path: ['keys', system, 'freeText'] };
}
