import type { Change, Delta } from '../../diff/delta.ts';
import type { Json } from '../../language/canonical.ts';
import type { Verdict } from '../change-rule.ts';
import { defineChangeRule } from '../change-rule.ts';
import { claimsPath } from '../judging/claims.ts';
import { addedElement } from '../judging/whole-element.ts';
import { listed, named, shift } from '../judging/wording.ts';

/** Entries that may be added and edited; a change record that disappears is history lost and stays unclassified. */
const BOOKS = [
  { kinds: ['change', 'text'], paths: ['*', '*.*', '*.*.*'] },
  { kinds: ['project'], paths: ['package.version', 'glossary.*', 'numbering.pattern', 'numbering.numbers.*'] },
  { paths: ['formerIds'] },
] as const;
/** Entries that may only be added: what is promised of them must not be taken back silently. */
const PROMISES = [{ kinds: ['project'], paths: ['baselines.*', 'retired.*'] }] as const;

/** Reports what the process of change itself writes: change records, authored passages, version, baselines, numbers, glossary, retired ids. */
export const recordKeepingChanged = defineChangeRule({
  id: 'record-keeping-changed',
  family: 'model',
  judges: 'comparison',
  class: 'editorial',
  risk: undefined,
  evidence: [],
  approvers: { approve: [], inform: [] },
  purpose:
    'Reports what the process of change itself writes: change records, authored passages, version, baselines, numbers, glossary, retired ids.',
  why: 'It documents the change and changes nothing of the plant.',
  fix: 'Nothing to do; the passages are read where they are printed.',
  mirror: { self: true },
  core: false,
  claims: [
    { kinds: ['change', 'text'], paths: ['*', '*.*', '*.*.*'] },
    {
      kinds: ['project'],
      paths: ['package.version', 'baselines.*', 'retired.*', 'glossary.*', 'numbering.pattern', 'numbering.numbers.*'],
    },
    { paths: ['formerIds'] },
  ],
  check({ diff, changesOf }) {
    return diff.deltas.flatMap((delta) => {
      if (!isRecordKeeping(delta)) return [];
      if (delta.action !== 'changed' || delta.after.kind === 'project') return [verdict(delta)];
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
  if (delta.action === 'removed') return delta.before.kind === 'text';
  const { after, path, from } = delta;
  if (path[0] === 'title' || path[0] === 'description') return false;
  return claimsPath(BOOKS, after.kind, path) || (from === undefined && claimsPath(PROMISES, after.kind, path));
}

function verdict(delta: Delta): Verdict {
  if (delta.action === 'added') return { ...addedElement(delta.after), after: delta.after };
  if (delta.action === 'removed') return { what: `${named(delta.before)} was removed.`, before: delta.before };
  const { before, after, path, from, to } = delta;
  return { what: shift(`${named(after)}, ${path.join('.')}`, from, to), before, after, path, values: { from, to } };
}

/** An entry that was edited in several places is one finding. */
function entryVerdict(changes: readonly Change[], first: Change): Verdict {
  if (changes.length === 1) return verdict(first);
  const { before, after } = first;
  const places = [...new Set(changes.map(({ path }) => path[0] ?? ''))];
  const explains = changes.map(({ path }) => path.join('.'));
  return {
    what: `${named(after)} was edited: ${listed(places)}.`,
    before,
    after,
    values: { from: valuesOf(changes, 'from'), to: valuesOf(changes, 'to') },
    explains,
  };
}

function valuesOf(changes: readonly Change[], side: 'from' | 'to'): Json {
  return Object.fromEntries(
    changes.flatMap((change): readonly (readonly [string, Json])[] => {
      const value = change[side];
      return value === undefined ? [] : [[change.path.join('.'), value]];
    }),
  );
}
