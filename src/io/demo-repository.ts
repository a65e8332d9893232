import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

import { environmentFailure, gitFailure } from '../core/diagnostics/failure.ts';
import { compareText } from '../core/diagnostics/order.ts';
import { endOf, runGit, startGit } from './git/process.ts';

/** One commit of a story: the whole project as it stands in `folder` from then on. */
export interface Chapter {
  /** Tag under which people find it. */
  readonly tag: string;
  /** Folder of the project in this state, absolute. */
  readonly folder: string;
  readonly message: string;
  readonly author: { readonly name: string; readonly email: string };
  /** Author and committer date, ISO 8601 in UTC: fixed, so that the same story gives the same commit ids everywhere. */
  readonly instant: string;
}

/**
 * Turns a story into a real git repository at `target`, which must not exist or be empty. The commits are handed to
 * `git fast-import` as bytes, so their ids depend on the chapters alone: no configuration, filter, hook or clock of the
 * machine has a part in them. Throws a `Failure` when the place will not do or git is missing.
 */
export async function writeDemoRepository(target: string, story: readonly Chapter[]): Promise<void> {
  await mkdir(target, { recursive: true });
  if ((await readdir(target)).length > 0) {
    throw environmentFailure(
      'demo-not-empty',
      `'${target}' is not empty.`,
      'Name a folder that does not exist yet: countersign demo my-demo',
    );
  }
  const stream = Buffer.concat(await Promise.all(story.map(chapterStream)));
  await git(target, ['init', '--quiet', '--object-format=sha1', '--template=']);
  await git(target, ['symbolic-ref', 'HEAD', 'refs/heads/main']);
  await git(target, ['config', 'core.autocrlf', 'false']);
  await importStream(target, stream);
  await git(target, ['reset', '--quiet', '--hard', 'refs/heads/main']);
}

/** One chapter in the language of `git fast-import`: every file anew, then the tag. */
async function chapterStream(chapter: Chapter): Promise<Buffer> {
  const { author, instant, message, tag } = chapter;
  const seconds = Date.parse(instant) / 1000;
  const files = await filesBelow(chapter.folder);
  const parts = [
    text('commit refs/heads/main\n'),
    text(`committer ${author.name} <${author.email}> ${seconds} +0000\n`),
    data(Buffer.from(message, 'utf8')),
    text('deleteall\n'),
  ];
  for (const path of files) {
    const name = relative(chapter.folder, path).split(sep).join('/');
    // oxlint-disable-next-line no-await-in-loop -- a few dozen small files, in order
    parts.push(text(`M 100644 inline ${JSON.stringify(name)}\n`), data(await readFile(path)));
  }
  return Buffer.concat([...parts, text('\n'), text(`reset refs/tags/${tag}\nfrom refs/heads/main\n\n`)]);
}

function text(line: string): Buffer {
  return Buffer.from(line, 'utf8');
}

function data(content: Buffer): Buffer {
  return Buffer.concat([text(`data ${content.length}\n`), content, text('\n')]);
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted(compareText);
}

async function importStream(target: string, stream: Buffer): Promise<void> {
  const child = startGit(target, ['fast-import', '--quiet', '--done', '--date-format=raw']);
  child.stdout.resume();
  child.stdin.end(Buffer.concat([stream, text('done\n')]));
  const { exitCode, stderr } = await endOf(child);
  if (exitCode !== 0) throw refused(stderr);
}

async function git(target: string, args: readonly string[]): Promise<void> {
  const { exitCode, stderr } = await runGit(target, args);
  if (exitCode !== 0) throw refused(stderr);
}

function refused(stderr: string): Error {
  return gitFailure(
    'demo-not-written',
    `Git could not write the demonstration: ${stderr.trim()}`,
    'Check that git 2.30 or later is installed and that the folder may be written to.',
  );
}
