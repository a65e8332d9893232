import type { Delta } from '../../diff/delta.ts';
import { defineChangeRule } from '../change-rule.ts';
import { claimsPath } from '../judging/claims.ts';
import { entryVerdict, recordVerdict } from '../judging/record-entries.ts';

/** What people decided, answered or disposed of in a change record that base has already. */
const DECISIONS = [
  {
    kinds: ['change'],
    paths: ['approved', 'answers.*', 'answers.*.*', 'inFlight.*', 'impacts.*', 'emergency', 'approveBy'],
  },
] as const;

/** Reports an edit of what was decided: approvals, answers and dispositions of a change record, a passage that goes, a new baseline. */
export const approvalRecordChanged = defineChangeRule({
  id: 'approval-record-changed',
  family: 'model',
  judges: 'comparison',
  class: 'risky',
  risk: 'M',
  evidence: ['DOC'],
  approvers: { approve: ['QA'], inform: ['OPS', 'IT'] },
  purpose:
    'Reports an edit of what was decided: approvals, answers and dispositions of a change record, a passage that goes, a new baseline.',
  why: 'It declares what was decided or approved, and later comparisons and documents go by it.',
  fix: 'Have the quality unit confirm that it was decided so, and where that is signed.',
  mirror: {
    elsewhere:
      'An answer that is taken back is approval-record-changed again, a version that is approved no more baseline-changed, and a passage that comes back record-keeping-changed.',
  },
  core: true,
  claims: [...DECISIONS, { kinds: ['project'], paths: ['baselines.*'] }],
  check({ diff, changesOf }) {
    return diff.deltas.flatMap((delta) => {
      if (isDecision(delta) && delta.action === 'changed') {
        const changes = changesOf(delta.after).filter(isDecision);
        return changes[0] === delta ? [entryVerdict(changes, delta)] : [];
      }
      return isGonePassage(delta) || isNewBaseline(delta) ? [recordVerdict(delta)] : [];
    });
  },
  examples: [
    {
      name: 'another answer about records in flight, in a record that exists',
      before: `changes: {CR-1: {reason: Split, inFlight: {NCR.Open: Closed first}}}`,
      after: `changes: {CR-1: {reason: Split, inFlight: {NCR.Open: Stays}, impacts: {IF-1: Not affected}}}`,
      expect: ['risky M change:CR-1'],
    },
    {
      name: 'no emergency any more, so that nobody has to approve it after the fact',
      before: `changes: {CR-1: {reason: Pump failed, emergency: true, approveBy: 2026-03-31}}`,
      after: `changes: {CR-1: {reason: Pump failed}}`,
      expect: ['risky M change:CR-1'],
    },
    {
      name: 'a version declared approved',
      before: `package: {id: EX, title: Example, version: "1"}`,
      after: `package: {id: EX, title: Example, version: "1"}
baselines: {"1.0.0": {commit: 0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c}}`,
      expect: ['risky M project:project baselines.1.0.0'],
    },
    {
      name: 'a passage is gone',
      before: `texts: {T-1: {document: IA, section: scope, text: Known limits.}}`,
      after: `systems: {A: {}}`,
      expect: ['risky M text:T-1'],
    },
    {
      name: 'a new record with its answers, and another reason in an old one',
      before: `changes: {CR-1: {reason: Split}}`,
      after: `changes: {CR-1: {reason: Split the status}, CR-2: {reason: Merge, inFlight: {NCR.Open: Stays}}}`,
      expect: [],
    },
  ],
});

function isDecision(delta: Delta): boolean {
  return delta.action === 'changed' && claimsPath(DECISIONS, delta.after.kind, delta.path);
}

function isGonePassage(delta: Delta): boolean {
  return delta.action === 'removed' && delta.before.kind === 'text';
}

/** A baseline that is there already and says something else now is a promise taken back: baseline-changed. */
function isNewBaseline(delta: Delta): boolean {
  return (
    delta.action === 'changed' &&
    delta.after.kind === 'project' &&
    delta.path[0] === 'baselines' &&
    delta.path.length === 2 &&
    delta.from === undefined
  );
}
