// Last line of .ci/run: "N passed, N failed", counted from vitest's own report. What failed without being a test counts
// as one failure each: a test file that could not be loaded, an error outside of tests, an earlier step.
// node scripts/count-tests.mjs REPORT EXIT_CODE_OF_VITEST FAILED_STEPS
import { existsSync, readFileSync } from 'node:fs';

const [, , file, exitCode, steps] = process.argv;
const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
const results = report?.testResults ?? [];

const passed = report?.numPassedTests ?? 0;
const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
const unloaded = results.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
let failed = (report?.numFailedTests ?? 0) + unloaded.length;
for (const { name } of unloaded) console.log(`Not loaded: ${name}`);

if (failed === 0 && (Number(exitCode) !== 0 || report === undefined)) {
  console.log(`vitest ended with exit code ${exitCode} for another reason than a failed test.`);
  failed = 1;
}
if (failed === 0 && passed === 0) {
  console.log('No test ran.');
  failed = 1;
}
failed += Number(steps);

console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;
