import { createHash } from 'node:crypto';
import { buildGraph } from '../../../../src/core/graph/build-graph.ts';
import type { Digest } from '../../../../src/core/digest.ts';
import { loadModel } from '../../../../src/core/model/load-model.ts';
import type { SpecModel } from '../../../../src/core/model/spec-model.ts';
import type { LintFinding } from '../../../../src/core/rules/finding.ts';
import { runLints } from '../../../../src/core/rules/run-lints.ts';
import type { SourceFile } from '../../../../src/core/source/source-file.ts';

export const sha256: Digest = (content) => createHash('sha256').update(content).digest('hex');

const HEADER = 'language: 1\npackage: {id: EX, title: Example, version: 1.0.0}\n';

/** A project of one spec file, loaded, linked and linted. Whatever is wrong with the text itself fails the test. */
export function lintProject(
  spec: string,
  options: {
    readonly project?: string | undefined;
    readonly asOf?: string | undefined;
    readonly policy?: SpecModel;
  } = {},
): { readonly model: SpecModel; readonly findings: readonly LintFinding[] } {
  const files = [
    file('countersign.yaml', HEADER + dedented(options.project ?? '')),
    file('specs/example.yaml', dedented(spec)),
  ];
  const { model, diagnostics } = loadModel({ identity: { label: 'head', kind: 'folder', modified: false }, files });
  const linked = buildGraph(model, new Set());
  const wrong = [...diagnostics, ...linked.diagnostics].map(({ ruleId, message }) => `${ruleId}: ${message}`);
  if (wrong.length > 0) throw new Error(`The example cannot be understood:\n${wrong.join('\n')}`);
  const findings = runLints({
    model,
    graph: linked.graph,
    digest: sha256,
    asOf: options.asOf ?? '2026-03-02',
    ...(options.policy === undefined ? {} : { policy: options.policy }),
  });
  return { model, findings };
}

/** A finding as an example states it: `4:15 error IF-1.note: message`. */
export function inWords({ at, severity, element, message }: LintFinding): string {
  const { line, column } = at.span.start;
  return `${line}:${column} ${severity} ${element?.id ?? ''}: ${message}`;
}

/** The text without its first line break and without the indentation that all of its lines share. */
export function dedented(text: string): string {
  const lines = text.replace(/^\n/, '').split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const shared = indents.length === 0 ? 0 : Math.min(...indents);
  return lines.map((line) => line.slice(shared)).join('\n');
}

function file(name: string, text: string): SourceFile {
  const bytes = new TextEncoder().encode(`${text}\n`);
  return { revision: 'head', file: name, bytes, contentId: `sha256:${sha256(text)}${name}` };
}
