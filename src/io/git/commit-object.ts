/** What a commit says about itself, read from its own bytes: no mailmap, no replacement, no configuration can change it. */
export interface CommitFacts {
  /** Id of the tree of the whole repository. */
  readonly tree: string;
  /** Committer date, ISO 8601 in UTC with seconds. */
  readonly instant: string;
  readonly author: string;
  /** First paragraph of the message, on one line. */
  readonly subject: string;
}

/** Reads a commit object as `git cat-file` prints it. */
export function parseCommit(bytes: Uint8Array): CommitFacts {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const encoding = /^encoding (.+)$/m.exec(header(raw.toString('latin1')))?.[1];
  const text = decode(raw, encoding);
  const head = header(text);
  const message = text.slice(head.length).replace(/^\n+/, '');
  const person = (role: string): { name: string; seconds: number } => {
    const match = new RegExp(`^${role} (.*?) ?<[^>]*> (-?\\d+)`, 'm').exec(head);
    return { name: oneLine(match?.[1] ?? ''), seconds: Number(match?.[2] ?? 0) };
  };
  return {
    tree: /^tree ([0-9a-f]+)$/m.exec(head)?.[1] ?? '',
    instant: utcInstant(person('committer').seconds),
    author: person('author').name,
    subject: oneLine(message.split(/\n[ \t]*\n/)[0] ?? ''),
  };
}

/** Seconds since 1970 as ISO 8601 in UTC. */
export function utcInstant(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}

/** Text from a commit on one line, without the control characters that a terminal or a page could stumble over. */
export function oneLine(text: string): string {
  // oxlint-disable-next-line no-control-regex -- removing control characters is the purpose
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
}

function header(text: string): string {
  const end = text.indexOf('\n\n');
  return end === -1 ? text : text.slice(0, end + 1);
}

/** In the commit's declared encoding, else UTF-8, else byte by byte as Latin-1, which cannot fail. */
function decode(raw: Buffer, encoding: string | undefined): string {
  for (const label of [encoding, 'utf-8']) {
    if (label === undefined) continue;
    try {
      return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(raw);
    } catch {
      // Unknown label or bytes that do not fit it: the next one.
    }
  }
  return raw.toString('latin1');
}
