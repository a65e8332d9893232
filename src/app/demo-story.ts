/** One commit of the demonstration plant; `tag` is also the folder below `examples/northmoor`. */
export interface StoryChapter {
  readonly tag: string;
  readonly message: string;
  readonly author: { readonly name: string; readonly email: string };
  /** Commit time, ISO 8601 in UTC. */
  readonly instant: string;
}

const VALIDATION = { name: 'Ines Okafor', email: 'ines.okafor@northmoor.example' };
const QUALITY_SYSTEMS = { name: 'Tomas Lindqvist', email: 'tomas.lindqvist@northmoor.example' };

/** How Halvern Northmoor came to change its nonconformance process: an invented plant, people and dates. */
export const NORTHMOOR_STORY: readonly StoryChapter[] = [
  {
    tag: 'v1.0.0',
    message: 'Nonconformance to stock release, baseline 1.0.0\n',
    author: VALIDATION,
    instant: '2026-03-02T09:00:00Z',
  },
  {
    tag: 'cr-2041',
    message: 'CR-2041: split Dispositioned so that the ageing chart is fair\n\nNo interface change.\n',
    author: QUALITY_SYSTEMS,
    instant: '2026-04-14T10:30:00Z',
  },
  {
    tag: 'v2.0.1',
    message: 'CR-2041 as approved, baseline 2.0.1\n\nEvery open status blocks; completing the actions is signed.\n',
    author: VALIDATION,
    instant: '2026-05-11T09:00:00Z',
  },
  {
    tag: 'cr-2057',
    message: 'CR-2057: stop ERP timeouts at shift change\n',
    author: QUALITY_SYSTEMS,
    instant: '2026-06-22T15:45:00Z',
  },
];

/** The comparison that the demonstration assesses. */
export const NORTHMOOR_RANGE = 'v1.0.0..cr-2041';
