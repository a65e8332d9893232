import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { listed } from '../judging/wording.ts';
import { defineLint } from '../lint-rule.ts';
import { statusOf } from '../linting/declared.ts';
import { interfaceOf, mappedFields } from '../linting/mapped-value.ts';
import { rightsHeld } from '../linting/role-grants.ts';

/** Service accounts that may do more than their interfaces and automatic steps need. */
export const serviceAccountOverreach = defineLint({
  id: 'service-account-overreach',
  source: 'lint',
  judges: 'model',
  severity: 'warning',
  stance: 'contradiction',
  stanceReason: 'The right is there; what would need it is not.',
  purpose:
    'Reports a right of a service role that no interface under its account and no step that it performs needs, and any right to delete, configure, override or act as somebody else.',
  why: 'What a technical user does cannot be attributed to a person.',
  fix: 'Take the right away, or name the role as account of the interface that needs it.',
  reads: [
    'roles.kind',
    'roles.inherits',
    'roles.rights.create',
    'roles.rights.edit',
    'roles.rights.delete',
    'roles.rights.configure',
    'roles.rights.override',
    'roles.rights.impersonate',
    'interfaces.transport.account',
    'interfaces.about',
    'interfaces.field.to',
    'lifecycles.transition.as',
    'lifecycles.object',
  ],
  examples: [
    {
      name: 'edits what nothing of it fills, and may configure and act as a person',
      spec: `
        systems: {QMS: {}, ERP: {}}
        roles: {QA: {}, SVC: {kind: service, may: {edit: [lot, ncr.number], configure: [ERP], impersonate: [QA]}}}
        objects: {lot: {}, ncr: {fields: {number: {}}}}
        interfaces: {IF-1: {from: QMS, to: ERP, transport: {account: SVC}, fields: {number: {from: number, to: ncr.number}}}}`,
      expect: [
        '2:50 warning SVC: Service role SVC may edit lot, which no interface or step of it needs.',
        '2:80 warning SVC: Service role SVC may configure ERP, which no interface or step of it needs.',
        '2:100 warning SVC: Service role SVC may impersonate QA, which no interface or step of it needs.',
      ],
    },
    {
      name: 'what its interface fills or is about, what its step moves, what it reads, and rights of persons',
      spec: `
        systems: {QMS: {}, ERP: {}}
        roles: {QA: {may: {configure: [ERP]}}, SVC: {kind: service, may: {edit: [ncr.number, result], create: [lot], view: [QMS]}}}
        objects: {lot: {}, result: {}, ncr: {fields: {number: {}}}}
        interfaces: {IF-1: {from: QMS, to: ERP, about: result, transport: {account: SVC}, fields: {number: {from: number, to: ncr.number}}}}
        lifecycles: {LOT: {object: lot, initial: A, states: {A: open, B: closed}, transitions: {T1: {from: A, to: B, auto: true, as: SVC}}}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const role of model.ofKind('role')) {
      if (role.attributes.kind !== 'service') continue;
      const needed = neededBy(model, role);
      for (const right of ['create', 'edit', 'delete', 'configure', 'override', 'impersonate'] as const) {
        const named = rightsHeld(model, role, right).filter(
          (id) => !(right === 'create' || right === 'edit') || !needed.has(entryOf(id)),
        );
        if (named.length === 0) continue;
        yield {
          element: role,
          path: ['may', right],
          message: `Service role ${role.id} may ${right} ${listed(named)}, which no interface or step of it needs.`,
          hint: `Take it away, or name ${role.id} where it is needed: as \`account\` of an interface, or \`as\` of a step.`,
          subject: [right, named],
        };
      }
    }
  },
});

/** Objects and lifecycles that the interfaces and steps of a service role write. */
function neededBy(model: SpecModel, role: Element<'role'>): ReadonlySet<string> {
  const flows = model
    .ofKind('interface')
    .filter((flow) => flow.attributes.transport?.account === role.id && statusOf(model, flow) !== 'retired');
  const carried = new Set(flows.map(({ key }) => key));
  const filled = mappedFields(model).flatMap((field) => {
    const flow = interfaceOf(model, field);
    return flow !== undefined && carried.has(flow.key) && field.attributes.to !== undefined
      ? [entryOf(field.attributes.to)]
      : [];
  });
  const moved = model.ofKind('transition').flatMap((transition) => {
    if (transition.attributes.as !== role.id) return [];
    const lifecycle = model.get('lifecycle', entryOf(transition.id));
    return [entryOf(transition.id), lifecycle?.attributes.object ?? ''];
  });
  return new Set([...filled, ...moved, ...flows.flatMap(({ attributes }) => attributes.about ?? [])]);
}

/** The entry of a collection that a name means, or whose part it means: `ncr` of `ncr.number`. */
function entryOf(name: string): string {
  const id = name.replace(/^[A-Za-z]+:/u, '');
  return id.includes('.') ? id.slice(0, id.indexOf('.')) : id;
}
