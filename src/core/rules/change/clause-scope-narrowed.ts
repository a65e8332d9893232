import { defineChangeRule } from '../change-rule.ts';
import { CLAUSE_SCOPE_PATHS, clauseScope } from '../judging/validation-scope.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports a set of clauses that applies no more or to less, or a clause that is excluded. */
export const clauseScopeNarrowed = defineChangeRule({
  id: 'clause-scope-narrowed',
  family: 'trace',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['RSK', 'TRC'],
  approvers: { approve: ['QA'], inform: ['OPS', 'IT'] },
  purpose: 'Reports a set of clauses that applies no more or to less, or a clause that is excluded.',
  why: 'Whatever these clauses ask for is no gap any more, in any document, for what is left out.',
  fix: 'Give the reason with the exclusion, and have the quality unit agree that the clause does not apply.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [{ kinds: ['project'], paths: CLAUSE_SCOPE_PATHS }],
  check: (change) => (clauseScope(change).lost ? [{ what: plainShift(change) }] : []),
  examples: [
    {
      name: 'a set is gone',
      before: `systems: {MES: {}, ERP: {}}
objects: {lot: {}, ncr: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}}
package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
clauses: {EU-CSV: {}, US-DRUG: {}}`,
      after: `systems: {MES: {}, ERP: {}}
objects: {lot: {}, ncr: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}}
package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
clauses: {EU-CSV: {}}`,
      expect: ['risky H project:project clauses.US-DRUG'],
    },
    {
      name: 'for fewer systems, for one line instead of all, and one clause excluded',
      before: `systems: {MES: {}, ERP: {}}
objects: {lot: {}, ncr: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}}
package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
clauses: {EU-CSV: {systems: [MES, ERP]}}`,
      after: `systems: {MES: {}, ERP: {}}
objects: {lot: {}, ncr: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}}
package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
clauses: {EU-CSV: {systems: [MES], lines: [A], excludes: {D211-188: No drug}}}`,
      expect: [
        'risky H project:project clauses.EU-CSV.excludes.D211-188',
        'risky H project:project clauses.EU-CSV.lines',
        'risky H project:project clauses.EU-CSV.systems',
      ],
    },
    {
      name: 'another reason for an exclusion',
      before: `systems: {MES: {}, ERP: {}}
objects: {lot: {}, ncr: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}}
package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
clauses: {EU-CSV: {excludes: {D211-188: No drug}}}`,
      after: `systems: {MES: {}, ERP: {}}
objects: {lot: {}, ncr: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}}
package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
clauses: {EU-CSV: {excludes: {D211-188: No device}}}`,
      expect: ['risky H project:project clauses.EU-CSV.excludes.D211-188'],
    },
    {
      name: 'for more lines',
      before: `systems: {MES: {}, ERP: {}}
objects: {lot: {}, ncr: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}}
package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
clauses: {EU-CSV: {lines: [A]}}`,
      after: `systems: {MES: {}, ERP: {}}
objects: {lot: {}, ncr: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}}
package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
clauses: {EU-CSV: {lines: [A, B]}}`,
      expect: [],
    },
  ],
});
