import { describe, expect, test } from 'vitest';
import { codeFrame } from '../../../src/render/diagnostics/code-frame.ts';
import { ANSI } from '../../../src/render/paint.ts';

const span = (line: number, column: number, end: number, endLine = line) => ({
  start: { line, column },
  end: { line: endLine, column: end },
});

describe('a code frame', () => {
  test('shows the line that is meant between its neighbours', () => {
    expect(codeFrame('systems:\n  MES:\n    titel: Shop floor\n  QMS: {}\n', span(3, 5, 10))).toBe(
      ['  2 |   MES:', '> 3 |     titel: Shop floor', '    |     ^^^^^', '  4 |   QMS: {}'].join('\n'),
    );
  });

  test('aligns line numbers of different length', () => {
    expect(codeFrame(Array.from({ length: 12 }, (_, index) => `k${index}: v`).join('\n'), span(10, 1, 3))).toBe(
      ['   9 | k8: v', '> 10 | k9: v', '     | ^^', '  11 | k10: v'].join('\n'),
    );
  });

  test('marks to the end of the line what goes on in the next, and one column where there is nothing', () => {
    expect(codeFrame('a: [b,\n  c]', span(1, 4, 5, 2))).toBe(['> 1 | a: [b,', '    |    ^^^', '  2 |   c]'].join('\n'));
    expect(codeFrame('a:\n', span(1, 3, 3))).toBe(['> 1 | a:', '    |   ^'].join('\n'));
  });

  test('reads Windows line ends and lets a tab take two columns', () => {
    expect(codeFrame('a:\r\n\tb: c\r\nd: e\r\n', span(2, 2, 3))).toBe(
      ['  1 | a:', '> 2 |   b: c', '    |   ^', '  3 | d: e'].join('\n'),
    );
  });

  test('counts the columns that a terminal shows', () => {
    expect(codeFrame('題名: x', span(1, 5, 6))).toBe(['> 1 | 題名: x', '    |       ^'].join('\n'));
    expect(codeFrame('e\u0301: x', span(1, 5, 6))).toBe(['> 1 | e\u0301: x', '    |    ^'].join('\n'));
  });

  test('cuts a long line around what is meant', () => {
    const frame = codeFrame(`${'a'.repeat(500)}HERE${'b'.repeat(500)}`, span(1, 501, 505)).split('\n');
    expect(frame.map((line) => line.length <= 130)).toEqual([true, true]);
    expect(frame[0]?.slice(frame[1]?.indexOf('^'), (frame[1]?.lastIndexOf('^') ?? 0) + 1)).toBe('HERE');
    expect([frame[0]?.includes('…a'), frame[0]?.endsWith('b…')]).toEqual([true, true]);
  });

  test('never cuts a character in two', () => {
    const line = '𝛀'.repeat(400);
    for (const column of [1, 120, 121, 400, 401, 799])
      expect(codeFrame(line, span(1, column, column + 1))).not.toMatch(/\p{Surrogate}/u);
  });

  test('spells out what could act on a terminal', () => {
    const frame = codeFrame('a: "\u001b[2Jx\u0007\u202e"', span(1, 4, 9));
    expect(frame).toBe(['> 1 | a: "\\u001b[2Jx\\u0007\\u202e"', '    |    ^^^^^^^^^^'].join('\n'));
  });

  test('has colours only when it is asked for them', () => {
    expect(codeFrame('a: b', span(1, 1, 2), ANSI)).toContain('\u001b[31m');
    expect(codeFrame('a: b', span(1, 1, 2))).not.toContain('\u001b');
  });

  test('is empty for a place that the text does not have', () => {
    expect([codeFrame('a', span(9, 1, 2)), codeFrame('', span(2, 1, 1))]).toEqual(['', '']);
    expect(codeFrame('', span(1, 1, 1))).toBe(['> 1 |', '    | ^'].join('\n'));
  });
});
