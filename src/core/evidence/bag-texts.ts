import { compareText } from '../diagnostics/order.ts';
import { portablePathProblem } from './package-path.ts';

/** The form of a SHA-256 wherever this tool writes one. */
export const SHA256_PATTERN = /^[0-9a-f]{64}$/;

/** Names of the four files that make a folder a bag (RFC 8493, SHA-256), and of our manifest inside its payload. */
export const BAG_DECLARATION = 'bagit.txt';
export const BAG_INFO = 'bag-info.txt';
export const PAYLOAD_MANIFEST = 'manifest-sha256.txt';
export const TAG_MANIFEST = 'tagmanifest-sha256.txt';
export const PACKAGE_MANIFEST = 'data/manifest.json';

/** The tag files that the tag manifest lists, in its order. */
export const LISTED_TAG_FILES: readonly string[] = [BAG_INFO, BAG_DECLARATION, PAYLOAD_MANIFEST];

/** The only content of `bagit.txt` that this version writes and reads. */
export const BAG_DECLARATION_TEXT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** One line of a BagIt manifest. */
export interface HashedPath {
  readonly path: string;
  readonly sha256: string;
}

/** A BagIt manifest, ordered by path: `<sha256>␠␠<path>` a line, which `sha256sum --check` reads too. */
export function bagManifestText(entries: readonly HashedPath[]): string {
  return entries
    .toSorted((a, b) => compareText(a.path, b.path))
    .map((entry) => `${entry.sha256}  ${entry.path}\n`)
    .join('');
}

/** What `bag-info.txt` says; every value is a fact of the commits, nothing comes from machine or clock. */
export interface BagInfo {
  readonly toolName: string;
  readonly toolVersion: string;
  readonly projectId: string;
  readonly description: string;
  /** Committer date of head, `YYYY-MM-DD` in UTC; absent where head is no commit. */
  readonly date?: string;
  readonly payloadBytes: number;
  readonly payloadFiles: number;
}

/** Bag metadata are one line each; a line break or control character in a title becomes a blank. */
function oneLine(value: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is removed
  return value.replaceAll(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
}

/** `Payload-Oxum`: bytes and number of the payload files (RFC 8493 §2.2.2). */
export function payloadOxum(bytes: number, files: number): string {
  return `${bytes}.${files}`;
}

/** The text of `bag-info.txt`. */
export function bagInfoText(info: BagInfo): string {
  const lines = [
    `Bag-Software-Agent: ${oneLine(`${info.toolName} ${info.toolVersion}`)}`,
    ...(info.date === undefined ? [] : [`Bagging-Date: ${info.date}`]),
    `External-Description: ${oneLine(info.description)}`,
    `External-Identifier: ${oneLine(info.projectId)}`,
    `Payload-Oxum: ${payloadOxum(info.payloadBytes, info.payloadFiles)}`,
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** The value of `Payload-Oxum` in a `bag-info.txt`, or `undefined` when it does not stand there exactly once. */
export function declaredOxum(bagInfo: string): string | undefined {
  const found = [...bagInfo.matchAll(/^Payload-Oxum: (.*)$/gm)].map((match) => match[1]);
  return found.length === 1 ? found[0] : undefined;
}

/** A BagIt manifest as read: the lines that could be understood, and what is wrong with the others. */
export interface ParsedManifest {
  readonly entries: readonly HashedPath[];
  /** One sentence each, with the line number. */
  readonly problems: readonly string[];
}

/**
 * Reads a BagIt manifest as strictly as this tool writes it, so that no byte of it can change unnoticed: hash in small
 * letters, two blanks, portable path, LF after every line, ordered by path, no path twice.
 */
export function parseBagManifest(text: string): ParsedManifest {
  const entries: HashedPath[] = [];
  const problems: string[] = [];
  const listed = new Set<string>();
  const lines = text.split('\n');
  if (lines.pop() !== '') problems.push('The last line does not end with a line feed.');
  for (const [index, line] of lines.entries()) {
    const number = index + 1;
    const sha256 = line.slice(0, 64);
    const path = line.slice(66);
    const problem = portablePathProblem(path);
    if (!SHA256_PATTERN.test(sha256) || line.slice(64, 66) !== '  ') {
      problems.push(`Line ${number} is not a SHA-256, two blanks and a path.`);
    } else if (problem !== undefined) {
      problems.push(`Line ${number} names a path that ${problem}.`);
    } else {
      const previous = entries.at(-1);
      if (listed.has(path)) problems.push(`Line ${number} lists ${path} a second time.`);
      else if (previous !== undefined && compareText(previous.path, path) > 0)
        problems.push(`Line ${number} is out of order.`);
      listed.add(path);
      entries.push({ path, sha256 });
    }
  }
  return { entries, problems };
}
