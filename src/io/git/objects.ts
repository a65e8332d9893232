import { explainAnswer, missingObjectFailure, partialCloneFailure } from './failures.ts';
import { endOf, startGit } from './process.ts';
import { isPartialClone } from './repository.ts';
import type { Repository } from './repository.ts';

/** An object of the repository; `bytes` is absent when it is larger than the reader's limit. */
export interface StoredObject {
  readonly size: number;
  readonly bytes?: Buffer;
}

/** One `git cat-file --batch` that can be asked several times. */
export interface ObjectReader {
  /** Reads objects by full id, each once. Throws a `Failure` when one is missing. */
  read(ids: Iterable<string>): Promise<ReadonlyMap<string, StoredObject>>;
  /** Ends the process; to be called whatever happened. */
  close(): Promise<void>;
}

/** Starts the process; objects above `limit` bytes are passed over without being kept. */
export function openObjectReader(repository: Repository, limit: number): ObjectReader {
  const child = startGit(repository.folder, ['cat-file', '--batch']);
  const ended = endOf(child);
  ended.catch(() => undefined);
  const chunks: AsyncIterator<Buffer> = child.stdout[Symbol.asyncIterator]();
  let waiting: Buffer = Buffer.alloc(0);
  let current = '';

  async function more(): Promise<Buffer> {
    const next = await chunks.next();
    if (next.done !== true) return next.value;
    const { exitCode, stderr } = await ended;
    // Before git 2.45 a failed lazy fetch ends the process instead of being answered as "missing".
    if (await isPartialClone(repository)) throw partialCloneFailure(`object ${current.slice(0, 12)}`);
    throw explainAnswer({ exitCode, stderr, stdout: Buffer.alloc(0) }, 'cat-file', repository.folder);
  }

  async function line(): Promise<string> {
    let end = waiting.indexOf(0x0a);
    while (end === -1) {
      waiting = Buffer.concat([waiting, await more()]);
      end = waiting.indexOf(0x0a);
    }
    const text = waiting.toString('latin1', 0, end);
    waiting = waiting.subarray(end + 1);
    return text;
  }

  /** The next `size` bytes, or nothing when they are not to be kept. */
  async function content(size: number, keep: boolean): Promise<Buffer | undefined> {
    const parts: Buffer[] = [];
    let missing = size;
    while (missing > 0) {
      if (waiting.length === 0) waiting = await more();
      const part = waiting.subarray(0, missing);
      if (keep) parts.push(part);
      missing -= part.length;
      waiting = waiting.subarray(part.length);
    }
    return keep ? Buffer.concat(parts, size) : undefined;
  }

  return {
    async read(ids) {
      const wanted = [...new Set(ids)];
      const found = new Map<string, StoredObject>();
      if (wanted.length === 0) return found;
      child.stdin.write(`${wanted.join('\n')}\n`);
      for (const id of wanted) {
        current = id;
        // "<id> <type> <size>" or "<id> missing"
        const [, , size] = (await line()).split(' ');
        if (size === undefined) {
          const what = `object ${id.slice(0, 12)}`;
          throw (await isPartialClone(repository)) ? partialCloneFailure(what) : missingObjectFailure(what);
        }
        const length = Number(size);
        const bytes = await content(length, length <= limit);
        await content(1, false);
        found.set(id, bytes === undefined ? { size: length } : { size: length, bytes });
      }
      return found;
    },
    async close() {
      child.stdin.end();
      // What nobody reads any more must not keep git waiting for a reader.
      child.stdout.destroy();
      await ended.catch(() => undefined);
    },
  };
}
