import { pdfNumber, pdfText } from './pdf-syntax.ts';
import type { ObjectStore } from './structure.ts';

/** An entry of the bookmarks. */
export interface Bookmark {
  readonly title: string;
  /** Number of the page object. */
  readonly page: number;
  readonly top: number;
  readonly children: readonly Bookmark[];
}

/** Writes the outline of a document, its first level open and the others closed; gives the number of its root. */
export function writeOutline(store: ObjectStore, bookmarks: readonly Bookmark[]): number {
  const root = store.reserve();
  const [first, last] = writeLevel(store, root, bookmarks);
  store.put(root, `<</Type/Outlines/First ${first} 0 R/Last ${last} 0 R/Count ${bookmarks.length}>>`);
  return root;
}

/** Gives the numbers of the first and the last entry. */
function writeLevel(store: ObjectStore, parent: number, bookmarks: readonly Bookmark[]): readonly [number, number] {
  const ids = bookmarks.map(() => store.reserve());
  bookmarks.forEach(({ title, page, top, children }, index) => {
    const id = ids[index] ?? 0;
    let body = `<</Title${pdfText(title)}/Parent ${parent} 0 R/Dest[${page} 0 R/XYZ 0 ${pdfNumber(top)} null]`;
    if (index > 0) body += `/Prev ${ids[index - 1] ?? 0} 0 R`;
    if (index + 1 < ids.length) body += `/Next ${ids[index + 1] ?? 0} 0 R`;
    if (children.length > 0) {
      const [first, last] = writeLevel(store, id, children);
      body += `/First ${first} 0 R/Last ${last} 0 R/Count ${-children.length}`;
    }
    store.put(id, `${body}>>`);
  });
  return [ids[0] ?? 0, ids.at(-1) ?? 0];
}
