import { openWorkbookWriter } from '../app/compose.ts';
import type { FindingList } from '../core/report/finding-list.ts';

type Drawing = (list: FindingList) => string | Promise<Uint8Array>;

/**
 * Formats that programs read: one file each, and one line here. Each is loaded when it is drawn: some name every rule there is,
 * and a run that draws none of them does without.
 */
const FORMATS = {
  sarif: async () => (await import('../render/lists/sarif.ts')).sarif,
  github: async () => (await import('../render/lists/github.ts')).github,
  gitlab: async () => (await import('../render/lists/gitlab.ts')).gitlab,
  junit: async () => (await import('../render/lists/junit.ts')).junit,
  csv: async () => (await import('../render/lists/csv.ts')).csv,
  xlsx: async () => {
    const { findingsWorkbook } = await import('../render/lists/findings-sheet.ts');
    const { workbookSheets } = await import('../render/lists/workbook-sheets.ts');
    return async (list) => openWorkbookWriter().write(workbookSheets(findingsWorkbook(list)));
  },
} as const satisfies Record<string, () => Promise<Drawing>>;

export type ListFormat = keyof typeof FORMATS;

/** Formats that are no text: they go to a file, never to a terminal. */
export const BINARY_FORMATS: readonly string[] = ['xlsx'];

/** Names of the formats, as `--format` takes them. */
export const LIST_FORMATS = Object.keys(FORMATS) as readonly ListFormat[];

/** How each of these formats is drawn; the list is made when one of them is. */
export function listDrawings(
  list: () => FindingList,
): Readonly<Record<ListFormat, () => Promise<string | Uint8Array>>> {
  const drawings = LIST_FORMATS.map((name) => [name, async () => (await FORMATS[name]())(list())] as const);
  return Object.fromEntries(drawings) as Readonly<Record<ListFormat, () => Promise<string | Uint8Array>>>;
}
