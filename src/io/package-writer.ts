import { chmod, lstat, mkdir, mkdtemp, open, readdir, realpath, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

import { compareText } from '../core/diagnostics/order.ts';
import { foldersAbove } from '../core/evidence/package-path.ts';
import type { PackagePlan } from '../core/evidence/package-plan.ts';
import type { PackagePlace } from './package-place.ts';
import { refuseUnsafePlace } from './package-place.ts';
import { failedWrite, notEmpty, systemCode } from './package-write-failure.ts';

/** Begins the name of the folder in which a package grows; it becomes the package by being renamed. */
export const PARTIAL_PREFIX = '.countersign-partial-';

const FILE_MODE = 0o644;
const FOLDER_MODE = 0o755;

/** A package that is complete on disk. */
export interface WrittenPackage {
  readonly directory: string;
  readonly packageId: string;
  /** Where the folder that stood there before is now; absent when there was none or it was empty. */
  readonly movedAside?: string;
  /** Folders beside the package that an interrupted run left behind; none of them is a package. */
  readonly leftovers: readonly string[];
}

/** What stands at the target now; `lstat`, so that a link is never taken for the folder it names. */
async function stateOf(directory: string): Promise<'absent' | 'empty' | 'full'> {
  const stats = await lstat(directory).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (stats === undefined) return 'absent';
  return (await readdir(directory)).length === 0 ? 'empty' : 'full';
}

/** Makes what was written to a folder last through a power failure; some systems cannot sync a folder. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeFile(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx', FILE_MODE);
  try {
    await handle.writeFile(bytes);
    // Set again, because the mode at creation is narrowed by the process's umask.
    await handle.chmod(FILE_MODE);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeFiles(plan: PackagePlan, folder: string): Promise<void> {
  const folders = [...new Set(plan.files.flatMap((file) => foldersAbove(file.path)))].toSorted(compareText);
  for (const below of folders) {
    await mkdir(join(folder, below));
    await chmod(join(folder, below), FOLDER_MODE);
  }
  for (const file of plan.files) await writeFile(join(folder, file.path), file.bytes);
  for (const below of folders) await syncFolder(join(folder, below));
  await chmod(folder, FOLDER_MODE);
  await syncFolder(folder);
}

/** First free name `DIR.old-<n>`, counted from 1. */
async function nameAside(directory: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = `${directory}.old-${number}`;
    const taken = await lstat(name).then(
      () => true,
      (error: unknown) => {
        if (systemCode(error) === 'ENOENT') return false;
        throw error;
      },
    );
    if (!taken) return name;
  }
}

/** Puts the finished folder in place; what stood there is moved aside first and moved back when that fails. */
async function takePlace(partial: string, place: PackagePlace, directory: string): Promise<string | undefined> {
  const state = await stateOf(directory);
  if (state === 'full' && place.existing === 'refuse') throw notEmpty(directory);
  if (state === 'absent' || state === 'empty') {
    // Removing an empty folder fails when a file has appeared in it meanwhile, so nothing is ever lost.
    if (state === 'empty') await rmdir(directory);
    await rename(partial, directory);
    return undefined;
  }
  const aside = await nameAside(directory);
  await rename(directory, aside);
  try {
    await rename(partial, directory);
  } catch (error) {
    await rename(aside, directory);
    throw error;
  }
  return aside;
}

/** Folders of interrupted runs beside the package; they are reported and never removed, since one may still be growing. */
async function findLeftovers(parent: string): Promise<readonly string[]> {
  const names = await readdir(parent);
  return names
    .filter((name) => name.startsWith(PARTIAL_PREFIX))
    .toSorted(compareText)
    .map((name) => join(parent, name));
}

/** Refuses a place that will not do, before the work of making a package is done; `writePackage` looks again. */
export async function refusePlace(place: PackagePlace): Promise<void> {
  const asked = resolve(place.directory);
  try {
    await refuseUnsafePlace(asked, place);
    // Looked at in any case: a path that leads through a file is refused here.
    const state = await stateOf(asked);
    if (state === 'full' && place.existing === 'refuse') throw notEmpty(asked);
  } catch (error) {
    throw failedWrite(asked, error, undefined);
  }
}

/**
 * Writes a package so that it is there as a whole or not at all: everything goes to a folder beside it, is synced, and
 * is renamed in one step. Throws a `Failure` (exit code 2) for a place that will not do and for every error of the
 * file system; then nothing of the new package is left, and what stood there before stands there again.
 */
export async function writePackage(plan: PackagePlan, place: PackagePlace): Promise<WrittenPackage> {
  const asked = resolve(place.directory);
  let created: string | undefined;
  let partial: string | undefined;
  try {
    await refusePlace(place);
    created = await mkdir(dirname(asked), { recursive: true });
    const parent = await realpath(dirname(asked));
    const directory = join(parent, basename(asked));
    const leftovers = await findLeftovers(parent);
    partial = await mkdtemp(join(parent, PARTIAL_PREFIX));
    await writeFiles(plan, partial);
    const movedAside = await takePlace(partial, place, directory);
    partial = undefined;
    await syncFolder(parent);
    return { directory, packageId: plan.packageId, ...(movedAside === undefined ? {} : { movedAside }), leftovers };
  } catch (error) {
    const stuck = partial === undefined ? undefined : await removePartial(partial);
    if (created !== undefined) await removeEmptyFolders(dirname(asked), created);
    throw failedWrite(asked, error, stuck);
  }
}

/** Removes what was written so far; gives the path back when even that fails, so that it can be named. */
async function removePartial(partial: string): Promise<string | undefined> {
  return rm(partial, { recursive: true, force: true }).then(
    () => undefined,
    () => partial,
  );
}

/** Takes back the parent folders that this run created, innermost first, as far as they are empty. */
async function removeEmptyFolders(innermost: string, outermost: string): Promise<void> {
  for (let folder = innermost; folder.startsWith(outermost); folder = dirname(folder)) {
    const removed = await rmdir(folder).then(
      () => true,
      () => false,
    );
    if (!removed) return;
  }
}
