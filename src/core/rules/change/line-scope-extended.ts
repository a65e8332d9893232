import { defineChangeRule } from '../change-rule.ts';
import { commonClaims, CONTROLLING } from '../judging/common-attributes.ts';
import { scopeMove } from '../judging/list-move.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports an element that holds for a product line for which it did not hold. */
export const lineScopeExtended = defineChangeRule({
  id: 'line-scope-extended',
  family: 'trace',
  judges: 'attribute',
  class: 'compatible',
  risk: 'M',
  evidence: ['RSK', 'TRC', 'PQ-E2E'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports an element that holds for a product line for which it did not hold.',
  why: 'It was not shown for that line; what it allows or does there is new.',
  fix: 'Test it for the new line, with its own products and people.',
  mirror: { rule: 'line-scope-narrowed' },
  core: false,
  claims: commonClaims('lines'),
  check(change) {
    const { after, from, to } = change;
    if (!scopeMove(from, to).gained) return [];
    if (after.kind === 'waiver')
      return [
        {
          what: plainShift(change),
          raise: { class: 'risky', risk: 'H', reason: 'a deviation is accepted for more lines' },
        },
      ];
    if (CONTROLLING.has(after.kind)) return [{ what: plainShift(change) }];
    return [
      {
        what: plainShift(change),
        raise: { class: 'risky', reason: 'what it allows or does was not shown for that line' },
      },
    ];
  },
  examples: [
    {
      name: 'an invariant for one line more',
      before: `package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
systems: {MES: {}}
invariants: {I1: {lines: [A], never: {fact: held stock is used}}}`,
      after: `package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
systems: {MES: {}}
invariants: {I1: {lines: [A, B], never: {fact: held stock is used}}}`,
      expect: ['compatible M invariant:I1 lines'],
    },
    {
      name: 'a role for all lines',
      before: `package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
systems: {MES: {}}
roles: {QA: {lines: [A]}}`,
      after: `package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
systems: {MES: {}}
roles: {QA: {}}`,
      expect: ['risky M role:QA lines'],
    },
    {
      name: 'a waiver for all lines',
      before: `package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
systems: {MES: {}}
waivers: {W-1: {lines: [A], rule: state-dead-end, element: MES, finding: "h1:0", reason: Known, expires: 2026-12-31}}`,
      after: `package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
systems: {MES: {}}
waivers: {W-1: {rule: state-dead-end, element: MES, finding: "h1:0", reason: Known, expires: 2026-12-31}}`,
      expect: ['risky H waiver:W-1 lines'],
    },
    {
      name: 'for one line fewer',
      before: `package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
systems: {MES: {}}
roles: {QA: {lines: [A, B]}}`,
      after: `package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
systems: {MES: {}}
roles: {QA: {lines: [A]}}`,
      expect: [],
    },
  ],
});
