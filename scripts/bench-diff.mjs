// Measures a comparison of two revisions against what reading YAML and checking it by a JSON Schema costs at the least, all
// in one run: a generated project, one of a hundred of its files changed throughout.
// - bare: the `yaml` library parses each content once, ajv checks each against the published schema of the language;
// - cold: everything is read; cold, kept: and kept for later runs; warm: what did not change comes from the cache;
//   warm, gate: with all that the lints find in head, which a gate asks for;
// - then the same change in a quarter of the project, and every hundredth field of all files changed.
// Times are CPU seconds of a process of its own, so that a busy machine does not count as a slow program; `wall` is not.
// npm run bench:diff -- [INTERFACES]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { writeProject } from './bench-project.mjs';

const PHASES = ['read', 'recall', 'parse', 'validate', 'keep', 'graph', 'lint', 'diff', 'judge'];
const COUNTS = ['contents', 'parsed', 'elements', 'links', 'compared', 'deltas', 'findings'];

const [mode, ...args] = process.argv.slice(2);
if (mode === '--compare') print(await compare(...args));
else if (mode === '--parse') print(await parseAlone(args[0]));
else if (mode === '--bare') print(await bare(args[0]));
else run(Number(mode ?? 2000));

function print(result) {
  process.stdout.write(JSON.stringify(result));
}

function run(interfaces) {
  const scratch = mkdtempSync(join(tmpdir(), 'countersign-bench-diff-'));
  try {
    const changed = Math.ceil(interfaces / 100);
    const whole = projectIn(scratch, 'whole', { interfaces, changed, spread: false });
    const quarter = projectIn(scratch, 'quarter', { interfaces: Math.ceil(interfaces / 4), changed, spread: false });
    const spread = projectIn(scratch, 'spread', { interfaces, changed, spread: true });
    console.log(`Comparison of two revisions, Node.js ${process.version}; CPU seconds, wall seconds, MiB`);
    console.log(
      `${interfaces} interfaces, ${interfaces * 30} mapped fields, ${Math.ceil(interfaces / 4)} lifecycles\n`,
    );

    const least = inProcess('--bare', whole);
    console.log(
      `bare: yaml ${fixed(least.parse)} + ajv ${fixed(least.ajv)} = ${fixed(least.parse + least.ajv)} s (compiling the schema, ${fixed(least.compile)} s, not counted), peak ${fixed(least.peak, 0)} MiB\n`,
    );
    console.log(row('', [...PHASES, 'total', 'wall', 'peak', '', ...COUNTS]));
    const cache = join(scratch, 'cache');
    const cold = show('cold', whole, '-', (total) => `x ${fixed(total / (least.parse + least.ajv))} of bare`);
    const ofCold = (total) => `${fixed((100 * total) / cold, 0)} % of cold`;
    show('cold, kept', whole, cache, ofCold);
    const warm = show('warm', whole, cache, ofCold);
    show('warm, gate', whole, cache, ofCold, 'gate');
    show('quarter, kept', quarter, cache, ofCold);
    show('quarter, warm', quarter, cache, (total) => `x ${fixed(warm / total)} to warm`);
    show('1 % of all files', spread, '-', ofCold);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function projectIn(scratch, name, size) {
  const folder = join(scratch, name);
  mkdirSync(folder);
  writeProject(folder, size);
  return folder;
}

function show(title, repository, cache, ratioOf, command = 'diff') {
  const { phases, wall, peak, counts } = inProcess('--compare', repository, cache, command);
  // Reading goes from text to model in one sweep; what parsing takes of it is measured apart, for the same contents.
  const parse = Math.min(phases.load, (inProcess('--parse', repository).parse * counts.parsed) / counts.contents);
  const split = { ...phases, parse, validate: phases.load - parse };
  const total = Object.values(phases).reduce((sum, seconds) => sum + seconds, 0);
  const times = [...PHASES.map((phase) => split[phase]), total, wall].map((seconds) => fixed(seconds));
  console.log(
    row(title, [...times, fixed(peak, 0), ratioOf(total).padStart(16), ...COUNTS.map((name) => counts[name])]),
  );
  return total;
}

function row(title, cells) {
  return title.padEnd(17) + cells.map((cell) => String(cell).padStart(9)).join('');
}

function fixed(value, digits = 2) {
  return value.toFixed(digits);
}

/** A process of its own for each case: nothing is warm, and the peak of memory is its own. */
function inProcess(...measurement) {
  const script = fileURLToPath(import.meta.url);
  const { status, stdout } = spawnSync(process.execPath, [...process.execArgv, script, ...measurement], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1e8,
  });
  if (status !== 0) throw new Error(`The measurement ended with exit code ${status}.`);
  return JSON.parse(stdout);
}

function stopwatch() {
  const phases = {};
  return {
    phases,
    timed: async (phase, work) => {
      const start = process.cpuUsage();
      const result = await work();
      const { user, system } = process.cpuUsage(start);
      phases[phase] = (user + system) / 1e6;
      return result;
    },
  };
}

function peakMemory() {
  return process.resourceUsage().maxRSS / 1024;
}

function dist(path) {
  return import(new URL(`../dist/${path}`, import.meta.url));
}

async function readBoth(repository) {
  const { openRevisionSource } = await dist('io/git-source.js');
  return (await openRevisionSource({ cwd: repository })).readRange({ range: 'HEAD~1..HEAD' });
}

async function contentsOf(repository) {
  const { base, head } = await readBoth(repository);
  return [...new Map([...base.files, ...head.files].map((file) => [file.contentId, file.bytes])).values()];
}

async function bare(repository) {
  const { parse } = await import('yaml');
  const { default: Ajv } = await import('ajv/dist/2020.js');
  const texts = (await contentsOf(repository)).map((bytes) => Buffer.from(bytes).toString('utf8'));
  const { timed, phases } = stopwatch();
  const schema = JSON.parse(readFileSync(new URL('../schemas/countersign.v1.schema.json', import.meta.url), 'utf8'));
  const validate = await timed('compile', () =>
    new Ajv.default({ strict: false, formats: { date: true } }).compile(schema),
  );
  const values = await timed('parse', () => texts.map((text) => parse(text)));
  await timed('ajv', () => {
    for (const value of values) if (!validate(value)) throw new Error(`Not valid: ${JSON.stringify(validate.errors)}`);
  });
  return { ...phases, peak: peakMemory() };
}

async function parseAlone(repository) {
  const { decodeSpecText } = await dist('core/source/decode.js');
  const { parseSpecText } = await dist('core/source/parse-document.js');
  const contents = await contentsOf(repository);
  const { timed, phases } = stopwatch();
  await timed('parse', () => {
    for (const bytes of contents) parseSpecText(decodeSpecText(bytes, 'head', '').text);
  });
  return phases;
}

async function compare(repository, cacheFolder, command) {
  const { NO_READING_STORE, openReadingStore } = await dist('io/reading-store.js');
  const { loadModel, readingKey } = await dist('core/model/load-model.js');
  const { buildGraph } = await dist('core/graph/build-graph.js');
  const { runDifferingLints, runLints } = await dist('core/rules/run-lints.js');
  const { diffModels } = await dist('core/diff/diff-models.js');
  const { judgeChanges } = await dist('core/rules/judge.js');
  const { sha256 } = await dist('io/digest.js');
  const { compareLanguages } = await dist('io/pattern-languages.js');
  const store =
    cacheFolder === '-'
      ? NO_READING_STORE
      : openReadingStore({ folder: cacheFolder, project: repository, reader: createHash('sha256').digest('hex') });
  const { timed, phases } = stopwatch();
  const both = (work, a, b) => [work(a), work(b)];

  const start = performance.now();
  const read = await timed('read', () => readBoth(repository));
  const all = [...read.head.files, ...read.base.files];
  const cache = new Map();
  const known = new Set(read.base.files.map(readingKey));
  await timed('recall', () =>
    store.recall(
      read.head.files.filter((file) => known.has(readingKey(file))),
      cache,
    ),
  );
  const recalled = cache.size;
  const [base, head] = await timed('load', () =>
    both((revision) => loadModel(revision, { cache }), read.base, read.head),
  );
  await timed('keep', () => store.keep(all, cache));
  const contents = cache.size;
  const [graphBase, graphHead] = await timed('graph', () =>
    both(({ model }) => buildGraph(model, new Set()), base, head),
  );
  const common = { digest: sha256, asOf: '2026-01-01', policy: base.model };
  const lints = both(([{ model }, { graph }]) => ({ ...common, model, graph }), [base, graphBase], [head, graphHead]);
  const { lintBase, lintHead } = await timed('lint', () => {
    const differing = runDifferingLints(...lints);
    if (command === 'gate') runLints(lints[1]);
    return differing;
  });
  const count = { matched: 0, compared: 0 };
  const diff = await timed('diff', () =>
    diffModels(base.model, head.model, { base: read.base.files, head: read.head.files }, count),
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
      compareLanguages,
    }),
  );
  const wall = (performance.now() - start) / 1000;
  const wrong = [...base.diagnostics, ...head.diagnostics, ...graphBase.diagnostics, ...graphHead.diagnostics];
  if (wrong.length > 0) throw new Error(`The project is not valid: ${wrong[0].message}`);
  return {
    phases,
    wall,
    peak: peakMemory(),
    counts: {
      contents,
      parsed: contents - recalled,
      elements: base.model.elements.size + head.model.elements.size,
      links: graphBase.graph.links.length + graphHead.graph.links.length,
      compared: count.compared,
      deltas: diff.deltas.length,
      findings: findings.length,
    },
  };
}
