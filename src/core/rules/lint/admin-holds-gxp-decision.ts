import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { listed } from '../judging/wording.ts';
import { defineLint } from '../lint-rule.ts';
import { isDecision } from '../linting/decisions.ts';
import { statusOf } from '../linting/declared.ts';
import { lifecycleSteps } from '../linting/lifecycle-steps.ts';
import type { LifecycleSteps, Transition } from '../linting/lifecycle-steps.ts';
import { rightsHeld } from '../linting/role-grants.ts';
import { holdersOf, rolesOfStep } from '../linting/role-holders.ts';

/** Administrators who decide, and deciders who administrate. */
export const adminHoldsGxpDecision = defineLint({
  id: 'admin-holds-gxp-decision',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'Both sides are declared: the rights of an administrator, and the decision.',
  purpose:
    'Reports an administrator role that may take a decision on regulated data or change them, and a role that may configure what it decides in.',
  why: 'Who administrates can act and erase the traces of it.',
  fix: 'Give the decision to a role of its own, and say by a segregation rule that administrators are barred from it.',
  reads: [
    'roles.kind',
    'roles.inherits',
    'roles.rights.create',
    'roles.rights.edit',
    'roles.rights.delete',
    'roles.rights.configure',
    'roles.rights.override',
    'roles.rights.impersonate',
    'segregation.barred',
    'segregation.barred.kinds',
    'objects.critical',
    'objects.record.regulated',
    'lifecycles.object',
    'lifecycles.system',
    'lifecycles.state.class',
    'lifecycles.transition.by',
    'lifecycles.transition.sign',
    'lifecycles.signature.by',
  ],
  examples: [
    {
      name: 'an administrator who releases, edits a record, and overrides a control; a quality role that configures',
      spec: `
        systems: {QMS: {}}
        roles:
          QA: {may: {configure: [QMS]}}
          ADMIN: {kind: administrator, inherits: [STORES], may: {edit: [lot.qty], override: [INV], view: [lot]}}
          STORES: {}
        objects: {lot: {record: {regulated: true}, fields: {qty: {}}}}
        lifecycles:
          INV:
            object: lot
            system: QMS
            initial: QI
            states: {QI: quarantine, Released: released}
            transitions:
              T1: {from: QI, to: Released, by: [QA, STORES], sign: {meaning: Released}}`,
      expect: [
        '3:25 error QA: QA may configure QMS and decides there by INV.T1.',
        '4:17 error ADMIN: ADMIN administrates and may do INV.T1.',
        '4:17 error ADMIN: ADMIN administrates and may edit lot.qty.',
        '4:17 error ADMIN: ADMIN administrates and may override INV.',
      ],
    },
    {
      name: 'an administrator who configures and decides nothing, and one whose right a segregation rule already forbids',
      spec: `
        systems: {QMS: {}, LMS: {}}
        roles:
          QA: {may: {configure: [LMS]}}
          ADMIN: {kind: administrator, may: {configure: [QMS, lot], edit: [note], view: [lot]}}
          ADMIN_2: {kind: administrator}
        objects: {lot: {record: {regulated: true}}, note: {}}
        segregation: {SOD-1: {acts: [INV.T1], barred: {kinds: [administrator]}}}
        lifecycles:
          INV:
            object: lot
            system: QMS
            initial: QI
            states: {QI: quarantine, Released: released}
            transitions: {T1: {from: QI, to: Released, by: [QA, ADMIN_2], sign: {meaning: Released}}}
          NOTE:
            object: note
            initial: A
            states: {A: open, B: closed}
            transitions: {T1: {from: A, to: B, by: ADMIN}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    const decided = decisionsOf(model);
    for (const role of model.ofKind('role')) {
      const own = decided.filter(({ holders }) => holders.has(role.id));
      if (role.attributes.kind === 'administrator') yield* administratorReports(model, role, own);
      else if (role.attributes.kind !== 'service') yield* deciderReports(model, role, own);
    }
  },
});

interface Decision {
  readonly steps: LifecycleSteps;
  readonly transition: Transition;
  /** Roles that may take it. */
  readonly holders: ReadonlySet<string>;
}

/** Steps that somebody answers for, and every step of a record on which product, patient or a rule depends. */
function decisionsOf(model: SpecModel): readonly Decision[] {
  return lifecycleSteps(model).flatMap((steps) => {
    const object = model.get('object', steps.lifecycle.attributes.object ?? '');
    return steps.transitions
      .filter((transition) => (object !== undefined && isRegulated(object)) || isDecision(steps, transition))
      .map((transition) => ({
        steps,
        transition,
        holders: new Set(holdersOf(model, rolesOfStep(transition)).map(({ role }) => role.id)),
      }));
  });
}

function isRegulated({ attributes: { critical, record } }: Element<'object'>): boolean {
  return critical === true || record?.regulated === true;
}

function* administratorReports(model: SpecModel, role: Element<'role'>, own: readonly Decision[]) {
  // What a segregation rule forbids by name is reported as its violation.
  const steps = own.map(({ transition }) => transition.id).filter((id) => !isBarred(model, role, id));
  if (steps.length > 0) {
    yield {
      element: role,
      path: ['kind'],
      message: `${role.id} administrates and may do ${listed(steps)}.`,
      hint: 'Give these steps to roles that do not administrate.',
      subject: ['steps', steps],
    };
  }
  for (const right of ['create', 'edit', 'delete', 'override', 'impersonate'] as const) {
    const named = rightsHeld(model, role, right).filter((id) => right === 'impersonate' || isRegulatedData(model, id));
    if (named.length === 0) continue;
    yield {
      element: role,
      path: ['kind'],
      message: `${role.id} administrates and may ${right} ${listed(named)}.`,
      hint: `Take \`${right}\` from it, or give it to a role that does not administrate.`,
      subject: [right, named],
    };
  }
}

function* deciderReports(model: SpecModel, role: Element<'role'>, own: readonly Decision[]) {
  for (const right of ['configure', 'override'] as const) {
    const named = rightsHeld(model, role, right);
    const decided = own.filter(
      ({ steps, transition }) => isDecision(steps, transition) && named.some((id) => governs(id, steps, transition)),
    );
    if (decided.length === 0) continue;
    const steps = decided.map(({ transition }) => transition.id);
    yield {
      element: role,
      path: ['may', right],
      message: `${role.id} may ${right} ${listed(named)} and decides there by ${listed(steps)}.`,
      hint: `Give \`${right}\` to a role that decides nothing there.`,
      subject: [right, named, steps],
    };
  }
}

/** Whether who may configure or override this element has the step in hand. */
function governs(id: string, { lifecycle }: LifecycleSteps, transition: Transition): boolean {
  const { object, system } = lifecycle.attributes;
  return [transition.id, lifecycle.id, object, system].includes(id);
}

function isRegulatedData(model: SpecModel, id: string): boolean {
  const [first = ''] = id.replace(/^[A-Za-z]+:/u, '').split('.');
  const object =
    model.get('object', first) ?? model.get('object', model.get('lifecycle', first)?.attributes.object ?? '');
  return object !== undefined && isRegulated(object);
}

function isBarred(model: SpecModel, role: Element<'role'>, step: string): boolean {
  return model.ofKind('segregation').some((rule) => {
    const { acts, barred } = rule.attributes;
    if (barred === undefined || !acts.includes(step) || statusOf(model, rule) === 'retired') return false;
    return barred.kinds?.includes('administrator') === true || barred.roles?.includes(role.id) === true;
  });
}
