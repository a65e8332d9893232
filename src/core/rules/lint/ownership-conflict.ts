import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { defineLint } from '../lint-rule.ts';
import type { LintReport } from '../lint-rule.ts';
import { statusOf } from '../linting/declared.ts';
import { declaredOwners, ownershipCases } from '../linting/ownership-phases.ts';
import type { OwnershipCase } from '../linting/ownership-phases.ts';
import { listed } from '../judging/wording.ts';

/** Data, or events, that two systems own at once. */
export const ownershipConflict = defineLint({
  id: 'ownership-conflict',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'Both owners are declared, for the same phase.',
  purpose: 'Reports an object or field that two systems own in the same state, and a step whose event has two owners.',
  why: 'There are two truths then, and each side corrects the other.',
  fix: 'Let the conditions of `systemOfRecord` exclude each other, or name one owner of the event.',
  reads: ['objects.systemOfRecord', 'objects.field.systemOfRecord', 'events.owner', 'events.transitions'],
  examples: [
    {
      name: 'two phases of ownership overlap, for an object and for a field, and two events of one step',
      spec: `
        systems: {MES: {}, ERP: {}}
        lifecycles:
          LOT: {object: lot, system: MES, initial: A, states: {A: active, B: active, C: closed}, transitions: {T1: {from: A, to: B, auto: true}}}
        objects:
          lot:
            systemOfRecord: {MES: {LOT: [A, B]}, ERP: {LOT: [B, C]}}
            fields: {quantity: {type: decimal, unit: EA, systemOfRecord: {MES: {LOT: {not: C}}, ERP: {LOT: {class: active}}}}}
        events:
          begun: {owner: MES, transitions: [LOT.T1]}
          started: {owner: ERP, transitions: [LOT.T1]}`,
      expect: [
        '6:21 error lot: ERP and MES both own lot in LOT B.',
        '7:66 error lot.quantity: ERP and MES both own lot.quantity in LOT A and LOT B.',
        '10:39 error started: LOT.T1 is the event started, which ERP owns, and the event begun, which MES owns.',
      ],
    },
    {
      name: 'phases that follow each other, that only people can tell apart, one owner, and one event of a step',
      spec: `
        systems: {MES: {}, ERP: {}}
        lifecycles:
          LOT: {object: lot, system: MES, initial: A, states: {A: active, B: active, C: closed}, transitions: {T1: {from: A, to: B, auto: true}}}
        objects:
          lot: {systemOfRecord: {MES: {LOT: [A, B]}, ERP: {LOT: C}}}
          serial: {systemOfRecord: {MES: {fact: before shipment}, ERP: {fact: after shipment}}}
          order: {systemOfRecord: ERP, fields: {number: {type: string, systemOfRecord: MES}}}
        events:
          begun: {owner: MES, transitions: [LOT.T1]}
          started: {owner: MES, followers: ERP, transitions: [LOT.T1]}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const element of [...model.ofKind('object'), ...model.ofKind('field')]) yield* sharedPhases(model, element);
    yield* sharedSteps(model);
  },
});

function* sharedPhases(model: SpecModel, element: Element<'object'> | Element<'field'>): Generator<LintReport> {
  const owners = declaredOwners(element);
  if (owners.length < 2) return;
  const shared = new Map<string, OwnershipCase[]>();
  for (const found of ownershipCases(model, owners)) {
    if (found.owning.length < 2) continue;
    const key = listed(found.owning);
    shared.set(key, [...(shared.get(key) ?? []), found]);
  }
  for (const [systems, cases] of shared) {
    const words = cases.map((one) => one.words);
    yield {
      element,
      path: ['systemOfRecord'],
      message: `${systems} both own ${element.id} in ${listed(words)}.`,
      hint: 'Let the conditions exclude each other, so that one system owns it in every state.',
      subject: [systems, ...words],
    };
  }
}

function* sharedSteps(model: SpecModel): Generator<LintReport> {
  const first = new Map<string, Element<'event'>>();
  for (const event of model.ofKind('event')) {
    if (statusOf(model, event) === 'retired') continue;
    for (const [index, transition] of (event.attributes.transitions ?? []).entries()) {
      const other = first.get(transition);
      if (other === undefined) first.set(transition, event);
      if (other === undefined || other.attributes.owner === event.attributes.owner) continue;
      yield {
        element: event,
        path: ['transitions', index],
        message: `${transition} is the event ${event.id}, which ${event.attributes.owner} owns, and the event ${other.id}, which ${other.attributes.owner} owns.`,
        hint: 'Name one owner for both, or take the step from one of the events.',
        subject: [transition, event.attributes.owner, other.id, other.attributes.owner],
        related: [{ message: `${other.id} is owned by ${other.attributes.owner}.`, element: other, path: ['owner'] }],
      };
    }
  }
}
