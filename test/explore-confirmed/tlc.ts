import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { TLA_MODULE } from '../../src/core/explore/export/tla.ts';
import type { TlaExport } from '../../src/core/explore/export/tla.ts';

const run = promisify(execFile);

/** Where TLC is: what the environment names. */
const JAR = process.env['TLA2TOOLS'] ?? '';

/** Whether TLC is here. Where it is not, tests that need it are skipped with a notice – never in CI. */
export const TLC = existsSync(JAR) && spawnSync('java', ['-version']).status === 0;
if (!TLC) {
  const notice =
    'java is not installed, or TLA2TOOLS names no tla2tools.jar: what exploration finds is not confirmed by TLC here.';
  if (process.env['CI'] === 'true') throw new Error(notice);
  process.stderr.write(`${notice}\n`);
}

/** What TLC says of one model: every distinct state was found, or this invariant is violated. */
export type TlcAnswer = { readonly states: number } | { readonly violated: string };

/** Lets TLC search a model to the end, or to the first invariant that is violated. */
export async function tlc({ module, config }: TlaExport): Promise<TlcAnswer> {
  const folder = mkdtempSync(join(tmpdir(), 'tlc-'));
  try {
    writeFileSync(join(folder, `${TLA_MODULE}.tla`), module);
    writeFileSync(join(folder, `${TLA_MODULE}.cfg`), config);
    const java = [
      '-XX:+UseSerialGC',
      '-XX:TieredStopAtLevel=1',
      '-Xshare:auto',
      `-Djava.io.tmpdir=${folder}`,
      '-cp',
      JAR,
      'tlc2.TLC',
    ];
    const { stdout } = await run('java', [...java, '-deadlock', '-nowarning', '-workers', '1', TLA_MODULE], {
      cwd: folder,
      maxBuffer: 1 << 28,
    }).catch((failure: { stdout?: string; code?: number }) => {
      // TLC ends with 12 and the like where an invariant is violated.
      if (failure.stdout === undefined || !/^Finished in/m.test(failure.stdout)) throw failure;
      return { stdout: failure.stdout };
    });
    const violated = /Invariant (\w+) is violated/.exec(stdout)?.[1];
    if (violated !== undefined) return { violated };
    const distinct = /(\d+) distinct states found, 0 states left on queue/.exec(stdout)?.[1];
    if (distinct === undefined) throw new Error(`TLC did not search to the end:\n${stdout}`);
    return { states: Number(distinct) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
