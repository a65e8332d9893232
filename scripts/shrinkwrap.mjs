// Makes npm-shrinkwrap.json of package-lock.json for publishing, without what only development needs: whoever installs
// the package gets the very versions that it was tested with, and so the same bytes in the documents.
// With --remove it takes the file away again: in the working tree the lock file alone counts.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

const shrinkwrap = new URL('../npm-shrinkwrap.json', import.meta.url);

if (process.argv.includes('--remove')) {
  rmSync(shrinkwrap, { force: true });
} else {
  const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
  const packages = Object.entries(lock.packages).filter(([, entry]) => !entry.dev);
  const [, self] = packages.find(([path]) => path === '');
  delete self.devDependencies;
  writeFileSync(shrinkwrap, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);
}
