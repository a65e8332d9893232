import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Location, Position, RevisionLabel } from '../diagnostics/location.ts';

/** A spec file as text, or nothing and the one diagnostic that says why it is no text. */
export interface DecodedText {
  /** Without byte order mark, line ends as stored; empty when `diagnostics` is not. */
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads the bytes of a spec file as UTF-8. A byte order mark is dropped, so that columns count from the first character
 * a reader sees; CRLF stays as it is, since only the line feed ends a line. UTF-16, bytes that are not UTF-8,
 * control characters and those that turn the direction of writing are reported where they stand, and the file is not read any further.
 */
export function decodeSpecText(bytes: Uint8Array, revision: RevisionLabel, file: string): DecodedText {
  const refuse = (ruleId: string, at: Position, message: string, hint: string): DecodedText => ({
    text: '',
    diagnostics: [{ ruleId, severity: 'error', message, hint, at: pointLocation(revision, file, at) }],
  });
  const wide = wideEncoding(bytes);
  if (wide !== undefined) {
    return refuse(
      'file-not-utf8',
      { line: 1, column: 1 },
      `The file is encoded as ${wide}, not as UTF-8.`,
      'Save it again with the encoding UTF-8.',
    );
  }
  const content = hasByteOrderMark(bytes) ? bytes.subarray(3) : bytes;
  const broken = firstInvalidByte(content);
  if (broken !== undefined) {
    return refuse(
      'file-not-utf8',
      endOf(utf8.decode(content.subarray(0, broken))),
      `The byte 0x${hex(content[broken] ?? 0)} is not part of any UTF-8 character.`,
      'Save the file again with the encoding UTF-8 (it may have been written as Windows-1252 or Latin-1).',
    );
  }
  const text = utf8.decode(content);
  const turning = TURNING.exec(text);
  if (turning !== null) {
    const { message, hint } = turningCharacter(turning[0]);
    return refuse('file-control-character', endOf(text.slice(0, turning.index)), message, hint);
  }
  const control = FORBIDDEN.exec(text);
  if (control !== null) {
    return refuse(
      'file-control-character',
      endOf(text.slice(0, control.index)),
      `The control character U+00${hex(control[0].charCodeAt(0))} must not stand in a spec.`,
      'Remove it; inside double quotes YAML can write it as an escape.',
    );
  }
  return { text, diagnostics: [] };
}

/**
 * The first character of a text that turns the direction in which what follows is shown: with these, a line reads differently
 * from what it says (CVE-2021-42574). Letters that are written from right to left need none of them.
 */
export function firstTurningCharacter(text: string): string | undefined {
  return TURNING.exec(text)?.[0];
}

/** What is wrong with a character that turns the direction of writing. */
export function turningCharacter(character: string): { readonly message: string; readonly hint: string } {
  const code = character.charCodeAt(0).toString(16).toUpperCase();
  return {
    message: `The character U+${code} turns the direction of writing: what is shown is not what is written.`,
    hint: 'Remove it, in texts, names and comments alike; it is not seen on a screen.',
  };
}

/** A location of no extent in a file as a whole, for what concerns its content rather than one value of it. */
export function pointLocation(revision: RevisionLabel, file: string, at: Position = { line: 1, column: 1 }): Location {
  return { revision, file, pointer: '', span: { start: at, end: at } };
}

/** What YAML 1.2 §5.1 does not count as printable, surrogates apart: they cannot come out of UTF-8. */
// oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/;

/** Embeddings, overrides and isolates of the Unicode Bidirectional Algorithm (UAX 9 §2). */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/;

function hasByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** UTF-16 and UTF-32 by their mark, or without one by the zero bytes that ASCII text has in them. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32' : 'UTF-16';
  if (a === 0xfe && b === 0xff) return 'UTF-16';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'UTF-32';
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined;
  const plain = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x09 && byte < 0x7f;
  if (plain(a) && b === 0 && plain(c) && d === 0) return 'UTF-16';
  if (a === 0 && plain(b) && c === 0 && plain(d)) return 'UTF-16';
  return undefined;
}

/** Offset of the first byte that belongs to no well-formed UTF-8 sequence (Unicode 15, table 3-7). */
function firstInvalidByte(bytes: Uint8Array): number | undefined {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const length =
      lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
    if (length === 0) return at;
    // The second byte is narrower after four of the leads: that excludes overlong forms, surrogates and what lies above U+10FFFF.
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    for (let step = 1; step < length; step += 1) {
      const next = bytes[at + step];
      if (next === undefined || next < (step === 1 ? low : 0x80) || next > (step === 1 ? high : 0xbf)) return at;
    }
    at += length;
  }
  return undefined;
}

/** The position just behind a text. */
function endOf(text: string): Position {
  const lines = text.split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

function hex(value: number): string {
  return value.toString(16).toUpperCase().padStart(2, '0');
}
