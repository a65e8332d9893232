import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a process step that comes after other steps than before. */
export const processStepReordered = defineChangeRule({
  id: 'process-step-reordered',
  family: 'process',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['PQ-E2E', 'OQ-NEG'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a process step that comes after other steps than before.',
  why: 'An order that is enforced is itself a control.',
  fix: 'Show that nothing is done before what it rests on.',
  mirror: { self: true },
  core: true,
  claims: [{ kinds: ['step'], paths: ['after'] }],
  check: ({ after, path, from, to }) => [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }],
  examples: [
    {
      name: 'no longer after the receipt',
      before: `systems: {MES: {}, QMS: {}}
roles: {OP: {}, QA: {}}
steps: {PS-1: {title: Receive}, PS-2: {title: Inspect, after: [PS-1]}}`,
      after: `systems: {MES: {}, QMS: {}}
roles: {OP: {}, QA: {}}
steps: {PS-1: {title: Receive}, PS-2: {title: Inspect}}`,
      expect: ['risky H step:PS-2 after'],
    },
    {
      name: 'the step before has another name',
      before: `systems: {MES: {}, QMS: {}}
roles: {OP: {}, QA: {}}
steps: {PS-1: {title: Receive}, PS-2: {title: Inspect, after: [PS-1]}}`,
      after: `systems: {MES: {}, QMS: {}}
roles: {OP: {}, QA: {}}
steps: {PS-01: {title: Receive, formerIds: [PS-1]}, PS-2: {title: Inspect, after: [PS-01]}}`,
      expect: [],
    },
  ],
});
