// Writes every published JSON Schema to schemas/, from the definitions that the program itself validates with.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { publishedSchemas } from '../dist/app/published-schemas.js';

const folder = new URL('../schemas/', import.meta.url);
const wanted = new Map([...publishedSchemas()].map(([name, schema]) => [fileName(name), schema]));

mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (!wanted.has(name)) rmSync(new URL(name, folder));
for (const [name, schema] of wanted) writeFileSync(new URL(name, folder), `${JSON.stringify(schema(), null, 2)}\n`);

/** The schema of the language carries its version in the name: editors refer to the file. */
function fileName(name) {
  return name === 'language' ? 'countersign.v1.schema.json' : `${name}.schema.json`;
}
