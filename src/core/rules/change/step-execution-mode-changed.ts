import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a process step that is performed in another way, or by other roles. */
export const stepExecutionModeChanged = defineChangeRule({
  id: 'step-execution-mode-changed',
  family: 'process',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-TRN', 'PQ-E2E', 'DOC'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a process step that is performed in another way, or by other roles.',
  why: 'It moves the responsibility between person and system, or from one person to another.',
  fix: 'Train those who perform it now, and show that the check is still made.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['step'], paths: ['mode', 'roles'] }],
  check: ({ after, path, from, to }) => [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }],
  examples: [
    {
      name: 'without a second person',
      before: `systems: {MES: {}, QMS: {}}
roles: {OP: {}, QA: {}}
steps: {PS-1: {title: Receive}, PS-2: {title: Inspect, mode: By two persons}}`,
      after: `systems: {MES: {}, QMS: {}}
roles: {OP: {}, QA: {}}
steps: {PS-1: {title: Receive}, PS-2: {title: Inspect, mode: By one person}}`,
      expect: ['risky H step:PS-2 mode'],
    },
    {
      name: 'by somebody else',
      before: `systems: {MES: {}, QMS: {}}
roles: {OP: {}, QA: {}}
steps: {PS-1: {title: Receive}, PS-2: {title: Inspect, roles: [QA]}}`,
      after: `systems: {MES: {}, QMS: {}}
roles: {OP: {}, QA: {}}
steps: {PS-1: {title: Receive}, PS-2: {title: Inspect, roles: [OP]}}`,
      expect: ['risky H step:PS-2 roles'],
    },
    {
      name: 'in another system',
      before: `systems: {MES: {}, QMS: {}}
roles: {OP: {}, QA: {}}
steps: {PS-1: {title: Receive}, PS-2: {title: Inspect, mode: By hand, collects: [MES]}}`,
      after: `systems: {MES: {}, QMS: {}}
roles: {OP: {}, QA: {}}
steps: {PS-1: {title: Receive}, PS-2: {title: Inspect, mode: By hand, collects: [QMS]}}`,
      expect: [],
    },
  ],
});
