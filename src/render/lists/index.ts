import type { FindingList } from '../../core/report/finding-list.ts';
import { csv } from './csv.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { junit } from './junit.ts';
import { sarif } from './sarif.ts';

/** Formats that programs read: one file each, and one line here. */
const FORMATS = { sarif, github, gitlab, junit, csv } as const satisfies Record<string, (list: FindingList) => string>;

export type ListFormat = keyof typeof FORMATS;

/** Names of the formats, as `--format` takes them. */
export const LIST_FORMATS = Object.keys(FORMATS) as readonly ListFormat[];

/** How each of these formats is drawn; the list is made when one of them is. */
export function listDrawings(list: () => FindingList): Readonly<Record<ListFormat, () => string>> {
  const drawings = LIST_FORMATS.map((name) => [name, () => FORMATS[name](list())] as const);
  return Object.fromEntries(drawings) as Readonly<Record<ListFormat, () => string>>;
}
