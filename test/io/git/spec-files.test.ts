import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  commitAll,
  git,
  initRepository,
  places,
  projectFile,
  readOne,
  readRange,
  scratchFolder,
  texts,
  write,
} from './scratch-repository.ts';

const scratch = scratchFolder();
const POINTER = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n';

/** Every way in which a project can be read. */
const WAYS = ['HEAD', 'WORKTREE', 'INDEX', undefined] as const;

describe.each(WAYS)('read from %s', (way) => {
  const name = (test: string) => `${test}-${String(way)}`;

  it('names with blanks, umlauts, quotes and line feeds survive, case is told apart', async () => {
    const folder = initRepository(scratch.path(name('names')));
    const files = {
      'specs/Ärger über µ.yaml': 'a: 1\n',
      'specs/a b.yaml': 'b: 1\n',
      'specs/line\nfeed.yaml': 'c: 1\n',
      'specs/quo"te\'s.yaml': 'd: 1\n',
      'specs/back\\slash.yaml': 'e: 1\n',
      'specs/tab\there.yml': 'f: 1\n',
      'specs/-option.yaml': 'g: 1\n',
      'specs/Twin.yaml': 'h: 1\n',
      'specs/twin.yaml': 'i: 1\n',
      'specs/.hidden.yaml': 'not: read\n',
      'specs/notes.md': 'not read\n',
    };
    write(folder, { 'countersign.yaml': projectFile('PLANT'), ...files });
    commitAll(folder, 'First');
    const { revision, diagnostics } = await readOne(folder, way);
    expect(revision.files.map(({ file }) => file)).toEqual([
      'countersign.yaml',
      'specs/-option.yaml',
      'specs/Twin.yaml',
      'specs/a b.yaml',
      'specs/back\\slash.yaml',
      'specs/line\nfeed.yaml',
      'specs/quo"te\'s.yaml',
      'specs/tab\there.yml',
      'specs/twin.yaml',
      'specs/Ärger über µ.yaml',
    ]);
    expect(texts(revision)).toMatchObject(Object.fromEntries(Object.entries(files).slice(0, 9)));
    expect(diagnostics).toMatchObject([
      {
        ruleId: 'file-names-collide',
        severity: 'warning',
        message:
          '"specs/twin.yaml" and "specs/Twin.yaml" are one file where upper and lower case are not told apart (Windows, macOS).',
        at: { file: 'specs/twin.yaml' },
      },
    ]);
  });

  it('bytes survive: byte order mark, CRLF and what is no UTF-8 at all', async () => {
    const folder = initRepository(scratch.path(name('bytes')));
    const every = Uint8Array.from({ length: 256 }, (_, index) => index);
    const marked = Buffer.from('\ufeffa: 1\r\nb: 2\r\n');
    write(folder, {
      'countersign.yaml': projectFile('PLANT'),
      'specs/a.yaml': every,
      'specs/b.yaml': marked,
      'specs/c.yaml': '',
    });
    commitAll(folder, 'First');
    const { revision, diagnostics } = await readOne(folder, way);
    expect(revision.files.slice(1).map(({ bytes }) => Buffer.from(bytes))).toEqual([
      Buffer.from(every),
      marked,
      Buffer.alloc(0),
    ]);
    expect(diagnostics).toEqual([]);
  });

  it('links are not followed, pointers, giants and submodules are not specs: each is said, the rest is read', async () => {
    const folder = initRepository(scratch.path(name('strange')));
    write(scratch.path(name('outside')), { 'secret.yaml': 'secret: 1\n' });
    const library = initRepository(scratch.path(name('library')));
    write(library, { 'x.yaml': 'x: 1\n' });
    commitAll(library, 'Library');
    write(folder, {
      'countersign.yaml': projectFile('PLANT'),
      'specs/fine.yaml': 'fine: 1\n',
      'specs/huge.yaml': `a: ${'x'.repeat(2 * 1024 * 1024)}\n`,
      'specs/just.yaml': 'x'.repeat(2 * 1024 * 1024),
      'specs/large.yaml': POINTER,
    });
    symlinkSync(scratch.path(name('outside')), join(folder, 'specs/folder'));
    symlinkSync(join(scratch.path(name('outside')), 'secret.yaml'), join(folder, 'specs/leak.yaml'));
    symlinkSync('fine.yaml', join(folder, 'specs/near.yaml'));
    symlinkSync('nowhere', join(folder, 'elsewhere'));
    git(folder, ['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', library, 'specs/library']);
    git(folder, ['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', library, 'vendor']);
    commitAll(folder, 'First');
    const { revision, diagnostics } = await readOne(folder, way);
    // A plain folder knows nothing of submodules: what lies in it lies in it.
    const inFolder = way === undefined;
    expect(revision.files.map(({ file }) => file)).toEqual([
      'countersign.yaml',
      'specs/fine.yaml',
      'specs/just.yaml',
      ...(inFolder ? ['specs/library/x.yaml'] : []),
    ]);
    expect(places(diagnostics).sort()).toEqual(
      [
        'file-is-lfs-pointer error specs/large.yaml:1:1',
        ...(inFolder ? [] : ['file-is-submodule error specs/library:1:1']),
        'file-is-symlink error specs/leak.yaml:1:1',
        'file-is-symlink error specs/near.yaml:1:1',
        'file-is-symlink warning specs/folder:1:1',
        'file-too-large error specs/huge.yaml:1:1',
      ].sort(),
    );
    for (const { bytes } of revision.files) expect(Buffer.from(bytes).includes('secret')).toBe(false);
  });

  it('files are chosen by the patterns of the project file, which cannot leave the project', async () => {
    const folder = initRepository(scratch.path(name('patterns')));
    write(folder, {
      'plant/countersign.yaml': projectFile(
        'PLANT',
        'files:\n  - "model/*.yaml"\n  - ../other.yaml\n  - /etc/passwd\n  - model/none-*.yaml\n  - 7\n',
      ),
      'plant/model/a.yaml': 'a: 1\n',
      'plant/model/deep/b.yaml': 'b: 1\n',
      'plant/specs/c.yaml': 'c: 1\n',
      'other.yaml': 'o: 1\n',
    });
    commitAll(folder, 'First');
    const { revision, diagnostics } = await readOne(join(folder, 'plant'), way);
    expect(Object.keys(texts(revision))).toEqual(['countersign.yaml', 'model/a.yaml']);
    expect(places(diagnostics)).toEqual([
      'files-glob-invalid error countersign.yaml:7:5',
      'files-glob-invalid error countersign.yaml:8:5',
      'files-glob-invalid error countersign.yaml:10:5',
      'files-glob-matches-nothing warning countersign.yaml:9:5',
    ]);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      '"../other.yaml" leaves the project folder; ".." is not allowed.',
      '"/etc/passwd" is an absolute path; a pattern starts at the project folder.',
      'A file pattern must be a text.',
      'The pattern "model/none-*.yaml" matches no file.',
    ]);
  });

  it('a project file that is a link is refused like any other', async () => {
    const folder = initRepository(scratch.path(name('linked')));
    write(folder, { 'real.yaml': projectFile('PLANT'), 'specs/a.yaml': 'a: 1\n' });
    symlinkSync('real.yaml', join(folder, 'countersign.yaml'));
    commitAll(folder, 'First');
    const { revision, diagnostics } = await readOne(folder, way);
    expect(revision.files).toEqual([]);
    expect(places(diagnostics)).toEqual(['file-is-symlink error countersign.yaml:1:1']);
  });

  it('a project file that no parser should see still lets the specs be found', async () => {
    const folder = initRepository(scratch.path(name('hostile')));
    write(folder, { 'countersign.yaml': `files: other.yaml\nx: ${'['.repeat(20_000)}`, 'specs/a.yaml': 'a: 1\n' });
    commitAll(folder, 'First');
    expect(Object.keys(texts((await readOne(folder, way)).revision))).toEqual(['countersign.yaml', 'specs/a.yaml']);
  });
});

describe('on disk', () => {
  it('a folder that became a link hides its files instead of leading elsewhere', async () => {
    const folder = initRepository(scratch.path('swapped'));
    write(scratch.path('swapped-outside'), { 'a.yaml': 'secret: 1\n' });
    write(folder, { 'countersign.yaml': projectFile('PLANT'), 'specs/a.yaml': 'a: 1\n' });
    commitAll(folder, 'First');
    execFileSync('rm', ['-r', join(folder, 'specs')]);
    symlinkSync(scratch.path('swapped-outside'), join(folder, 'specs'));
    for (const way of ['WORKTREE', undefined]) {
      const { revision, diagnostics } = await readOne(folder, way);
      expect(Object.keys(texts(revision))).toEqual(['countersign.yaml']);
      expect(places(diagnostics)).toEqual(['file-is-symlink warning specs:1:1']);
    }
  });

  it('a pipe is not waited for', async () => {
    const folder = initRepository(scratch.path('pipe'));
    write(folder, { 'countersign.yaml': projectFile('PLANT') });
    mkdirSync(join(folder, 'specs'));
    execFileSync('mkfifo', [join(folder, 'specs/a.yaml')]);
    commitAll(folder, 'First');
    expect(places((await readOne(folder)).diagnostics)).toEqual(['file-not-regular error specs/a.yaml:1:1']);
  });

  it.skipIf(process.platform !== 'linux')('a name that is not UTF-8 is reported', async () => {
    const folder = initRepository(scratch.path('latin1'));
    write(folder, { 'countersign.yaml': projectFile('PLANT') });
    mkdirSync(join(folder, 'specs'));
    writeFileSync(
      Buffer.concat([Buffer.from(`${folder}/specs/M`), Buffer.from([0xfc]), Buffer.from('ll.yaml')]),
      'a: 1\n',
    );
    commitAll(folder, 'First');
    for (const way of WAYS) {
      const { revision, diagnostics } = await readOne(folder, way);
      expect(Object.keys(texts(revision)), String(way)).toEqual(['countersign.yaml']);
      expect(places(diagnostics), String(way)).toEqual(['file-name-not-utf8 error specs/M\ufffdll.yaml:1:1']);
    }
  });
});

describe('each revision', () => {
  it('is read by its own patterns, and its diagnostics carry its label', async () => {
    const folder = initRepository(scratch.path('own-patterns'));
    write(folder, {
      'countersign.yaml': projectFile('PLANT', 'files: a.yaml\n'),
      'a.yaml': POINTER,
      'b.yaml': 'b: 1\n',
    });
    commitAll(folder, 'First');
    write(folder, { 'countersign.yaml': projectFile('PLANT', 'files: b.yaml\n') });
    commitAll(folder, 'Second');
    const { base, head, diagnostics } = await readRange(folder, 'HEAD~1..HEAD');
    expect([Object.keys(texts(base)), Object.keys(texts(head))]).toEqual([
      ['countersign.yaml'],
      ['countersign.yaml', 'b.yaml'],
    ]);
    expect(diagnostics.map(({ ruleId, at }) => `${ruleId} ${at.revision} ${at.file}`)).toEqual([
      'file-is-lfs-pointer base a.yaml',
    ]);
  });
});
