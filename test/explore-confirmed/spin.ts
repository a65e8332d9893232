import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Runs a program in a folder; what it said is in the error where it fails. */
async function run(folder: string, program: string, args: readonly string[]): Promise<string> {
  const ended = await promisify(execFile)(program, args, { cwd: folder, maxBuffer: 1 << 28 }).catch(
    (failure: { message: string; stdout?: string; stderr?: string }) => {
      throw new Error(`${failure.message}\n${failure.stdout ?? ''}\n${failure.stderr ?? ''}`);
    },
  );
  return ended.stdout;
}

/** Whether Spin and a C compiler are here. Where they are not, tests that need them are skipped with a notice – never in CI. */
export const SPIN = spawnSync('spin', ['-V']).status === 0 && spawnSync('gcc', ['--version']).status === 0;
if (!SPIN) {
  const notice = 'spin or gcc is not installed: what exploration finds is not confirmed by Spin here.';
  if (process.env['CI'] === 'true') throw new Error(notice);
  process.stderr.write(`${notice}\n`);
}

/** What Spin says of one model. */
export interface SpinAnswer {
  /** States that it stored. */
  readonly states: number;
  /** Transitions that it took. */
  readonly transitions: number;
  /** Names of the assertions that failed, sorted. */
  readonly failed: readonly string[];
}

/** Lets Spin search a model to the end, without any reduction. `define`: how the model is preprocessed, as `ONLY=0`. */
export async function spin(model: string, define?: string): Promise<SpinAnswer> {
  const folder = mkdtempSync(join(tmpdir(), 'spin-'));
  try {
    writeFileSync(join(folder, 'plant.pml'), model);
    await run(folder, 'spin', ['-a', '-o2', ...(define === undefined ? [] : [`-D${define}`]), 'plant.pml']);
    const switches = ['-DSAFETY', '-DNOREDUCE', '-DNOFAIR', '-DVECTORSZ=8192'];
    await run(folder, 'gcc', ['-O0', '-w', '-pipe', ...switches, '-o', 'pan', 'pan.c']);
    return answerIn(await run(folder, './pan', ['-c0', '-n', '-w16', '-m1000000']));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function answerIn(report: string): SpinAnswer {
  const number = (pattern: RegExp): number => Number(pattern.exec(report)?.[1]);
  if (/max search depth too small|out of memory|Warning: Search not completed/.test(report))
    throw new Error(`Spin did not search to the end:\n${report}`);
  // The text of a failed assertion ends with the name of what was found.
  const names = [...report.matchAll(/^pan:\d+: assertion violated .*!\s*\(?(\w+)\)* \(at depth/gm)].map(
    (match) => match[1] ?? '',
  );
  return {
    states: number(/^\s*(\d+) states, stored/m),
    transitions: number(/^\s*(\d+) transitions/m),
    failed: [...new Set(names)].sort(),
  };
}
