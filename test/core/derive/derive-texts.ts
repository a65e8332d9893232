import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { deriveTests } from '../../../src/core/derive/derive-tests.ts';
import type { Derivation, TestCase } from '../../../src/core/derive/test-case.ts';
import { buildGraph } from '../../../src/core/graph/build-graph.ts';
import type { SpecGraph } from '../../../src/core/graph/spec-graph.ts';
import { loadModel } from '../../../src/core/model/load-model.ts';
import type { SpecModel } from '../../../src/core/model/spec-model.ts';
import { sha256 } from '../../../src/io/digest.ts';
import { readFolder } from '../../../src/io/folder-source.ts';
import { loadTexts, PROJECT } from '../model/load-texts.ts';

export interface Plant {
  readonly model: SpecModel;
  readonly graph: SpecGraph;
}

/** A plant written in one spec file beside the smallest project file. */
export function plantOf(spec: string, project: string = PROJECT): Plant {
  const { model, diagnostics } = loadTexts({ 'countersign.yaml': project, 'specs/a.yaml': spec });
  const { graph, diagnostics: unresolved } = buildGraph(model, new Set());
  const problems = [...diagnostics, ...unresolved].filter(({ severity }) => severity === 'error');
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  return { model, graph };
}

/** A state of the demonstration plant. */
export async function northmoor(tag: string): Promise<Plant> {
  const folder = fileURLToPath(new URL(`../../../examples/northmoor/${tag}`, import.meta.url));
  const { revision } = await readFolder(join(folder), 'head');
  const { model } = loadModel(revision);
  return { model, graph: buildGraph(model, new Set()).graph };
}

export function derive(plant: Plant): Derivation {
  return deriveTests({ ...plant, digest: sha256 });
}

/** The one case that proves the obligation with this semantic key. */
export function caseProving(derivation: Derivation, semanticKey: string): TestCase {
  const obligation = derivation.obligations.find((one) => one.semanticKey === semanticKey);
  const found = derivation.cases.filter(({ obligations }) => obligations.includes(obligation?.id ?? ''));
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${found.length} cases prove ${semanticKey}`);
  return only;
}

/** A case as a tester reads it: ids, initial state, preparation, steps. */
export function script(testCase: TestCase): string {
  return [
    `${testCase.title}`,
    ...testCase.initialState.map(({ system, state }) => `initial ${system}: ${state}`),
    ...testCase.prerequisites.map((text) => `before: ${text}`),
    ...testCase.accounts.map(({ account, role }) => `account ${account} (${role})`),
    ...testCase.testData.map((text) => `data: ${text}`),
    ...testCase.cleanUp.map((text) => `after: ${text}`),
    ...testCase.steps.flatMap(({ number, system, action, expected, record }) => [
      `/${number} ${system}: ${action}`,
      `    => ${expected}`,
      `    ${record}`,
    ]),
    '',
  ].join('\n');
}
