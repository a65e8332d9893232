// Turns the PDF documents of a package into pictures, one per page, to look at: npm run pages -- [PACKAGE] [OUT]
// Without PACKAGE the demo is made first. Needs pdftoppm (Debian and Ubuntu: poppler-utils; macOS: brew install poppler).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const [wanted, out = 'pages'] = process.argv.slice(2);
const scratch = wanted ? undefined : mkdtempSync(join(tmpdir(), 'countersign-pages-'));

try {
  if (scratch) run(process.execPath, [join(root, 'bin/run.js'), 'demo', scratch]);
  const documents = join(wanted ? resolve(wanted) : join(scratch, 'evidence'), 'data', 'documents');
  if (!existsSync(documents)) throw new Error(`${documents} does not exist: name the folder of an evidence package.`);
  const pdfs = readdirSync(documents)
    .filter((name) => name.endsWith('.pdf'))
    .toSorted();
  if (pdfs.length === 0) throw new Error(`${documents} holds no PDF.`);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const name of pdfs) {
    run('pdftoppm', ['-png', '-r', '80', join(documents, name), join(out, basename(name, '.pdf'))]);
  }
  console.log(`${readdirSync(out).length} pages of ${pdfs.length} documents in ${resolve(out)}`);
} finally {
  if (scratch) rmSync(scratch, { recursive: true, force: true });
}

function run(program, args) {
  const { status, error } = spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (error?.code === 'ENOENT')
    throw new Error(`${program} is not installed. See the first lines of scripts/pages.mjs.`);
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ended with exit code ${status}.`);
}
