import { defineChangeRule } from '../change-rule.ts';
import { items, without } from '../judging/values.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a waiver that holds longer, for something else, for another reason, with fewer controls, or by other approvals. */
export const waiverBroadened = defineChangeRule({
  id: 'waiver-broadened',
  family: 'model',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['RSK'],
  approvers: { approve: ['OPS', 'QA'], inform: [] },
  purpose:
    'Reports a waiver that holds longer, for something else, for another reason, with fewer controls, or by other approvals.',
  why: 'What was accepted for a time becomes permanent one date at a time; base still decides about this one.',
  fix: 'Decide again: a new waiver with a new approval.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [
    {
      kinds: ['waiver'],
      paths: ['expires', 'rule', 'element', 'finding', 'reason', 'compensating', 'requestedBy', 'approved'],
    },
  ],
  check({ after, path, from, to }) {
    const isNarrower =
      path[0] === 'expires'
        ? typeof from === 'string' && typeof to === 'string' && to < from
        : path[0] === 'compensating' && without(items(from), items(to)).length === 0;
    return isNarrower ? [] : [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }];
  },
  examples: [
    {
      name: 'for longer',
      before: `systems: {MES: {}, ERP: {}}
waivers: {W-1: {rule: state-dead-end, element: MES, finding: "h1:0", reason: Known, expires: 2026-06-30}}`,
      after: `systems: {MES: {}, ERP: {}}
waivers: {W-1: {rule: state-dead-end, element: MES, finding: "h1:0", reason: Known, expires: 2026-12-31}}`,
      expect: ['risky H waiver:W-1 expires'],
    },
    {
      name: 'for another reason, and by another person',
      before: `systems: {MES: {}, ERP: {}}
waivers: {W-1: {rule: state-dead-end, element: MES, finding: "h1:0", reason: Known, expires: 2026-06-30, approved: [{function: QA, name: A. Bell, date: 2026-02-01}]}}`,
      after: `systems: {MES: {}, ERP: {}}
waivers: {W-1: {rule: state-dead-end, element: MES, finding: "h1:0", reason: Rare, expires: 2026-06-30, approved: [{function: QA, name: C. Dunn, date: 2026-02-01}]}}`,
      expect: ['risky H waiver:W-1 approved', 'risky H waiver:W-1 reason'],
    },
    {
      name: 'without the control that holds meanwhile',
      before: `systems: {MES: {}, ERP: {}}
waivers: {W-1: {rule: state-dead-end, element: MES, finding: "h1:0", reason: Known, expires: 2026-06-30, compensating: [ERP]}}`,
      after: `systems: {MES: {}, ERP: {}}
waivers: {W-1: {rule: state-dead-end, element: MES, finding: "h1:0", reason: Known, expires: 2026-06-30}}`,
      expect: ['risky H waiver:W-1 compensating'],
    },
    {
      name: 'for less time, and with a control',
      before: `systems: {MES: {}, ERP: {}}
waivers: {W-1: {rule: state-dead-end, element: MES, finding: "h1:0", reason: Known, expires: 2026-06-30}}`,
      after: `systems: {MES: {}, ERP: {}}
waivers: {W-1: {rule: state-dead-end, element: MES, finding: "h1:0", reason: Known, expires: 2026-05-31, compensating: [ERP]}}`,
      expect: [],
    },
  ],
});
