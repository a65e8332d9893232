import type { AlikeStates, Explored, ToldWay, Ways } from '../explored.ts';
import type { Property } from '../property.ts';
import type { Way } from '../way.ts';
import { propertyText } from './plant-text.ts';
import type { RenamingGroup } from './renaming-group.ts';
import { renamedExpression, renamedProperty, type Renaming } from './renaming.ts';

/** What was explored, as a question about ways sees it. */
export interface Seen {
  readonly seen: Explored;
  readonly ways: Ways;
}

/**
 * A question about ways may name some of several alike records: on the way it matters which they are. Then each kept state is
 * seen once for every way to call those records, and each edge leads from one to another of these. A question that is the same
 * under every renaming sees the kept states as they are.
 */
export function asAsked(explored: Explored, ways: Ways, property: Property): Seen {
  const { alike } = explored;
  if (alike === undefined) return { seen: explored, ways };
  const views: Renaming[] = [];
  const known = new Map<string, number>();
  /** Renaming → the view in which the question is the same. */
  const viewOf = alike.names.renamings.map((renaming) => {
    const text = propertyText(renamedProperty(renaming, property));
    const view = known.get(text) ?? views.push(renaming) - 1;
    known.set(text, view);
    return view;
  });
  if (views.length === 1) return { seen: explored, ways };
  const others = KNOWN.get(ways) ?? new Map<string, Seen>();
  KNOWN.set(ways, others);
  const key = viewOf.join();
  const seen = others.get(key) ?? unfolded(explored, alike, ways, viewsIn(alike.names, views, viewOf));
  others.set(key, seen);
  return seen;
}

/** Many questions name the same records. */
const KNOWN = new WeakMap<Ways, Map<string, Seen>>();

/** The ways to call the records that a question names. */
interface Views {
  readonly renamings: readonly Renaming[];
  /** Number of each of these in the group. */
  readonly numbers: readonly number[];
  /** Renaming of the group → view in which the question is the same. */
  readonly viewOf: readonly number[];
  /** Renaming of the group → view before it → view after it. */
  readonly after: readonly (readonly number[])[];
  /** View → step as it is kept → what it is called there, and the other way round. */
  readonly called: readonly Int32Array[];
  readonly kept: readonly Int32Array[];
}

function viewsIn(names: RenamingGroup, renamings: readonly Renaming[], viewOf: readonly number[]): Views {
  const numbers = renamings.map((view) => names.renamings.indexOf(view));
  return {
    renamings,
    numbers,
    viewOf,
    after: names.renamings.map((_, renaming) => numbers.map((number) => viewOf[names.product(renaming, number)] ?? 0)),
    called: numbers.map((number) => Int32Array.from(names.inverses[number]?.steps ?? [])),
    kept: renamings.map(({ steps }) => Int32Array.from(steps)),
  };
}

/** State `n` in view `v` gets number `n * views + v`: nearer states still have smaller numbers. */
function unfolded(explored: Explored, alike: AlikeStates, ways: Ways, views: Views): Seen {
  const count = views.renamings.length;
  const plain = (seen: number) => Math.floor(seen / count);
  const step = (seen: number, kept: number) => views.called[seen % count]?.[kept] ?? -1;
  const back = (seen: number) => {
    const found = explored.back(plain(seen));
    let edge = ways.starts[found.from] ?? 0;
    while (ways.targets[edge] !== plain(seen) || ways.steps[edge] !== found.step) edge++;
    const before = views.after[ways.renamings[edge] ?? 0]?.indexOf(seen % count) ?? 0;
    return { step: step(seen, found.step), from: found.from * count + before };
  };
  const told = ({ root, taken }: Way): ToldWay => {
    const way = taken.map((one) => ({
      step: views.kept[one.state % count]?.[one.step] ?? -1,
      state: plain(one.state),
    }));
    return alike.told(
      { root: plain(root), taken: way },
      {
        first: views.numbers[root % count] ?? 0,
        fits: (renaming, place) => views.viewOf[renaming] === (taken[place]?.state ?? 0) % count,
      },
    );
  };
  return {
    seen: {
      ...explored,
      states: explored.states * count,
      expanded: explored.expanded * count,
      levels: explored.levels.map((first) => first * count),
      rootCount: explored.rootCount * count,
      back,
      told,
    },
    ways: unfoldedWays(explored, ways, views),
  };
}

function unfoldedWays({ states, expanded }: Explored, ways: Ways, { renamings, after, called }: Views): Ways {
  const count = renamings.length;
  const edges = ways.starts[expanded] ?? 0;
  const starts = new Uint32Array(expanded * count + 1);
  const targets = new Int32Array(edges * count);
  const steps = new Int32Array(edges * count);
  let next = 0;
  for (let state = 0; state < expanded; state++)
    for (let view = 0; view < count; view++) {
      for (let edge = ways.starts[state]!; edge < ways.starts[state + 1]!; edge++) {
        const to = after[ways.renamings[edge]!]![view]!;
        targets[next] = ways.targets[edge]! * count + to;
        steps[next++] = called[to]![ways.steps[edge]!]!;
      }
      starts[state * count + view + 1] = next;
    }
  const inEachView = (tell: (view: Renaming) => Uint8Array): Uint8Array => {
    const all = new Uint8Array(states * count);
    for (const [view, renaming] of renamings.entries()) {
      const told = tell(renaming);
      for (let state = 0, at = view; state < states; state++, at += count) all[at] = told[state]!;
    }
    return all;
  };
  return {
    starts,
    targets,
    steps,
    renamings: [],
    blocked: inEachView(() => ways.blocked.subarray(0, states)),
    satisfying: (expression) => inEachView((view) => ways.satisfying(renamedExpression(view, expression))),
  };
}
