// Measures the PDF writer on a matrix of wrapped rows in six columns, and the same rows with what else is installed.
// CPU seconds are those of the process and its children, without its start: every engine runs in a process of its own.
// npm run bench:pdf -- [RUNS] [FOLDER]   FOLDER/node_modules may hold pdfmake and @myriaddreamin/typst-ts-node-compiler:
// npm install --prefix FOLDER pdfmake@0.3.11 @myriaddreamin/typst-ts-node-compiler@0.7.0
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const self = fileURLToPath(import.meta.url);
const root = fileURLToPath(new URL('../', import.meta.url));
const require = createRequire(import.meta.url);
const COLUMNS = ['Id', 'Requirement', 'Design', 'Risk', 'Test', 'Result'];
const SHARES = [1.2, 3, 2.5, 2, 2, 1.2];

const META = {
  title: 'Requirements traceability matrix',
  documentType: 'Traceability matrix',
  number: 'BENCH-1',
  revision: '1',
  status: 'FOR APPROVAL',
  statusReasons: [],
  organisation: 'Northmoor',
  site: 'Leith',
  confidentiality: 'Confidential',
  packageId: 'bench',
  packageVersion: '1.0.0',
  commit: 'abc123def456',
  tree: 'clean',
  contentHash: '1a2b3c4d5e6f',
  tool: 'countersign',
  toolVersion: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
  generated: '2026-03-04T10:22:05Z',
};

if (process.argv[2] === '--engine')
  await runEngine(process.argv[3], Number(process.argv[4]), process.argv[5], process.argv[6]);
else compare(Number(process.argv[2] ?? 3), process.argv[3] ?? '');

function compare(runs, peers) {
  const scratch = mkdtempSync(join(tmpdir(), 'countersign-bench-pdf-'));
  try {
    console.log(`Least CPU seconds of ${runs} runs on Node.js ${process.version}, start of the process not counted`);
    console.log(
      'engine'.padEnd(22) +
        ['rows', 'CPU s', 'peak MiB', 'pages', 'pages/CPU s', 'KiB'].map((head) => head.padStart(12)).join(''),
    );
    for (const [engine, rows] of [
      ['countersign', 5000],
      ['countersign', 50_000],
      ['typst', 5000],
      ['chromium', 5000],
      ['weasyprint', 5000],
      ['pdfmake', 5000],
    ]) {
      const file = join(scratch, `${engine}-${rows}.pdf`);
      const measured = Array.from({ length: runs }, () =>
        ['chromium', 'weasyprint'].includes(engine)
          ? runProgram(engine, rows, file, scratch)
          : runChild(engine, rows, file, peers),
      ).filter((one) => one !== undefined);
      const best = measured.toSorted((a, b) => a.cpu - b.cpu)[0];
      if (best === undefined) {
        console.log(`${engine.padEnd(22)}${'not installed'.padStart(24)}`);
        continue;
      }
      const pages = Number(/Pages:\s+(\d+)/.exec(spawnSync('pdfinfo', [file], { encoding: 'utf8' }).stdout)?.[1]);
      const cells = [
        rows,
        best.cpu.toFixed(2),
        best.peak?.toFixed(0) ?? '',
        pages,
        (pages / best.cpu).toFixed(0),
        Math.round(readFileSync(file).length / 1024),
      ];
      console.log(engine.padEnd(22) + cells.map((cell) => String(cell).padStart(12)).join(''));
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function runChild(engine, rows, file, peers) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [self, '--engine', engine, String(rows), file, peers],
    { encoding: 'utf8' },
  );
  if (status === 3) return undefined;
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** A program on the path; the time of all its processes, less that of an empty page. */
function runProgram(engine, rows, file, scratch) {
  if (spawnSync(engine, ['--version']).status !== 0) return undefined;
  const timed = (count, target) => {
    const page = join(scratch, 'page.html');
    writeFileSync(page, html(count));
    const line =
      engine === 'chromium'
        ? `chromium --headless --no-sandbox --disable-gpu --no-zygote --single-process --no-pdf-header-footer --user-data-dir='${scratch}/profile' --print-to-pdf='${target}' 'file://${page}'`
        : `weasyprint '${page}' '${target}'`;
    const { stderr } = spawnSync('bash', ['-c', `TIMEFORMAT='cpu %U %S'; time { ${line} > '${scratch}/log' 2>&1; }`], {
      encoding: 'utf8',
    });
    const [, user, system] = /cpu ([\d.]+) ([\d.]+)/.exec(stderr) ?? [];
    return Number(user) + Number(system);
  };
  const start = timed(1, join(scratch, 'empty.pdf'));
  const cpu = timed(rows, file) - start;
  return existsSync(file) ? { cpu } : undefined;
}

async function runEngine(engine, rows, file, peers) {
  const write = await engineOf(engine, peers);
  if (write === undefined) process.exit(3);
  await write(matrixOf(1)); // fonts are parsed and the program is loaded: what a start costs
  const matrix = matrixOf(rows);
  const before = process.cpuUsage();
  const bytes = await write(matrix);
  const { user, system } = process.cpuUsage(before);
  writeFileSync(file, bytes);
  console.log(JSON.stringify({ cpu: (user + system) / 1e6, peak: process.resourceUsage().maxRSS / 1024 }));
}

async function engineOf(engine, peers) {
  if (engine === 'countersign') {
    const { writePdf } = await import(new URL('../dist/io/pdf-writer.js', import.meta.url).href);
    return async (matrix) => (await writePdf({ meta: META, blocks: blocksOf(matrix) })).bytes;
  }
  const at = peers === '' ? undefined : createRequire(join(peers, 'package.json'));
  try {
    if (engine === 'typst') {
      const { NodeCompiler } = at('@myriaddreamin/typst-ts-node-compiler');
      const fonts = join(require.resolve('dejavu-fonts-ttf/package.json'), '../ttf');
      const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }] });
      return async (matrix) => compiler.pdf({ mainFileContent: typst(matrix) });
    }
    const pdfmake = at('pdfmake');
    const font = join(require.resolve('dejavu-fonts-ttf/package.json'), '../ttf/DejaVuSansCondensed.ttf');
    return async (matrix) => {
      pdfmake.setFonts({ D: { normal: font, bold: font, italics: font, bolditalics: font } });
      const table = {
        headerRows: 1,
        widths: SHARES.map((share) => `${(share * 90) / 11.9}%`),
        body: [COLUMNS, ...matrix],
      };
      return pdfmake.createPdf({ content: [{ table }], defaultStyle: { font: 'D', fontSize: 7.8 } }).getBuffer();
    };
  } catch {
    return undefined;
  }
}

/** The same words on every run: a generator with a fixed seed. */
function matrixOf(rows) {
  const vocabulary =
    'lot batch release quality unit signature transition guard interface message operator supervisor disposition audit trail record system state blocked requirement evidence value temperature pressure measurement configuration verification expected result refused accepted within the of and to a is by for with when not'.split(
      ' ',
    );
  let seed = 42;
  const next = (below) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % below;
  };
  const say = (count) =>
    Array.from({ length: count }, () =>
      next(12) === 0 ? `T-${next(9000)}` : vocabulary[next(vocabulary.length)],
    ).join(' ');
  return Array.from({ length: rows }, (_, index) => [`URS-${index + 1}`, ...[14, 9, 6, 5, 2].map(say)]);
}

function blocksOf(matrix) {
  const text = (words) => [{ kind: 'text', text: words }];
  const rows = matrix.map((cells) => ({
    cells: cells.map((words) => ({ content: [{ kind: 'paragraph', content: text(words) }] })),
  }));
  const columns = COLUMNS.map((header, index) => ({ header: text(header), width: SHARES[index] }));
  return [
    { kind: 'heading', level: 1, content: text('Matrix') },
    { kind: 'table', columns, rows },
  ];
}

function html(rows) {
  const line = (cells, tag) => `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  const widths = SHARES.map((share) => `<col style="width:${(share * 100) / 11.9}%">`).join('');
  const style =
    '@page{size:A4;margin:18mm 14mm}body{font:7.8pt/9.6pt "DejaVu Sans Condensed"}table{border-collapse:collapse;width:100%;table-layout:fixed}td,th{border:.4pt solid #bbb;padding:2.6pt 4pt;overflow-wrap:anywhere;vertical-align:top}';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Matrix</title><style>${style}</style><table><colgroup>${widths}</colgroup><thead>${line(COLUMNS, 'th')}</thead><tbody>${matrixOf(
    rows,
  )
    .map((cells) => line(cells, 'td'))
    .join('')}</tbody></table></html>`;
}

function typst(matrix) {
  const quoted = (cells) => cells.map((cell) => `[${cell}]`).join(', ');
  return `#set page(paper: "a4", margin: (x: 14mm, y: 18mm))\n#set text(font: "DejaVu Sans", stretch: 75%, size: 7.8pt)\n#table(columns: (${SHARES.map((share) => `${share}fr`).join(', ')}), table.header(${quoted(COLUMNS)}), ${matrix.map(quoted).join(',\n')})\n`;
}
