import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeChanges } from '../../../src/core/rules/judge.ts';
import { runLints } from '../../../src/core/rules/run-lints.ts';
import { loadModel } from '../../../src/core/model/load-model.ts';
import { compareFiles, projectText, sha256, sourceFile } from './small-project.ts';

const TRAPS = 'test/fixtures/traps';

/** Edits that a comparison of texts, or of properties one by one, gets wrong (rules section 7): folders base, head, expected findings. */
describe('traps', () => {
  it.each(readdirSync(TRAPS).toSorted())('%s', async (name) => {
    const folder = join(TRAPS, name);
    const compared = compareFiles(filesOf(join(folder, 'base')), filesOf(join(folder, 'head')));
    const lint = (model: typeof compared.base, graph: typeof compared.graphBase) =>
      runLints({ model, graph, digest: sha256, asOf: '2026-03-02' });
    const { findings } = judgeChanges({
      ...compared,
      lintBase: lint(compared.base, compared.graphBase),
      lintHead: lint(compared.head, compared.graphHead),
      digest: sha256,
    });
    const said = findings.map(({ class: verdict, risk, ruleId, element, attribute, raisedBy, claimedBy }) =>
      [
        verdict,
        risk,
        ruleId,
        `${element.kind}:${element.id}`,
        attribute,
        ...raisedBy.map(({ id }) => `(${id})`),
        ...(claimedBy === undefined ? [] : ['(claimed)']),
      ]
        .filter((word) => word !== undefined && word !== '')
        .join(' '),
    );
    const expected = readFileSync(join(folder, 'expect.txt'), 'utf8').split('\n');
    expect(said).toEqual(expected.filter((line) => line !== '' && !line.startsWith('#')));
  });
});

describe('a code that loses its quotes', () => {
  it('cannot be read, so nothing is compared', () => {
    const codes = (code: string): string => projectText(`codes: {STATUS: {values: {${code}: {meaning: Active}}}}`);
    const read = (code: string) =>
      loadModel({
        identity: { label: 'head', kind: 'folder', modified: false },
        files: [sourceFile('head', 'countersign.yaml', codes(code))],
      }).diagnostics.map(({ ruleId, severity }) => `${severity} ${ruleId}`);
    expect(read('"012"')).toEqual([]);
    expect(read('012')).toEqual(['error yaml-ambiguous-scalar']);
  });
});

function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
  return Object.fromEntries(
    names.toSorted().map((file) => [file.replaceAll('\\', '/'), readFileSync(join(folder, file), 'utf8')]),
  );
}
