// Writes the clause catalogue as JSON beside the compiled program: every command needs it, and reading its YAML takes longer
// than checking a small project.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

const catalogue = parse(readFileSync(new URL('../specs/catalogues/clauses.yaml', import.meta.url), 'utf8'));
const folder = new URL('../dist/catalogues/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('clauses.json', folder), `${JSON.stringify(catalogue)}\n`);
