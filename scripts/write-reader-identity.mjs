// Writes a digest of everything by which a spec file is read: what was kept by another reader is not believed.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

const CODE = ['core/diagnostics', 'core/source', 'core/language', 'core/model'];
const LIBRARIES = ['yaml', 'canonicalize', 'fraction.js'];

const dist = new URL('../dist/', import.meta.url);
const digest = createHash('sha256');
for (const folder of CODE) {
  const files = readdirSync(new URL(`${folder}/`, dist), { recursive: true })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.js'))
    .sort();
  for (const file of files)
    digest
      .update(`${file}\0`)
      .update(readFileSync(new URL(file, dist)))
      .update('\0');
}
const { dependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
for (const library of LIBRARIES) digest.update(`${library}@${dependencies[library]}\0`);

mkdirSync(new URL('catalogues/', dist), { recursive: true });
writeFileSync(new URL('catalogues/reader.txt', dist), `${digest.digest('hex')}\n`);
