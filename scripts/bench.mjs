// Measures the main job on the example: wall time and peak memory of `build`, the median of several runs.
// npm run bench -- [RUNS]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const runs = Number(process.argv[2] ?? 5);
const scratch = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
const peakFile = join(scratch, 'peak');
const reportPeak =
  'data:text/javascript,' +
  encodeURIComponent(
    `import { writeFileSync } from 'node:fs';` +
      `process.on('exit', () => writeFileSync(${JSON.stringify(peakFile)}, String(process.resourceUsage().maxRSS)));`,
  );

try {
  countersign('demo', scratch);
  const repository = join(scratch, 'northmoor');
  const seconds = [];
  const mebibytes = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    countersign('build', 'v1.0.0..cr-2041', '--project', repository, '--out', join(scratch, `package-${run}`));
    seconds.push((performance.now() - start) / 1000);
    mebibytes.push(Number(readFileSync(peakFile, 'utf8')) / 1024);
  }
  console.log(`build v1.0.0..cr-2041 of northmoor, ${runs} runs on Node.js ${process.version}`);
  console.log(
    `wall time    ${median(seconds).toFixed(2)} s (${Math.min(...seconds).toFixed(2)} to ${Math.max(...seconds).toFixed(2)})`,
  );
  console.log(`peak memory  ${median(mebibytes).toFixed(0)} MiB`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function countersign(...args) {
  const command = ['--import', reportPeak, join(root, 'bin/run.js'), ...args];
  const { status } = spawnSync(process.execPath, command, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`countersign ${args.join(' ')} ended with exit code ${status}.`);
}

function median(values) {
  const ordered = values.toSorted((a, b) => a - b);
  return ordered[Math.floor(ordered.length / 2)];
}
