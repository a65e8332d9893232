import type { ChangeRecordFacts } from '../../core/documents/impact/change-record-facts.ts';
import type { ViewData } from '../view-data.ts';
import { capital, declared, joined } from './view-words.ts';

/** A change record, as section 1 prints it; what only an emergency change has is empty for all others. */
export function changeView(change: ChangeRecordFacts): ViewData {
  return {
    id: change.id,
    title: declared(change.title),
    reason: change.reason,
    requester: declared(change.requester),
    date: declared(change.date),
    emergency: change.emergency ? 'Yes: made before it was approved' : 'No',
    approveBy: approveByWords(change),
    approval: change.emergency ? capital(approvalWords(change)) : '',
    approvalTone: change.approval.whole ? 'plain' : 'high',
    window: declared(change.window),
    from: declared(change.from),
    touches: joined(change.touches, 'Not declared'),
    inFlight: change.inFlight.map(({ what, answer }) => ({ what, answer })),
    rollback: declared(change.rollback),
  };
}

/** What page 1 says of emergency changes, one sentence each. */
export function emergencyWords(changes: readonly ChangeRecordFacts[]): string {
  return changes
    .filter(({ emergency }) => emergency)
    .map((change) => {
      const day = change.approveBy === null ? 'no day for it is declared' : `to be done by ${change.approveBy}`;
      return `${change.id}, made before it was approved. Approval after the fact (${day}): ${approvalWords(change)}`;
    })
    .join(' ');
}

function approveByWords({ emergency, approveBy }: ChangeRecordFacts): string {
  if (approveBy !== null) return approveBy;
  return emergency ? 'NOT DECLARED: no day is set until which this change must be approved' : '';
}

/** Whether the record holds every approval that is wanted, and of whom none counts. */
function approvalWords({ approval }: ChangeRecordFacts): string {
  const { wanted, missing, whole, overdue, asOf } = approval;
  if (whole)
    return wanted.length === 0
      ? 'an approval is recorded; by rule nobody must decide.'
      : `the record names an approval of every function that must decide (${wanted.join(', ')}).`;
  const lacking =
    missing.length > 0
      ? `the record holds no approval that counts of ${missing.join(', ')}`
      : wanted.length === 0
        ? 'the record holds none'
        : `the record holds approvals of ${wanted.join(', ')}, but not each by a person of its own`;
  const late = overdue ? `; that day had passed when head was committed (${asOf ?? ''})` : '';
  const undated = asOf === null ? '; head has no commit, so no day is known by which one could count' : '';
  return `not approved: ${lacking}${late}${undated}.`;
}
