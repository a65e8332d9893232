import type { SearchProgress } from './search-result.ts';

/** What is told about a search while it runs. */
export interface SearchWatch {
  /** Called about every 50,000 states. */
  progress?(progress: SearchProgress): void;
  /** Asked about every 50,000 states: true ends the search, which then says that it was cancelled. */
  cancelled?(): boolean;
  /** Told how far a search came, once it has ended. */
  ended?(progress: SearchProgress): void;
}

/** States between two calls of a watch. */
export const WATCH_EVERY = 50_000;
