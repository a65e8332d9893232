import type { SearchProgress } from '../../core/explore/search/search-result.ts';
import { grouped } from './verdict-words.ts';

/** `Exploring: 1,250,000 states, depth 41, 1.2 million states/s, 85 MB`. */
export function explorationProgress(progress: SearchProgress & { readonly perSecond: number }): string {
  const { states, depth, bytes, perSecond } = progress;
  const pace = perSecond >= 1_000_000 ? `${(perSecond / 1_000_000).toFixed(1)} million` : grouped(perSecond);
  return `Exploring: ${grouped(states)} states, depth ${depth}, ${pace} states/s, ${Math.ceil(bytes / 1_000_000)} MB; Ctrl-C ends it`;
}
