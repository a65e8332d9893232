import { defineChangeRule } from '../change-rule.ts';
import { changedVerdicts } from '../judging/exploration-verdicts.ts';

/** Stock that is released unless a listed status of the report blocks it. */
const blockedBy = (report: string, members: string): string => `lifecycles:
  NCR: {initial: None, ${report}}
  INV:
    initial: QI
    states: {QI: quarantine, Released: {class: released, resting: true}}
    transitions: {T01: {from: QI, to: Released, by: anyone, when: {NCR: {not: {in: BLOCK}}}}}
sets: {BLOCK: {of: NCR, members: [${members}], effect: blocks, unknown: out}}
invariants: {I1: {severity: high, step: INV.T01, requires: {NCR: {not: {class: open}}}}}`;

const THREE_STATES =
  'states: {None: pre, Open: open, Closed: closed}, transitions: {T01: {from: None, to: Open, by: anyone}, T02: {from: Open, to: Closed, by: anyone}}';

const WITH_PENDING =
  'states: {None: pre, Open: open, Pending: open, Closed: closed}, transitions: {T01: {from: None, to: Open, by: anyone}, T03: {from: Open, to: Pending, by: anyone}, T02: {from: Pending, to: Closed, by: anyone}}';

/** Stock that somebody releases without signing. */
const unsigned = (invariants: string): string => `lifecycles:
  INV:
    initial: QI
    states: {QI: quarantine, Released: {class: released, resting: true}}
    transitions: {T01: {from: QI, to: Released, by: anyone}}
invariants: {I0: {reachable: {INV: Released}}${invariants}}`;

/** Reports invariants that the composed plant of head violates, and that of base does not. */
export const invariantNewlyBroken = defineChangeRule({
  id: 'invariant-newly-broken',
  family: 'lifecycles',
  judges: 'comparison',
  class: 'breaking',
  risk: 'C',
  evidence: ['OQ-NEG', 'PQ-E2E', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports invariants that the composed plant of head violates, and that of base does not.',
  why: 'What must never happen can now happen, although every lifecycle is well formed for itself.',
  fix: 'Take back the edits that are named, or add the condition that the story shows to be missing.',
  mirror: { rule: 'invariant-mended' },
  core: true,
  claims: [],
  check: (context) => changedVerdicts(context, ['newly-broken', 'weakened', 'new-broken']),
  examples: [
    {
      name: 'a new status that the list of blocking ones does not hold',
      before: blockedBy(THREE_STATES, 'Open'),
      after: blockedBy(WITH_PENDING, 'Open'),
      expect: ['breaking C invariant:I1'],
    },
    {
      name: 'a new invariant that the declarations break already',
      before: unsigned(''),
      after: unsigned(', I1: {severity: high, gate: {INV: {class: released}}, only: [INV.T01], signed: true}'),
      expect: ['breaking C invariant:I1'],
    },
    {
      name: 'the invariant is taken away by the change that breaks it',
      before: blockedBy(THREE_STATES, 'Open'),
      after: blockedBy(WITH_PENDING, 'Open').replace(/^invariants: .*$/mu, 'invariants: {}'),
      expect: ['breaking C invariant:I1'],
    },
    {
      name: 'the invariant is weakened by the change that breaks it',
      before: blockedBy(THREE_STATES, 'Open'),
      after: blockedBy(WITH_PENDING, 'Open').replace('{NCR: {not: {class: open}}}', '{NCR: {not: Open}}'),
      expect: ['breaking C invariant:I1'],
    },
    {
      name: 'a new invariant that holds',
      before: unsigned(''),
      after: unsigned(', I1: {severity: high, gate: {INV: {class: released}}, only: [INV.T01]}'),
      expect: [],
    },
    {
      name: 'the new status is in the list',
      before: blockedBy(THREE_STATES, 'Open'),
      after: blockedBy(WITH_PENDING, 'Open, Pending'),
      expect: [],
    },
  ],
});
