import { compareText } from '../diagnostics/order.ts';
import type { Digest } from '../digest.ts';
import type { SourceFile } from '../source/source-file.ts';

/** What a package is made from: the content of both snapshots and the versions that turn it into documents. */
export interface PackageSource {
  readonly tool: { readonly name: string; readonly version: string };
  readonly rulesVersion: string;
  readonly languageVersion: number;
  readonly base: readonly SourceFile[];
  readonly head: readonly SourceFile[];
  /** Templates of the project in both revisions, where it has any. */
  readonly templates?: { readonly base: readonly SourceFile[]; readonly head: readonly SourceFile[] };
}

/**
 * One hash over both spec snapshots, the templates of the project and the versions of tool, rules and language, for the cover of every document: two
 * prints with the same hash say the same. Written `s1:<hex>`; the SHA-256 is over one JSON array a line.
 */
export function sourceHash(source: PackageSource, digest: Digest): string {
  const encoder = new TextEncoder();
  const snapshot = (label: string, files: readonly SourceFile[]): readonly unknown[] =>
    files.toSorted((a, b) => compareText(a.file, b.file)).map((file) => [label, file.file, digest(file.bytes)]);
  const facts = [
    ['countersign source', 1],
    ['tool', source.tool.name, source.tool.version],
    ['rules', source.rulesVersion],
    ['language', source.languageVersion],
    ...snapshot('base', source.base),
    ...snapshot('head', source.head),
    ...snapshot('template base', source.templates?.base ?? []),
    ...snapshot('template head', source.templates?.head ?? []),
  ];
  return `s1:${digest(encoder.encode(facts.map((fact) => `${JSON.stringify(fact)}\n`).join('')))}`;
}
