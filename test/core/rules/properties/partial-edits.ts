import fc from 'fast-check';
import type { RevisionLabel } from '../../../../src/core/diagnostics/location.ts';
import { diffModels } from '../../../../src/core/diff/diff-models.ts';
import { buildGraph } from '../../../../src/core/graph/build-graph.ts';
import type { ElementKey } from '../../../../src/core/model/element.ts';
import { indexModel } from '../../../../src/core/model/model-index.ts';
import type { SpecModel } from '../../../../src/core/model/spec-model.ts';
import type { ChangeContext } from '../../../../src/core/rules/change-rule.ts';
import { CHANGE_RULES } from '../../../../src/core/rules/change/index.ts';
import { changeContext } from '../../../../src/core/rules/judging/change-context.ts';
import { compareLanguages } from '../../../../src/io/pattern-languages.ts';
import { northmoor } from '../northmoor-model.ts';
import { load, projectText, sourceFile } from '../small-project.ts';

/** Two revisions of one project, between which some of the edits can be made and others not. */
export interface Way {
  readonly name: string;
  readonly from: SpecModel;
  readonly to: SpecModel;
  /** Clauses that links may name. */
  readonly clauses: ReadonlySet<string>;
}

const STATES = ['v1.0.0', 'cr-2041', 'v2.0.1', 'cr-2057'];
const PLANTS = STATES.map((state) => ({ state, ...northmoor(state) }));

/** From each of the four states of the worked plant to each other. */
export const PLANT_WAYS: readonly Way[] = PLANTS.flatMap((from) =>
  PLANTS.filter((to) => to !== from).map((to) => ({
    name: `${from.state}..${to.state}`,
    from: from.model,
    to: to.model,
    clauses: from.clauses,
  })),
);

const EXAMPLE_CLAUSES: ReadonlySet<string> = new Set(['D211-188', 'I-7-5-1']);

/** The examples of all change rules. */
export const EXAMPLES = CHANGE_RULES.flatMap(({ id, examples }) => examples.map((example) => ({ id, ...example })));

/** What an example shows, as a way. */
export function wayOf({ id, name, before, after }: (typeof EXAMPLES)[number]): Way {
  const model = (text: string): SpecModel => load('base', [sourceFile('base', 'countersign.yaml', projectText(text))]);
  return { name: `${id}: ${name}`, from: model(before), to: model(after), clauses: EXAMPLE_CLAUSES };
}

/** What differs between both ends of a way: elements, each with the parts that come or go with it. */
export function editsOf({ from, to }: Way): readonly ElementKey[] {
  const keys = [...new Set([...from.elements.keys(), ...to.elements.keys()])];
  return keys.filter((key) => {
    const [before, after] = [from.elements.get(key), to.elements.get(key)];
    if (before !== undefined && after !== undefined)
      return JSON.stringify(before.attributes) !== JSON.stringify(after.attributes);
    const parent = (before ?? after)?.parent;
    return parent === undefined || (from.elements.has(parent) && to.elements.has(parent));
  });
}

/** The revision where the way begins, with some of its edits made. */
export function partOfTheWay(revision: RevisionLabel, { from, to }: Way, edits: ReadonlySet<ElementKey>): SpecModel {
  const sideOf = (key: ElementKey): SpecModel => {
    const side = edits.has(key) ? to : from;
    const parent = (from.elements.get(key) ?? to.elements.get(key))?.parent;
    // A part of what came or went stands or falls with it.
    const withWhole = parent !== undefined && from.elements.has(parent) !== to.elements.has(parent);
    return withWhole ? sideOf(parent) : side;
  };
  const keys = new Set([...from.elements.keys(), ...to.elements.keys()]);
  const elements = [...keys].map((key) => sideOf(key).elements.get(key)).filter((element) => element !== undefined);
  return indexModel(revision, from.project, elements, { complete: true, withheld: new Set<string>() });
}

/** Whether every name in a model leads somewhere: the program judges no other one. */
export function isLinked(model: SpecModel, clauses: ReadonlySet<string>): boolean {
  return buildGraph(model, clauses).diagnostics.every(({ severity }) => severity !== 'error');
}

/** Two models, compared as far as rules need it. */
export function contextOf(base: SpecModel, head: SpecModel, clauses: ReadonlySet<string>): ChangeContext {
  const diff = diffModels(base, head);
  const graphOf = (model: SpecModel) => buildGraph(model, clauses).graph;
  return changeContext({ base, head, diff, graphBase: graphOf(base), graphHead: graphOf(head), compareLanguages });
}

/** Numbers from 0 to 99 that follow from a seed (a linear congruence is random enough for choosing). */
export function numbersFrom(seed: number): () => number {
  let state = BigInt(seed);
  return () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n;
    return Number((state >> 33n) % 100n);
  };
}

/** One to four of the edits of a way, by a seed. */
export function someEdits(way: Way, seed: number): ReadonlySet<ElementKey> {
  const [edits, next] = [editsOf(way), numbersFrom(seed)];
  const picks = Array.from({ length: 1 + (next() % 4) }, () => edits[next() % Math.max(edits.length, 1)]);
  return new Set(picks.filter((edit) => edit !== undefined));
}

const WAYS = new Map<string, () => Way>([
  ...EXAMPLES.map((example) => [`${example.id}: ${example.name}`, () => wayOf(example)] as const),
  ...PLANT_WAYS.map((way) => [way.name, () => way] as const),
]);

/** A way by its name, which is what a failure shows. */
export function wayNamed(name: string): Way {
  const way = WAYS.get(name);
  if (way === undefined) throw new Error(`No way is called ${name}.`);
  return way();
}

/** A way between two states of the worked plant, which takes far longer to judge than an example. */
export const plantWays: fc.Arbitrary<string> = fc.constantFrom(...PLANT_WAYS).map(({ name }) => name);

const exampleWays: fc.Arbitrary<string> = fc.constantFrom(...EXAMPLES).map(({ id, name }) => `${id}: ${name}`);

const mostly = (arbitrary: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 6, arbitrary }, { weight: 1, arbitrary: plantWays });

/** A way from one revision to another: six of seven are examples, one lies between two states of the worked plant. */
export const ways: fc.Arbitrary<string> = mostly(exampleWays);

/** A way with at least two edits. */
export const waysWithSteps: fc.Arbitrary<string> = mostly(
  exampleWays.filter((name) => editsOf(wayNamed(name)).length > 1),
);

/** They judge whether a comparison has its record, which is another question for each comparison. */
const ABOUT_RECORDS: ReadonlySet<string> = new Set(['change-not-recorded', 'change-record-names-unchanged']);

/** What is said of the plant, and not of the record of its change. */
export function ofThePlant<F extends { readonly ruleId: string }>(findings: readonly F[]): readonly F[] {
  return findings.filter(({ ruleId }) => !ABOUT_RECORDS.has(ruleId));
}

/** The same cases in each run: what a test finds today, it finds tomorrow. */
export const SEED = 20260302;
