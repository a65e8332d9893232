import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { listed } from '../judging/wording.ts';
import { defineLint } from '../lint-rule.ts';
import { statusOf } from '../linting/declared.ts';
import { lifecycleSteps } from '../linting/lifecycle-steps.ts';
import { ownersOfObject } from '../linting/owning-systems.ts';

/** Statuses that one system decides and another one owns. */
export const syncAuthorityContradictsOwner = defineLint({
  id: 'sync-authority-contradicts-owner',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'Both are declared: where the status is decided, and which system owns the record or the event.',
  purpose:
    'Reports a lifecycle whose system is not the owner of its object, nor of any event in it, and an event whose step happens in another system than its owner.',
  why: 'Two systems think that they decide: each overwrites the other, and nobody knows which of them is right.',
  fix: 'Correct `system` or `systemOfRecord`; where this decision has an owner of its own, say so by an entry in `events`.',
  reads: [
    'lifecycles.system',
    'lifecycles.object',
    'objects.systemOfRecord',
    'objects.writers',
    'events.owner',
    'events.transitions',
  ],
  examples: [
    {
      name: 'a status decided beside the owner of its object, and an event whose step happens elsewhere',
      spec: `
        systems: {QMS: {}, MES: {}, ERP: {}}
        objects: {ncr: {systemOfRecord: QMS}, lot: {systemOfRecord: MES}}
        lifecycles:
          NCR: {object: ncr, system: ERP, states: {A: open, B: closed}, transitions: {T: {from: A, to: B}}}
          LOT: {object: lot, system: MES, states: {A: active, B: held}, transitions: {hold: {from: A, to: B}}}
        events: {hold_applied: {owner: QMS, transitions: [LOT.hold]}}`,
      expect: [
        '4:30 error NCR: NCR is decided in ERP, but QMS owns ncr.',
        '6:51 error hold_applied: hold_applied is owned by QMS, but LOT.hold happens in MES.',
      ],
    },
    {
      name: 'the owner decides, one of those that own in turn, a writer, a decision with an owner of its own, nobody named',
      spec: `
        systems: {QMS: {}, MES: {}, ERP: {}}
        objects:
          lot: {systemOfRecord: MES}
          order: {systemOfRecord: {ERP: {ORDER: A}, MES: {ORDER: B}}}
          memo: {systemOfRecord: QMS, writers: [ERP]}
          bare: {}
        lifecycles:
          LOT: {object: lot, system: MES, states: {A: active, B: held}, transitions: {hold: {from: A, to: B}}}
          INV: {object: lot, system: ERP, states: {A: quarantine, B: released}, transitions: {release: {from: A, to: B}}}
          ORDER: {object: order, system: MES, states: {A: pre, B: active}}
          MEMO: {object: memo, system: ERP, states: {A: open}}
          BARE: {object: bare, system: ERP, states: {A: open}}
          NONE: {object: lot, states: {A: open}}
        events: {inventory_released: {owner: ERP, transitions: [INV.release]}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    const owned = eventOwners(model);
    for (const { lifecycle, transitions } of lifecycleSteps(model)) {
      const { system, object: id } = lifecycle.attributes;
      const object = id === undefined ? undefined : model.get('object', id);
      const owners = object && ownersOfObject(object);
      if (system === undefined || object === undefined || owners === undefined) continue;
      if (owners.includes(system) || object.attributes.writers?.includes(system) === true) continue;
      if (transitions.some((transition) => owned.get(transition.id)?.has(system) === true)) continue;
      yield {
        element: lifecycle,
        path: ['system'],
        message: `${lifecycle.id} is decided in ${system}, but ${listed(owners)} ${owners.length > 1 ? 'own' : 'owns'} ${object.id}.`,
        hint: `Correct one of the two; if ${system} owns this decision, say so in \`events\` with the step that takes it.`,
        subject: ['object', system, object.id, owners],
        related: [{ message: `${object.id} is owned here.`, element: object, path: ['systemOfRecord'] }],
      };
    }
    for (const event of inForce(model)) {
      for (const [index, id] of (event.attributes.transitions ?? []).entries()) {
        const system = model.get('lifecycle', id.split('.')[0] ?? id)?.attributes.system;
        const { owner } = event.attributes;
        if (system === undefined || system === owner) continue;
        yield {
          element: event,
          path: ['transitions', index],
          message: `${event.id} is owned by ${owner}, but ${id} happens in ${system}.`,
          hint: `Name ${system} as \`owner\`, or the step of ${owner} in which the event happens.`,
          subject: ['event', owner, id, system],
        };
      }
    }
  },
});

function inForce(model: SpecModel): readonly Element<'event'>[] {
  return model.ofKind('event').filter((event) => statusOf(model, event) !== 'retired');
}

/** Transition → systems that own an event which happens in it. */
function eventOwners(model: SpecModel): ReadonlyMap<string, ReadonlySet<string>> {
  const owners = new Map<string, Set<string>>();
  for (const { attributes } of inForce(model))
    for (const id of attributes.transitions ?? [])
      owners.set(id, new Set([...(owners.get(id) ?? []), attributes.owner]));
  return owners;
}
