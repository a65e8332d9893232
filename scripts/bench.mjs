// Measures the main job on the example: wall time, CPU time and peak memory of `build`, the median of several runs, and what
// a command costs that has nothing to do. The CPU time is the one to compare: a busy machine changes it less.
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
      `process.on('exit', () => writeFileSync(${JSON.stringify(peakFile)}, JSON.stringify([process.resourceUsage().maxRSS / 1024, (process.cpuUsage().user + process.cpuUsage().system) / 1e6])));`,
  );

try {
  countersign('demo', scratch);
  const repository = join(scratch, 'northmoor');
  console.log(`${runs} runs of each on Node.js ${process.version}: median (least to most)`);
  measure('build', (run) => [
    'build',
    'v1.0.0..cr-2041',
    '--project',
    repository,
    '--out',
    join(scratch, `package-${run}`),
  ]);
  measure('check', () => ['check', 'v1.0.0', '--project', repository]);
  measure('--version', () => ['--version']);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function measure(title, argumentsOf) {
  const [wall, cpu, peak] = [[], [], []];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    countersign(...argumentsOf(run));
    wall.push((performance.now() - start) / 1000);
    const [mebibytes, seconds] = JSON.parse(readFileSync(peakFile, 'utf8'));
    cpu.push(seconds);
    peak.push(mebibytes);
  }
  const cells = [range(wall, 2, 's'), range(cpu, 2, 's CPU'), range(peak, 0, 'MiB')];
  console.log(title.padEnd(10) + cells.map((cell) => cell.padStart(30)).join(''));
}

function range(values, digits, unit) {
  const [middle, least, most] = [median(values), Math.min(...values), Math.max(...values)];
  return `${middle.toFixed(digits)} ${unit} (${least.toFixed(digits)} to ${most.toFixed(digits)})`;
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
