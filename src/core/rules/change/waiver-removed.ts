import { defineChangeRule } from '../change-rule.ts';
import { removedElement } from '../judging/whole-element.ts';

/** Reports a waiver that is gone. */
export const waiverRemoved = defineChangeRule({
  id: 'waiver-removed',
  family: 'model',
  judges: 'element',
  class: 'compatible',
  risk: 'L',
  evidence: ['TRC'],
  approvers: { approve: ['QA'], inform: [] },
  purpose: 'Reports a waiver that is gone.',
  why: 'What it covered is an open finding again, where it still holds.',
  fix: 'Nothing to do where the finding is mended; else decide again.',
  mirror: { rule: 'waiver-added' },
  core: false,
  claims: [{ kinds: ['waiver'], action: 'removed' }],
  check: (element) => [removedElement(element)],
  examples: [
    {
      name: 'no longer accepted',
      before: `systems: {MES: {}}
waivers: {W-1: {rule: state-dead-end, element: MES, finding: "h1:0", reason: Known, expires: 2026-12-31}}`,
      after: `systems: {MES: {}}`,
      expect: ['compatible L waiver:W-1'],
    },
    {
      name: 'accepted for longer',
      before: `systems: {MES: {}}
waivers: {W-1: {rule: state-dead-end, element: MES, finding: "h1:0", reason: Known, expires: 2026-12-31}}`,
      after: `systems: {MES: {}}
waivers: {W-1: {rule: state-dead-end, element: MES, finding: "h1:0", reason: Known, expires: 2027-12-31}}`,
      expect: [],
    },
  ],
});
