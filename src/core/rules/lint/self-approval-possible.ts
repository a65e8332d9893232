import { listed } from '../judging/wording.ts';
import { approvalSteps, keptApart, sharedRoles } from '../linting/decisions.ts';
import { dualApprovals } from '../linting/dual-approvals.ts';
import { lifecycleSteps } from '../linting/lifecycle-steps.ts';
import type { LifecycleSteps, Transition } from '../linting/lifecycle-steps.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { releaseEntry } from '../linting/release-entry.ts';
import { personsHolding, rolesThatDecide } from '../linting/role-holders.ts';
import { defineLint } from '../lint-rule.ts';

/** Work and its approval in the hands of one role, without a check that they are two persons. */
export const selfApprovalPossible = defineLint({
  id: 'self-approval-possible',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason: 'A sketch may leave segregation out.',
  purpose:
    'Reports a step that approves a record and may be done by a role that may also do the step by which the record came there, where no segregation rule names the two.',
  why: 'Four eyes in name only: one person can do the work and approve it.',
  fix: 'Add a segregation rule with both steps, or take one of them from the role.',
  reads: [
    'segregation.acts',
    'segregation.barred',
    'outputs.approvals',
    'invariants.only',
    'lifecycles.state.class',
    'lifecycles.transition.by',
    'lifecycles.transition.from',
    'lifecycles.transition.to',
    'lifecycles.transition.correction',
    'lifecycles.signature.by',
    'roles.inherits',
  ],
  examples: [
    {
      name: 'who submits may release, and who declares the work done may verify it',
      spec: `
        roles: {OP: {}, QA: {}}
        lifecycles:
          BRR:
            initial: Compiling
            states: {Compiling: pre, Review: quarantine, Released: released}
            transitions:
              T1: {from: Compiling, to: Review, by: [OP, QA]}
              T2: {from: Review, to: Released, by: QA, sign: {meaning: Released}}
          NCR:
            initial: Open
            states: {Open: open, Done: open, Closed: closed}
            transitions:
              T1: {from: Open, to: Done, by: [OP, QA]}
              T2: {from: Done, to: Closed, by: QA, sign: {meaning: Verified}}
        outputs: {RO-1: {approvals: [NCR.T2]}}`,
      expect: [
        '8:44 error BRR.T2: QA may do BRR.T1 and approve it by BRR.T2, and no segregation rule names the two.',
        '14:40 error NCR.T2: QA may do NCR.T1 and approve it by NCR.T2, and no segregation rule names the two.',
      ],
    },
    {
      name: 'one role writes, takes up and approves',
      spec: `
        roles: {QA: {}}
        lifecycles:
          DOC:
            initial: Draft
            states: {Draft: pre, Submitted: open, InReview: open, Approved: released}
            transitions:
              T1: {from: Draft, to: Submitted, by: QA}
              T2: {from: Submitted, to: InReview, by: QA}
              T3: {from: InReview, to: Approved, by: QA, sign: {meaning: Approved}}`,
      expect: ['9:46 error DOC.T3: QA may do DOC.T1 and approve it by DOC.T3, and no segregation rule names the two.'],
    },
    {
      name: 'kept apart, done by others, by a machine, taken up by the reviewer, or sent back and approved again',
      spec: `
        systems: {ERP: {}, MES: {}}
        interfaces: {IF-1: {from: MES, to: ERP}}
        roles: {OP: {}, QA: {}}
        segregation: {SOD-1: {acts: [BRR.T1, BRR.T2]}}
        lifecycles:
          BRR:
            initial: Compiling
            states: {Compiling: pre, Review: quarantine, Released: released}
            transitions:
              T1: {from: Compiling, to: Review, by: [OP, QA]}
              T2: {from: Review, to: Released, by: QA, sign: {meaning: Released}}
              T3: {from: Released, to: Review, by: QA}
              T4: {from: Review, to: Compiling, by: QA}
          DOC:
            initial: Draft
            states: {Draft: pre, Submitted: open, InReview: open, Approved: released}
            transitions:
              T1: {from: Draft, to: Submitted, by: OP}
              T2: {from: Submitted, to: InReview, by: QA}
              T3: {from: InReview, to: Approved, by: QA, sign: {meaning: Approved}}
          INV:
            states: {QI: quarantine, Released: released}
            transitions:
              T1: {from: absent, to: QI, receives: IF-1}
              T2: {from: QI, to: Released, by: QA, sign: {meaning: Released}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    const approving = approvalSteps(model);
    const dual = new Set(dualApprovals(model).map(({ first, second }) => `${first.id} ${second.id}`));
    for (const steps of lifecycleSteps(model)) {
      for (const approval of steps.transitions) {
        if (!approving.has(approval.id) && releaseEntry(steps, approval) === undefined) continue;
        const approvers = personsHolding(model, rolesThatDecide(approval));
        if (approvers.size === 0) continue;
        for (const work of workBefore(model, steps, approval, approvers)) {
          const both = sharedRoles(personsHolding(model, work.attributes.by ?? []), approvers);
          if (both.length === 0 || keptApart(model, work.id, approval.id)) continue;
          // Two signed approvals of one output are one question, which is asked there.
          if (dual.has(`${work.id} ${approval.id}`)) continue;
          yield {
            element: approval,
            path: ['by'],
            message: `${listed(both)} may do ${work.id} and approve it by ${approval.id}, and no segregation rule names the two.`,
            hint: `Add a segregation rule with \`acts: [${work.id}, ${approval.id}]\`, or take one of the steps from ${listed(both)}.`,
            subject: [work.id, both],
            related: [{ message: `${work.id} may be done by the same role.`, element: work, path: ['by'] }],
          };
        }
      }
    }
  },
});

/**
 * The steps of people by which a record came where it is approved, backwards over steps that only the approvers may do: taking
 * it up for review is no work of its own. Sending back is no work either, nor is what corrects. At the beginning of a record
 * the step that leaves its draft counts, whoever does it.
 */
function workBefore(
  model: SpecModel,
  steps: LifecycleSteps,
  approval: Transition,
  approvers: ReadonlySet<string>,
): readonly Transition[] {
  const approved = steps.targets(approval);
  const starts = new Set(steps.starts.map(({ state }) => state));
  const found = new Map<string, Transition>();
  const states = new Set(steps.origins(approval));
  for (const state of states) {
    for (const step of steps.transitions) {
      const origins = steps.origins(step);
      if (step.key === approval.key || !steps.targets(step).includes(state)) continue;
      if (step.attributes.correction === true || step.attributes.by === undefined) continue;
      const fresh = step.attributes.from.includes('absent');
      const back = origins.every((origin) => approved.includes(origin) || steps.classOf(origin) === 'released');
      if (back && !fresh) continue;
      const drafted = origins.some((origin) => starts.has(origin) && steps.classOf(origin) === 'pre');
      const doers = personsHolding(model, step.attributes.by);
      if (fresh || drafted || [...doers].some((role) => !approvers.has(role))) found.set(step.id, step);
      else for (const origin of origins) states.add(origin);
    }
  }
  return [...found.values()];
}
