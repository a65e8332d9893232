import type { Condition, StatePattern } from '../../language/condition.ts';
import { PLAIN_NAMES } from '../../model/condition/condition-names.ts';
import { partsOf } from '../../model/condition/normal-form.ts';
import { parseStates } from '../../model/condition/parse-states.ts';
import { matches, matchingStates, stateVocabulary } from '../../model/condition/state-vocabulary.ts';
import { describeCondition } from '../../model/condition/words.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { listed } from '../judging/wording.ts';
import { defineLint } from '../lint-rule.ts';
import type { LintReport } from '../lint-rule.ts';
import { readsIn } from '../linting/condition-reads.ts';
import { lifecycleSteps } from '../linting/lifecycle-steps.ts';
import { remaining } from '../linting/ways-around.ts';
import type { Without } from '../linting/ways-around.ts';

/** Ways around what an invariant says is always passed. */
export const controlNotOnEveryPath = defineLint({
  id: 'control-not-on-every-path',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'The invariant says that the control is always passed, and the lifecycles show a way without it.',
  purpose:
    'Reports a state that an invariant lets be entered by certain steps only and that another step enters, and a step that can happen without what must come before it.',
  why: 'A control that can be passed by is none: one day somebody takes the other way.',
  fix: 'Take the other way out, name it in the invariant as well, or let a condition of the step ask for the control.',
  reads: [
    'invariants.gate',
    'invariants.only',
    'invariants.before',
    'invariants.must',
    'invariants.since',
    'lifecycles.initial',
    'lifecycles.transition.from',
    'lifecycles.transition.to',
    'lifecycles.transition.when',
    'lifecycles.transition.procedure',
    'lifecycles.transition.receives',
    'lifecycles.transition.creates',
  ],
  examples: [
    {
      name: 'a gate that another step passes by, in which records begin, and that a step of another lifecycle creates',
      spec: `
        objects: {lot: {}}
        lifecycles:
          INV:
            object: lot
            states: {QI: quarantine, Held: held, Released: released}
            transitions:
              T0: {from: absent, to: QI}
              T1: {from: QI, to: Released}
              T2: {from: Held, to: {last: [QI, Released]}}
              T3: {from: QI, to: Held}
          NEW: {initial: B, states: {A: quarantine, B: released}, transitions: {T1: {from: A, to: B}}}
          LOT: {initial: A, states: {A: active}, transitions: {split: {from: A, to: same, creates: {lot: {INV: Released}}}}}
        invariants:
          G: {gate: {INV: {class: released}, NEW: B}, only: [INV.T1, NEW.T1]}`,
      expect: [
        '9:28 error INV.T2: INV.T2 leads from Held to Released, into which only INV.T1 and NEW.T1 may lead (G).',
        '11:18 error NEW: Records of NEW begin in NEW.B, into which only INV.T1 and NEW.T1 may lead (G).',
        '12:92 error LOT.split: Records that LOT.split makes begin in INV.Released, into which only INV.T1 and NEW.T1 may lead (G).',
      ],
    },
    {
      name: 'a step, and a status of another lifecycle, that can be had without what must come before',
      spec: `
        objects: {lot: {}}
        lifecycles:
          NCR:
            initial: Open
            states: {Open: open, Verified: open, Closed: closed}
            transitions: {verify: {from: Open, to: Verified}, close: {from: [Open, Verified], to: Closed}}
          INV: {object: lot, initial: QI, states: {QI: quarantine, Released: released}, transitions: {release: {from: QI, to: Released, when: {fact: reviewed}}}}
          BRR: {object: lot, initial: A, states: {A: pre, B: closed}, transitions: {review: {from: A, to: B}}}
        invariants:
          B1: {before: NCR.close, must: NCR.verify}
          B2: {before: {INV: Released}, must: {BRR: B}}`,
      expect: [
        '10:16 error B1: NCR.close can happen without NCR.verify, which B1 asks for: no step and no condition on the way makes sure of it.',
        '11:16 error B2: “INV is Released” can come about without “BRR is B”, which B2 asks for: no step and no condition on the way makes sure of it.',
      ],
    },
    {
      name: 'every way leads through it, a condition or a message asks for it, steps within the gate, counted from a later step',
      spec: `
        systems: {QMS: {}, ERP: {}}
        objects: {lot: {}}
        interfaces: {IF-1: {from: QMS, to: ERP}}
        lifecycles:
          NCR:
            initial: Open
            states: {Open: open, Verified: open, Closed: closed}
            transitions: {verify: {from: Open, to: Verified}, close: {from: Verified, to: Closed}, reopen: {from: Closed, to: Open}}
          BRR: {object: lot, system: QMS, initial: A, states: {A: pre, B: closed}, transitions: {review: {from: A, to: B, emits: IF-1}}}
          INV:
            object: lot
            system: ERP
            initial: QI
            states: {QI: quarantine, Ready: quarantine, Released: released, Shipped: released}
            transitions:
              arrive: {from: QI, to: Ready, receives: IF-1}
              T1: {from: Ready, to: Released}
              T2: {from: QI, to: Released, when: {BRR: B}}
              T3: {from: Released, to: Shipped}
              T4: {from: QI, to: Released, status: retired}
              T5: {from: Released, to: same, creates: {lot: {INV: same}}}
        invariants:
          B1: {before: NCR.close, must: NCR.verify}
          B2: {before: [INV.T1, INV.T2], must: BRR.review}
          B3: {before: {INV: Released}, must: {BRR: B}}
          B4: {before: NCR.close, must: NCR.reopen, since: NCR.verify}
          G: {gate: {INV: {class: released}}, only: [INV.T1, INV.T2]}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const invariant of model.ofKind('invariant')) {
      const { gate, only, before, must, since } = invariant.attributes;
      if (gate !== undefined && only !== undefined) yield* passedBy(model, invariant);
      // What is counted anew from a later step is a matter of stories, not of ways.
      if (before !== undefined && must !== undefined && since === undefined) yield* cameWithout(model, invariant);
    }
  },
});

type Invariant = Element<'invariant'>;

/** Steps, and beginnings of records, that lead into a gate and are not among those that may. */
function* passedBy(model: SpecModel, invariant: Invariant): Generator<LintReport> {
  const { gate = {}, only = [] } = invariant.attributes;
  const vocabulary = stateVocabulary(model);
  for (const steps of lifecycleSteps(model)) {
    const value = gate[steps.lifecycle.id];
    const pattern = value === undefined ? undefined : parseStates(value, [], () => undefined)?.states;
    if (pattern === undefined) continue;
    const inside = new Set(matchingStates(pattern, steps.lifecycle.id, vocabulary));
    for (const transition of steps.transitions) {
      const target = steps.targets(transition).find((state) => inside.has(state));
      const origin = steps.origins(transition).find((state) => !inside.has(state));
      if (target === undefined || origin === undefined || only.includes(transition.id)) continue;
      yield {
        element: transition,
        path: ['to'],
        message: `${transition.id} leads from ${origin} to ${target}, into which only ${listed(only)} may lead (${invariant.id}).`,
        hint: `Take the way out, or name ${transition.id} in \`only\` of ${invariant.id}.`,
        subject: ['gate', invariant.id, origin, target],
        related: [{ message: `${invariant.id} says so here.`, element: invariant, path: ['only'] }],
      };
    }
    for (const { state, by, element, path } of steps.starts) {
      if (!inside.has(state) || only.includes(element.id)) continue;
      yield {
        element,
        path,
        message: `${by === 'initial' ? `Records of ${steps.lifecycle.id}` : `Records that ${element.id} makes`} begin in ${steps.lifecycle.id}.${state}, into which only ${listed(only)} may lead (${invariant.id}).`,
        hint: `Let records begin in another state, or change \`only\` of ${invariant.id}.`,
        subject: ['start', invariant.id, steps.lifecycle.id, state],
        related: [{ message: `${invariant.id} says so here.`, element: invariant, path: ['only'] }],
      };
    }
  }
}

/** What an invariant of the kind `before` protects, if it can be had without what must come earlier. */
function* cameWithout(model: SpecModel, invariant: Invariant): Generator<LintReport> {
  const { before, must } = invariant.attributes;
  const without = takenOut(model, must);
  if (without === undefined || before === undefined || !hasBeginnings(model, [before, must])) return;
  const plant = remaining(model, { lifecycles: [], step: () => false, state: () => false });
  const rest = remaining(model, without);
  const control = Array.isArray(must) ? listed(must) : `“${describeCondition(must as Condition, PLAIN_NAMES)}”`;
  if (!Array.isArray(before)) {
    const condition = before as Condition;
    if (!plant.possible(condition) || !rest.possible(condition)) return;
    yield bypass(
      invariant,
      ['before'],
      `“${describeCondition(condition, PLAIN_NAMES)}” can come about without ${control}`,
      ['condition'],
    );
    return;
  }
  for (const [index, id] of before.entries()) {
    if (!plant.happens(id) || !rest.happens(id)) continue;
    yield bypass(invariant, ['before', index], `${id} can happen without ${control}`, ['step', id]);
  }
}

/** Whether it is known how records of every lifecycle begin that is named; else nothing can be said about ways. */
function hasBeginnings(model: SpecModel, ends: readonly Invariant['attributes']['must'][]): boolean {
  const named = new Set(ends.flatMap((end) => (end === undefined ? [] : lifecyclesNamed(end))));
  return lifecycleSteps(model).every(({ lifecycle, starts }) => !named.has(lifecycle.id) || starts.length > 0);
}

function lifecyclesNamed(end: NonNullable<Invariant['attributes']['must']>): readonly string[] {
  return Array.isArray(end)
    ? end.map((id) => id.split('.')[0] ?? id)
    : readsIn(end as Condition).flatMap(({ leaf }) => (leaf.kind === 'status' ? [leaf.lifecycle] : []));
}

function bypass(
  invariant: Invariant,
  path: readonly (string | number)[],
  words: string,
  subject: readonly string[],
): LintReport {
  return {
    element: invariant,
    path,
    message: `${words}, which ${invariant.id} asks for: no step and no condition on the way makes sure of it.`,
    hint: 'Let the steps lead through the control, or let a condition of the step ask for it.',
    subject,
  };
}

/** The steps that must come, or the states that must have been; undefined where a condition names no states. */
function takenOut(model: SpecModel, must: Invariant['attributes']['must']): Without | undefined {
  if (Array.isArray(must))
    return { lifecycles: lifecyclesNamed(must), step: ({ id }) => must.includes(id), state: () => false };
  const status = must === undefined ? undefined : statusIn(must as Condition);
  if (status === undefined) return undefined;
  const vocabulary = stateVocabulary(model);
  return {
    lifecycles: [status.lifecycle],
    step: () => false,
    state: (lifecycle, state) =>
      lifecycle === status.lifecycle && matches(status.states, lifecycle, state, vocabulary) === true,
  };
}

/** The one status that a condition asks for; undefined for one that asks for more, for less, or for something else. */
function statusIn(condition: Condition): { readonly lifecycle: string; readonly states: StatePattern } | undefined {
  if (condition.kind === 'status') return condition;
  const [part] = partsOf(condition);
  const asks = condition.kind === 'read' || (condition.kind === 'quantified' && condition.quantifier === 'some');
  return asks && part !== undefined ? statusIn(part) : undefined;
}
