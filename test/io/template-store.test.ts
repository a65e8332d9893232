import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTemplateStore } from '../../src/io/template-store.ts';

test('reads documents and partials by name, with line feeds', () => {
  const folder = mkdtempSync(join(tmpdir(), 'templates-'));
  try {
    mkdirSync(join(folder, 'partials'));
    writeFileSync(join(folder, 'impact-assessment.md.hbs'), '# A\r\n');
    writeFileSync(join(folder, 'README.md'), 'no template');
    writeFileSync(join(folder, 'partials', 'front.hbs'), 'B');
    const store = readTemplateStore(folder);
    expect([...store.documents]).toEqual([['impact-assessment', '# A\n']]);
    expect([...store.partials]).toEqual([['front', 'B']]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('says what is missing', () => {
  expect(() => readTemplateStore(join(tmpdir(), 'no-such-templates'))).toThrow(
    'The templates of the package cannot be read',
  );
});
