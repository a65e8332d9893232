import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether poppler's tools are here. Where they are not, tests that need them are skipped with a notice – never in CI. */
export const POPPLER = spawnSync('pdftotext', ['-v']).status === 0;
if (!POPPLER) {
  const notice = 'poppler-utils is not installed: the tests that read the text of PDFs are skipped.';
  if (process.env['CI'] === 'true') throw new Error(notice);
  process.stderr.write(`${notice}\n`);
}

/** Runs one of poppler's tools on a PDF; `{pdf}` in the arguments is the file. */
function run(tool: string, pdf: Uint8Array, options: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
  try {
    const file = join(folder, 'document.pdf');
    writeFileSync(file, pdf);
    return execFileSync(
      tool,
      options.map((option) => (option === '{pdf}' ? file : option)),
      { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The text of every page in the order of its content. */
export function pageTexts(pdf: Uint8Array, mode: 'raw' | 'layout' = 'raw'): string[] {
  return run('pdftotext', pdf, [`-${mode}`, '-enc', 'UTF-8', '{pdf}', '-'])
    .split('\f')
    .slice(0, -1);
}

/** The words of the whole document in order, single spaces between them. */
export function words(pdf: Uint8Array): string {
  return pageTexts(pdf).join(' ').replace(/\s+/g, ' ');
}

/** `pdfinfo` with options. */
export function pdfInfo(pdf: Uint8Array, ...options: readonly string[]): string {
  return run('pdfinfo', pdf, [...options, '{pdf}']);
}

/** Boxes of all words in points: what stands where. */
export function wordBoxes(
  pdf: Uint8Array,
): { page: number; text: string; left: number; right: number; top: number; bottom: number }[] {
  let page = 0;
  return run('pdftotext', pdf, ['-bbox', '{pdf}', '-'])
    .split('\n')
    .flatMap((line) => {
      if (line.includes('<page ')) page += 1;
      const box = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)<\/word>/.exec(line);
      if (box === null) return [];
      return [
        {
          page,
          left: Number(box[1]),
          top: Number(box[2]),
          right: Number(box[3]),
          bottom: Number(box[4]),
          text: box[5] ?? '',
        },
      ];
    });
}

/** Embedded fonts as `name embedded subset unicode`. */
export function fonts(pdf: Uint8Array): string[] {
  return run('pdffonts', pdf, ['{pdf}'])
    .split('\n')
    .slice(2)
    .filter((line) => line !== '')
    .map((line) => {
      const [name, ...rest] = line.trim().split(/\s+/);
      return `${(name ?? '').replace(/^[A-Z]{6}\+/, '')} ${rest.slice(-5, -2).join(' ')}`;
    });
}
