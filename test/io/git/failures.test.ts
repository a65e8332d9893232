import { chownSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gitEnvironment } from '../../../src/io/git/process.ts';
import {
  commitAll,
  failureOf,
  git,
  initRepository,
  projectFile,
  readOne,
  readRange,
  scratchFolder,
  texts,
  write,
} from './scratch-repository.ts';

const scratch = scratchFolder();

const CI_SNIPPET = `Fetch the whole history: git fetch --unshallow
In a GitHub workflow:
  - uses: actions/checkout@v4
    with:
      fetch-depth: 0
In .gitlab-ci.yml:
  variables:
    GIT_DEPTH: 0`;

function projectRepository(name: string, ...options: string[]): string {
  const folder = initRepository(scratch.path(name), ...options);
  write(folder, { 'countersign.yaml': projectFile('PLANT'), 'specs/a.yaml': 'a: 1\n' });
  return folder;
}

describe('where there is no git to ask', () => {
  it('a folder outside any repository', async () => {
    const folder = scratch.path('plain');
    write(folder, { 'countersign.yaml': projectFile('PLANT') });
    expect(await failureOf(readRange(folder, 'a..b'))).toEqual({
      exitCode: 4,
      code: 'not-a-git-repository',
      message: `${folder} is not inside a git repository.`,
      hint: 'Run git init and commit the specs, or compare two folders: --base dir:OLD --head dir:NEW.',
    });
    expect((await readOne(folder)).revision.identity.kind).toBe('folder');
  });

  it('a machine without git, where a folder can still be checked', async () => {
    const folder = projectRepository('no-git');
    // A program of that name in the repository itself must not be run.
    write(folder, { git: '#!/bin/sh\nexit 0\n' });
    const path = process.env['PATH'];
    try {
      for (const empty of ['', '.', scratch.path('nowhere')]) {
        process.env['PATH'] = empty;
        expect(await failureOf(readRange(folder, 'a..b'))).toEqual({
          exitCode: 2,
          code: 'git-not-found',
          message: 'The program git was not found on the search path (PATH).',
          hint: 'Install git 2.31 or newer, or compare two folders: --base dir:OLD --head dir:NEW.',
        });
      }
      expect(Object.keys(texts((await readOne(folder)).revision))).toEqual(['countersign.yaml', 'specs/a.yaml']);
    } finally {
      process.env['PATH'] = path;
    }
  });

  it.skipIf(process.getuid?.() !== 0)('a repository of another owner', async () => {
    const folder = projectRepository("another's");
    commitAll(folder, 'First');
    chownSync(folder, 12_345, 12_345);
    chownSync(join(folder, '.git'), 12_345, 12_345);
    expect(await failureOf(readOne(folder, 'HEAD'))).toEqual({
      exitCode: 4,
      code: 'repository-of-another-owner',
      message: `The repository at ${folder} belongs to another user, and git refuses to read it.`,
      hint: `If you trust it: git config --global --add safe.directory '${folder.replace("'", `'\\''`)}'`,
    });
  });

  it('a repository without any commit', async () => {
    const folder = projectRepository('unborn');
    const noCommits = {
      exitCode: 4,
      code: 'no-commits',
      message: 'This repository has no commit yet.',
      hint: 'Commit the specs first; countersign check reads them as they are.',
    };
    for (const range of [undefined, 'HEAD..WORKTREE', 'main', 'v1..v2']) {
      expect(await failureOf(readRange(folder, range === undefined ? {} : { range })), range).toEqual(noCommits);
    }
    const { revision } = await readOne(folder, 'WORKTREE');
    expect(revision.identity).toEqual({ label: 'head', kind: 'worktree', modified: true });
    expect(Object.keys(texts(revision))).toEqual(['countersign.yaml', 'specs/a.yaml']);
  });
});

describe('revisions that git cannot find', () => {
  it('unknown ones, with the nearest names', async () => {
    const folder = projectRepository('unknown');
    commitAll(folder, 'First');
    git(folder, ['tag', 'v1.0.0']);
    git(folder, ['branch', 'release/2026']);
    git(folder, ['update-ref', 'refs/remotes/origin/hotfix', 'HEAD']);
    expect(await failureOf(readRange(folder, 'v1.0.1..HEAD'))).toEqual({
      exitCode: 4,
      code: 'revision-unknown',
      message: 'There is no revision "v1.0.1" in this repository.',
      hint: 'Did you mean v1.0.0?',
    });
    expect((await failureOf(readOne(folder, 'relaese/2026'))).hint).toBe('Did you mean release/2026?');
    expect((await failureOf(readOne(folder, 'hotfix'))).hint).toBe('Did you mean origin/hotfix?');
    expect((await failureOf(readOne(folder, 'f'.repeat(40)))).hint).toBe(
      'See git branch --all and git tag; what is on a server only must be fetched first: git fetch --tags',
    );
  });

  it('the beginning of an id that several commits share', async () => {
    const folder = projectRepository('ambiguous');
    const first = commitAll(folder, 'First');
    // Of 1,500 commits, two share their first four digits for certain enough: the dates are fixed, so it is always the same two.
    const stream = Array.from({ length: 1500 }, (_, index) => {
      const from = index === 0 ? `from ${first}\n` : '';
      return `commit refs/heads/many\ncommitter A <a@b> ${1_800_000_000 + index} +0000\ndata 0\n${from}\n`;
    });
    git(folder, ['fast-import', '--quiet'], { input: stream.join('') });
    const ids = git(folder, ['rev-list', 'many'])
      .split('\n')
      .map((id) => id.slice(0, 4))
      .sort();
    const shared = ids.find((id, index) => ids[index + 1] === id) ?? '';
    const failure = await failureOf(readOne(folder, shared));
    expect(failure).toMatchObject({
      exitCode: 4,
      code: 'revision-ambiguous',
      message: `"${shared}" is the beginning of several commit ids.`,
    });
    const [intro, ...candidates] = failure.hint.split('\n');
    expect(intro).toBe('Write more digits of the id:');
    expect(candidates.length).toBeGreaterThanOrEqual(2);
    for (const candidate of candidates) expect(candidate.trim().startsWith(shared)).toBe(true);
  });

  it('histories that never met', async () => {
    const folder = projectRepository('unrelated');
    commitAll(folder, 'First');
    git(folder, ['checkout', '--quiet', '--orphan', 'other']);
    commitAll(folder, 'Other');
    expect(await failureOf(readRange(folder, 'main...other'))).toEqual({
      exitCode: 4,
      code: 'no-merge-base',
      message: 'main and other have no common ancestor.',
      hint: 'Compare them literally: main..other',
    });
    expect((await readRange(folder, 'main..other')).base.files.length).toBe(2);
  });

  it('branches that were merged into each other', async () => {
    const folder = projectRepository('criss-cross');
    commitAll(folder, 'First');
    const tree = git(folder, ['rev-parse', 'HEAD^{tree}']);
    const commit = (message: string, ...parents: string[]) =>
      git(folder, ['commit-tree', tree, '-m', message, ...parents.flatMap((parent) => ['-p', parent])]);
    const [a, b] = [commit('a', 'HEAD'), commit('b', 'HEAD')];
    git(folder, ['branch', 'left', commit('left', a, b)]);
    git(folder, ['branch', 'right', commit('right', b, a)]);
    const [one, two] = [a, b].sort().map((id) => id.slice(0, 12));
    expect(await failureOf(readRange(folder, 'left...right'))).toEqual({
      exitCode: 4,
      code: 'several-merge-bases',
      message: `left and right have 2 merge bases, since they were merged into each other: ${one}, ${two}.`,
      hint: `Choose the base yourself, for example: ${one}..right, or left..right for the literal difference.`,
    });
  });

  it('a merge base of what is no commit', async () => {
    const folder = projectRepository('no-commit-base');
    commitAll(folder, 'First');
    expect(await failureOf(readRange(folder, 'WORKTREE...HEAD'))).toMatchObject({ exitCode: 2, code: 'no-merge-base' });
  });
});

describe('clones that are not whole', () => {
  it('shallow: the missing base and the missing merge base come with what CI needs', async () => {
    const origin = projectRepository('deep');
    const first = commitAll(origin, 'First');
    git(origin, ['checkout', '--quiet', '-b', 'feature']);
    write(origin, { 'specs/b.yaml': 'b: 1\n' });
    commitAll(origin, 'Feature');
    git(origin, ['checkout', '--quiet', 'main']);
    write(origin, { 'specs/c.yaml': 'c: 1\n' });
    commitAll(origin, 'Main');
    const clone = scratch.path('shallow');
    git(origin, ['clone', '--quiet', '--depth=1', '--no-single-branch', '--branch=feature', `file://${origin}`, clone]);
    for (const base of ['v2', 'HEAD~1', first.slice(0, 12)]) {
      expect(await failureOf(readRange(clone, `${base}..HEAD`)), base).toEqual({
        exitCode: 4,
        code: 'shallow-clone',
        message: `"${base}" was not found, and this clone is shallow: older commits were not fetched.`,
        hint: CI_SNIPPET,
      });
    }
    expect(await failureOf(readRange(clone))).toEqual({
      exitCode: 4,
      code: 'shallow-clone',
      message: 'This clone is shallow: the commit where HEAD left origin/HEAD was not fetched.',
      hint: CI_SNIPPET,
    });
    git(clone, ['fetch', '--quiet', '--depth=2']);
    // Both sides are fetched down to where they parted: nothing that is missing could change the answer.
    expect((await readRange(clone)).base.identity.commit).toBe(first);
    git(clone, ['fetch', '--quiet', '--unshallow']);
    expect((await readRange(clone)).notices).toEqual([]);
    expect((await readRange(clone)).base.identity.commit).toBe(first);
  });

  it('shallow: the nearest merge base that was fetched is not taken for the true one', async () => {
    const { origin, early, late } = partedTwice('parted');
    const clone = scratch.path('parted-shallow');
    git(origin, ['clone', '--quiet', '--depth=3', '--no-single-branch', '--branch=feature', `file://${origin}`, clone]);
    expect(git(clone, ['merge-base', '--all', 'origin/main', 'feature'])).toBe(early);
    for (const range of ['origin/main...feature', 'origin/main...WORKTREE', 'origin/main']) {
      expect(await failureOf(readRange(clone, range)), range).toEqual({
        exitCode: 4,
        code: 'shallow-clone',
        message: `This clone is shallow: whether ${range.endsWith('feature') ? 'feature' : 'HEAD'} left origin/main at ${early.slice(0, 12)} or later cannot be told from the history that was fetched.`,
        hint: CI_SNIPPET,
      });
    }
    expect((await readRange(clone, 'origin/main..feature')).notices).toEqual([]);
    git(clone, ['fetch', '--quiet', '--unshallow']);
    expect((await readRange(clone, 'origin/main...feature')).base.identity.commit).toBe(late);
  });

  it('shallow: an ancestor of the other end is the merge base, however little was fetched', async () => {
    const { origin } = partedTwice('ancestor');
    const clone = scratch.path('ancestor-shallow');
    git(origin, ['clone', '--quiet', '--depth=2', '--branch=feature', `file://${origin}`, clone]);
    const { base } = await readRange(clone, 'HEAD~1...HEAD');
    expect(base.identity.commit).toBe(git(clone, ['rev-parse', 'HEAD~1']));
  });

  it('partial: a file that was not fetched stays unfetched', async () => {
    const origin = projectRepository('whole');
    git(origin, ['config', 'uploadpack.allowFilter', 'true']);
    git(origin, ['config', 'uploadpack.allowAnySHA1InWant', 'true']);
    commitAll(origin, 'First');
    for (const filter of ['blob:none', 'tree:0']) {
      const clone = scratch.path(`partial-${filter.replace(':', '-')}`);
      git(origin, ['clone', '--quiet', '--no-checkout', `--filter=${filter}`, `file://${origin}`, clone]);
      write(clone, { 'countersign.yaml': projectFile('PLANT') });
      const packs = () => readdirSync(join(clone, '.git/objects/pack'));
      const before = packs();
      const failure = await failureOf(readOne(clone, 'HEAD'));
      expect(failure).toMatchObject({
        exitCode: 4,
        code: 'partial-clone',
        hint: 'Fetch everything once with: git fetch --refetch --no-filter (git 2.36 or newer), or clone without --filter.',
      });
      expect(failure.message).toMatch(
        /^This is a partial clone and (object [0-9a-f]{12}|a folder of commit [0-9a-f]{12}) was not fetched; countersign does not use the network\.$/,
      );
      expect(packs()).toEqual(before);
      git(clone, ['fetch', '--quiet', '--refetch', '--no-filter']);
      expect(texts((await readOne(clone, 'HEAD')).revision)['specs/a.yaml']).toBe('a: 1\n');
    }
  });

  it('damaged: a file that should be there is not', async () => {
    const folder = projectRepository('damaged');
    commitAll(folder, 'First');
    const id = git(folder, ['rev-parse', 'HEAD:specs/a.yaml']);
    rmSync(join(folder, '.git/objects', id.slice(0, 2)), { recursive: true });
    expect(await failureOf(readOne(folder, 'HEAD'))).toEqual({
      exitCode: 4,
      code: 'object-missing',
      message: `The repository is damaged: object ${id.slice(0, 12)} is missing.`,
      hint: 'Run git fsck, or make a fresh clone.',
    });
  });
});

describe('the environment of git', () => {
  it('is small and closed: nothing of the user’s but what git needs to find itself', () => {
    const environment = gitEnvironment({
      PATH: '/usr/bin',
      HOME: '/home/ana',
      GIT_DIR: '/elsewhere/.git',
      GIT_EDITOR: 'vi',
      GIT_ALLOW_PROTOCOL: 'https',
      LC_ALL: 'de_DE.UTF-8',
      LD_PRELOAD: 'x.so',
    });
    expect(environment).toEqual({
      PATH: '/usr/bin',
      HOME: '/home/ana',
      LC_ALL: 'C',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_NO_REPLACE_OBJECTS: '1',
      GIT_GRAFT_FILE: '/dev/null/none',
      GIT_TERMINAL_PROMPT: '0',
      GIT_NO_LAZY_FETCH: '1',
      GIT_ALLOW_PROTOCOL: 'none',
      GIT_PAGER: 'cat',
    });
  });

  it('does not lead to another repository, as it would inside a hook', async () => {
    const folder = projectRepository('hooked');
    const commit = commitAll(folder, 'First');
    mkdirSync(scratch.path('elsewhere'));
    process.env['GIT_DIR'] = scratch.path('elsewhere');
    try {
      expect((await readOne(folder, 'HEAD')).revision.identity.commit).toBe(commit);
    } finally {
      delete process.env['GIT_DIR'];
    }
  });
});

/** Two branches that parted at `late`, each of which also merged a branch that left the older `early`. */
function partedTwice(name: string): { readonly origin: string; readonly early: string; readonly late: string } {
  const origin = projectRepository(name);
  const early = commitAll(origin, 'Early');
  const late = commitAll(origin, 'Late');
  for (const branch of ['main', 'feature']) {
    git(origin, ['checkout', '--quiet', '-B', branch, late]);
    for (const step of [1, 2, 3]) commitAll(origin, `${branch} ${step}`);
    git(origin, ['checkout', '--quiet', '-b', `${branch}-side`, early]);
    commitAll(origin, `${branch} side`);
    git(origin, ['checkout', '--quiet', branch]);
    git(origin, ['merge', '--quiet', '--no-ff', '-m', `${branch} merged`, `${branch}-side`]);
  }
  return { origin, early, late };
}
