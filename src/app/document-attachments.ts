import { escapePath } from '../core/evidence/escape-name.ts';
import type { SourceFile } from '../core/source/source-file.ts';
import type { DocumentAttachment } from '../render/blocks.ts';

/** The facts of a document for programs. */
export interface DocumentTwin {
  readonly name: string;
  readonly data: string;
}

/**
 * What travels inside a printed document, so that it can be judged by itself decades later: its facts for programs, and
 * the files of the specification that it was made from, as they are stored.
 */
export function documentAttachments(
  twin: DocumentTwin,
  sources: Readonly<Partial<Record<'base' | 'head', readonly SourceFile[]>>>,
): readonly DocumentAttachment[] {
  const specification = (side: 'base' | 'head'): readonly DocumentAttachment[] =>
    (sources[side] ?? []).map(({ file, bytes }) => ({
      name: flatName(side, file),
      description: `Specification at ${side}: ${file}`,
      mediaType: /\.ya?ml$/i.test(file) ? 'application/yaml' : 'application/octet-stream',
      relationship: 'source',
      bytes,
    }));
  return [
    {
      name: twin.name,
      description: 'The facts of this document for programs',
      mediaType: 'application/json',
      relationship: 'data',
      bytes: new TextEncoder().encode(twin.data),
    },
    ...specification('base'),
    ...specification('head'),
  ];
}

/** Viewers save attachments into one folder: `--` stands for the slash, and a `--` that a path has is told apart. */
function flatName(side: 'base' | 'head', file: string): string {
  return `${side}--${escapePath(file).replaceAll('--', '-~2D').replaceAll('/', '--')}`;
}
