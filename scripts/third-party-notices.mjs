// Writes THIRD-PARTY-NOTICES.md: name, version, licence and licence text of everything that is installed with
// countersign, fonts included. With --check it fails where the file is not what it would write.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const notices = new URL('THIRD-PARTY-NOTICES.md', root);

/** Packages that declare a licence but ship no text of it: the standard text stands for it, with the declared author. */
const STANDARD_TEXTS = {
  MIT: (holder) => `Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
  'Apache-2.0': (holder) =>
    `Copyright ${holder}. Licensed under the Apache License, Version 2.0: the text stands in the file LICENSE beside this one.`,
};

const text = compose();
if (!process.argv.includes('--check')) {
  writeFileSync(notices, text);
} else if (current() !== text) {
  console.error('THIRD-PARTY-NOTICES.md is not current: run npm run notices.');
  process.exitCode = 1;
}

function compose() {
  const parts = installed().map(readPackage);
  const rows = parts.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`);
  const byText = groupBy(parts, licenceText);
  const texts = [...byText].map(([licence, sharing]) => {
    const names = sharing.map(({ name, version }) => `${name} ${version}`).join(', ');
    return `### ${names}\n\n\`\`\`text\n${licence}\n\`\`\`\n`;
  });
  return [
    '# Third-party notices',
    '',
    'Countersign is licensed under the Apache License 2.0 (see LICENSE). It is installed with the packages below, each',
    'under its own licence. The DejaVu typefaces of `dejavu-fonts-ttf` are embedded, as subsets, in the PDF documents that',
    'it writes; their licence permits that. This file is made by `npm run notices`.',
    '',
    '| package | version | licence |',
    '| --- | --- | --- |',
    ...rows,
    '',
    '## Licence texts',
    '',
    texts.join('\n'),
  ].join('\n');
}

/** Folders of the packages that are installed with countersign, from the lock file. */
function installed() {
  const lock = JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8'));
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional)
    .map(([path]) => path)
    .toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : a < b ? -1 : 1));
}

function nameOf(path) {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

function readPackage(path) {
  const folder = new URL(`${path}/`, root);
  const manifest = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
  const files = readdirSync(folder)
    .filter((name) => /^(licen[cs]e|copying|notice)/i.test(name))
    .toSorted();
  const texts = files.map((file) => plain(readFileSync(new URL(file, folder), 'utf8')));
  const author = typeof manifest.author === 'string' ? manifest.author : manifest.author?.name;
  return {
    name: nameOf(path),
    version: manifest.version,
    licence: licenceName(manifest, texts),
    texts,
    holder: (author ?? `the authors of ${manifest.name}`).replace(/\s*<.*$/, ''),
  };
}

function licenceName({ name, license }, texts) {
  if (name === 'dejavu-fonts-ttf') return 'Bitstream Vera and Arev font licences; changes in the public domain';
  if (license) return license;
  if (texts.some((text) => /^(the )?MIT License/i.test(text))) return 'MIT';
  if (texts.length > 0) return 'see the text';
  throw new Error(`${name} declares no licence and ships none: it cannot be distributed.`);
}

function licenceText({ name, licence, texts, holder }) {
  if (texts.length > 0) return texts.join('\n\n');
  const standard = STANDARD_TEXTS[licence];
  if (!standard) throw new Error(`${name} ships no text of its licence ${licence}: add it to ${import.meta.filename}.`);
  return standard(holder);
}

/** The same text whatever the line endings, tabs at line ends or marks at the start were. */
function plain(text) {
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replaceAll(/[ \t\f]+$/gm, '')
    .replaceAll('```', "'''")
    .trim();
}

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function current() {
  try {
    return readFileSync(notices, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return '';
  }
}
