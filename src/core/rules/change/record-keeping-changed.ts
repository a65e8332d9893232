import type { Delta } from '../../diff/delta.ts';
import { defineChangeRule } from '../change-rule.ts';
import { claimsPath } from '../judging/claims.ts';
import { falseClaims } from '../judging/false-claims.ts';
import { entryVerdict, recordVerdict } from '../judging/record-entries.ts';

/** Entries that may be added and edited, decisions apart; a record that disappears is history lost and not reported here. */
const BOOKS = [
  { kinds: ['change', 'text'], paths: ['*', '*.*', '*.*.*'] },
  { kinds: ['project'], paths: ['package.version', 'glossary.*', 'numbering.pattern', 'numbering.numbers.*'] },
  { paths: ['formerIds'] },
] as const;
/** Entries that may only be added: what is promised of them must not be taken back silently. */
const PROMISES = [{ kinds: ['project'], paths: ['retired.*'] }] as const;
/** What somebody decided or declared of a change: see approval-record-changed. */
const DECISIONS: ReadonlySet<string> = new Set([
  'approved',
  'answers',
  'inFlight',
  'impacts',
  'emergency',
  'approveBy',
]);

/** Reports what the process of change itself writes: change records, authored passages, version, numbers, glossary, retired ids. */
export const recordKeepingChanged = defineChangeRule({
  id: 'record-keeping-changed',
  family: 'model',
  judges: 'comparison',
  class: 'editorial',
  risk: undefined,
  evidence: [],
  approvers: { approve: [], inform: [] },
  purpose:
    'Reports what the process of change itself writes: change records, authored passages, version, numbers, glossary, retired ids.',
  why: 'It documents the change and changes nothing of the plant.',
  fix: 'Nothing to do; the passages are read where they are printed.',
  mirror: { self: true },
  core: false,
  claims: [
    { kinds: ['change', 'text'], paths: ['*', '*.*', '*.*.*'] },
    {
      kinds: ['project'],
      paths: ['package.version', 'retired.*', 'glossary.*', 'numbering.pattern', 'numbering.numbers.*'],
    },
    { paths: ['formerIds'] },
  ],
  check(context) {
    const { diff, changesOf } = context;
    const wrong = new Set(falseClaims(context).map(({ after }) => after.key));
    return diff.deltas.flatMap((delta) => {
      if (!isRecordKeeping(delta)) return [];
      if (delta.action === 'changed' && delta.path[0] === 'formerIds' && wrong.has(delta.after.key)) return [];
      if (delta.action !== 'changed' || delta.after.kind === 'project') return [recordVerdict(delta)];
      const changes = changesOf(delta.after).filter(isRecordKeeping);
      return changes[0] === delta ? [entryVerdict(changes, delta)] : [];
    });
  },
  examples: [
    {
      name: 'change record and version',
      before: `package: {id: EX, title: Example, version: "1"}`,
      after: `package: {id: EX, title: Example, version: "2"}
changes: {CR-1: {reason: Split the status}}`,
      expect: ['editorial change:CR-1', 'editorial project:project package.version'],
    },
    {
      name: 'one record edited in two places',
      before: `changes: {CR-1: {reason: Split}}`,
      after: `changes: {CR-1: {reason: Split the status, rollback: None}}`,
      expect: ['editorial change:CR-1'],
    },
    {
      name: 'what was decided of a change',
      before: `changes: {CR-1: {reason: Split, inFlight: {NCR.Open: Closed first}}}`,
      after: `changes: {CR-1: {reason: Split, inFlight: {NCR.Open: Stays}}}`,
      expect: [],
    },
    {
      name: 'a retired id comes back',
      before: `retired: {OLD: replaced}
systems: {MES: {}}`,
      after: `systems: {MES: {}}`,
      expect: [],
    },
    {
      name: 'a waiver',
      before: `systems: {MES: {}}`,
      after: `systems: {MES: {}}
waivers: {W-1: {rule: state-dead-end, element: MES, finding: "h1:0", reason: Known, expires: 2026-12-31}}`,
      expect: [],
    },
  ],
});

function isRecordKeeping(delta: Delta): boolean {
  if (delta.action === 'added') return delta.after.kind === 'change' || delta.after.kind === 'text';
  if (delta.action === 'removed') return false;
  const { after, path, from } = delta;
  if (after.kind === 'change' && DECISIONS.has(path[0] ?? '')) return false;
  if (path[0] === 'title' || path[0] === 'description') return false;
  return claimsPath(BOOKS, after.kind, path) || (from === undefined && claimsPath(PROMISES, after.kind, path));
}
