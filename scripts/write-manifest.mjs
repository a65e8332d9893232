// Writes oclif.manifest.json: what every command is called and takes. With it, a run imports the one command that it
// runs; without it, oclif imports all of them to learn their names.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Plugin, settings } from '@oclif/core';

const root = fileURLToPath(new URL('../', import.meta.url));
settings.enableAutoTranspile = false;

const plugin = new Plugin({
  root,
  name: JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).name,
  type: 'core',
  ignoreManifest: true,
  errorOnManifestCreate: true,
  respectNoCacheDefault: true,
});
await plugin.load();

const ordered = Object.entries(plugin.manifest.commands).sort(([a], [b]) => (a < b ? -1 : 1));
if (ordered.length === 0) throw new Error('No command was found in dist/commands: was it compiled?');
const manifest = { commands: Object.fromEntries(ordered), version: plugin.manifest.version };
writeFileSync(new URL('../oclif.manifest.json', import.meta.url), `${JSON.stringify(manifest, null, 2)}\n`);
