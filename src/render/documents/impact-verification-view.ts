import type { VerificationFacts } from '../../core/documents/impact/verification.ts';
import type { ViewData } from '../view-data.ts';
import { testIds } from './test-ids.ts';
import { capital, elementWords, grouped, number } from './view-words.ts';

/** Section 14 and the appendix with every selected test. */
export function verificationView(facts: VerificationFacts): ViewData {
  const { totals } = facts;
  return {
    totals: [
      ['New: to be written and run', totals.new],
      ['Re-author: script changed, to be approved and run again', totals.reAuthor],
      ['Re-run: script unchanged, something it rests on changed or is reached', totals.reRun],
      ['Not affected: left out, with reason', totals.notAffected],
      ['Retired: what it showed is no longer specified', totals.retired],
    ].map(([label, count], index) => ({ ref: `V-0${index + 1}`, label: `${label}`, count: grouped(Number(count)) })),
    byElement: facts.byElement.map((row) => ({
      ref: row.ref,
      phase: row.phase,
      element: row.element.includes(':') ? elementWords(row.element) : row.element,
      new: `${row.new}`,
      reAuthor: `${row.reAuthor}`,
      reRun: `${row.reRun}`,
      notAffected: `${row.notAffected}`,
      retired: `${row.retired}`,
    })),
    selected: facts.selected.map(({ id, title, status, reason }) => ({
      id,
      title,
      status: capital(status),
      reason: capital(reason),
    })),
    exclusions: facts.exclusions.map(({ ref, status, reason, ids }) => ({
      ref,
      status: capital(status.replace('-', ' ')),
      reason: `${capital(reason).replace(/\.$/, '')}.`,
      count: number(ids.length, 'case or check', 'cases and checks'),
      ids: testIds(ids).join('; '),
    })),
    evidence: facts.evidence.map(({ code, asked }) => ({ code, asked: asked.join(', ') })),
  };
}
