import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { boundsOf } from '../../../../src/core/explore/compose/bounds.ts';
import { composePlant, type ComposeOptions } from '../../../../src/core/explore/compose/compose-plant.ts';
import type { Composition } from '../../../../src/core/explore/compose/composition.ts';
import type { PlantBounds } from '../../../../src/core/explore/plant/composed-plant.ts';
import type { Expression } from '../../../../src/core/explore/plant/expression.ts';
import { all, not, withoutAtoms } from '../../../../src/core/explore/plant/simplify.ts';
import { loadModel } from '../../../../src/core/model/load-model.ts';
import type { SpecModel } from '../../../../src/core/model/spec-model.ts';
import { load, projectText, sourceFile } from '../../rules/small-project.ts';
import { walk, type Walk } from './walk.ts';

/** A plant of a project that fits on a page, walked through completely. */
export interface WalkedPlant extends Walk {
  readonly model: SpecModel;
  readonly composition: Composition;
}

export function modelOf(snippet: string): SpecModel {
  return load('head', [sourceFile('head', 'countersign.yaml', projectText(snippet))]);
}

export function walked(snippet: string, bounds: Partial<PlantBounds> = {}, options: ComposeOptions = {}): WalkedPlant {
  const model = modelOf(snippet);
  const composition = composePlant(model, boundsOf(model, bounds), options);
  return { ...walk(composition.plant), model, composition };
}

/** A state of the demonstration plant, read from its folder. */
export function northmoor(state: string): SpecModel {
  const folder = join(import.meta.dirname, '../../../../examples/northmoor', state);
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.yaml'))
    .sort();
  const identity = { label: 'head', kind: 'folder', modified: false } as const;
  return loadModel({
    identity,
    files: files.map((file) =>
      sourceFile('head', file.replaceAll('\\', '/'), readFileSync(join(folder, file), 'utf8')),
    ),
  }).model;
}

/** The variable with this name and one of its values, as an expression. */
export function isNow({ plant }: Composition, name: string, ...values: readonly string[]): Expression {
  const variable = plant.variables.findIndex((one) => one.name === name);
  const numbers = values.map((value) => plant.variables[variable]?.values.indexOf(value) ?? -1);
  if (variable === -1 || numbers.includes(-1))
    throw new Error(
      `${name} = ${values.join()}: ${plant.variables.map((one) => `${one.name}: ${one.values.join()}`).join('\n')}`,
    );
  return { kind: 'in', variable, values: [...numbers].sort((a, b) => a - b) };
}

/** A shortest way by which a `never` or `step` invariant is broken; undefined = it holds in this world. */
export function breach({ model, composition, wayTo, wayBy }: WalkedPlant, id: string): readonly string[] | undefined {
  const attributes = model.get('invariant', id)?.attributes;
  if (attributes?.never !== undefined) {
    const { never, once } = attributes;
    const ways = composition
      .bindings(composition.objectsOf(never))
      .map(({ binding, exists }) =>
        wayTo(withoutAtoms(all(exists, composition.condition(never, binding).yes)), once === 'settled'),
      )
      .filter((way) => way !== undefined);
    return ways.sort((a, b) => a.length - b.length)[0];
  }
  const { requires, step: transitions = [] } = attributes ?? {};
  if (requires === undefined) throw new Error(`${id} is no invariant of these kinds.`);
  return wayBy(
    transitions.flatMap((transition) =>
      composition.stepsOf(transition).map((step) => {
        const { record = 0, lifecycle = '' } = step.transitions.find((one) => one.id === transition) ?? {};
        const object = composition.plant.records[record]?.object;
        const binding = new Map(object === undefined ? [] : [[object, record]]);
        const system = model.get('lifecycle', lifecycle)?.attributes.system;
        const met = composition.condition(requires, binding, system, step).yes;
        return { step, bad: withoutAtoms(all(step.guardWithAtoms ?? step.guard, not(met))) };
      }),
    ),
  );
}

/** Names of all steps, each once. */
export function stepNames({ composition }: WalkedPlant): readonly string[] {
  return [...new Set(composition.plant.steps.map(({ name }) => name))];
}
