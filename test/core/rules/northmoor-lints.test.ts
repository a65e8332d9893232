import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../../src/core/graph/build-graph.ts';
import { loadModel } from '../../../src/core/model/load-model.ts';
import type { LintFinding } from '../../../src/core/rules/finding.ts';
import { runLints } from '../../../src/core/rules/run-lints.ts';
import { readFolder } from '../../../src/io/folder-source.ts';
import { sha256 } from './lint/lint-project.ts';

async function lint(folder: string): Promise<readonly LintFinding[]> {
  const { revision } = await readFolder(`examples/northmoor/${folder}`, 'head');
  const { model } = loadModel(revision);
  const { graph } = buildGraph(model, new Set());
  return runLints({ model, graph, digest: sha256, asOf: '2026-03-02' });
}

const words = ({ severity, ruleId, element }: LintFinding): string => `${severity} ${ruleId} ${element?.id ?? ''}`;

describe('the example plant', () => {
  it('has two findings that stay open in the approved baseline, and no error', async () => {
    expect((await lint('v1.0.0')).map(words)).toEqual([
      'warning critical-element-without-requirement INV.T06',
      'warning value-map-fallback-permissive VM-NCR-BLOCK',
    ]);
  });

  it('loses four assurances by CR-2041, none of which its line diff shows', async () => {
    const known = new Set((await lint('v1.0.0')).map(({ fingerprint }) => fingerprint));
    const introduced = (await lint('cr-2041')).filter(({ fingerprint }) => !known.has(fingerprint));
    expect(introduced.map(words)).toEqual([
      'error mapping-truncation IF-004.supplier_name',
      'error self-approval-possible NCR.T09',
      'error state-set-not-total VM-NCR-BLOCK',
      'warning interface-retry-outlasts-alarm IF-002',
      'warning critical-element-without-requirement NCR.T08',
      'warning critical-element-without-requirement NCR.T10',
    ]);
    expect(introduced.slice(0, 4).map(({ message }) => message)).toEqual([
      'IF-004.supplier_name can carry 50 characters (supplier_name) and arrives in 35: what is longer is cut.',
      'QUALITY_ENG may do NCR.T08 and approve it by NCR.T09, and no segregation rule names the two.',
      'VM-NCR-BLOCK blocks Dispositioned, Open and UnderReview, but not PendingVerification (class open): what the list does not name counts as out.',
      'IF-002 repeats a message for 6 × 60 s = 360 s, but raises its alarm after 300 s, while it still tries.',
    ]);
  });

  it('has them back in the approved outcome', async () => {
    expect((await lint('v2.0.1')).map(words)).toEqual(['warning critical-element-without-requirement INV.T06']);
  });

  it('shows by CR-2057 a gate that goes on without an answer, or with an old one', async () => {
    expect((await lint('cr-2057')).map(words)).toEqual([
      'error interface-fail-open-on-gate IF-007',
      'warning guard-stale-data INV.T03',
      'warning critical-element-without-requirement INV.T06',
    ]);
  });
});
