import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circlesOf, valueFlows } from '../../../../src/core/rules/linting/value-flow.ts';
import { lintProject } from '../lint/lint-project.ts';

const SYSTEMS = 5;

/** Interfaces between numbered systems that all carry one value of one object. */
function flowsBetween(ends: readonly (readonly [number, number])[]) {
  const systems = Array.from({ length: SYSTEMS }, (_, system) => `S${system}: {}`).join(', ');
  const interfaces = ends.map(
    ([from, to], index) => `  I${index}: {from: S${from}, to: S${to}, fields: {size: {from: lot.size}}}`,
  );
  const spec = [
    `systems: {${systems}}`,
    'objects: {lot: {fields: {size: {type: integer}}}}',
    'interfaces:',
    ...interfaces,
  ].join('\n');
  return valueFlows(lintProject(spec).model);
}

/** Systems that a change in `start` reaches in one or more steps. */
function reached(start: number, ends: readonly (readonly [number, number])[]): ReadonlySet<number> {
  const found = new Set<number>();
  const queue = [start];
  for (const system of queue) {
    for (const [from, to] of ends) {
      if (from !== system || found.has(to)) continue;
      found.add(to);
      queue.push(to);
    }
  }
  return found;
}

const between = fc.array(
  fc.tuple(fc.nat(SYSTEMS - 1), fc.nat(SYSTEMS - 1)).filter(([from, to]) => from !== to),
  { minLength: 1, maxLength: 8 },
);

describe('circles of values', () => {
  it('are shown once for each set of systems that reach each other, each as a closed way', () => {
    fc.assert(
      fc.property(between, (ends) => {
        const circles = circlesOf(flowsBetween(ends));
        const systems = Array.from({ length: SYSTEMS }, (_, system) => system);
        const inCircles = systems.filter((system) => reached(system, ends).has(system));
        const sets = new Set(
          inCircles.map((system) =>
            inCircles.filter((other) => reached(system, ends).has(other) && reached(other, ends).has(system)).join(' '),
          ),
        );
        const ofObject = circles.filter(([first]) => first?.from.endsWith(' lot.size'));
        expect(ofObject).toHaveLength(sets.size);
        for (const circle of ofObject) {
          expect(circle.map(({ to }) => to)).toEqual(
            [...circle.slice(1), ...circle.slice(0, 1)].map(({ from }) => from),
          );
          expect(new Set(circle.map(({ from }) => from)).size).toBe(circle.length);
        }
      }),
      { numRuns: 80 },
    );
  });
});
