import { describe, expect, it } from 'vitest';
import { readProjectHeader } from '../../../src/core/source/project-header.ts';

const read = (text: string | Buffer) =>
  readProjectHeader({ bytes: Buffer.from(text as string), file: 'countersign.yaml', revision: 'head' });
const DEFAULT = ['specs/**/*.yaml', 'specs/**/*.yml'];

describe('the header of a project file', () => {
  it('is its id and its file patterns, a single one or a list, with their places', () => {
    const header = read('\ufefflanguage: 1\r\npackage: {id: P-1}\r\nfiles:\r\n  - a/*.yaml\r\n  - "b.yaml"\r\n');
    expect(header.packageId).toBe('P-1');
    expect(header.patterns.map(({ text }) => text)).toEqual(['a/*.yaml', 'b.yaml']);
    expect(header.patternLocations).toEqual([
      {
        revision: 'head',
        file: 'countersign.yaml',
        pointer: '/files/0',
        span: { start: { line: 4, column: 5 }, end: { line: 4, column: 13 } },
      },
      {
        revision: 'head',
        file: 'countersign.yaml',
        pointer: '/files/1',
        span: { start: { line: 5, column: 5 }, end: { line: 5, column: 13 } },
      },
    ]);
    expect(read('files: model.yaml').patterns.map(({ text }) => text)).toEqual(['model.yaml']);
  });

  it('falls back to the default where nothing can be read', () => {
    const hostile = [
      '',
      '- a list',
      'files: [unclosed',
      `a: ${'['.repeat(100_000)}`,
      `a: ${'{b: '.repeat(1000)}`,
      '- '.repeat(5000),
      Array.from({ length: 20_000 }, (_, index) => `a${index}: &x${index} 1`).join('\n'),
      Buffer.from([0xff, 0xfe, 0x61, 0]),
    ];
    for (const text of hostile) {
      const { patterns, diagnostics, packageId } = read(text);
      expect(diagnostics).toEqual([]);
      expect(packageId).toBeUndefined();
      if (text !== 'files: [unclosed') expect(patterns.map((pattern) => pattern.text)).toEqual(DEFAULT);
    }
  });

  it('says what is wrong with a pattern, where it stands', () => {
    const { diagnostics, patterns } = read('files:\n');
    expect(patterns).toEqual([]);
    expect(diagnostics).toMatchObject([
      { ruleId: 'files-glob-invalid', severity: 'error', at: { pointer: '/files', span: { start: { line: 1 } } } },
    ]);
  });
});
