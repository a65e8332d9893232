import type { SpecGraph } from '../../graph/spec-graph.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { listed } from '../judging/wording.ts';
import { defineLint } from '../lint-rule.ts';
import { isDecision } from '../linting/decisions.ts';
import { doesNotApply } from '../linting/declared.ts';
import { lifecycleSteps } from '../linting/lifecycle-steps.ts';
import { personsHolding, rolesOfStep } from '../linting/role-holders.ts';

/** Roles that sign or release, of whose holders no training is asked. */
export const roleUnqualified = defineLint({
  id: 'role-unqualified',
  source: 'lint',
  judges: 'model',
  severity: 'warning',
  stance: 'expectation',
  stanceReason: 'A sketch need not say who is trained on what.',
  purpose:
    'Reports a role of persons of one’s own that signs or releases, and names no document that its holders are trained on.',
  why: 'Nobody can show that who decided was qualified for it.',
  fix: 'Name the procedures and training documents in `training` of the role.',
  reads: [
    'roles.training',
    'roles.inherits',
    'roles.kind',
    'roles.department',
    'departments.function',
    'documents.kind',
    'documents.covers',
    'lifecycles.state.class',
    'lifecycles.transition.by',
    'lifecycles.transition.sign',
    'lifecycles.signature.by',
  ],
  examples: [
    {
      name: 'signs without training',
      spec: `
        roles: {QA: {}}
        lifecycles: {L: {initial: A, states: {A: open, B: closed}, transitions: {T1: {from: A, to: B, by: QA, sign: {meaning: Closed}}}}}`,
      expect: ['1:9 warning QA: QA signs or releases in L.T1, and nothing says what its holders are trained on.'],
    },
    {
      name: 'trained itself, by what it inherits, by a training document that covers it; external, answered, or without a decision',
      spec: `
        departments: {CUST: {function: external}}
        documents: {SOP-1: {kind: procedure}, TRN-1: {kind: training, covers: [OP]}}
        roles:
          QA: {training: [SOP-1]}
          LEAD: {inherits: [QA]}
          OP: {}
          CUSTOMER: {department: CUST}
          NOTARY: {training: {notApplicable: qualified by law}}
          STORES: {}
        lifecycles:
          L:
            initial: A
            states: {A: open, B: closed}
            transitions:
              T1: {from: A, to: B, by: [LEAD, OP, CUSTOMER, NOTARY], sign: {meaning: Closed}}
              T2: {from: A, to: B, by: STORES}`,
      expect: [],
    },
  ],
  *check({ model, graph }) {
    const decided = decisionsByRole(model);
    for (const role of model.ofKind('role')) {
      const steps = decided.get(role.id) ?? [];
      if (steps.length === 0 || doesNotApply(role, 'training') || isExternal(model, role)) continue;
      if (isTrained(model, graph, role)) continue;
      yield {
        element: role,
        path: [],
        part: 'key' as const,
        message: `${role.id} signs or releases in ${listed(steps)}, and nothing says what its holders are trained on.`,
        hint: 'Add `training: […]` with the documents, or `training: {notApplicable: why}`.',
        subject: 'untrained',
      };
    }
  },
});

function decisionsByRole(model: SpecModel): ReadonlyMap<string, readonly string[]> {
  const byRole = new Map<string, string[]>();
  for (const steps of lifecycleSteps(model)) {
    for (const transition of steps.transitions) {
      if (!isDecision(steps, transition)) continue;
      const named = rolesOfStep(transition).filter((role) => role !== 'anyone');
      for (const role of personsHolding(model, named)) byRole.set(role, [...(byRole.get(role) ?? []), transition.id]);
    }
  }
  return byRole;
}

function isExternal(model: SpecModel, { attributes }: Element<'role'>): boolean {
  return model.get('department', attributes.department ?? '')?.attributes.function === 'external';
}

function isTrained(model: SpecModel, graph: SpecGraph, role: Element<'role'>): boolean {
  const held = new Set([role.id]);
  for (const id of held) {
    const own = model.get('role', id);
    if (own === undefined) continue;
    const covering = graph.to(own.key).some(({ from, attribute }) => {
      const document = graph.element(from);
      return attribute === 'covers' && (document as Element<'document'> | undefined)?.attributes.kind === 'training';
    });
    if (covering || (own.attributes.training ?? []).length > 0) return true;
    for (const next of own.attributes.inherits ?? []) held.add(next);
  }
  return false;
}
