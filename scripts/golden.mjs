// Writes the SHA-256 of every file of the example's evidence package to examples/northmoor/expected, where CI compares them:
// npm run golden. The file changes with the tool's version, its rules, templates and texts; a diff of it is a change of evidence.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const golden = join(root, 'examples/northmoor/expected/package-v1.0.0..cr-2041.sha256');
const scratch = mkdtempSync(join(tmpdir(), 'countersign-golden-'));

try {
  const { status, error } = spawnSync(process.execPath, [join(root, 'bin/run.js'), 'demo', scratch], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`countersign demo ended with exit code ${status}.`);
  const lines = hashes(join(scratch, 'evidence'));
  writeFileSync(golden, lines.join(''));
  console.log(`${lines.length} files in ${relative(process.cwd(), golden)}`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Lines as `sha256sum` prints and checks them, in the order of bytes. */
function hashes(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `./${relative(folder, path).split(sep).join('/')}`)
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map(
      (path) =>
        `${createHash('sha256')
          .update(readFileSync(join(folder, path)))
          .digest('hex')}  ${path}\n`,
    );
}
