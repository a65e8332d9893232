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
import { modelOf } from '../core/explore/verdict/explored.ts';
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

/** A lot is split again and again, and each part is told to the next system. */
const SPLITTING = `
roles: {OP: {}}
systems: {A: {}, B: {}}
objects: {lot: {}}
interfaces: {IF-1: {from: A, to: B, pattern: event, delivery: {order: fifo}, faults: [lose]}}
lifecycles:
  S:
    object: lot
    system: A
    initial: S0
    states: {S0: active, S1: active, S2: closed}
    transitions:
      T1: {from: S0, to: S1, by: OP, creates: {lot: {S: S0}}, emits: IF-1}
      T2: {from: S1, to: S2, by: OP}
  R:
    object: lot
    system: B
    initial: R0
    states: {R0: active, R1: closed}
    transitions: {U1: {from: R0, to: R1, receives: IF-1}}
invariants: {A: {never: {S: S2, R: R0}}, B: {never: {S: S2, R: R0}, once: settled}}
`;

describe.runIf(SPIN)('Spin and the built-in search, where lots are split', () => {
  it.each([1, 2])(
    'room for %s more: as many states, the same verdicts, and the record that was missing',
    async (spare) => {
      const model = modelOf(SPLITTING);
      const bounds = boundsOf(model, { messages: 2, faults: 1, spare: { lot: spare } });
      const { plant, invariants } = worldOf(model, bounds, model.ofKind('invariant'));
      const properties = invariants.flatMap((invariant) => invariant.properties);
      const ours = ourClaims(plant, properties, 200_000);
      expect(ours?.found).toContain('full_another_lot');
      expect(await spinClaims(plant, properties)).toEqual(ours);
    },
    300_000,
  );
});

describe.runIf(TLC)('TLC and the built-in search, on northmoor', () => {
  it('as many states, the same verdicts', async () => {
    const { plant, properties } = await asked('northmoor/v1.0.0', 1, 0);
    expect(await tlcClaims(plant, properties)).toEqual(ourClaims(plant, properties));
  }, 300_000);
});
