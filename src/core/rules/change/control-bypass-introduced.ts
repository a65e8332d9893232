import { defineChangeRule } from '../change-rule.ts';
import { bypasses } from '../judging/bypass.ts';

/** Reports a usable or final state that could be reached only through a signature, a condition or a state, and can now be reached without it. */
export const controlBypassIntroduced = defineChangeRule({
  id: 'control-bypass-introduced',
  family: 'lifecycles',
  judges: 'comparison',
  class: 'breaking',
  risk: 'C',
  evidence: ['OQ-NEG', 'PQ-E2E', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose:
    'Reports a usable or final state that could be reached only through a signature, a condition or a state, and can now be reached without it.',
  why: 'No single edit may look serious; together they are a way around the control.',
  fix: 'Give the new way the control that it avoids.',
  mirror: {
    elsewhere:
      'A way around that is closed has no rule of its own in this version and is reported as unclassified-change.',
  },
  core: true,
  claims: [],
  check: (context) => context.base.ofKind('lifecycle').flatMap((before) => bypasses(before, context)),
  examples: [
    {
      name: 'a way past the check',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Done: terminal, Released: released}, transitions: {T1: {from: QI, to: Checked, by: QA, sign: {meaning: Checked}}, T2: {from: Checked, to: Released, by: QA}}}}
roles: {QA: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Done: terminal, Released: released}, transitions: {T1: {from: QI, to: Checked, by: QA, sign: {meaning: Checked}}, T2: {from: Checked, to: Released, by: QA}, T3: {from: QI, to: Released, by: QA}}}}
roles: {QA: {}}`,
      expect: ['breaking C state:INV.Released'],
    },
    {
      name: 'a way that has the control',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Done: terminal, Released: released}, transitions: {T1: {from: QI, to: Checked, by: QA, sign: {meaning: Checked}}, T2: {from: Checked, to: Released, by: QA}}}}
roles: {QA: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Done: terminal, Released: released}, transitions: {T1: {from: QI, to: Checked, by: QA, sign: {meaning: Checked}}, T2: {from: Checked, to: Released, by: QA}, T3: {from: Checked, to: Released, by: QA}}}}
roles: {QA: {}}`,
      expect: [],
    },
  ],
});
