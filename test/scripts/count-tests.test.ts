import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/count-tests.mjs', import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-count-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const clean = { numPassedTests: 12, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
const unloaded = { name: 'broken.test.ts', status: 'failed', assertionResults: [] };
const loaded = { name: 'red.test.ts', status: 'failed', assertionResults: [{ status: 'failed' }] };

it.each([
  ['all passed', clean, 0, 0, '12 passed, 0 failed\n', 0],
  ['some were skipped', { ...clean, numPendingTests: 2, numTodoTests: 1 }, 0, 0, '12 passed, 0 failed, 3 skipped\n', 0],
  ['some failed', { ...clean, numFailedTests: 2, testResults: [loaded] }, 1, 0, '12 passed, 2 failed\n', 1],
  ['an earlier step failed', clean, 0, 2, '12 passed, 2 failed\n', 1],
  [
    'a file could not be loaded',
    { ...clean, testResults: [unloaded] },
    1,
    0,
    'Not loaded: broken.test.ts\n12 passed, 1 failed\n',
    1,
  ],
  [
    'vitest failed although every test passed',
    clean,
    1,
    0,
    'vitest ended with exit code 1 for another reason than a failed test.\n12 passed, 1 failed\n',
    1,
  ],
  ['no test ran', { ...clean, numPassedTests: 0 }, 0, 0, 'No test ran.\n0 passed, 1 failed\n', 1],
])('says so when %s', (_, report, exitCode, steps, stdout, status) => {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  expect(count(file, exitCode, steps)).toEqual({ stdout, status });
});

it('counts a failure when vitest left no report', () => {
  expect(count(join(folder, 'absent.json'), 124, 0)).toEqual({
    stdout: 'vitest ended with exit code 124 for another reason than a failed test.\n0 passed, 1 failed\n',
    status: 1,
  });
});

function count(file: string, exitCode: number, steps: number): { stdout: string; status: number | null } {
  const { stdout, status } = spawnSync(process.execPath, [script, file, String(exitCode), String(steps)], {
    encoding: 'utf8',
  });
  return { stdout, status };
}
