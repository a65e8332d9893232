import type { PlantBounds } from '../plant/composed-plant.ts';
import type { SearchLimits } from '../search/search-result.ts';

/** What is to be explored, and how far; what is not said is as the project declares it. */
export interface ExplorationRequest {
  /** Bounds in place of the declared ones; `messages: auto` = as many as it takes (see `messagesAtMost`). */
  readonly bounds?: Partial<Omit<PlantBounds, 'messages'>> & { readonly messages?: number | 'auto' };
  /** For each single search; 5,000,000 states and 1 GiB where nothing is said. */
  readonly limits?: SearchLimits;
  /** Invariants that are judged; all where nothing is said. */
  readonly only?: readonly string[];
  /** With `messages: auto`: the most messages in one channel that are tried; 8 where nothing is said. */
  readonly messagesAtMost?: number;
  /** Whether what is noticed without being asked is looked for, too; yes where nothing is said. */
  readonly observations?: boolean;
}

export const DEFAULT_LIMITS: SearchLimits = { states: 5_000_000, bytes: 1024 ** 3 };
export const DEFAULT_MESSAGES_AT_MOST = 8;
