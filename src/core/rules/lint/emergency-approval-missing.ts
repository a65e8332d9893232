import type { Element } from '../../model/element.ts';
import { defineLint } from '../lint-rule.ts';

/** Emergency changes that nobody has approved after the fact. */
export const emergencyApprovalMissing = defineLint({
  id: 'emergency-approval-missing',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'The record itself says that it was made before it was approved, and by when that must follow.',
  purpose: 'Reports an emergency change whose approval after the fact is overdue, or has no last day.',
  why: 'A change that was made before anybody approved it stays unapproved when nobody asks for it.',
  fix: 'Have it approved (`approved`), or say by which day it must be (`approveBy`).',
  reads: ['changes.emergency', 'changes.approveBy', 'changes.approved'],
  examples: [
    {
      name: 'overdue',
      spec: `
        changes: {CR-1: {reason: Pump failed, emergency: true, approveBy: 2026-03-01}}`,
      asOf: '2026-03-02',
      expect: [
        '1:67 error CR-1: CR-1 was made in an emergency and had to be approved by 2026-03-01; nobody has approved it.',
      ],
    },
    {
      name: 'no last day',
      spec: `
        changes: {CR-1: {reason: Pump failed, emergency: true}}`,
      asOf: '2026-03-02',
      expect: [
        '1:50 warning CR-1: CR-1 was made in an emergency; nobody has approved it, and it does not say by when that must be.',
      ],
    },
    {
      name: 'an approval of a later day is none yet',
      spec: `
        changes: {CR-1: {reason: Pump failed, emergency: true, approveBy: 2026-03-01, approved: {function: QA, name: A. Bell, date: 2026-03-05}}}`,
      asOf: '2026-03-02',
      expect: [
        '1:67 error CR-1: CR-1 was made in an emergency and had to be approved by 2026-03-01; nobody has approved it.',
      ],
    },
    {
      name: 'on the last day, and approved after the fact',
      spec: `
        changes:
          CR-1: {reason: Pump failed, emergency: true, approveBy: 2026-03-02}
          CR-2: {reason: Pump failed, emergency: true, approved: {function: QA, name: A. Bell, date: 2026-03-01}}`,
      asOf: '2026-03-02',
      expect: [],
    },
  ],
  *check({ model, asOf }) {
    for (const change of model.ofKind('change')) {
      const { emergency, approveBy } = change.attributes;
      if (emergency !== true || isApproved(change, asOf) || (approveBy !== undefined && approveBy >= asOf)) continue;
      yield approveBy === undefined
        ? {
            element: change,
            path: ['emergency'],
            message: `${change.id} was made in an emergency; nobody has approved it, and it does not say by when that must be.`,
            hint: 'Say in `approveBy` by which day it must be approved after the fact.',
            subject: 'no last day',
            severity: 'warning',
            stance: 'expectation',
          }
        : {
            element: change,
            path: ['approveBy'],
            message: `${change.id} was made in an emergency and had to be approved by ${approveBy}; nobody has approved it.`,
            hint: 'Have the board decide now, and record it in `approved` with where it was signed.',
            subject: approveBy,
          };
    }
  },
});

function isApproved({ attributes: { approved = [] } }: Element<'change'>, asOf: string): boolean {
  return approved.some(({ date }) => date <= asOf);
}
