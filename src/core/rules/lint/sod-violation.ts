import { actsInForce, barredHolders, combinedActs } from '../../graph/queries/segregation-breaches.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { listed } from '../judging/wording.ts';
import { defineLint } from '../lint-rule.ts';
import type { LintReport } from '../lint-rule.ts';
import { statusOf } from '../linting/declared.ts';
import type { Transition } from '../linting/lifecycle-steps.ts';
import { holderInWords } from '../linting/role-holders.ts';

/** Roles that break a segregation rule by the rights that they have. */
export const sodViolation = defineLint({
  id: 'sod-violation',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'The segregation rule is there, and so are the rights that break it.',
  purpose:
    'Reports a role that, after inheritance, may do acts which a segregation rule keeps apart for ever or for every role, or an act from which the rule bars it.',
  why: 'The configuration itself makes the rule void: nobody has to break it.',
  fix: 'Take one of the acts from the role, or the inheritance by which it came.',
  reads: [
    'segregation.acts',
    'segregation.scope',
    'segregation.barred',
    'segregation.barred.roles',
    'segregation.barred.kinds',
    'segregation.enforced',
    'invariants.separate',
    'roles.inherits',
    'roles.kind',
    'roles.rights.impersonate',
    'lifecycles.transition.by',
    'lifecycles.transition.as',
    'lifecycles.signature.by',
  ],
  examples: [
    {
      name: 'a role that inherits the other side, for ever, for every role, and where only people check',
      spec: `
        roles: {OP: {}, QA: {}, LEAD: {inherits: [OP]}}
        lifecycles: {L: {initial: A, states: {A: open, B: open, C: closed}, transitions: {T1: {from: A, to: B, by: OP}, T2: {from: B, to: C, by: [QA, LEAD]}}}}
        segregation:
          SOD-1: {acts: [L.T1, L.T2], scope: always}
          SOD-2: {acts: [L.T1, L.T2]}
          SOD-3: {acts: [L.T1, L.T2], enforced: procedure}
          SOD-4: {acts: [L.T1, L.T2]}
        invariants: {INV-1: {separate: [SOD-2]}}`,
      expect: [
        '4:17 error SOD-1: LEAD (through OP) may do L.T1 and L.T2, which SOD-1 keeps apart.',
        '5:17 error SOD-2: LEAD (through OP) may do L.T1 and L.T2, which SOD-2 keeps apart.',
        '6:17 warning SOD-3: LEAD (through OP) may do L.T1 and L.T2, which SOD-3 keeps apart; only people check it.',
      ],
    },
    {
      name: 'administrators and a role that are barred',
      spec: `
        roles: {QA: {}, OP: {}, ADMIN: {kind: administrator, inherits: [QA]}}
        lifecycles: {L: {initial: A, states: {A: open, B: closed}, transitions: {T1: {from: A, to: B, by: QA}, T2: {from: A, to: B, by: anyone}}}}
        segregation: {SOD-1: {acts: [L.T1, L.T2], barred: {kinds: [administrator], roles: [OP]}}}`,
      expect: [
        '3:51 error SOD-1: ADMIN (through QA) may do L.T1, from which SOD-1 bars it.',
        '3:51 error SOD-1: ADMIN may do L.T2, from which SOD-1 bars it.',
        '3:51 error SOD-1: OP may do L.T2, from which SOD-1 bars it.',
      ],
    },
    {
      name: 'one act for each role, one role where the system compares the persons, and a role that is not barred',
      spec: `
        roles: {OP: {}, QA: {}, LEAD: {inherits: [OP]}, ADMIN: {kind: administrator}}
        lifecycles: {L: {initial: A, states: {A: open, B: open, C: closed}, transitions: {T1: {from: A, to: B, by: OP}, T2: {from: B, to: C, by: QA}, T3: {from: B, to: C, by: LEAD}}}}
        segregation:
          SOD-1: {acts: [L.T1, L.T2], scope: always}
          SOD-2: {acts: [L.T1, L.T3]}
          SOD-3: {acts: [L.T1, L.T2, L.T3], barred: {kinds: [administrator], roles: [ADMIN]}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    const separate = new Set(
      model
        .ofKind('invariant')
        .filter((invariant) => statusOf(model, invariant) !== 'retired')
        .flatMap(({ attributes }) => attributes.separate ?? []),
    );
    for (const rule of model.ofKind('segregation')) {
      const acts = actsInForce(model, rule);
      if (rule.attributes.barred !== undefined) yield* barredReports(model, rule, acts);
      else yield* combinationReports(model, rule, acts, separate.has(rule.id));
    }
  },
});

/** Roles that may do more than one of the acts. */
function* combinationReports(
  model: SpecModel,
  rule: Element<'segregation'>,
  acts: readonly Transition[],
  forEveryRole: boolean,
): Generator<LintReport> {
  const { scope, enforced } = rule.attributes;
  // For one record the system compares persons: a role may then hold both acts, its holder does them on different records.
  if (scope !== 'always' && !forEveryRole && enforced !== 'procedure') return;
  const onlyPeople = scope !== 'always' && !forEveryRole;
  for (const { holder, acts: done } of combinedActs(model, acts)) {
    yield {
      element: rule,
      path: ['acts'],
      message: `${holderInWords(holder)} may do ${listed(done)}, which ${rule.id} keeps apart${onlyPeople ? '; only people check it' : ''}.`,
      hint: `Leave ${holder.role.id} one of these steps${onlyPeople ? ', or let the system compare the persons: `enforced: system`' : ''}.`,
      subject: [holder.role.id, done],
      related: [{ message: `${holder.role.id} is declared here.`, element: holder.role, path: [] }],
      ...(onlyPeople ? { severity: 'warning' as const } : {}),
    };
  }
}

/** Roles that may do an act of which the rule says that they may not. */
function* barredReports(
  model: SpecModel,
  rule: Element<'segregation'>,
  acts: readonly Transition[],
): Generator<LintReport> {
  for (const { holder, act } of barredHolders(model, rule, acts)) {
    yield {
      element: rule,
      path: ['barred'],
      message: `${holderInWords(holder)} may do ${act.id}, from which ${rule.id} bars it.`,
      hint: `Take ${act.id} from ${holder.role.id}.`,
      subject: [holder.role.id, act.id],
      related: [{ message: 'The step says who may do it.', element: act, path: ['by'] }],
    };
  }
}
