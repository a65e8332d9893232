import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { constants } from 'node:fs';
import { lstat, open, readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { environmentFailure, Failure, usageFailure } from '../core/diagnostics/failure.ts';
import {
  BAG_DECLARATION,
  BAG_INFO,
  PACKAGE_MANIFEST,
  PAYLOAD_MANIFEST,
  TAG_MANIFEST,
} from '../core/evidence/bag-texts.ts';
import type { ListedEntry, PackageFolder, PackageListing } from '../core/evidence/package-listing.ts';

/** The files whose text verification reads. */
const TEXTS: ReadonlySet<string> = new Set([
  BAG_DECLARATION,
  BAG_INFO,
  PAYLOAD_MANIFEST,
  TAG_MANIFEST,
  PACKAGE_MANIFEST,
]);

/** No honest manifest comes near this; a larger one is not read into memory. */
const LARGEST_TEXT = 64 * 1024 * 1024;

/** Bytes read at once, so that memory does not grow with the package. */
const CHUNK = 256 * 1024;

/** A link is refused even when it appears between listing and reading, and a pipe does not block. */
const READ_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}

/** What cannot be read must never look verified: the run ends instead. */
function unreadable(path: string, error: unknown): Error {
  const code = codeOf(error);
  if (error instanceof Failure) return error;
  if (code === 'unknown') return error instanceof Error ? error : new Error(String(error));
  return environmentFailure(
    'package-unreadable',
    `${path} could not be read (${code}), so the package was not verified.`,
    code === 'EACCES' || code === 'EPERM'
      ? 'Read it with an account that may.'
      : 'Copy the package to a sound disk and verify the copy.',
  );
}

/** The name as text, or `undefined` when its bytes are no UTF-8. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Bytes that are no text, shown in ASCII with `\xNN`. */
function showBytes(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) =>
    byte > 0x20 && byte < 0x7f && byte !== 0x5c
      ? String.fromCharCode(byte)
      : `\\x${byte.toString(16).padStart(2, '0')}`,
  ).join('');
}

/** Hands the content of a regular file to `visit` piece by piece until that says stop. */
async function readPieces(path: string, visit: (piece: Uint8Array) => 'more' | 'stop'): Promise<void> {
  const handle = await open(path, READ_FLAGS);
  try {
    const buffer = Buffer.allocUnsafe(CHUNK);
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, CHUNK, null);
      if (bytesRead === 0 || visit(buffer.subarray(0, bytesRead)) === 'stop') return;
    }
  } finally {
    await handle.close();
  }
}

function kindOf(stats: Stats): ListedEntry['kind'] {
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'folder';
  return stats.isSymbolicLink() ? 'link' : 'special';
}

/** Hash, size and, for the few texts, content of one file, all from one reading of it. */
async function readFile(
  root: string,
  path: string,
  size: number,
  texts: Map<string, string | null>,
): Promise<ListedEntry> {
  const hash = createHash('sha256');
  const pieces: Uint8Array[] = [];
  const wanted = TEXTS.has(path);
  const kept = wanted && size <= LARGEST_TEXT;
  let read = 0;
  await readPieces(join(root, path), (piece) => {
    hash.update(piece);
    read += piece.length;
    if (kept && read <= LARGEST_TEXT) pieces.push(Uint8Array.from(piece));
    return 'more';
  });
  if (wanted) texts.set(path, kept && read <= LARGEST_TEXT ? (decode(Buffer.concat(pieces)) ?? null) : null);
  return { kind: 'file', path, size: read, sha256: hash.digest('hex') };
}

async function listBelow(
  root: string,
  folder: string,
  entries: ListedEntry[],
  texts: Map<string, string | null>,
): Promise<void> {
  const names = await readdir(join(root, folder), { encoding: 'buffer' });
  for (const bytes of names.toSorted((one, other) => Buffer.compare(one, other))) {
    const name = decode(bytes);
    const path = [...(folder === '' ? [] : [folder]), name ?? showBytes(bytes)].join('/');
    if (name === undefined) {
      entries.push({ kind: 'undecodable', path });
      continue;
    }
    try {
      const stats = await lstat(join(root, path));
      const kind = kindOf(stats);
      entries.push(kind === 'file' ? await readFile(root, path, stats.size, texts) : { kind, path });
      if (kind === 'folder') await listBelow(root, path, entries, texts);
    } catch (error) {
      throw unreadable(join(root, path), error);
    }
  }
}

/**
 * Opens a folder for verification. Links below it are listed and never followed; every file is hashed as a stream.
 * Throws a usage `Failure` when there is no such folder.
 */
export async function openPackageFolder(directory: string): Promise<PackageFolder> {
  const root = resolve(directory);
  const stats = await stat(root).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
    throw unreadable(root, error);
  });
  if (stats === undefined) {
    throw usageFailure(
      'package-not-found',
      `There is no folder ${directory}.`,
      'Name the folder that holds bagit.txt.',
    );
  }
  if (!stats.isDirectory()) {
    throw usageFailure(
      'package-not-a-folder',
      `${directory} is not a folder.`,
      'Unpack an archive first and name the folder that holds bagit.txt.',
    );
  }
  return {
    async list(): Promise<PackageListing> {
      const entries: ListedEntry[] = [];
      const texts = new Map<string, string | null>();
      try {
        await listBelow(root, '', entries, texts);
      } catch (error) {
        throw unreadable(root, error);
      }
      return { entries, texts };
    },
    async firstDifference(path: string, bytes: Uint8Array): Promise<number | undefined> {
      let offset = 0;
      let difference: number | undefined;
      try {
        await readPieces(join(root, path), (piece) => {
          const planned = bytes.subarray(offset, offset + piece.length);
          if (Buffer.compare(piece, planned) !== 0) {
            const at = piece.findIndex((byte, index) => byte !== planned[index]);
            difference = offset + at;
            return 'stop';
          }
          offset += piece.length;
          return 'more';
        });
      } catch (error) {
        throw unreadable(join(root, path), error);
      }
      return difference ?? (offset < bytes.length ? offset : undefined);
    },
  };
}
