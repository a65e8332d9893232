import type { ComposedPlant } from '../plant/composed-plant.ts';
import type { Renaming } from './alike/renaming.ts';
import type { Questions } from './questions.ts';
import type { SearchLimits, SearchResult } from './search-result.ts';
import { WATCH_EVERY, type SearchWatch } from './search-watch.ts';

/** What the number that generated code stops with means. */
export const STOP_REASONS: readonly SearchResult['stopped'][] = [
  undefined,
  'states',
  'bytes',
  'cancelled',
  'decided',
  'depth',
];

/** Successors that are looked up together. */
const BATCH = 1024;
/** Part of the table that may be in use before it doubles, and when there are no bytes to double it. */
const LOAD = 0.7;
const TIGHT_LOAD = 0.9;
/** Small at first, because many plants are; then at the limit at once, which costs nothing until it is used. */
const FIRST_TABLE = 2 ** 13;
const FIRST_STATES = [2 ** 12, 2 ** 16, 2 ** 20];
/** What is reserved at once; beyond it, room grows eightfold. */
const RESERVED = 2 ** 32;
/** No array holds more, and no number of a state or edge may be greater. */
const MOST = 2 ** 31 - 1;

/** Arrays and counters that the generated search works on; they are replaced by the functions, so it reads them again then. */
export interface SearchMemory {
  states: Int32Array;
  parents: Int32Array;
  via: Uint16Array | Int32Array;
  /** 0 = empty; else the high bits of the hash and, in the low ones, the number of the state plus 1. */
  table: Int32Array;
  /** States for which there is room in the arrays, and in the table. */
  capacity: number;
  room: number;
  edgeStarts: Uint32Array;
  edgeTargets: Int32Array;
  edgeSteps: Uint16Array | Int32Array;
  /** By which renaming the target was found; empty where records are not renamed. */
  edgeNames: Uint8Array;
  blocked: Uint8Array;
  readonly batchSize: number;
  readonly batch: Int32Array;
  readonly batchHash: Int32Array;
  readonly batchPlace: Int32Array;
  readonly batchParent: Int32Array;
  readonly batchVia: Int32Array;
  /** By which renaming the representative was found. */
  readonly batchNames: Uint8Array;
  /** Renaming by renaming, step by step: what the step is called then. */
  readonly stepNames: Int32Array;
  readonly hits: Int32Array;
  readonly hitSteps: Int32Array;
  readonly full: Uint8Array;
  readonly reached: Uint8Array;
  readonly taken: Int32Array;
  readonly levels: number[];
  readonly roots: number[];
  /** States at which `watch` is to be called next. */
  next: number;
  moreStates(edges: number, wanted: number): void;
  /** False when there are no bytes for a table of twice the size. */
  moreTable(edges: number): boolean;
  /** False when there are no bytes for more edges. */
  moreEdges(states: number, edges: number, more: number): boolean;
  /** Index in `STOP_REASONS`. */
  reason(states: number): number;
  root(initial: number): void;
  /** How many steps farther than this level the search may go. */
  level(first: number): number;
  /** True when the search is to end. */
  watch(states: number, steps: number): boolean;
  finished(states: number, steps: number, expanded: number, stopped: number, stuck: number): void;
  count: number;
  edgeCount: number;
  expanded: number;
  stopped: number;
  stuck: number;
  bytes(states: number, edges: number): number;
}

/** Empty memory for a plant whose packed state has so many words. */
export function searchMemory(
  plant: ComposedPlant,
  words: number,
  questions: Questions,
  limits: SearchLimits,
  watch: SearchWatch,
  renamings: readonly Renaming[],
): SearchMemory {
  const renamed = renamings.length > 1;
  const wide = plant.steps.length > 65_535;
  const stepArray = (length: number) => (wide ? new Int32Array(length) : new Uint16Array(length));
  const stepBytes = wide ? 4 : 2;
  const perState = words * 4 + 4 + stepBytes + (questions.ofWays ? 5 : 0);
  const perEdge = questions.ofWays ? 4 + stepBytes + (renamed ? 1 : 0) : 0;
  const mostStates = Math.max(1, Math.min(Math.floor(limits.states), MOST, Math.floor(MOST / words) - 1));
  const batchSize = BATCH + plant.steps.length;
  const longest = batchSize + plant.steps.length;
  const values = plant.variables.reduce((sum, variable) => sum + variable.values.length, 0);
  let allocated = 0;
  let exhausted = false;

  /** States that the limits allow beside a table and so many edges. */
  const allowed = (tableLength: number, edges: number) =>
    Math.min(mostStates, Math.floor((limits.bytes - tableLength * 4 - edges * perEdge) / perState));
  const next = (most: number) => {
    const small = FIRST_STATES.find((size) => size > allocated);
    const size = small ?? (most * perState <= RESERVED ? most : allocated * 8);
    return Math.min(size, most);
  };

  const memory: SearchMemory = {
    states: new Int32Array(0),
    parents: new Int32Array(0),
    via: stepArray(0),
    table: new Int32Array(FIRST_TABLE),
    capacity: 0,
    room: FIRST_TABLE * LOAD,
    edgeStarts: new Uint32Array(questions.ofWays ? 1 : 0),
    edgeTargets: new Int32Array(0),
    edgeSteps: stepArray(0),
    edgeNames: new Uint8Array(0),
    blocked: new Uint8Array(0),
    batchSize: BATCH,
    batch: new Int32Array(longest * words),
    batchHash: new Int32Array(longest),
    batchPlace: new Int32Array(longest),
    batchParent: new Int32Array(longest),
    batchVia: new Int32Array(longest),
    batchNames: new Uint8Array(renamed ? longest : 0),
    stepNames: Int32Array.from(renamed ? renamings.flatMap(({ steps }) => steps) : []),
    hits: new Int32Array(questions.count).fill(-1),
    hitSteps: new Int32Array(questions.count).fill(-1),
    full: new Uint8Array(plant.channels.length),
    reached: new Uint8Array(values),
    taken: new Int32Array(Math.max(1, plant.steps.length)),
    levels: [],
    roots: [],
    next: WATCH_EVERY,
    count: 0,
    edgeCount: 0,
    expanded: 0,
    stopped: 0,
    stuck: -1,
    bytes: (states, edges) => memory.table.byteLength + states * perState + edges * perEdge,
    moreStates: (edges, wanted) => {
      const most = Math.max(1, allowed(memory.table.length, edges));
      while (allocated < wanted && allocated < most && !exhausted) {
        const size = next(most);
        try {
          const states = new Int32Array(size * words);
          const parents = new Int32Array(size);
          const via = stepArray(size);
          const starts = new Uint32Array(questions.ofWays ? size + 1 : 0);
          const blocked = new Uint8Array(questions.ofWays ? size : 0);
          states.set(memory.states);
          parents.set(memory.parents);
          via.set(memory.via);
          starts.set(memory.edgeStarts.subarray(0, starts.length));
          blocked.set(memory.blocked);
          Object.assign(memory, { states, parents, via, edgeStarts: starts, blocked });
          allocated = size;
        } catch (error) {
          if (!(error instanceof RangeError)) throw error;
          exhausted = true;
        }
      }
      memory.capacity = Math.min(allocated, most);
    },
    moreTable: (edges) => {
      const { length } = memory.table;
      const twice = Math.min(length * 2 * LOAD, allowed(length * 2, edges));
      const tight = Math.min(length * TIGHT_LOAD, allowed(length, edges));
      const table = twice > tight && length * 2 <= 2 ** 31 ? emptyTable(length * 2) : undefined;
      memory.room = table === undefined ? Math.floor(length * TIGHT_LOAD) : Math.floor(length * 2 * LOAD);
      if (table === undefined) return false;
      memory.table = table;
      memory.capacity = Math.min(allocated, Math.max(1, allowed(table.length, edges)));
      return true;
    },
    moreEdges: (states, edges, more) => {
      const used = memory.bytes(states, 0);
      const most = Math.min(MOST, Math.floor((limits.bytes - used) / perEdge));
      const size = Math.min(Math.max(2 ** 14, Math.floor((edges + more) * 1.6)), most);
      if (size < edges + more) return false;
      try {
        const targets = new Int32Array(size);
        const steps = stepArray(size);
        const names = new Uint8Array(renamed ? size : 0);
        targets.set(memory.edgeTargets);
        steps.set(memory.edgeSteps);
        names.set(memory.edgeNames);
        Object.assign(memory, { edgeTargets: targets, edgeSteps: steps, edgeNames: names });
        return true;
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        return false;
      }
    },
    reason: (states) => (states >= mostStates ? 1 : 2),
    root: (initial) => void memory.roots.push(initial),
    level: (first) => (limits.depth ?? Infinity) + 1 - memory.levels.push(first),
    watch: (states, steps) => {
      memory.next = states + WATCH_EVERY;
      watch.progress?.({ states, steps, depth: memory.levels.length - 1, bytes: memory.bytes(states, steps) });
      return watch.cancelled?.() ?? false;
    },
    finished: (states, steps, expanded, stopped, stuck) =>
      void Object.assign(memory, { count: states, edgeCount: steps, expanded, stopped, stuck }),
  };
  return memory;
}

function emptyTable(length: number): Int32Array | undefined {
  try {
    return new Int32Array(length);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}
