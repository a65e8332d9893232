import { defineChangeRule } from '../change-rule.ts';
import { commonClaims } from '../judging/common-attributes.ts';
import { scopeMove } from '../judging/list-move.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports an element that no longer holds for every product line for which it held. */
export const lineScopeNarrowed = defineChangeRule({
  id: 'line-scope-narrowed',
  family: 'trace',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['RSK', 'TRC'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports an element that no longer holds for every product line for which it held.',
  why: 'For the lines that are left out, what it controls, demands or carries is withdrawn, though it is still in every list.',
  fix: 'Say for these lines what stands in its place.',
  mirror: { rule: 'line-scope-extended' },
  core: false,
  claims: commonClaims('lines'),
  check(change) {
    const { after, from, to } = change;
    // A waiver that holds for less is a control that is back.
    return after.kind !== 'waiver' && scopeMove(from, to).lost ? [{ what: plainShift(change) }] : [];
  },
  examples: [
    {
      name: 'for one line instead of all',
      before: `package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
systems: {MES: {}}
invariants: {I1: {never: {fact: held stock is used}}}`,
      after: `package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
systems: {MES: {}}
invariants: {I1: {lines: [A], never: {fact: held stock is used}}}`,
      expect: ['risky H invariant:I1 lines'],
    },
    {
      name: 'for another line',
      before: `package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
systems: {MES: {}}
roles: {QA: {lines: [A]}}`,
      after: `package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
systems: {MES: {}}
roles: {QA: {lines: [B]}}`,
      expect: ['risky H role:QA lines'],
    },
    {
      name: 'for all lines',
      before: `package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
systems: {MES: {}}
roles: {QA: {lines: [A]}}`,
      after: `package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
systems: {MES: {}}
roles: {QA: {}}`,
      expect: [],
    },
  ],
});
