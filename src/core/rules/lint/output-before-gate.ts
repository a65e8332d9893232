import type { Condition } from '../../language/condition.ts';
import { matches, stateVocabulary } from '../../model/condition/state-vocabulary.ts';
import type { StateVocabulary } from '../../model/condition/state-vocabulary.ts';
import { allOf, anyOf, opposite } from '../../model/condition/truth.ts';
import type { Truth } from '../../model/condition/truth.ts';
import { partsOf } from '../../model/condition/normal-form.ts';
import type { Element } from '../../model/element.ts';
import { listed } from '../judging/wording.ts';
import { defineLint } from '../lint-rule.ts';
import type { LintReport } from '../lint-rule.ts';
import { doesNotApply, statusOf } from '../linting/declared.ts';
import { lifecycleSteps } from '../linting/lifecycle-steps.ts';
import type { LifecycleSteps, Transition } from '../linting/lifecycle-steps.ts';

/** Outputs that may be issued before they are approved. */
export const outputBeforeGate = defineLint({
  id: 'output-before-gate',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason:
    'Approval and issue are both declared and do not fit; a certificate without a rule of issue is incomplete.',
  purpose:
    'Reports an output that may be issued in a status which a record can reach without its approving steps, and an approved certificate that does not say when it may be issued.',
  why: 'The document precedes the decision that it states.',
  fix: 'Let `issue.when` ask for a status that only the approving steps lead to.',
  reads: [
    'outputs.approvals',
    'outputs.issue',
    'outputs.issue.when',
    'outputs.kind',
    'lifecycles.initial',
    'lifecycles.transition.from',
    'lifecycles.transition.to',
    'lifecycles.transition.correction',
  ],
  examples: [
    {
      name: 'issued in review, in a status that another way leads to, on a mere fact, and a certificate without a rule',
      spec: `
        lifecycles:
          BRR:
            initial: A
            states: {A: pre, Review: quarantine, Released: released, Rejected: terminal, Void: closed}
            transitions:
              T1: {from: A, to: Review}
              T2: {from: Review, to: Released}
              T3: {from: A, to: Void}
        outputs:
          RO-1: {approvals: [BRR.T1, BRR.T2], issue: {when: {BRR: [Review, Released]}}}
          RO-2: {approvals: BRR.T2, issue: {when: {BRR: {class: [released, closed]}}}}
          RO-3: {approvals: BRR.T2, issue: {when: {fact: the customer asks for it}}}
          RO-4: {kind: certificate, approvals: BRR.T2}`,
      expect: [
        '10:53 error RO-1: RO-1 may be issued in BRR Review, which a record reaches without BRR.T2.',
        '11:43 error RO-2: RO-2 may be issued in BRR Void, which a record reaches without BRR.T2.',
        '12:43 error RO-3: RO-3 may be issued whatever the status of BRR, in which it is approved.',
        '13:40 error RO-4: Certificate RO-4 is approved by BRR.T2, but does not say when it may be issued.',
      ],
    },
    {
      name: 'behind the approval, behind one of two alternatives, behind another gate, a record without a rule of issue, and no approval',
      spec: `
        lifecycles:
          BRR:
            initial: A
            states: {A: pre, Review: quarantine, Released: released}
            transitions:
              T1: {from: A, to: Review}
              T2: {from: Review, to: Released}
              T3: {from: Released, to: Review, correction: true}
          CON:
            initial: A
            states: {A: open, Customer: open, Approved: released}
            transitions:
              T2: {from: A, to: Customer}
              T3: {from: A, to: Approved}
              T4: {from: Customer, to: Approved}
              T5: {from: Approved, to: A, correction: true}
          INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released}}}
        outputs:
          RO-1: {kind: certificate, approvals: [BRR.T1, BRR.T2], issue: {when: {all: [{BRR: Released}, {fact: it is printed}]}}}
          RO-2: {approvals: [CON.T2, CON.T3, CON.T4], issue: {when: {CON: Approved}}}
          RO-3: {approvals: BRR.T2, issue: {when: {INV: Released}}}
          RO-4: {approvals: BRR.T2}
          RO-5: {kind: certificate, issue: {when: {BRR: Review}}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    const vocabulary = stateVocabulary(model);
    for (const output of model.ofKind('output')) {
      const approvals = (output.attributes.approvals ?? []).flatMap((id) => {
        const step = model.get('transition', id);
        return step === undefined || statusOf(model, step) === 'retired' ? [] : [step];
      });
      if (approvals.length === 0) continue;
      const when = output.attributes.issue?.when;
      if (when === undefined) {
        if (output.attributes.kind !== 'certificate' || doesNotApply(output, 'issue')) continue;
        yield undeclared(output, approvals);
        continue;
      }
      const read = lifecyclesRead(when);
      const judged = lifecycleSteps(model).filter(({ lifecycle }) =>
        approvals.some(({ parent }) => parent === lifecycle.key),
      );
      if (read.size === 0) yield unread(output, judged);
      // What a status of another lifecycle stands for is decided by the conditions of its own steps.
      for (const steps of judged.filter(({ lifecycle }) => read.has(lifecycle.id)))
        yield* statusReports(output, steps, approvals, when, vocabulary);
    }
  },
});

function undeclared(output: Element<'output'>, approvals: readonly Transition[]): LintReport {
  return {
    element: output,
    path: ['approvals'],
    message: `Certificate ${output.id} is approved by ${listed(approvals.map(({ id }) => id))}, but does not say when it may be issued.`,
    hint: 'Add `issue: {when: …}` with the status that the approval leads to.',
    subject: 'issue',
    stance: 'expectation',
  };
}

function unread(output: Element<'output'>, judged: readonly LifecycleSteps[]): LintReport {
  const ids = judged.map(({ lifecycle }) => lifecycle.id);
  return {
    element: output,
    path: ['issue', 'when'],
    message: `${output.id} may be issued whatever the status of ${listed(ids)}, in which it is approved.`,
    hint: `Ask for a status of ${listed(ids)} in \`issue.when\`.`,
    subject: ['unread', ids],
  };
}

function* statusReports(
  output: Element<'output'>,
  steps: LifecycleSteps,
  approvals: readonly Transition[],
  when: Condition,
  vocabulary: StateVocabulary,
): Generator<LintReport> {
  const own = approvals.filter(({ parent }) => parent === steps.lifecycle.key);
  const { id } = steps.lifecycle;
  const unapproved = reached(steps, starts(steps), (step) => !own.includes(step));
  for (const { localId: state } of steps.states) {
    if (holds(when, id, state, vocabulary) === false) continue;
    const ahead = own.filter(
      (approval) =>
        reached(steps, starts(steps), (step) => step !== approval).has(state) &&
        // An approval that only a correction makes possible again is no longer ahead.
        isAhead(steps, state, approval),
    );
    const missing = unapproved.has(state) ? own : ahead;
    if (missing.length === 0) continue;
    yield {
      element: output,
      path: ['issue', 'when'],
      message: `${output.id} may be issued in ${id} ${state}, which a record reaches without ${listed(missing.map((step) => step.id))}.`,
      hint: 'Ask for a status that only the approving steps lead to.',
      subject: [id, state, missing.map((step) => step.id)],
      related: missing.map((step) => ({ message: `${step.id} approves it.`, element: step, path: [] })),
    };
  }
}

function starts(steps: LifecycleSteps): readonly string[] {
  return [...new Set(steps.starts.filter(({ by }) => by !== 'transition').map(({ state }) => state))];
}

/** States that a record comes into from these by steps that are allowed; steps that make a record are among them. */
function reached(
  steps: LifecycleSteps,
  from: readonly string[],
  allowed: (step: Transition) => boolean,
): ReadonlySet<string> {
  const making = steps.transitions.filter((step) => step.attributes.from.includes('absent') && allowed(step));
  const states = new Set([...from, ...making.flatMap((step) => steps.targets(step))]);
  for (const state of states) {
    for (const step of steps.transitions) {
      if (!allowed(step) || !steps.origins(step).includes(state)) continue;
      for (const target of steps.targets(step)) states.add(target);
    }
  }
  return states;
}

function isAhead(steps: LifecycleSteps, state: string, approval: Transition): boolean {
  const on = new Set([state]);
  for (const one of on) {
    if (steps.origins(approval).includes(one)) return true;
    for (const step of steps.transitions) {
      if (step.attributes.correction === true || !steps.origins(step).includes(one)) continue;
      for (const target of steps.targets(step)) on.add(target);
    }
  }
  return false;
}

/** Whether the condition holds when this lifecycle is in this state and nothing else is known. */
function holds(condition: Condition, lifecycle: string, state: string, vocabulary: StateVocabulary): Truth {
  switch (condition.kind) {
    case 'status':
      return condition.lifecycle === lifecycle ? matches(condition.states, lifecycle, state, vocabulary) : undefined;
    case 'all':
      return allOf(condition.of.map((part) => holds(part, lifecycle, state, vocabulary)));
    case 'any':
      return anyOf(condition.of.map((part) => holds(part, lifecycle, state, vocabulary)));
    case 'not':
      return opposite(holds(condition.of, lifecycle, state, vocabulary));
    case 'implies':
      return anyOf([
        opposite(holds(condition.if, lifecycle, state, vocabulary)),
        holds(condition.then, lifecycle, state, vocabulary),
      ]);
    case 'read':
      return holds(condition.of, lifecycle, state, vocabulary);
    default:
      return undefined;
  }
}

function lifecyclesRead(condition: Condition): ReadonlySet<string> {
  const own = condition.kind === 'status' ? [condition.lifecycle] : [];
  return new Set([...own, ...partsOf(condition).flatMap((part) => [...lifecyclesRead(part)])]);
}
