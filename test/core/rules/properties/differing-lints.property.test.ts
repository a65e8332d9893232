import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { buildGraph } from '../../../../src/core/graph/build-graph.ts';
import { loadModel } from '../../../../src/core/model/load-model.ts';
import { indexModel } from '../../../../src/core/model/model-index.ts';
import type { SpecGraph } from '../../../../src/core/graph/spec-graph.ts';
import type { Element } from '../../../../src/core/model/element.ts';
import type { SpecModel } from '../../../../src/core/model/spec-model.ts';
import type { LintFinding } from '../../../../src/core/rules/finding.ts';
import type { LintRule } from '../../../../src/core/rules/lint-rule.ts';
import { LINTS } from '../../../../src/core/rules/lint/index.ts';
import { affectedElements } from '../../../../src/core/rules/linting/affected-elements.ts';
import { runDifferingLints, runLints } from '../../../../src/core/rules/run-lints.ts';
import { northmoor } from '../northmoor-model.ts';
import { dedented, inWords } from '../lint/lint-project.ts';
import { load, projectText, sha256, sourceFile } from '../small-project.ts';
import { isLinked, numbersFrom, partOfTheWay, plantWays, SEED, someEdits, wayNamed, ways } from './partial-edits.ts';

/** A profile under which nothing is left unsaid. */
const STRICT = load('base', [sourceFile('base', 'countersign.yaml', projectText('profile: gxp'))]);
const CLAUSES = new Set(['D211-188', 'I-7-5-1']);

/** Waivers are judged by all findings, so that with one in a revision everything is asked. */
function withoutWaivers(revision: 'base' | 'head', model: SpecModel): SpecModel {
  const elements = [...model.elements.values()].filter(({ kind }) => kind !== 'waiver');
  return indexModel(revision, model.project, elements, { complete: true, withheld: new Set() });
}

interface Asked {
  readonly base: SpecModel;
  readonly head: SpecModel;
  readonly clauses: ReadonlySet<string>;
}

/** What lints say of two revisions: of all, of what can differ, and what is left out of each side. */
function lintBoth({ base, head, clauses }: Asked) {
  const input = (model: SpecModel) => ({
    model,
    graph: buildGraph(model, clauses).graph,
    digest: sha256,
    asOf: '2026-03-02',
    policy: STRICT,
  });
  const [before, after] = [input(base), input(head)];
  const { lintBase, lintHead } = runDifferingLints(before, after);
  return {
    affected: affectedElements(before, after),
    leftOutOfBase: without(runLints(before), lintBase),
    leftOutOfHead: without(runLints(after), lintHead),
  };
}

/** Findings that are missing, as what is said of which element; nothing may be said that was not said before. */
function without(whole: readonly LintFinding[], part: readonly LintFinding[]): readonly string[] {
  const [all, told] = [whole, part].map((findings) => findings.map((finding) => `${said(finding)}`)) as [
    string[],
    string[],
  ];
  expect(all).toEqual(expect.arrayContaining(told));
  const known = new Set(told);
  return all.filter((text) => !known.has(text)).toSorted();
}

function said({ ruleId, elementKey, severity, message, fingerprint }: LintFinding): string {
  return [ruleId, elementKey, severity, message, fingerprint].join(' | ');
}

type Tree = { [key: string]: unknown };

/** Specs of the examples of lints that look at neighbours: in the others they find little. */
const SPECS = LINTS.flatMap((rule) =>
  rule.judges === 'model' && rule.looksAt === 'neighbours' ? rule.examples.map(({ spec }) => dedented(spec)) : [],
);

/** Two specs as one; where both declare an element, as the first does. */
function joined(first: string, second: string): string {
  const [tree, more] = [parse(first) as Tree, parse(second) as Tree];
  for (const [collection, entries] of Object.entries(more))
    tree[collection] = { ...(entries as Tree), ...(tree[collection] as Tree | undefined) };
  return stringify(tree, { aliasDuplicateObjects: false });
}

/** The same with one to three of its values gone, or taken from elsewhere in it. */
function edited(spec: string, seed: number): string {
  const [next, tree] = [numbersFrom(seed), parse(spec) as Tree];
  for (let left = 1 + (next() % 3); left > 0; left -= 1) {
    const places = placesIn(tree);
    const [place, other] = [
      places[(next() * 100 + next()) % places.length],
      places[(next() * 100 + next()) % places.length],
    ];
    if (place === undefined || other === undefined) continue;
    if (next() < 50) delete place.of[place.key];
    else if (typeof place.of[place.key] !== 'object' && typeof other.of[other.key] !== 'object')
      place.of[place.key] = other.of[other.key];
  }
  return stringify(tree, { aliasDuplicateObjects: false });
}

function placesIn(tree: Tree): readonly { readonly of: Tree; readonly key: string }[] {
  return Object.entries(tree).flatMap(([key, value]) => [
    { of: tree, key },
    ...(typeof value === 'object' && value !== null ? placesIn(value as Tree) : []),
  ]);
}

/** A spec as a revision; undefined where it cannot be understood. */
function understood(revision: 'base' | 'head', spec: string): SpecModel | undefined {
  const identity = { label: revision, kind: 'folder', modified: false } as const;
  const files = [sourceFile(revision, 'countersign.yaml', projectText(spec))];
  const { model, diagnostics } = loadModel({ identity, files });
  const isSound = diagnostics.every(({ severity }) => severity !== 'error') && isLinked(model, CLAUSES);
  return isSound ? withoutWaivers(revision, model) : undefined;
}

/** What both say in the same words is one reading, as when each element stands in a file of its own. */
function sharing(base: SpecModel, head: SpecModel): SpecModel {
  const elements = [...head.elements.values()].map((after) => {
    const before = base.elements.get(after.key);
    return before !== undefined && JSON.stringify(before.attributes) === JSON.stringify(after.attributes)
      ? before
      : after;
  });
  return indexModel('head', head.project, elements, { complete: true, withheld: new Set() });
}

const NEIGHBOURLY: ReadonlySet<string> = new Set(
  LINTS.flatMap((rule) => (rule.judges === 'model' && rule.looksAt === 'neighbours' ? [rule.id] : [])),
);

const entryOf = ({ key, parent }: Element): string => parent ?? key;

/** What some lints say of each entry and its parts. */
function saidOfEntries(rules: ReadonlySet<string>, model: SpecModel, graph: SpecGraph): ReadonlyMap<string, string[]> {
  const said = new Map<string, string[]>();
  for (const finding of runLints({ model, graph, digest: sha256, asOf: '2026-03-02', policy: STRICT })) {
    const element = finding.elementKey === undefined ? undefined : model.elements.get(finding.elementKey);
    if (!rules.has(finding.ruleId) || element === undefined) continue;
    const entry = entryOf(element);
    said.set(entry, [...(said.get(entry) ?? []), inWords(finding)]);
  }
  return said;
}

/** A model without anything that an entry does not lead to; units are named in texts, so that all of them stay. */
function surroundings(entry: string, model: SpecModel, graph: SpecGraph): SpecModel {
  const [reached, queue] = [new Set([entry]), [entry]];
  for (const one of queue) {
    for (const key of [one, ...graph.parts(one).map((part) => part.key)]) {
      for (const { to } of graph.from(key)) {
        const named = graph.element(to);
        if (named === undefined || reached.has(entryOf(named))) continue;
        reached.add(entryOf(named));
        queue.push(entryOf(named));
      }
    }
  }
  const near = [...model.elements.values()].filter((one) => one.kind === 'unit' || reached.has(entryOf(one)));
  return indexModel('head', model.project, near, { complete: true, withheld: new Set() });
}

/** What some lints say of each entry of a model, and what they say of it in its surroundings alone. */
function saidAlone(rules: ReadonlySet<string>, model: SpecModel, clauses: ReadonlySet<string>) {
  const { graph } = buildGraph(model, clauses);
  const said = saidOfEntries(rules, model, graph);
  const entries = [...new Set([...model.elements.values()].map(entryOf))];
  const whole = entries.map((entry) => [entry, said.get(entry)?.toSorted()]);
  const alone = entries.map((entry) => {
    const near = surroundings(entry, model, graph);
    return [entry, saidOfEntries(rules, near, buildGraph(near, clauses).graph).get(entry)?.toSorted()];
  });
  return { whole, alone };
}

/** The same for the examples of a rule. */
function examplesAlone({ id, examples }: LintRule) {
  const models = examples.flatMap(({ spec }) => understood('head', dedented(spec)) ?? []);
  const seen = models.map((model) => saidAlone(new Set([id]), model, CLAUSES));
  return { whole: seen.map(({ whole }) => whole), alone: seen.map(({ alone }) => alone) };
}

describe('lints that look at neighbours', () => {
  it.each(LINTS.filter(({ id }) => NEIGHBOURLY.has(id)).map((rule) => [rule.id, rule] as const))(
    '%s says of an entry what it says in its surroundings alone',
    (_id, rule) => {
      const { whole, alone } = examplesAlone(rule);
      expect(alone).toEqual(whole);
      expect(whole.flat().some(([, said]) => said !== undefined)).toBe(true);
    },
  );

  it.each(['multiple-writers', 'mapping-required-target-unmapped', 'element-orphaned'])(
    '%s, which looks at the plant, would be found out by that',
    (id) => {
      const rule = LINTS.find((one) => one.id === id);
      const { whole, alone } = rule === undefined ? { whole: [], alone: [] } : examplesAlone(rule);
      expect(alone).not.toEqual(whole);
    },
  );

  it('say of each entry of the worked plant what they say in its surroundings', () => {
    const { model, clauses } = northmoor('v2.0.1');
    const { whole, alone } = saidAlone(NEIGHBOURLY, withoutWaivers('base', model), clauses);
    expect(alone).toEqual(whole);
  }, 120_000);

  it('say the same of what no change reaches, on the way between two examples or two states of the plant', () => {
    let spared = 0;
    fc.assert(
      fc.property(fc.oneof(ways, plantWays), fc.nat(), (name, seed) => {
        const way = wayNamed(name);
        const base = withoutWaivers('base', partOfTheWay('base', way, new Set()));
        const head = withoutWaivers('head', partOfTheWay('head', way, someEdits(way, seed)));
        fc.pre(isLinked(base, way.clauses) && isLinked(head, way.clauses));
        const { leftOutOfBase, leftOutOfHead } = lintBoth({ base, head, clauses: way.clauses });
        expect(leftOutOfHead).toEqual(leftOutOfBase);
        spared += leftOutOfHead.length;
      }),
      { numRuns: 60, seed: SEED },
    );
    expect(spared).toBeGreaterThan(0);
  }, 120_000);

  it('say the same of what no change reaches, whatever is taken out of the examples of lints or put elsewhere', () => {
    let [spared, compared] = [0, 0];
    fc.assert(
      fc.property(fc.constantFrom(...SPECS), fc.constantFrom(...SPECS), fc.nat(), (first, second, seed) => {
        const text = joined(first, second);
        const base = understood('base', text);
        const changed = base && understood('head', edited(text, seed));
        if (base === undefined || changed === undefined) return;
        compared += 1;
        const { leftOutOfBase, leftOutOfHead } = lintBoth({ base, head: sharing(base, changed), clauses: CLAUSES });
        expect(leftOutOfHead).toEqual(leftOutOfBase);
        spared += leftOutOfHead.length;
      }),
      { numRuns: 400, seed: SEED },
    );
    expect({ compared: compared > 50, spared: spared > 100 }).toEqual({ compared: true, spared: true });
  }, 120_000);
});
