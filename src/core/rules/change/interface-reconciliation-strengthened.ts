import { defineChangeRule } from '../change-rule.ts';
import { RECONCILING, reconciliationVerdicts } from '../judging/reconciliation.ts';

/** Reports a comparison of systems that is new, more frequent, more exact or about more. */
export const interfaceReconciliationStrengthened = defineChangeRule({
  id: 'interface-reconciliation-strengthened',
  family: 'interfaces',
  judges: 'comparison',
  class: 'compatible',
  risk: 'L',
  evidence: ['PQ-REC'],
  approvers: { approve: ['OPS'], inform: ['QA', 'IT'] },
  purpose: 'Reports a comparison of systems that is new, more frequent, more exact or about more.',
  why: 'It will show differences that are there already: plan who looks into them.',
  fix: 'Run it once before the change takes effect, and work off what it finds.',
  mirror: { rule: 'interface-reconciliation-weakened' },
  core: false,
  claims: RECONCILING,
  check: (context) => reconciliationVerdicts(context, 'stronger'),
  examples: [
    {
      name: 'more often and about more',
      before: `systems: {A: {}, B: {}}
reconciliations: {R1: {what: Stock agrees., every: 7 d, compares: [status]}}`,
      after: `systems: {A: {}, B: {}}
reconciliations: {R1: {what: Stock agrees., every: 1 d, compares: [quantity, status]}}`,
      expect: ['compatible L reconciliation:R1 compares', 'compatible L reconciliation:R1 every'],
    },
    {
      name: 'behind an interface that had none',
      before: `systems: {A: {}, B: {}}
reconciliations: {R1: {what: Stock agrees.}}
interfaces: {IF-1: {from: A, to: B}}`,
      after: `systems: {A: {}, B: {}}
reconciliations: {R1: {what: Stock agrees.}}
interfaces: {IF-1: {from: A, to: B, reconcile: R1}}`,
      expect: ['compatible L interface:IF-1 reconcile'],
    },
    {
      name: 'more exact',
      before: `systems: {A: {}, B: {}}
reconciliations: {R1: {what: Stock agrees., tolerance: 0.5 kg}}`,
      after: `systems: {A: {}, B: {}}
reconciliations: {R1: {what: Stock agrees.}}`,
      expect: ['compatible L reconciliation:R1 tolerance'],
    },
    {
      name: 'in another unit',
      before: `systems: {A: {}, B: {}}
reconciliations: {R1: {what: Stock agrees., tolerance: 0.5 kg}}`,
      after: `systems: {A: {}, B: {}}
reconciliations: {R1: {what: Stock agrees., tolerance: 400 g}}`,
      expect: [],
    },
  ],
});
