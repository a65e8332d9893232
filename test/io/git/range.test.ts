import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/core/diagnostics/failure.ts';
import { parseRange, parseRevision } from '../../../src/io/git/range.ts';
import { nearestNames } from '../../../src/io/git/suggestions.ts';

const revision = (name: string, mayBeFolder = false) => ({ kind: 'revision', name, mayBeFolder });
const main = { kind: 'main' };

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof Failure && error.exitCode === 2) return error.code;
    throw error;
  }
  return 'no failure';
}

describe('a range', () => {
  it.each([
    [{ range: 'v1..v2' }, revision('v1'), revision('v2'), false],
    [{ range: 'v1...v2' }, revision('v1'), revision('v2'), true],
    [{ range: 'release/2.0' }, revision('release/2.0'), revision('HEAD'), true],
    [{}, main, revision('HEAD'), true],
    [{ range: '..v2' }, revision('HEAD'), revision('v2'), false],
    [{ range: 'v1..' }, revision('v1'), revision('HEAD'), false],
    [{ range: 'HEAD..WORKTREE' }, revision('HEAD'), { kind: 'worktree' }, false],
    [{ range: 'main...INDEX' }, revision('main'), { kind: 'index' }, true],
    [{ base: 'v1', head: 'v2' }, revision('v1', true), revision('v2', true), false],
    [{ base: 'v1' }, revision('v1', true), revision('HEAD'), false],
    [{ head: 'WORKTREE' }, main, { kind: 'worktree' }, true],
    [
      { base: 'dir:../old', head: 'dir:new' },
      { kind: 'folder', path: '../old' },
      { kind: 'folder', path: 'new' },
      false,
    ],
  ])('%j', (request, base, head, fromMergeBase) => {
    expect(parseRange(request)).toEqual({ base, head, fromMergeBase });
  });

  it.each([
    [{ range: 'a..b', head: 'c' }, 'range-given-twice'],
    [{ range: '..' }, 'range-invalid'],
    [{ range: 'a..b..c' }, 'range-invalid'],
    [{ range: 'WORKTREE' }, 'range-incomplete'],
    [{ range: '' }, 'revision-missing'],
    [{ range: 'dir:a..dir:b' }, 'folder-in-range'],
    [{ base: 'dir:' }, 'folder-missing'],
    [{ head: 'dir:x' }, 'base-missing'],
  ])('%j is refused', (request, code) => {
    expect(codeOf(() => parseRange(request))).toBe(code);
  });
});

describe('one revision', () => {
  it('is a commit, a special word or a folder, but no range', () => {
    expect(parseRevision('HEAD~1')).toEqual(revision('HEAD~1', true));
    expect(parseRevision('INDEX')).toEqual({ kind: 'index' });
    expect(codeOf(() => parseRevision('a..b'))).toBe('revision-is-range');
  });
});

describe('did you mean', () => {
  it('offers what is few typing errors away, and the same name on a server first', () => {
    expect(nearestNames('mian', ['main', 'master', 'origin/mian', 'v1'])).toEqual(['origin/mian']);
    expect(nearestNames('v1.0.1', ['v1.0.0', 'v1.1.1', 'v2.0.1', 'v3', 'cr-2041'])).toEqual([
      'v1.0.0',
      'v1.1.1',
      'v2.0.1',
    ]);
    expect(nearestNames('xyz', ['main'])).toEqual([]);
  });
});
