import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openRevisionSource } from '../../../src/io/git-source.ts';
import {
  commitAll,
  countingGit,
  failureOf,
  fingerprint,
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

/** v1 (tag), then v2 on the branch `feature/hold` and another commit on `main`. */
function branchedRepository(name: string): { folder: string; v1: string; v2: string; onMain: string } {
  const folder = initRepository(scratch.path(name));
  write(folder, {
    'countersign.yaml': projectFile('PLANT'),
    'specs/roles.yaml': 'roles: {}\n',
    'README.md': 'not a spec\n',
  });
  const v1 = commitAll(folder, 'First  version\nsecond line of the subject\n\nBody.', '2026-01-05T23:30:00-05:00');
  git(folder, ['tag', '-a', 'v1.0.0', '-m', 'annotated']);
  git(folder, ['checkout', '--quiet', '-b', 'feature/hold']);
  write(folder, { 'specs/hold/states.yaml': 'lifecycles: {}\n' });
  const v2 = commitAll(folder, 'Hold');
  git(folder, ['checkout', '--quiet', 'main']);
  write(folder, { 'specs/roles.yaml': 'roles: {QA: {}}\n' });
  const onMain = commitAll(folder, 'Roles');
  git(folder, ['checkout', '--quiet', 'feature/hold']);
  return { folder, v1, v2, onMain };
}

describe('a range of commits', () => {
  it('hands over both revisions with the facts of their commits, byte for byte', async () => {
    const { folder, v1, v2 } = branchedRepository('facts');
    const { base, head, notices, diagnostics } = await readRange(folder, 'v1.0.0..feature/hold');
    expect(base.identity).toEqual({
      label: 'base',
      kind: 'commit',
      commit: v1,
      tree: git(folder, ['rev-parse', `${v1}^{tree}`]),
      instant: '2026-01-06T04:30:00Z',
      author: 'Ana Weiß',
      subject: 'First  version second line of the subject',
      modified: false,
    });
    expect(head.identity).toMatchObject({
      label: 'head',
      commit: v2,
      instant: '2026-03-02T08:00:00Z',
      subject: 'Hold',
    });
    expect(base.files.map(({ file, revision, contentId }) => ({ file, revision, contentId }))).toEqual([
      { file: 'countersign.yaml', revision: 'base', contentId: git(folder, ['rev-parse', 'v1.0.0:countersign.yaml']) },
      { file: 'specs/roles.yaml', revision: 'base', contentId: git(folder, ['rev-parse', 'v1.0.0:specs/roles.yaml']) },
    ]);
    expect(texts(head)).toEqual({
      'countersign.yaml': projectFile('PLANT'),
      'specs/hold/states.yaml': 'lifecycles: {}\n',
      'specs/roles.yaml': 'roles: {}\n',
    });
    expect({ notices, diagnostics }).toEqual({ notices: [], diagnostics: [] });
  });

  it('tells A..B from A...B, and takes the main branch where nothing is said', async () => {
    const { folder, v1, v2, onMain } = branchedRepository('dots');
    const commits = async (request?: Parameters<typeof readRange>[1]) => {
      const { base, head } = await readRange(folder, request);
      return [base.identity.commit, head.identity.commit];
    };
    expect(await commits('main..feature/hold')).toEqual([onMain, v2]);
    expect(await commits('main...feature/hold')).toEqual([v1, v2]);
    expect(await commits('main')).toEqual([v1, v2]);
    expect(await commits()).toEqual([v1, v2]);
    expect(await commits({ base: 'main', head: 'HEAD~1' })).toEqual([onMain, v1]);
    expect(await commits({ base: 'main' })).toEqual([onMain, v2]);
    expect(await commits(`${v1.slice(0, 10)}..${v2}`)).toEqual([v1, v2]);
  });

  it('prefers what origin/HEAD points to, then main, then master', async () => {
    const { folder, v1, onMain } = branchedRepository('main-branch');
    git(folder, ['checkout', '--quiet', '-b', 'work', 'main']);
    git(folder, ['branch', '-m', 'main', 'master']);
    const base = async () => (await readRange(folder)).base.identity.commit;
    expect(await base()).toBe(onMain);
    git(folder, ['update-ref', 'refs/remotes/origin/trunk', v1]);
    git(folder, ['symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk']);
    expect(await base()).toBe(v1);
    git(folder, ['symbolic-ref', '-d', 'refs/remotes/origin/HEAD']);
    git(folder, ['branch', '-m', 'master', 'elsewhere']);
    expect(await failureOf(readRange(folder))).toMatchObject({ exitCode: 4, code: 'no-main-branch' });
  });

  it('resolves an upstream branch, and says so when there is none', async () => {
    const { folder, onMain } = branchedRepository('upstream');
    expect(await failureOf(readRange(folder, '@{upstream}..HEAD'))).toEqual({
      exitCode: 4,
      code: 'revision-unknown',
      message: '"@{upstream}" cannot be resolved: no upstream configured for branch \'feature/hold\'.',
      hint: 'Name the branch or commit itself.',
    });
    git(folder, ['branch', '--set-upstream-to=main']);
    expect((await readRange(folder, '@{upstream}..HEAD')).base.identity.commit).toBe(onMain);
  });

  it('says when both ends are one commit, and when a name is a tag and a branch', async () => {
    const { folder, v1, onMain } = branchedRepository('same');
    git(folder, ['branch', 'v1.0.0', 'main']);
    const { base, notices } = await readRange(folder, 'v1.0.0..HEAD~1');
    expect(base.identity.commit).toBe(v1);
    expect(onMain).not.toBe(v1);
    expect(notices).toEqual([
      `"v1.0.0" names more than one thing (a tag and a branch?); git took commit ${v1.slice(0, 12)}.`,
      `Base and head are the same commit ${v1.slice(0, 12)}: nothing can differ.`,
    ]);
  });

  it('lists the commits between that touch the project, newest first', async () => {
    const { folder, v2 } = branchedRepository('commits');
    write(folder, { 'specs/b.yaml': 'b: 1\n' });
    const third = commitAll(folder, 'Third\tthing', '2026-03-03T00:00:00Z');
    const source = await openRevisionSource({ cwd: folder });
    const { base, head } = await source.readRange({ range: 'v1.0.0..HEAD' });
    expect(await source.listCommits(base.identity, head.identity)).toEqual({
      commits: [
        { commit: third, author: 'Ana Weiß', instant: '2026-03-03T00:00:00Z', subject: 'Third thing' },
        { commit: v2, author: 'Ana Weiß', instant: '2026-03-02T08:00:00Z', subject: 'Hold' },
      ],
      truncated: false,
    });
  });

  it('bounds that list', async () => {
    const folder = initRepository(scratch.path('many-commits'));
    write(folder, { 'countersign.yaml': projectFile('PLANT') });
    const first = commitAll(folder, 'First');
    const stream = Array.from({ length: 205 }, (_, index) => {
      const from = index === 0 ? `from ${first}\n` : '';
      return `commit refs/heads/main\ncommitter A <a@b> ${1_800_000_000 + index} +0000\ndata 2\n#${index % 10}\n${from}\n`;
    });
    git(folder, ['fast-import', '--quiet'], { input: stream.join('') });
    const source = await openRevisionSource({ cwd: folder });
    const { base, head } = await source.readRange({ range: `${first}..main` });
    const { calls, result } = await countingGit(scratch.path('count-list'), () =>
      source.listCommits(base.identity, head.identity),
    );
    expect({ calls: calls.length, commits: result.commits.length, truncated: result.truncated }).toEqual({
      calls: 1,
      commits: 200,
      truncated: true,
    });
  });
});

describe('the working tree and the index', () => {
  it('are read as they are, and are modified only when project files differ', async () => {
    const { folder, v2 } = branchedRepository('worktree');
    write(folder, {
      '.gitignore': 'specs/scratch.yaml\n',
      'specs/scratch.yaml': 'ignored: 1\n',
      'README.md': 'changed\n',
    });
    const clean = await readRange(folder, 'HEAD..WORKTREE');
    expect(clean.head.identity).toMatchObject({
      kind: 'worktree',
      commit: v2,
      modified: false,
      instant: '2026-03-02T08:00:00Z',
    });
    expect(texts(clean.head)).toEqual(texts(clean.base));

    write(folder, { 'specs/new.yaml': 'new: 1\n' });
    const dirty = await readOne(folder, 'WORKTREE');
    expect(dirty.revision.identity).toMatchObject({ kind: 'worktree', commit: v2, modified: true });
    expect(dirty.revision.files.map(({ file }) => file)).toEqual([
      'countersign.yaml',
      'specs/hold/states.yaml',
      'specs/new.yaml',
      'specs/roles.yaml',
    ]);
    expect(dirty.revision.files[2]?.contentId).toBe(git(folder, ['hash-object', dirty.revision.files[2]?.file ?? '']));
    expect((await readOne(folder, 'INDEX')).revision.identity).toMatchObject({
      kind: 'index',
      commit: v2,
      modified: false,
    });

    git(folder, ['add', 'specs/new.yaml']);
    rmSync(join(folder, 'specs/new.yaml'));
    const index = await readOne(folder, 'INDEX');
    expect(index.revision.identity.modified).toBe(true);
    expect(texts(index.revision)['specs/new.yaml']).toBe('new: 1\n');
    expect((await readOne(folder, 'WORKTREE')).revision.identity.modified).toBe(false);
    rmSync(join(folder, 'specs/roles.yaml'));
    expect((await readOne(folder, 'WORKTREE')).revision.identity.modified).toBe(true);
  });

  it('are not included where HEAD is compared, which is said', async () => {
    const { folder, v2 } = branchedRepository('notice');
    write(folder, { 'specs/roles.yaml': 'roles: {IT: {}}\n', 'specs/more.yaml': 'x: 1\n' });
    const { head, notices } = await readRange(folder, 'main');
    expect(head.identity).toMatchObject({ commit: v2, modified: false });
    expect(notices).toEqual([
      '2 project files are modified and not included, since HEAD is compared (main...WORKTREE includes them).',
    ]);
    expect((await readRange(folder, 'v1.0.0..HEAD')).notices).toEqual([
      '2 project files are modified and not included, since HEAD is compared (v1.0.0..WORKTREE includes them).',
    ]);
    expect((await readRange(folder, 'v1.0.0..feature/hold')).notices).toEqual([]);
  });

  it('see a change that git was told to overlook', async () => {
    const { folder } = branchedRepository('overlooked');
    git(folder, ['update-index', '--assume-unchanged', 'specs/roles.yaml']);
    write(folder, { 'specs/roles.yaml': 'roles: {X: {}}\n' });
    expect(git(folder, ['status', '--porcelain'])).toBe('');
    expect((await readOne(folder, 'WORKTREE')).revision.identity.modified).toBe(true);
  });

  it('take CRLF for LF exactly where git does', async () => {
    const { folder } = branchedRepository('line-ends');
    write(folder, { 'specs/roles.yaml': 'roles: {}\r\n' });
    const modified = async () => (await readOne(folder, 'WORKTREE')).revision.identity.modified;
    expect(await modified()).toBe(true);
    git(folder, ['config', 'core.autocrlf', 'true']);
    expect(await modified()).toBe(false);
    write(folder, { '.gitattributes': '*.yaml -text\n' });
    expect(await modified()).toBe(true);
    git(folder, ['config', '--unset', 'core.autocrlf']);
    write(folder, { '.gitattributes': '*.yaml text=auto\n' });
    expect(await modified()).toBe(false);
  });

  it.each(['sha1', 'sha256'])('have the ids of the blobs that they were committed as (%s)', async (format) => {
    const folder = initRepository(scratch.path(`ids-${format}`), `--object-format=${format}`);
    write(folder, {
      '.gitattributes': '*.yaml text=auto\nspecs/kept.yaml -text\n',
      'countersign.yaml': projectFile('IDS'),
      'specs/a.yaml': 'roles: {}\n',
      'specs/kept.yaml': 'units: {}\r\n',
    });
    commitAll(folder, 'First');
    write(folder, { 'specs/a.yaml': 'roles: {}\r\n' });
    const ids = async (revision: string) =>
      Object.fromEntries(
        (await readOne(folder, revision)).revision.files.map(({ file, contentId }) => [file, contentId]),
      );
    const committed = await ids('HEAD');
    expect(Object.keys(committed)).toEqual(['countersign.yaml', 'specs/a.yaml', 'specs/kept.yaml']);
    expect(await ids('WORKTREE')).toEqual(committed);
    expect(await ids('INDEX')).toEqual(committed);
    write(folder, { '.gitattributes': '*.yaml -text\n' });
    expect(await ids('WORKTREE')).toEqual({
      ...committed,
      'specs/a.yaml': git(folder, ['hash-object', 'specs/a.yaml']),
    });
  });

  it('name the files that a sparse checkout leaves out', async () => {
    const { folder } = branchedRepository('sparse');
    git(folder, ['sparse-checkout', 'set', '--no-cone', '/*', '!/specs/hold/']);
    const { revision, diagnostics } = await readOne(folder, 'WORKTREE');
    expect(diagnostics).toMatchObject([
      { ruleId: 'file-not-checked-out', severity: 'error', at: { file: 'specs/hold/states.yaml' } },
    ]);
    expect(revision.identity.modified).toBe(false);
  });

  it('refuse an index in the middle of a merge', async () => {
    const { folder } = branchedRepository('merge');
    write(folder, { 'specs/roles.yaml': 'roles: {other: {}}\n' });
    commitAll(folder, 'Conflict');
    expect(() => git(folder, ['merge', 'main'])).toThrow('git merge main');
    expect(await failureOf(readOne(folder, 'INDEX'))).toMatchObject({ exitCode: 4, code: 'index-unmerged' });
  });
});

describe('project folders', () => {
  it('may lie anywhere in a repository, several of them, and are found from any folder inside', async () => {
    const folder = initRepository(scratch.path('several'));
    write(folder, {
      'plants/a/countersign.yaml': projectFile('A', 'files: "**/*.yaml"\n'),
      'plants/a/specs/x.yaml': 'a: 1\n',
      'plants/a/inner/countersign.yaml': projectFile('INNER'),
      'plants/a/inner/specs/y.yaml': 'inner: 1\n',
      'plants/ab/countersign.yaml': projectFile('AB'),
      'plants/ab/specs/z.yaml': 'ab: 1\n',
    });
    commitAll(folder, 'Several');
    const tree = (path: string) => git(folder, ['rev-parse', `HEAD:${path}`]);
    for (const revision of ['HEAD', 'WORKTREE', 'INDEX', undefined]) {
      const { revision: a } = await readOne(join(folder, 'plants/a/specs'), revision);
      expect(Object.keys(texts(a)), String(revision)).toEqual(['countersign.yaml', 'specs/x.yaml']);
    }
    const inner = await readOne(folder, 'HEAD', 'plants/a/inner');
    expect(inner.revision.identity.tree).toBe(tree('plants/a/inner'));
    expect(Object.keys(texts(inner.revision))).toEqual(['countersign.yaml', 'specs/y.yaml']);
    expect(Object.keys(texts((await readOne(folder, 'HEAD', 'plants/ab/countersign.yaml')).revision))).toEqual([
      'countersign.yaml',
      'specs/z.yaml',
    ]);
    expect(await failureOf(readOne(folder, 'HEAD'))).toEqual({
      exitCode: 2,
      code: 'project-not-found',
      message: `There is no countersign.yaml in ${folder} or any folder above it.`,
      hint: 'There is a project below: --project plants/a or --project plants/ab',
    });
  });

  it('renamed between base and head are followed by package.id', async () => {
    const folder = initRepository(scratch.path('renamed'));
    write(folder, {
      'old/countersign.yaml': projectFile('PLANT'),
      'old/specs/a.yaml': 'a: 1\n',
      'other/countersign.yaml': projectFile('OTHER'),
    });
    const before = commitAll(folder, 'Old');
    renameSync(join(folder, 'old'), join(folder, 'new'));
    const after = commitAll(folder, 'Renamed', '2026-04-01T00:00:00Z');
    const source = await openRevisionSource({ cwd: join(folder, 'new') });
    const { base, head, notices } = await source.readRange({ range: 'HEAD~1..HEAD' });
    expect(texts(base)).toEqual(texts(head));
    expect(base.identity.tree).toBe(git(folder, ['rev-parse', 'HEAD~1:old']));
    expect(notices).toEqual([
      `In base (${before.slice(0, 12)}) the project PLANT stands in the folder old instead of new.`,
    ]);
    expect((await source.listCommits(base.identity, head.identity)).commits.map(({ commit }) => commit)).toEqual([
      after,
    ]);
    const both = await readRange(join(folder, 'new'), `${before}..${before}`);
    expect(texts(both.head)).toEqual(texts(base));
  });

  it('renamed with several candidates ask for --base-project', async () => {
    const folder = initRepository(scratch.path('candidates'));
    write(folder, {
      'a/countersign.yaml': projectFile('PLANT'),
      'b/countersign.yaml': projectFile('PLANT'),
      'b/specs/b.yaml': 'b: 1\n',
    });
    const before = commitAll(folder, 'Two');
    renameSync(join(folder, 'a'), join(folder, 'c'));
    commitAll(folder, 'Renamed');
    const cwd = join(folder, 'c');
    expect(await failureOf(readRange(cwd, 'HEAD~1..HEAD'))).toEqual({
      exitCode: 2,
      code: 'project-ambiguous',
      message: `Commit ${before.slice(0, 12)} holds 2 projects with the id PLANT: a, b.`,
      hint: 'Say which one it was: --base-project a',
    });
    const { base } = await readRange(cwd, { range: 'HEAD~1..HEAD', baseProject: 'b' });
    expect(Object.keys(texts(base))).toEqual(['countersign.yaml', 'specs/b.yaml']);
    expect(await failureOf(readRange(cwd, { range: 'HEAD~1..HEAD', baseProject: 'z' }))).toMatchObject({
      exitCode: 2,
      code: 'base-project-not-found',
    });
    expect(await failureOf(readRange(cwd, { range: 'HEAD~1..HEAD', baseProject: '../z' }))).toMatchObject({
      exitCode: 2,
      code: 'project-outside-repository',
    });
  });

  it('that do not exist at base leave it without files', async () => {
    const folder = initRepository(scratch.path('no-base'));
    write(folder, { 'README.md': 'x\n' });
    const before = commitAll(folder, 'Nothing yet');
    write(folder, { 'plant/countersign.yaml': projectFile('PLANT') });
    commitAll(folder, 'Project');
    const { base, head, notices } = await readRange(join(folder, 'plant'), 'HEAD~1..HEAD');
    expect(base.files).toEqual([]);
    expect(base.identity).toEqual({
      label: 'base',
      kind: 'commit',
      commit: before,
      instant: '2026-03-02T08:00:00Z',
      author: 'Ana Weiß',
      subject: 'Nothing yet',
      modified: false,
    });
    expect(Object.keys(texts(head))).toEqual(['countersign.yaml']);
    expect(notices).toEqual([`The project does not exist in ${before.slice(0, 12)}: every element is added.`]);
    expect(await failureOf(readRange(join(folder, 'plant'), 'HEAD..HEAD~1'))).toMatchObject({
      exitCode: 2,
      code: 'project-not-in-revision',
    });
  });

  it('that are gone from disk are still read from commits', async () => {
    const folder = initRepository(scratch.path('removed'));
    write(folder, { 'plant/countersign.yaml': projectFile('PLANT'), 'plant/specs/a.yaml': 'a: 1\n' });
    commitAll(folder, 'Project');
    rmSync(join(folder, 'plant'), { recursive: true });
    commitAll(folder, 'Removed');
    const { revision } = await readOne(folder, 'HEAD~1', 'plant');
    expect(Object.keys(texts(revision))).toEqual(['countersign.yaml', 'specs/a.yaml']);
  });

  it('that are nowhere are reported with the way to make one', async () => {
    const folder = scratch.path('nowhere');
    mkdirSync(folder);
    expect(await failureOf(readOne(folder))).toEqual({
      exitCode: 2,
      code: 'project-not-found',
      message: `There is no countersign.yaml in ${folder} or any folder above it.`,
      hint: 'Start a project here: countersign init',
    });
  });
});

describe('folders instead of revisions', () => {
  it('compare without any git', async () => {
    const folder = scratch.path('folders');
    write(folder, {
      'old/countersign.yaml': projectFile('PLANT'),
      'old/specs/a.yml': 'a: 1\n',
      'new/countersign.yaml': projectFile('PLANT', 'files: [specs/b.yaml]\n'),
      'new/specs/a.yaml': 'a: 1\n',
      'new/specs/b.yaml': 'b: 1\n',
    });
    const { result, calls } = await countingGit(scratch.path('count-folders'), () =>
      readRange(folder, { base: 'dir:old', head: 'dir:new' }),
    );
    expect(calls).toEqual([]);
    expect(result.base.identity).toEqual({ label: 'base', kind: 'folder', modified: false });
    expect(Object.keys(texts(result.base))).toEqual(['countersign.yaml', 'specs/a.yml']);
    expect(Object.keys(texts(result.head))).toEqual(['countersign.yaml', 'specs/b.yaml']);
    expect(Object.keys(texts((await readRange(folder, { base: 'old', head: 'new' })).head))).toEqual([
      'countersign.yaml',
      'specs/b.yaml',
    ]);
    expect(await failureOf(readRange(folder, { base: 'dir:old', head: 'dir:none' }))).toMatchObject({
      exitCode: 2,
      code: 'project-not-found',
    });
    const source = await openRevisionSource({ cwd: folder });
    expect(await source.listCommits(result.base.identity, result.head.identity)).toEqual({
      commits: [],
      truncated: false,
    });
  });

  it('yield to a revision of the same name, and mix with commits', async () => {
    const { folder, v1 } = branchedRepository('mixed');
    mkdirSync(join(folder, 'main'));
    const { base, head, notices } = await readRange(folder, { base: 'dir:.', head: 'main' });
    expect([base.identity.kind, head.identity.kind]).toEqual(['folder', 'commit']);
    expect(notices).toEqual(['"main" is a revision and a folder; the revision was taken (the folder is dir:main).']);
    expect((await readRange(folder, { base: 'v1.0.0', head: 'dir:.' })).base.identity.commit).toBe(v1);
  });
});

describe('the user’s repository', () => {
  it('is not touched: no byte, no time, no hook, no monitor, no lock', async () => {
    const { folder } = branchedRepository('untouched');
    const trap = join(folder, '..', 'trap.txt');
    const script = `#!/bin/sh\necho "$0" >> '${trap}'\n`;
    for (const hook of ['post-index-change', 'fsmonitor', 'post-checkout']) {
      write(folder, { [`.git/hooks/${hook}`]: script });
      chmodSync(join(folder, '.git/hooks', hook), 0o755);
    }
    git(folder, ['config', 'core.fsmonitor', join(folder, '.git/hooks/fsmonitor')]);
    git(folder, ['config', 'filter.evil.clean', `sh -c "echo clean >> '${trap}'; cat"`]);
    write(folder, { '.gitattributes': '*.yaml filter=evil\n' });
    // Stat information that the index does not know yet: a plain `git status` would now rewrite the index.
    writeFileSync(join(folder, 'specs/roles.yaml'), 'roles: {}\n');
    const before = fingerprint(folder);
    for (const request of ['v1.0.0..HEAD', 'main', 'HEAD..WORKTREE', 'INDEX..WORKTREE'])
      await readRange(folder, request);
    expect(fingerprint(folder)).toEqual(before);
    expect(existsSync(trap)).toBe(false);
    // The trap does work: git itself would have started the filter.
    git(folder, ['status', '--porcelain']);
    expect(existsSync(trap)).toBe(true);
  });

  it('is read with one ls-tree and one cat-file per revision', async () => {
    const { folder } = branchedRepository('processes');
    const { calls } = await countingGit(scratch.path('count-range'), () => readRange(folder, 'v1.0.0..feature/hold'));
    const verbs = calls.map((call) => call.split(' ').slice(0, 2).join(' '));
    expect(verbs.sort()).toEqual([
      'cat-file --batch',
      'cat-file --batch',
      'ls-tree -r',
      'ls-tree -r',
      'rev-parse --is-bare-repository',
      'rev-parse --verify',
      'rev-parse --verify',
    ]);
  });

  it('does not hide behind replaced objects', async () => {
    const { folder } = branchedRepository('replaced');
    const other = git(folder, ['hash-object', '-w', '--stdin'], { input: 'roles: {EVIL: {}}\n' });
    git(folder, ['replace', git(folder, ['rev-parse', 'HEAD:specs/roles.yaml']), other]);
    expect(git(folder, ['cat-file', '-p', 'HEAD:specs/roles.yaml'])).toBe('roles: {EVIL: {}}');
    expect(texts((await readOne(folder, 'HEAD')).revision)['specs/roles.yaml']).toBe('roles: {}\n');
  });

  it('cannot smuggle options in as revisions', async () => {
    const { folder } = branchedRepository('injection');
    for (const name of ['--output=x', '--all', '^HEAD', '-c', 'HEAD\nHEAD', 'HEAD^{tree}', 'HEAD:specs', 'a\0b']) {
      const failure = await failureOf(readRange(folder, `${name}..HEAD`));
      expect(failure.exitCode, name).toBe(4);
      expect(failure.code, name).toMatch(/^revision-(unknown|not-a-commit)$/);
    }
  });
});

describe('kinds of repositories', () => {
  it('SHA-256, with ids of 64 digits', async () => {
    const folder = initRepository(scratch.path('sha256'), '--object-format=sha256');
    write(folder, { 'countersign.yaml': projectFile('PLANT'), 'specs/a.yaml': 'a: 1\n' });
    const commit = commitAll(folder, 'First');
    const { revision } = await readOne(folder, 'HEAD');
    expect(revision.identity.commit).toBe(commit);
    expect([commit.length, revision.identity.tree?.length, revision.files[1]?.contentId.length]).toEqual([64, 64, 64]);
    expect((await readOne(folder, 'WORKTREE')).revision.identity.modified).toBe(false);
  });

  it('bare, where the project is the one at the top, the only one, or the named one', async () => {
    const origin = initRepository(scratch.path('bare-origin'));
    commitAll(origin, 'Nothing yet');
    write(origin, { 'plants/a/countersign.yaml': projectFile('A'), 'plants/a/specs/x.yaml': 'x: 1\n' });
    commitAll(origin, 'First');
    const bare = scratch.path('bare.git');
    git(origin, ['clone', '--quiet', '--bare', '.', bare]);
    expect(Object.keys(texts((await readOne(bare, 'main')).revision))).toEqual(['countersign.yaml', 'specs/x.yaml']);
    const fromNothing = await readRange(bare, 'main~1..main');
    expect([fromNothing.base.files.length, fromNothing.head.files.length]).toEqual([0, 2]);
    expect(await failureOf(readOne(bare, 'main~1'))).toMatchObject({ code: 'project-not-in-revision' });
    expect(await failureOf(readOne(bare, 'WORKTREE'))).toMatchObject({ exitCode: 2, code: 'no-worktree' });
    write(origin, { 'plants/b/countersign.yaml': projectFile('B') });
    commitAll(origin, 'Second');
    git(origin, ['push', '--quiet', bare, 'main']);
    expect(await failureOf(readOne(bare, 'main'))).toMatchObject({
      exitCode: 2,
      code: 'project-ambiguous',
      hint: 'Name one of them: --project plants/a',
    });
    const { base, head } = await readRange(bare, 'main~1..main', 'plants/b');
    expect([base.files.length, Object.keys(texts(head))]).toEqual([0, ['countersign.yaml']]);
  });

  it('a second working tree of one repository', async () => {
    const { folder, onMain } = branchedRepository('primary');
    const second = scratch.path('secondary');
    git(folder, ['worktree', 'add', '--quiet', second, 'main']);
    write(second, { 'specs/roles.yaml': 'roles: {HERE: {}}\n' });
    const { head } = await readRange(second, 'v1.0.0..WORKTREE');
    expect(head.identity).toMatchObject({ commit: onMain, modified: true });
    expect((await readOne(folder, 'WORKTREE')).revision.identity.modified).toBe(false);
  });
});
