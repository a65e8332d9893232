// Compiles src to dist and writes what is made from it: the command manifest, the published schemas, the clause catalogue,
// the identity of what reads specs.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
removeOrphans('dist');
run('scripts/write-schemas.mjs');
run('scripts/write-rules.mjs');
run('scripts/write-catalogues.mjs');
run('scripts/write-reader-identity.mjs');
run('scripts/write-manifest.mjs');

function run(script, ...args) {
  const { status, error } = spawnSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/** A command whose source is gone must not live on in dist, where oclif would find it. */
function removeOrphans(folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const source = path.replace(/^dist/, 'src').replace(/\.d\.ts$|\.js$/, '.ts');
    if (entry.isDirectory()) {
      if (existsSync(join(root, source))) removeOrphans(path);
      else rmSync(join(root, path), { recursive: true });
    } else if (!existsSync(join(root, source))) rmSync(join(root, path));
  }
}
