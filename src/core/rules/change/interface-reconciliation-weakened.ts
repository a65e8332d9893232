import { defineChangeRule } from '../change-rule.ts';
import { RECONCILING, reconciliationVerdicts } from '../judging/reconciliation.ts';

/** Reports a comparison of systems that is gone, rarer, less exact or about less, or of another kind. */
export const interfaceReconciliationWeakened = defineChangeRule({
  id: 'interface-reconciliation-weakened',
  family: 'interfaces',
  judges: 'comparison',
  class: 'risky',
  risk: 'H',
  evidence: ['PQ-REC', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a comparison of systems that is gone, rarer, less exact or about less, or of another kind.',
  why: 'The control that finds what every other assumption missed shrinks.',
  fix: 'Keep it, or show which other control finds the same differences in the same time.',
  mirror: { rule: 'interface-reconciliation-strengthened' },
  core: true,
  claims: RECONCILING,
  check: (context) => reconciliationVerdicts(context, 'weaker'),
  examples: [
    {
      name: 'gone',
      before: `systems: {A: {}, B: {}}
reconciliations: {R1: {what: Stock agrees.}}`,
      after: `systems: {A: {}, B: {}}`,
      expect: ['risky H reconciliation:R1'],
    },
    {
      name: 'no longer behind the interface',
      before: `systems: {A: {}, B: {}}
reconciliations: {R1: {what: Stock agrees.}}
interfaces: {IF-1: {from: A, to: B, reconcile: R1}}`,
      after: `systems: {A: {}, B: {}}
reconciliations: {R1: {what: Stock agrees.}}
interfaces: {IF-1: {from: A, to: B}}`,
      expect: ['risky H interface:IF-1 reconcile'],
    },
    {
      name: 'rarer and less exact',
      before: `systems: {A: {}, B: {}}
reconciliations: {R1: {what: Stock agrees., every: 1 d, tolerance: 0}}`,
      after: `systems: {A: {}, B: {}}
reconciliations: {R1: {what: Stock agrees., every: 7 d, tolerance: 0.5 kg}}`,
      expect: ['risky H reconciliation:R1 every', 'risky H reconciliation:R1 tolerance'],
    },
    {
      name: 'one field fewer',
      before: `systems: {A: {}, B: {}}
reconciliations: {R1: {what: Stock agrees., compares: [quantity, status]}}`,
      after: `systems: {A: {}, B: {}}
reconciliations: {R1: {what: Stock agrees., compares: [status]}}`,
      expect: ['risky H reconciliation:R1 compares'],
    },
    {
      name: 'relies on one more map',
      before: `valueMaps: {VM: {map: {A: X}}}
systems: {A: {}, B: {}}
reconciliations: {R1: {what: Stock agrees.}}`,
      after: `valueMaps: {VM: {map: {A: X}}}
systems: {A: {}, B: {}}
reconciliations: {R1: {what: Stock agrees., uses: [VM]}}`,
      expect: ['risky H reconciliation:R1 uses'],
    },
    {
      name: 'it does not say any more what it relies on: it relies on it all the same',
      before: `valueMaps: {VM: {map: {A: X}}}
systems: {A: {}, B: {}}
reconciliations: {R1: {what: Stock agrees., uses: [VM]}}`,
      after: `valueMaps: {VM: {map: {A: X}}}
systems: {A: {}, B: {}}
reconciliations: {R1: {what: Stock agrees.}}`,
      expect: ['risky H reconciliation:R1 uses'],
    },
    {
      name: 'more often',
      before: `systems: {A: {}, B: {}}
reconciliations: {R1: {what: Stock agrees., every: 7 d}}`,
      after: `systems: {A: {}, B: {}}
reconciliations: {R1: {what: Stock agrees., every: 1 d}}`,
      expect: [],
    },
  ],
});
