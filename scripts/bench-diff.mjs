// Measures a comparison: load, graph, lints, diff and judgement of two revisions. The figures that mean something on any
// machine are the ratios in the last column, all of one run:
// - as the project grows, 1 % of its mapped fields changed: time per field against the smallest project (linear = x 1);
// - for the smallest project, against that case: nothing changed, every field changed, and files that did not change parsed
//   again for the second revision.
// npm run bench:diff -- [MAPPED_FIELDS ...]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const FIELDS_PER_INTERFACE = 30;
const FIELDS_PER_OBJECT = 30;

if (process.argv[2] === '--measure') await measure(process.argv[3], process.argv[4] === 'shared');
else compareSizes(process.argv.slice(2).map(Number));

function compareSizes(asked) {
  const sizes = asked.length === 0 ? [15_000, 30_000, 60_000] : asked;
  const scratch = mkdtempSync(join(tmpdir(), 'countersign-bench-diff-'));
  try {
    console.log(`Comparison of two revisions, Node.js ${process.version}; CPU seconds, and wall time of all`);
    const columns = [
      'read',
      'load',
      'graph',
      'lint',
      'diff',
      'judge',
      'total',
      'wall',
      'peak MiB',
      'findings',
      'ratio',
    ];
    console.log(row('mapped fields', columns));
    const measured = (title, fields, every, files, ratioTo) => {
      const repository = join(scratch, `${fields}-${every}`);
      writeRepository(repository, fields, every);
      const { phases, wall, findings, peak } = measureInProcess(repository, files);
      const total = Object.values(phases).reduce((sum, seconds) => sum + seconds, 0);
      const times = [...Object.values(phases), total, wall].map((seconds) => seconds.toFixed(2));
      const ratio = ratioTo === undefined ? 1 : ratioTo(total);
      console.log(row(title, [...times, peak.toFixed(0), findings, `x ${ratio.toFixed(2)}`]));
      return total;
    };
    const [smallest, ...larger] = sizes;
    const first = measured(`${smallest}, 1 % changed`, smallest, 100, 'shared');
    for (const fields of larger) {
      measured(`${fields}, 1 % changed`, fields, 100, 'shared', (total) => total / fields / (first / smallest));
    }
    const against = (total) => total / first;
    measured(`${smallest}, none changed`, smallest, Infinity, 'shared', against);
    measured(`${smallest}, all changed`, smallest, 1, 'shared', against);
    measured(`${smallest}, 1 %, not shared`, smallest, 100, 'apart', against);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function row(title, cells) {
  return title.padEnd(22) + cells.map((cell) => String(cell).padStart(9)).join('');
}

/** A process of its own for each case: nothing is warm, and the peak of memory is its own. */
function measureInProcess(repository, files) {
  const script = fileURLToPath(import.meta.url);
  const { status, stdout } = spawnSync(
    process.execPath,
    [...process.execArgv, script, '--measure', repository, files],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  if (status !== 0) throw new Error(`The measurement ended with exit code ${status}.`);
  return JSON.parse(stdout);
}

async function measure(repository, shared) {
  const dist = (path) => import(new URL(`../dist/${path}`, import.meta.url));
  const { openRevisionSource } = await dist('io/git-source.js');
  const { loadModel } = await dist('core/model/load-model.js');
  const { buildGraph } = await dist('core/graph/build-graph.js');
  const { runLints } = await dist('core/rules/run-lints.js');
  const { diffModels } = await dist('core/diff/diff-models.js');
  const { judgeChanges } = await dist('core/rules/judge.js');
  const { sha256 } = await dist('io/digest.js');

  const phases = {};
  // The time that the process was given, so that a busy machine does not count as a slow program.
  const timed = async (phase, work) => {
    const start = process.cpuUsage();
    const result = await work();
    const { user, system } = process.cpuUsage(start);
    phases[phase] = (user + system) / 1e6;
    return result;
  };
  const both = (work, a, b) => [work(a), work(b)];

  const start = performance.now();
  const read = await timed('read', async () =>
    (await openRevisionSource({ cwd: repository })).readRange({ range: 'HEAD~1..HEAD' }),
  );
  const cache = new Map();
  const [base, head] = await timed('load', () =>
    both((revision) => loadModel(revision, { cache: shared ? cache : new Map() }), read.base, read.head),
  );
  const [graphBase, graphHead] = await timed('graph', () =>
    both(({ model }) => buildGraph(model, new Set()), base, head),
  );
  const lint = ([{ model }, { graph }]) => runLints({ model, graph, digest: sha256, asOf: '2026-01-01' });
  const [lintBase, lintHead] = await timed('lint', () => both(lint, [base, graphBase], [head, graphHead]));
  const diff = await timed('diff', () =>
    diffModels(base.model, head.model, { base: read.base.files, head: read.head.files }),
  );
  const { findings } = await timed('judge', () =>
    judgeChanges({
      base: base.model,
      head: head.model,
      diff,
      graphBase: graphBase.graph,
      graphHead: graphHead.graph,
      lintBase,
      lintHead,
      digest: sha256,
    }),
  );
  const wall = (performance.now() - start) / 1000;
  const wrong = [...base.diagnostics, ...head.diagnostics, ...graphBase.diagnostics, ...graphHead.diagnostics];
  if (wrong.length > 0) throw new Error(`The project is not valid: ${wrong[0].message}`);
  const peak = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(JSON.stringify({ phases, wall, findings: findings.length, peak }));
}

/** Two commits of a project with so many mapped fields; the second changes one of `every` so many. */
function writeRepository(folder, fields, every) {
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true });
  git(folder, ['init', '--quiet', '--template=', '--initial-branch=main']);
  const commits = ['before', 'after'].map((revision) =>
    commitStream(specFiles(fields, revision === 'after' ? every : Infinity)),
  );
  git(
    folder,
    ['fast-import', '--quiet', '--done', '--date-format=raw'],
    Buffer.concat([...commits, Buffer.from('done\n')]),
  );
  git(folder, ['reset', '--quiet', '--hard', 'main']);
}

function specFiles(fields, every) {
  const interfaces = Math.ceil(fields / FIELDS_PER_INTERFACE);
  const objects = Math.ceil(interfaces / 5);
  const systems = Math.ceil(interfaces / 10) + 1;
  const files = new Map();
  files.set(
    'countersign.yaml',
    'language: 1\npackage: {id: LARGE, title: Large project, version: "1"}\nprofile: sketch\n',
  );
  files.set(
    'specs/systems.yaml',
    `systems:\n${list(systems, (index) => `  SYS-${index}: {title: System ${index}}\n`)}`,
  );
  for (let index = 0; index < objects; index += 1) {
    const field = (nr) => `      f${nr}: {type: string, length: ${10 + (nr % 30)}}\n`;
    files.set(
      `specs/objects/OBJ-${index}.yaml`,
      `objects:\n  OBJ-${index}:\n    fields:\n${list(FIELDS_PER_OBJECT, field)}`,
    );
  }
  for (let index = 0; index < interfaces; index += 1) {
    const object = `OBJ-${index % objects}`;
    const field = (nr) => mappedField(object, nr, index * FIELDS_PER_INTERFACE + nr, every);
    const ends = `from: SYS-${index % systems}, to: SYS-${(index + 1) % systems}`;
    const head = `interfaces:\n  IF-${index}:\n${ends
      .split(', ')
      .map((end) => `    ${end}\n`)
      .join('')}    pattern: event\n    fields:\n`;
    files.set(`specs/interfaces/IF-${index}.yaml`, head + list(FIELDS_PER_INTERFACE, field));
  }
  return files;
}

/** One of `every` so many fields differs: in turn its length, its title, its target. */
function mappedField(object, nr, total, every) {
  const differs = total % every === 0 && every !== Infinity ? (total / every) % 3 : undefined;
  const length = 40 + (differs === 0 ? 20 : 0);
  const title = `Value ${nr}${differs === 1 ? ' as sent' : ''}`;
  const target = `/message/body/part[${nr}]/${differs === 2 ? 'amount' : 'value'}`;
  return `      m${nr}: {title: ${title}, from: ${object}.f${nr}, to: "${target}", type: string, length: ${length}, required: ${nr % 3 === 0}}\n`;
}

function list(count, line) {
  return Array.from({ length: count }, (_, index) => line(index)).join('');
}

function commitStream(files) {
  const parts = [
    `commit refs/heads/main\ncommitter Bench <bench@example.org> 1767225600 +0000\n`,
    data('State'),
    'deleteall\n',
  ];
  for (const [path, text] of files) parts.push(`M 100644 inline ${path}\n`, data(text));
  return Buffer.from(`${parts.join('')}\n`);
}

function data(text) {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

function git(folder, args, input) {
  const { status, stderr } = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    ...(input === undefined ? {} : { input }),
  });
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`);
}
