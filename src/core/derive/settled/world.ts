import { compareText } from '../../diagnostics/order.ts';

/** What an interface last brought. */
export interface Delivered {
  /** Name of the message: `IF-002.HOLD`, or the interface alone. */
  readonly message: string;
  /** Status of each lifecycle that the message carried. */
  readonly statuses: Readonly<Record<string, string>>;
}

/**
 * The plant at rest: one record of each object, every message processed. It is what a tester can set up and look at before
 * and after one step. Races between messages are no part of it; they belong to the search for invariant violations.
 */
export interface World {
  /** Lifecycle → state, or `absent`. */
  readonly states: Readonly<Record<string, string>>;
  /** Lifecycle → states in the order in which the record was last in them, most recent first. */
  readonly visited: Readonly<Record<string, readonly string[]>>;
  /** Interface → what it last brought; absent = nothing yet. */
  readonly delivered: Readonly<Record<string, Delivered>>;
}

/** One text per world, for looking it up. */
export function worldKey(world: World): string {
  const states = Object.keys(world.states)
    .sort(compareText)
    .map((name) => `${name}=${world.states[name] ?? ''}`);
  return `${states.join('|')}|${remembered(world.visited, visitedText)}|${remembered(world.delivered, deliveredText)}`;
}

function visitedText(visited: World['visited']): string {
  return Object.keys(visited)
    .sort(compareText)
    .map((name) => `${name}<${(visited[name] ?? []).join('<')}`)
    .join('|');
}

function deliveredText(delivered: World['delivered']): string {
  return Object.keys(delivered)
    .sort(compareText)
    .map((name) => {
      const brought = delivered[name];
      const statuses = Object.entries(brought?.statuses ?? {}).map(([lifecycle, state]) => `${lifecycle}:${state}`);
      return `${name}>${brought?.message ?? ''}/${statuses.sort(compareText).join(',')}`;
    })
    .join('|');
}

/** Most steps leave these parts of a world as they are, and the next world holds the same object. */
const TEXTS = new WeakMap<object, string>();

function remembered<T extends object>(part: T, text: (part: T) => string): string {
  const known = TEXTS.get(part) ?? text(part);
  TEXTS.set(part, known);
  return known;
}
