// Writes the pages of the rule catalogue to docs/rules/, from the rules themselves.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { rulePages } from '../dist/render/rules/rule-pages.js';

const folder = new URL('../docs/rules/', import.meta.url);
const pages = rulePages();

mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (!pages.has(name)) rmSync(new URL(name, folder));
for (const [name, text] of pages) writeFileSync(new URL(name, folder), text);
