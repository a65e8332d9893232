import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DEFAULT_ANSWERS, scaffoldProject } from '../../src/app/scaffold-project.ts';
import { compareText } from '../../src/core/diagnostics/order.ts';
import { boundsOf } from '../../src/core/explore/compose/bounds.ts';
import { worldOf } from '../../src/core/explore/verdict/world.ts';
import { readFolder } from '../../src/io/project-writer.ts';
import type { AskedPlant } from '../core/explore/random-plant.ts';
import { load, sourceFile } from '../core/rules/small-project.ts';
import { ourClaims, spinClaims, tlcClaims } from './claims.ts';
import { SPIN } from './spin.ts';
import { TLC } from './tlc.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));

/** Every state of every example: the folders with a project file. */
const projects = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.split(sep).at(-1) === 'countersign.yaml')
  .map((file) => file.split(sep).slice(0, -1).join('/'))
  .sort();

/** The composed plant of an example within these bounds, with all that its invariants ask. A starter is filled in. */
async function asked(
  project: string,
  messages: number,
  faults: number,
  edit: (text: string) => string = (text) => text,
): Promise<AskedPlant> {
  const files = scaffoldProject(await readFolder(join(EXAMPLES, project)), '{}', DEFAULT_ANSWERS)
    .filter(({ path }) => path.endsWith('.yaml'))
    .map(({ path, text }) => sourceFile('base', path, edit(text)));
  const model = load('base', files);
  const { plant, invariants } = worldOf(model, boundsOf(model, { messages, faults }), model.ofKind('invariant'));
  const properties = invariants.flatMap((invariant) => [
    ...invariant.properties,
    ...invariant.probes.map(({ property }) => property),
  ]);
  return { plant, properties };
}

describe.runIf(SPIN)('Spin and the built-in search, on every example', () => {
  const sizes = [
    { messages: 1, faults: 0 },
    { messages: 3, faults: 0 },
    { messages: 1, faults: 1 },
  ];
  const cases = projects.flatMap((project) => sizes.map((size) => ({ project, ...size })));

  it.each(cases)(
    '$project, messages: $messages, faults: $faults: as many states, the same verdicts',
    async ({ project, messages, faults }) => {
      const { plant, properties } = await asked(project, messages, faults);
      expect(await spinClaims(plant, properties)).toEqual(ourClaims(plant, properties));
    },
    300_000,
  );
});

describe.runIf(SPIN)(
  'Spin and the built-in search, where northmoor’s hold can be lost, doubled, overtaken and cut off',
  () => {
    // A receiver that recognises repeats by a key is never given one.
    const faulty = (text: string): string =>
      text
        .replace(/^  IF-001:$/m, '  IF-001:\n    faults: [lose, duplicate, overtake, outage]')
        .replace('      key: [hold_ref, msg_seq]\n', '');

    it.each([1, 2])(
      'faults: %s: as many states, the same verdicts',
      async (faults) => {
        const { plant, properties } = await asked('northmoor/v1.0.0', 2, faults, faulty);
        const kinds = new Set(plant.steps.flatMap(({ fault }) => fault ?? []));
        expect([...kinds].toSorted(compareText)).toEqual(['duplicate', 'lose', 'outage', 'overtake']);
        expect(await spinClaims(plant, properties)).toEqual(ourClaims(plant, properties));
      },
      300_000,
    );
  },
);

describe.runIf(TLC)('TLC and the built-in search, on northmoor', () => {
  it('as many states, the same verdicts', async () => {
    const { plant, properties } = await asked('northmoor/v1.0.0', 1, 0);
    expect(await tlcClaims(plant, properties)).toEqual(ourClaims(plant, properties));
  }, 300_000);
});
