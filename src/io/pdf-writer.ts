import { Failure } from '../core/diagnostics/failure.ts';
import type { Block, RenderedDocument } from '../render/blocks.ts';
import { blockPieces, endPiece } from './pdf/block-layout.ts';
import { contentsPieces } from './pdf/contents-layout.ts';
import { figuresIntoLandscape } from './pdf/figure-layout.ts';
import { type OutlineEntry, outlineDocument } from './pdf/document-outline.ts';
import type { Frame, LayoutContext } from './pdf/layout-context.ts';
import { PageFlow, columnWidth } from './pdf/page-flow.ts';
import { pageFurniture } from './pdf/page-furniture.ts';
import { type Bookmark, Doc } from './pdf/pdfkit-document.ts';
import { type Piece, altered } from './pdf/piece.ts';
import { BODY, PAGE } from './pdf/style.ts';
import { titlePieces } from './pdf/title-block.ts';
import { openTypefaces } from './pdf/typefaces.ts';

/** The file, and on which page, counted from 1, the headings of the first three levels stand. */
export interface WrittenPdf {
  readonly bytes: Uint8Array;
  readonly outline: readonly { readonly title: string; readonly page: number }[];
}

/**
 * Writes a document as PDF 1.7 with embedded fonts. The bytes depend on the document alone: same document, same bytes,
 * on every machine and Node build. A character without glyph, a jump to nowhere or an empty cell is a `Failure`.
 */
export async function writePdf(document: RenderedDocument): Promise<WrittenPdf> {
  const { meta, blocks } = document;
  const doc = new Doc({
    title: `${meta.number} ${meta.title}`,
    author: meta.organisation,
    subject: `${meta.documentType}, revision ${meta.revision}, ${meta.status}`,
    creator: meta.tool,
    producer: `${meta.tool} ${meta.toolVersion}`,
    instant: instantOf(meta.generated),
  });
  const outline = outlineDocument(blocks);
  const context: LayoutContext = {
    faces: openTypefaces(doc),
    hasDestination: (id) => outline.destinations.has(id),
    outline,
    places: new Map(),
    afterLayout: [],
  };
  const furniture = pageFurniture(doc, context, meta);
  const flow = new PageFlow(
    (width) => furniture.room(width),
    (sheet) => furniture.ground(sheet),
  );
  layOut(context, flow, titlePieces(context, meta, frameOf(flow)), blocks);
  for (const work of context.afterLayout) work();
  for (const sheet of flow.sheets) {
    furniture.frame(sheet, flow.sheets.length);
    doc.writePage(sheet);
  }
  doc.writeBookmarks(bookmarks(context, outline.entries));
  return { bytes: doc.finish(), outline: outline.entries.flatMap((entry) => headingPage(context, entry)) };
}

/** Fills the pages; what belongs to pages rather than to the text column is handled here. */
function layOut(context: LayoutContext, flow: PageFlow, title: readonly Piece[], blocks: readonly Block[]): void {
  const waiting: Piece[] = [...title];
  let column: Block[] = [];
  const endColumn = (): void => {
    waiting.push(...blockPieces(context, column, frameOf(flow)));
    column = [];
  };
  const flush = (): void => {
    endColumn();
    flow.place(waiting.splice(0));
  };
  const walk = (content: readonly Block[]): void => {
    const turned = flow.orientation === 'portrait' ? figuresIntoLandscape(content) : content;
    for (const block of headingsIntoLandscape(turned)) {
      if (block.kind === 'page-break') {
        flush();
        flow.breakPage();
      } else if (block.kind === 'landscape') {
        if (flow.orientation === 'landscape')
          throw new Failure(
            5,
            'block-misplaced',
            'A landscape section stands in another.',
            'End the first one before.',
          );
        flush();
        flow.turn('landscape');
        walk(block.content);
        flush();
        flow.turn('portrait');
      } else if (block.kind === 'contents') {
        endColumn();
        waiting.push(...contentsPieces(context, block, frameOf(flow)));
      } else {
        // A section is placed before the next one is laid out: what is laid out takes far more memory than its page.
        if (block.kind === 'heading' && column.length > 0 && column.at(-1)?.kind !== 'heading') flush();
        column.push(block);
      }
    }
  };
  walk(blocks);
  endColumn();
  // The last words stay with what they end, so that no page holds them alone where that can be helped.
  const last = waiting.at(-1);
  if (last !== undefined) waiting[waiting.length - 1] = altered(last, { keepWithNext: true });
  if (waiting.length === 0) flow.stay();
  waiting.push(endPiece(context, frameOf(flow)));
  flush();
}

/** A heading right before a landscape section goes into it: it would stand alone on its page. */
function headingsIntoLandscape(blocks: readonly Block[]): Block[] {
  const placed: Block[] = [];
  for (const block of blocks) {
    if (block.kind !== 'landscape') {
      placed.push(block);
      continue;
    }
    let from = placed.length;
    while (placed[from - 1]?.kind === 'heading') from -= 1;
    placed.push({ ...block, content: [...placed.splice(from), ...block.content] });
  }
  return placed;
}

function frameOf(flow: PageFlow): Frame {
  return { x: PAGE.left, width: columnWidth(flow.orientation), style: BODY, gap: 6, depth: 0 };
}

/** Deepest headings that bookmarks and links from outside lead to. */
const DEEPEST = 3;

function headingPage(context: LayoutContext, { heading, title }: OutlineEntry): WrittenPdf['outline'] {
  const place = context.places.get(heading);
  return place === undefined || heading.level > DEEPEST ? [] : [{ title, page: place.page + 1 }];
}

/** The headings of the first three levels as a tree. */
function bookmarks(context: LayoutContext, entries: readonly OutlineEntry[]): Bookmark[] {
  const roots: { level: number; children: Bookmark[] } = { level: 0, children: [] };
  const open = [roots];
  for (const entry of entries) {
    const { level } = entry.heading;
    const place = context.places.get(entry.heading);
    if (level > DEEPEST || place === undefined) continue;
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const children: Bookmark[] = [];
    (open.at(-1) ?? roots).children.push({
      title: `${entry.number} ${entry.title}`.trim(),
      page: place.page,
      top: place.top,
      children,
    });
    open.push({ level, children });
  }
  return roots.children;
}

/** What a document without a commit says in place of a time; its file then carries the earliest one that there is. */
const NO_COMMIT = 'no commit';

function instantOf(text: string): Date {
  if (text === NO_COMMIT) return new Date(0);
  const instant = new Date(text);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text) || Number.isNaN(instant.getTime())) {
    throw new Failure(
      5,
      'instant-invalid',
      `“${text}” is no UTC instant.`,
      'Give the time of the commit as YYYY-MM-DDThh:mm:ssZ.',
    );
  }
  return instant;
}
