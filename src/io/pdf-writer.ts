import { Failure } from '../core/diagnostics/failure.ts';
import type { Block, DocumentAttachment, RenderedDocument } from '../render/blocks.ts';
import { blockPieces, endPiece, streamPieces } from './pdf/block-layout.ts';
import type { Bookmark } from './pdf/bookmarks.ts';
import { contentsPieces } from './pdf/contents-layout.ts';
import { figuresIntoLandscape } from './pdf/figure-layout.ts';
import { type OutlineEntry, outlineDocument } from './pdf/document-outline.ts';
import type { Frame, LayoutContext } from './pdf/layout-context.ts';
import { PageFlow, columnWidth } from './pdf/page-flow.ts';
import { pageFurniture } from './pdf/page-furniture.ts';
import { Doc, type EmbeddedFile } from './pdf/pdfkit-document.ts';
import { type Piece, withLast } from './pdf/piece.ts';
import { SectionPath } from './pdf/section-path.ts';
import { Sheet } from './pdf/sheet.ts';
import { Structure } from './pdf/structure.ts';
import { BODY, PAGE } from './pdf/style.ts';
import { titlePieces } from './pdf/title-block.ts';
import { openTypefaces } from './pdf/typefaces.ts';

/** The file, and on which page, counted from 1, the headings of the first three levels stand. */
export interface WrittenPdf {
  readonly bytes: Uint8Array;
  readonly outline: readonly { readonly title: string; readonly page: number }[];
}

/**
 * Writes a document as PDF 1.7 with embedded fonts that declares PDF/A-3a (archival) and PDF/UA-1 (accessible). The
 * bytes depend on the document alone: same document, same bytes, on every machine and Node build. A character without
 * glyph, a jump to nowhere or an empty cell is a `Failure`.
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
  const structure = new Structure(doc);
  const outline = outlineDocument(blocks);
  const context: LayoutContext = {
    faces: openTypefaces(doc),
    hasDestination: (id) => outline.destinations.has(id),
    outline,
    places: new Map(),
    afterLayout: [],
  };
  const furniture = pageFurniture(doc, context, meta, (width, height) => new Sheet(0, width, height, structure, 0));
  const contents: number[][] = [];
  const writeContent = (sheet: Sheet): void => {
    (contents[sheet.index] ??= []).push(doc.stream(sheet.takeContent()));
  };
  const flow = new PageFlow(
    (width) => furniture.room(width),
    (index, width, height) => {
      const sheet = new Sheet(index, width, height, structure, doc.reserve());
      furniture.ground(sheet);
      return sheet;
    },
    // A page that waits for nothing is written at once: as text it takes far more memory than compressed.
    (sheet) => {
      if (!sheet.waits) writeContent(sheet);
    },
  );
  const sections = new SectionPath(structure.document);
  layOut(
    context,
    flow,
    sections,
    titlePieces(context, meta, { ...frameOf(flow), element: structure.document }),
    blocks,
  );
  for (const work of context.afterLayout) work();
  for (const sheet of flow.sheets) {
    if (contents[sheet.index] === undefined) writeContent(sheet);
    furniture.frame(sheet, flow.sheets.length);
    writeContent(sheet);
    const { page, width, height, annotations } = sheet;
    const structureKey = structure.pageKey(sheet.owners);
    doc.writePage({ page, width, height, contents: contents[sheet.index] ?? [], annotations, structureKey });
    for (const { id, top } of sheet.destinations) doc.nameDestination(id, page, top);
  }
  doc.writeBookmarks(bookmarks(context, outline.entries));
  for (const attachment of document.attachments ?? []) doc.attach(embedded(attachment));
  const fonts = new Set(flow.sheets.flatMap((sheet) => [...sheet.fonts]));
  const bytes = doc.finish(structure.finish(), [...fonts].toSorted());
  return { bytes, outline: outline.entries.flatMap((entry) => headingPage(context, entry)) };
}

function embedded({ relationship, ...file }: DocumentAttachment): EmbeddedFile {
  return { ...file, relationship: relationship === 'data' ? 'Data' : 'Source' };
}

/** Fills the pages; what belongs to pages rather than to the text column is handled here. */
function layOut(
  context: LayoutContext,
  flow: PageFlow,
  sections: SectionPath,
  title: readonly Piece[],
  blocks: readonly Block[],
): void {
  const waiting: Iterable<Piece>[] = [title];
  let column: Block[] = [];
  const endColumn = (): void => {
    waiting.push(columnPieces(context, sections, column, frameOf(flow)));
    column = [];
  };
  const flush = (): void => {
    endColumn();
    flow.place(oneAfterOther(waiting.splice(0)));
    sections.settle();
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
        waiting.push(inSection(sections, frameOf(flow), (frame) => contentsPieces(context, block, frame)));
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
  const rest = oneAfterOther(waiting.splice(0));
  const first = rest.next();
  if (first.done === true) flow.stay();
  const before = first.done === true ? [] : withLast(oneAfterOther([[first.value], rest]), { keepWithNext: true });
  const end = (frame: Frame): Piece[] => [endPiece(context, { ...frame, element: sections.document })];
  flow.place(oneAfterOther([before, inSection(sections, frameOf(flow), end)]));
  sections.settle();
}

/** The pieces of a column; its headings, which come first, open their sections. Nothing is laid out before it is asked for. */
function* columnPieces(
  context: LayoutContext,
  sections: SectionPath,
  column: readonly Block[],
  frame: Omit<Frame, 'element'>,
): Generator<Piece, void, undefined> {
  let rest = column;
  for (let [block] = rest; block?.kind === 'heading'; [block] = rest) {
    yield* blockPieces(context, [block], { ...frame, element: sections.open(block.level) });
    rest = rest.slice(1);
  }
  yield* streamPieces(context, rest, { ...frame, element: sections.current });
}

/** Pieces in the section that is open when they are asked for. */
function* inSection(
  sections: SectionPath,
  frame: Omit<Frame, 'element'>,
  pieces: (frame: Frame) => Iterable<Piece>,
): Generator<Piece, void, undefined> {
  yield* pieces({ ...frame, element: sections.current });
}

function* oneAfterOther(parts: readonly Iterable<Piece>[]): Generator<Piece, void, undefined> {
  for (const pieces of parts) yield* pieces;
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

function frameOf(flow: PageFlow): Omit<Frame, 'element'> {
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
      page: place.pageObject,
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
