import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/core/diagnostics/diagnostic.ts';
import type { LoadedModel } from '../../../src/core/model/load-model.ts';
import { codeFrame } from '../../../src/render/diagnostics/code-frame.ts';
import { loadTexts } from './load-texts.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/language');

/** Every folder of fixtures is a project; `expected.txt` beside its files holds all that is to be said about it, in order. */
describe('what the loader says about', () => {
  const themes = readdirSync(FIXTURES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  test.each(themes.map(({ name }) => name))('%s', async (theme) => {
    const folder = join(FIXTURES, theme);
    const loaded = loadTexts(filesBelow(folder));
    await expect(report(loaded)).toMatchFileSnapshot(join(folder, 'expected.txt'));
  });
});

function filesBelow(folder: string): Record<string, Uint8Array> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name.endsWith('.yaml'),
  );
  return Object.fromEntries(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path).split(sep).join('/'), readFileSync(path)];
    }),
  );
}

function report(loaded: LoadedModel): string {
  const texts = new Map(loaded.documents.map(({ file, document }) => [file, document.text]));
  const blocks = loaded.diagnostics.map((diagnostic) => block(diagnostic, texts));
  return [
    `${loaded.model.elements.size} elements, ${loaded.model.withheld.size} withheld, ${blocks.length} diagnostics\n`,
    ...blocks,
  ].join('\n');
}

function block(diagnostic: Diagnostic, texts: ReadonlyMap<string, string>): string {
  const { at, severity, ruleId, message, hint, subject, related } = diagnostic;
  const place = ({ file, span }: Diagnostic['at']): string => `${file}:${span.start.line}:${span.start.column}`;
  return [
    `${place(at)} ${severity} ${ruleId}${subject === undefined ? '' : ` (${subject})`} ${at.pointer}`,
    `  ${message}`,
    ...(hint === undefined ? [] : [`  do: ${hint}`]),
    ...(related ?? []).map((other) => `  ${place(other.at)}: ${other.message}`),
    ...codeFrame(texts.get(at.file) ?? '', at.span)
      .split('\n')
      .map((line) => `    ${line}`),
    '',
  ].join('\n');
}
