import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a process step that uses other systems, transitions, interfaces, documents or outputs. */
export const stepBindingChanged = defineChangeRule({
  id: 'step-binding-changed',
  family: 'process',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['PQ-E2E', 'TRC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a process step that uses other systems, transitions, interfaces, documents or outputs.',
  why: 'The chain of evidence of the step leads elsewhere.',
  fix: 'Follow one record through the step, from capture to review and audit.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['step'], paths: ['elements', 'collects', 'review', 'release', 'audit', 'documents', 'outputs'] }],
  check: ({ after, path, from, to }) => [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }],
  examples: [
    {
      name: 'data are captured in another system',
      before: `systems: {MES: {}, QMS: {}}
roles: {OP: {}, QA: {}}
steps: {PS-1: {title: Receive}, PS-2: {title: Inspect, collects: [MES]}}`,
      after: `systems: {MES: {}, QMS: {}}
roles: {OP: {}, QA: {}}
steps: {PS-1: {title: Receive}, PS-2: {title: Inspect, collects: [QMS]}}`,
      expect: ['risky M step:PS-2 collects'],
    },
    {
      name: 'performed by another role',
      before: `systems: {MES: {}, QMS: {}}
roles: {OP: {}, QA: {}}
steps: {PS-1: {title: Receive}, PS-2: {title: Inspect, collects: [MES], roles: [QA]}}`,
      after: `systems: {MES: {}, QMS: {}}
roles: {OP: {}, QA: {}}
steps: {PS-1: {title: Receive}, PS-2: {title: Inspect, collects: [MES], roles: [OP]}}`,
      expect: [],
    },
  ],
});
