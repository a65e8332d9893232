// Measures the search against Spin and TLC, in one run, on the same plants: lots on hold that grow with the number of lots, the
// messages that may wait and the faults (scripts/bench-plants.mjs), and the worked plant of examples/northmoor.
// - ours: every state, as the others search them, in a process of its own, generated code included, start of Node.js not;
// - ours, alike once: as the tool searches: of states that differ only in which lot is which, one;
// - spin, no reduction: the exported model, `spin -a -o2`, `gcc -O2 -DSAFETY -DNOREDUCE`; what that takes is the last column;
// - spin, default: the same without -DNOREDUCE;
// - tlc: the exported module, where the environment variable TLA2TOOLS names a tla2tools.jar; the start of Java included.
// All must find equally many states; what is searched once must stand for as many. Seconds are CPU seconds of the process, so that a busy machine does not count as a slow
// program. Bytes are those of the state table and what belongs to it; `peak` is the memory of the whole process.
// npm run bench:explore -- [MOST MILLION STATES] [MOST MILLION STATES FOR SPIN]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lotHoldPlant, lotHoldProperties } from './bench-plants.mjs';

// Sizes in million states are known; they choose what is run.
const MODELS = [
  { name: 'northmoor, 1 lot', northmoor: { messages: 3, faults: 0 }, size: 0.02 },
  { name: 'northmoor, 2 lots', northmoor: { messages: 2, faults: 0, instances: { lot: 2, ncr: 1 } }, size: 7 },
  { name: '1 lot, 2 messages', lots: 1, messages: 2, size: 0.0001 },
  { name: '2 lots, 2 messages', lots: 2, messages: 2, size: 0.01 },
  { name: '3 lots, 2 messages', lots: 3, messages: 2, size: 0.7 },
  { name: '4 lots, 1 message', lots: 4, messages: 1, size: 2.1 },
  { name: '3 lots, 2, 1 fault', lots: 3, messages: 2, faults: 1, size: 4.5 },
  { name: '3 lots, 3 messages', lots: 3, messages: 3, size: 14.1 },
  { name: '3 lots, 2, 3 faults', lots: 3, messages: 2, faults: 3, size: 28 },
  { name: '3 lots, 2, 4 faults', lots: 3, messages: 2, faults: 4, size: 45 },
];
const REPEATS = 3;
const NO_LIMITS = { states: 2e9, bytes: 2 ** 40 };

const [mode, ...args] = process.argv.slice(2);
if (mode === '--search') process.stdout.write(JSON.stringify(await searched(JSON.parse(args[0]), args[1])));
else if (mode === '--export') process.stdout.write(JSON.stringify(await exported(JSON.parse(args[0]))));
else run(Number(mode ?? 15), Number(args[0] ?? 5));

function run(most, mostForSpin) {
  const spin = found('spin', '-V') && found('gcc', '--version');
  const jar = process.env.TLA2TOOLS ?? '';
  const tlc = existsSync(jar) && found('java', '-version');
  console.log(`Search of composed plants, Node.js ${process.version}; CPU seconds, best of ${REPEATS} for ours\n`);
  if (!spin) console.log('NOT MEASURED: spin or gcc is not installed, nothing is compared with it.\n');
  if (!tlc)
    console.log(
      'NOT MEASURED: java is not installed or TLA2TOOLS names no tla2tools.jar, nothing is compared with TLC.\n',
    );
  const head = ['states', 'steps', 'seconds', 'states/s', 'bytes/state', 'peak MB', 'ours is', 'to compile'];
  for (const model of MODELS) {
    if (model.size > most) {
      console.log(`${model.name}: NOT MEASURED, has ${model.size} million states: say so many as first argument.\n`);
      continue;
    }
    console.log(row(model.name, head));
    const ours = best(Array.from({ length: REPEATS }, () => inProcess('--search', JSON.stringify(model))));
    show('ours', ours);
    show('ours, ways kept', inProcess('--search', JSON.stringify(model), 'ways'));
    const once = inProcess('--search', JSON.stringify(model), 'once');
    if (once.states < once.standFor) show('ours, alike once', once, ours);
    const scratch = mkdtempSync(join(tmpdir(), 'countersign-bench-explore-'));
    try {
      if (!spin && !tlc) continue;
      const { promela, tla } = inProcess('--export', JSON.stringify(model));
      if (spin && model.size > mostForSpin)
        console.log(row('spin', ['NOT MEASURED: say so many million states as second argument.']));
      else if (spin) {
        show('spin, no reduction', spun(scratch, promela, ours, ['-DNOREDUCE']), ours);
        show('spin, default', spun(scratch, promela, ours, []), ours);
      }
      if (tlc && model.size <= mostForSpin / 5) show('tlc, 2 workers', checkedByTlc(scratch, tla, jar), ours);
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
    console.log('');
  }
}

function found(program, ...options) {
  return spawnSync(program, options).status === 0;
}

function best(results) {
  return results.toSorted((a, b) => a.seconds - b.seconds)[0];
}

function show(title, result, ours) {
  const { states, standFor, steps, seconds, bytes, peak, compiling } = result;
  const rate = seconds > 0 ? Math.round(states / seconds) : 0;
  const ratio = ours === undefined || seconds === 0 ? '' : `x ${(seconds / ours.seconds).toFixed(1)}`;
  const perState = bytes === undefined ? '' : (bytes / states).toFixed(1);
  const cells = [states, steps, seconds.toFixed(2), rate.toLocaleString('en'), perState, peak?.toFixed(0) ?? '', ratio];
  console.log(row(title, [...cells, compiling === undefined ? '' : compiling.toFixed(2)]));
  if (ours !== undefined && (standFor ?? states) !== ours.states) {
    console.log(`DIFFERENT: ${title} found ${standFor ?? states} states, ours ${ours.states}.`);
    process.exitCode = 1;
  }
}

function row(title, cells) {
  return title.padEnd(20) + cells.map((cell) => String(cell).padStart(13)).join('');
}

/** A process of its own for each case: nothing is warm, and the peak of memory is its own. */
function inProcess(...measurement) {
  const script = fileURLToPath(import.meta.url);
  const { status, stdout } = spawnSync(process.execPath, [...process.execArgv, script, ...measurement], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(`The measurement ended with exit code ${status}.`);
  return JSON.parse(stdout);
}

function dist(path) {
  return import(new URL(`../dist/core/${path}`, import.meta.url));
}

async function plantOf({ northmoor, ...sizes }) {
  if (northmoor === undefined) return { plant: lotHoldPlant(sizes), properties: lotHoldProperties(sizes) };
  const { loadModel } = await dist('model/load-model.js');
  const { boundsOf } = await dist('explore/compose/bounds.js');
  const { composePlant } = await dist('explore/compose/compose-plant.js');
  const root = fileURLToPath(new URL('../examples/northmoor/v1.0.0/', import.meta.url));
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
  const files = names
    .map((name) => name.split(sep).join('/'))
    .toSorted()
    .map((file) => ({ revision: 'head', file, bytes: readFileSync(join(root, file)), contentId: file }));
  const { model } = loadModel({ identity: { label: 'head', kind: 'folder', modified: false }, files });
  const { plant } = composePlant(model, boundsOf(model, northmoor));
  return { plant, properties: [] };
}

async function searched(model, how) {
  const { search } = await dist('explore/search/search.js');
  const { plant, properties } = await plantOf(model);
  const out = { kind: 'possible', id: 'out', from: { kind: 'true' }, goal: plant.resting };
  const start = process.cpuUsage();
  const asked = how === 'ways' ? [...properties, out] : properties;
  const options = { alike: how === 'once' ? 'once' : 'each' };
  const { states, standFor, steps, bytes } = search(plant, asked, NO_LIMITS, {}, options);
  const { user, system } = process.cpuUsage(start);
  const peak = process.resourceUsage().maxRSS / 1024;
  return { states, standFor, steps, bytes, seconds: (user + system) / 1e6, peak, beginnings: plant.initial.length };
}

async function exported(model) {
  const { promelaOf } = await dist('explore/export/promela.js');
  const { tlaOf } = await dist('explore/export/tla.js');
  const { plant } = await plantOf(model);
  return { promela: promelaOf(plant, []), tla: tlaOf(plant, []) };
}

/** `ONLY=0`: the exported model is searched without asking anything of it. */
function spun(scratch, promela, { states, beginnings }, switches) {
  writeFileSync(join(scratch, 'plant.pml'), promela);
  const generated = timed(scratch, 'spin', '-a', '-o2', '-DONLY=0', 'plant.pml');
  const options = ['-O2', '-w', '-DSAFETY', '-DNOFAIR', '-DVECTORSZ=8192', ...switches, '-o', 'pan', 'pan.c'];
  const compiled = timed(scratch, 'gcc', ...options);
  const table = Math.max(16, Math.ceil(Math.log2(states)) + 1);
  const depth = Math.min(states + 1000, 4_000_000);
  const { text, seconds, peak } = timed(scratch, './pan', '-n', '-c0', `-w${table}`, `-m${depth}`);
  if (/max search depth too small|out of memory|errors: [1-9]/.test(text))
    throw new Error(`Spin did not finish:\n${text}`);
  const number = (pattern) => Number(pattern.exec(text)?.[1]);
  const megabytes = number(/([\d.]+)\s+actual memory usage for states/) || number(/([\d.]+)\s+equivalent memory usage/);
  return {
    // Before one of several beginnings is chosen, Spin is in a state that the plant does not have.
    states: number(/^\s*(\d+) states, stored/m) - (beginnings > 1 ? 1 : 0),
    steps: number(/^\s*(\d+) transitions/m),
    bytes: (megabytes + number(/([\d.]+)\s+memory used for hash table/)) * 1024 ** 2,
    seconds,
    peak,
    compiling: generated.seconds + compiled.seconds,
  };
}

/** TLC ends with the first invariant that is violated: nothing is asked, so that it goes through all states. */
function checkedByTlc(scratch, { module, config }, jar) {
  const name = /MODULE (\w+)/.exec(module)[1];
  writeFileSync(join(scratch, `${name}.tla`), module);
  writeFileSync(join(scratch, `${name}.cfg`), config.replace(/^INVARIANT .*$/gm, ''));
  const { text, seconds, peak } = timed(
    scratch,
    'java',
    '-XX:+UseParallelGC',
    '-cp',
    jar,
    'tlc2.TLC',
    '-deadlock',
    '-workers',
    '2',
    name,
  );
  const counts = /([\d,]+) states generated, ([\d,]+) distinct states found, 0 states left/.exec(text);
  if (counts === null) throw new Error(`TLC did not finish:\n${text}`);
  const [steps, states] = counts.slice(1).map((count) => Number(count.replaceAll(',', '')));
  return { states, steps, seconds, peak };
}

/** CPU seconds and peak memory of a program, as the shell and the kernel count them. */
function timed(cwd, ...command) {
  const script = 'TIMEFORMAT="cpu %U %S"; time "$@"';
  const result = spawnSync('bash', ['-c', script, 'bash', ...command], { cwd, encoding: 'utf8', maxBuffer: 1e9 });
  const [, user, system] = /cpu ([\d.]+) ([\d.]+)\s*$/.exec(result.stderr) ?? [];
  if (result.status !== 0 || user === undefined) throw new Error(`${result.stdout}\n${result.stderr}`);
  const megabytes = /([\d.]+)\s+total actual memory usage/.exec(result.stdout)?.[1];
  return { text: result.stdout, seconds: Number(user) + Number(system), peak: megabytes && Number(megabytes) };
}
