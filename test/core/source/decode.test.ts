import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMap, LineCounter, parseDocument } from 'yaml';
import { decodeSpecText } from '../../../src/core/source/decode.ts';

const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)));

/** Rule, line and column of the one diagnostic, or the text. */
function read(content: Uint8Array): string {
  const { text, diagnostics } = decodeSpecText(content, 'head', 'specs/a.yaml');
  const [first] = diagnostics;
  if (first === undefined) return `text ${JSON.stringify(text)}`;
  expect({ text, diagnostics: diagnostics.length, severity: first.severity, at: first.at.file }).toEqual({
    text: '',
    diagnostics: 1,
    severity: 'error',
    at: 'specs/a.yaml',
  });
  return `${first.ruleId} ${first.at.span.start.line}:${first.at.span.start.column} ${first.message}`;
}

describe('the text of a spec file', () => {
  it('loses its byte order mark and nothing else', () => {
    expect(read(bytes([0xef, 0xbb, 0xbf], 'a: µ\r\nb: 😀\n'))).toBe('text "a: µ\\r\\nb: 😀\\n"');
    expect(read(bytes(''))).toBe('text ""');
    expect(read(bytes('a: "x\ufeffy"'))).toBe(`text ${JSON.stringify('a: "x\ufeffy"')}`);
  });

  it('has its values at the same line and column with LF, with CRLF, and behind a byte order mark', () => {
    const place = (content: string) => {
      const lines = new LineCounter();
      const { text } = decodeSpecText(bytes(content), 'head', 'a.yaml');
      const { contents } = parseDocument(text, { lineCounter: lines });
      const value = isMap(contents) ? contents.getIn(['b', 'c'], true) : undefined;
      const range = (value as { range?: [number, number, number] } | undefined)?.range;
      return lines.linePos(range?.[0] ?? 0);
    };
    const text = 'a: 1\n\nb:\n  c: here\n';
    expect(place(text)).toEqual({ line: 4, col: 6 });
    expect(place(text.replaceAll('\n', '\r\n'))).toEqual({ line: 4, col: 6 });
    expect(place(`\ufeff${text}`)).toEqual({ line: 4, col: 6 });
    expect(place('\ufeffb: {c: 1}\r\n')).toEqual({ line: 1, col: 8 });
  });

  it('is refused where a byte is no UTF-8, at the character that it would have been', () => {
    expect(read(bytes('a: 1\nb: M', [0xfc], 'ller\n'))).toBe(
      'file-not-utf8 2:5 The byte 0xFC is not part of any UTF-8 character.',
    );
    expect(read(bytes('a: 😀', [0xff]))).toBe('file-not-utf8 1:6 The byte 0xFF is not part of any UTF-8 character.');
    // cut short, overlong, surrogate, above U+10FFFF
    for (const broken of [
      [0xe2, 0x82],
      [0xc0, 0xaf],
      [0xe0, 0x80, 0xaf],
      [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0xf5],
    ]) {
      expect(read(bytes('\r\n', broken))).toMatch(/^file-not-utf8 2:1 /);
    }
  });

  it('is refused in UTF-16 and UTF-32, with a mark or without', () => {
    const utf16 = 'file-not-utf8 1:1 The file is encoded as UTF-16, not as UTF-8.';
    expect(read(Buffer.from('\ufeffa: 1\n', 'utf16le'))).toBe(utf16);
    expect(read(Buffer.from('\ufeffa: 1\n', 'utf16le').swap16())).toBe(utf16);
    expect(read(Buffer.from('a: 1\n', 'utf16le'))).toBe(utf16);
    expect(read(Buffer.from('abcd', 'utf16le').swap16())).toBe(utf16);
    expect(read(bytes([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]))).toBe(
      'file-not-utf8 1:1 The file is encoded as UTF-32, not as UTF-8.',
    );
  });

  it('is refused with control characters that YAML does not allow', () => {
    expect(read(bytes('a: 1\r\nb: x', [0], 'y\n'))).toBe(
      'file-control-character 2:5 The control character U+0000 must not stand in a spec.',
    );
    expect(read(bytes('a: \u001b[31m'))).toMatch(/^file-control-character 1:4 The control character U\+001B/);
    expect(read(bytes('a: \u0085\t\u00a0'))).toMatch(/^text /);
  });

  it.each(['202a', '202b', '202c', '202d', '202e', '2066', '2067', '2068', '2069'])(
    'is refused with U+%s, which turns the direction of writing, in a text, a key or a comment',
    (code) => {
      const turning = String.fromCodePoint(Number.parseInt(code, 16));
      const message = `The character U+${code.toUpperCase()} turns the direction of writing: what is shown is not what is written.`;
      expect(read(bytes(`a: 1\nb: x${turning}y\n`))).toBe(`file-control-character 2:5 ${message}`);
      expect(read(bytes(`a${turning}: 1\n`))).toBe(`file-control-character 1:2 ${message}`);
      expect(read(bytes(`a: 1 # ${turning}\n`))).toBe(`file-control-character 1:8 ${message}`);
    },
  );

  it('holds letters that are written from right to left like any others', () => {
    expect(read(bytes('a: "\u05d0\u05d1 \u0627"'))).toBe('text "a: \\"\u05d0\u05d1 \u0627\\""');
  });

  it('agrees with the platform about which bytes are UTF-8', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.uint8Array({ maxLength: 4 }),
            fc.string({ unit: 'grapheme' }).map((text) => bytes(text)),
          ),
          { maxLength: 6 },
        ),
        (parts) => {
          const content = Buffer.concat(parts);
          let valid = true;
          try {
            strict.decode(content);
          } catch {
            valid = false;
          }
          const rule = decodeSpecText(content, 'head', 'a.yaml').diagnostics[0]?.ruleId;
          // What is refused as UTF-16 or for a control character may be either.
          if (rule === undefined) expect(valid).toBe(true);
          if (!valid) expect(rule).toBe('file-not-utf8');
        },
      ),
    );
  });
});
