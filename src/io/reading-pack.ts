import { createHash } from 'node:crypto';

/** Largest file of readings, in bytes: beyond it the readings that were not used this time are dropped. */
export const MAX_PACK_BYTES = 64 * 1024 * 1024;

/** Changes with the form of the file. */
const FORM = 'countersign-readings-1';

/*
 * One line says what the file is, by which reader it was written and which digest the rest has; then each line is the key of
 * a content, a blank, and what was read from it. No key holds a blank at its end, and JSON holds no line feed.
 */

/** Readings by key as bytes; what comes first is kept when not everything fits. */
export function joinPack(lines: ReadonlyMap<string, string>, reader: string): Buffer {
  const parts: Buffer[] = [];
  let size = 1024;
  for (const [key, line] of lines) {
    const part = Buffer.from(`${key}\t${line}\n`);
    if (size + part.length > MAX_PACK_BYTES) continue;
    size += part.length;
    parts.push(part);
  }
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(`${headOf(reader, body)}\n`), body]);
}

/** The lines of a file of readings by key; none where it was cut off, altered, or written by another reader. */
export function splitPack(bytes: Buffer, reader: string): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  const start = bytes.indexOf('\n') + 1;
  const body = bytes.subarray(start);
  if (start === 0 || bytes.toString('utf8', 0, start - 1) !== headOf(reader, body)) return lines;
  const text = body.toString('utf8');
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at);
    const tab = text.indexOf('\t', at);
    if (tab === -1 || end < tab) break;
    lines.set(text.slice(at, tab), text.slice(tab + 1, end));
    at = end + 1;
  }
  return lines;
}

function headOf(reader: string, body: Buffer): string {
  return `${FORM} ${reader} sha256:${createHash('sha256').update(body).digest('hex')}`;
}
