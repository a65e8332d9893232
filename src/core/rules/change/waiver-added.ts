import { defineChangeRule } from '../change-rule.ts';
import { addedElement } from '../judging/whole-element.ts';

/** Reports a new waiver. */
export const waiverAdded = defineChangeRule({
  id: 'waiver-added',
  family: 'model',
  judges: 'element',
  class: 'risky',
  risk: 'H',
  evidence: ['RSK'],
  approvers: { approve: ['OPS', 'QA'], inform: [] },
  purpose: 'Reports a new waiver.',
  why: 'It is an accepted deviation: it needs a reason, approvals, one finding and an end.',
  fix: 'Let the functions that the finding asks for approve it; a waiver that is a whole decision about a finding of the same change weighs M.',
  mirror: { rule: 'waiver-removed' },
  core: true,
  claims: [{ kinds: ['waiver'], action: 'added' }],
  check: (element) => [addedElement(element)],
  examples: [
    {
      name: 'accepted',
      before: `systems: {MES: {}}`,
      after: `systems: {MES: {}}
waivers: {W-1: {rule: state-dead-end, element: MES, finding: "h1:0", reason: Known, expires: 2026-12-31}}`,
      expect: ['risky H waiver:W-1'],
    },
    {
      name: 'no longer accepted',
      before: `systems: {MES: {}}
waivers: {W-1: {rule: state-dead-end, element: MES, finding: "h1:0", reason: Known, expires: 2026-12-31}}`,
      after: `systems: {MES: {}}`,
      expect: [],
    },
  ],
});
