import type { DocumentMeta } from '../../render/blocks.ts';
import type { Doc } from './pdfkit-document.ts';
import { pdfNumber } from './pdfkit-document.ts';
import type { LayoutContext } from './layout-context.ts';
import type { FurnitureRoom } from './page-flow.ts';
import { type Line, setPlain } from './set-text.ts';
import type { Sheet } from './sheet.ts';
import { HAIRLINE, PAGE, QUIET, TITLE, type TextStyle } from './style.ts';

const STRONG: TextStyle = { role: 'strong', size: 8, leading: 10.6, colour: TITLE };
const PLAIN: TextStyle = { role: 'text', size: 7.4, leading: 10, colour: QUIET };
const FOOT: TextStyle = { role: 'text', size: 6.4, leading: 8.6, colour: QUIET };
const EDGE = 26;
const MARK = 'DraftMark';
/** Light enough that text over it keeps its contrast. */
const MARK_GREY = '0.95 g';

/** Header, footer and draft mark of every page. */
export interface Furniture {
  /** Room on a page of this width. */
  room(width: number): FurnitureRoom;
  /** What lies behind the text; to be drawn before it. */
  ground(sheet: Sheet): void;
  /** Header and footer; to be drawn when the number of pages is known. */
  frame(sheet: Sheet, pages: number): void;
}

type Words = readonly [readonly Line[], TextStyle];

/** The texts of header and footer, wrapped for one width. */
interface FurnitureTexts {
  readonly left: readonly Words[];
  readonly middle: readonly Words[];
  readonly right: readonly Words[];
  readonly headerHeight: number;
  readonly footer: readonly { readonly left: readonly Line[]; readonly right: readonly Line[] }[];
  readonly footerHeight: number;
}

const SIDE = 0.255;
const MIDDLE = 0.48;
const FOOT_LEFT = 0.62;

/** Prepares the furniture; its texts wrap as they must, and take the same room on every page of one width. */
export function pageFurniture(doc: Doc, context: LayoutContext, meta: DocumentMeta): Furniture {
  const known = new Map<number, FurnitureTexts>();
  const textsFor = (pageWidth: number): FurnitureTexts => {
    const texts = known.get(pageWidth) ?? furnitureTexts(context, meta, pageWidth - PAGE.left - PAGE.right);
    known.set(pageWidth, texts);
    return texts;
  };
  const drawMark = meta.status === 'DRAFT' ? draftMark(doc, context) : undefined;
  return {
    room: (width) => {
      const { headerHeight, footerHeight } = textsFor(width);
      return { top: EDGE + headerHeight + 16, bottom: EDGE + footerHeight + 9 };
    },
    ground: (sheet) => {
      if (drawMark !== undefined) sheet.artifact('Watermark', () => drawMark(sheet));
    },
    frame: (sheet, pages) => {
      const texts = textsFor(sheet.width);
      sheet.artifact('Header', () => drawHeader(sheet, context, meta, texts, pages));
      sheet.artifact('Footer', () => drawFooter(sheet, texts));
    },
  };
}

function furnitureTexts(context: LayoutContext, meta: DocumentMeta, width: number): FurnitureTexts {
  const words = (text: string, style: TextStyle, share: number): Words => [
    setPlain(context, text, style, width * share),
    style,
  ];
  const left = [words(meta.organisation, STRONG, SIDE), words(meta.site, PLAIN, SIDE)];
  const middle = [words(meta.title, STRONG, MIDDLE), words(meta.documentType, PLAIN, MIDDLE)];
  const right = [words(`${meta.number} · rev ${meta.revision}`, STRONG, SIDE)];
  const height = (column: readonly Words[]): number =>
    column.reduce((sum, [lines, style]) => sum + lines.length * style.leading, 0);
  const footer = footerTexts(meta).map(([first, second]) => ({
    left: setPlain(context, first, FOOT, width * FOOT_LEFT),
    right: setPlain(context, second, FOOT, width * (0.99 - FOOT_LEFT)),
  }));
  return {
    left,
    middle,
    right,
    headerHeight: Math.max(height(left), height(middle), height(right) + PLAIN.leading),
    footer,
    footerHeight: footer.reduce((sum, line) => sum + Math.max(line.left.length, line.right.length) * FOOT.leading, 0),
  };
}

function drawHeader(
  sheet: Sheet,
  context: LayoutContext,
  meta: DocumentMeta,
  texts: FurnitureTexts,
  pages: number,
): void {
  const width = sheet.width - PAGE.left - PAGE.right;
  const top = sheet.height - EDGE;
  const drawColumn = (column: readonly Words[], x: number, room: number, align: 'left' | 'right' | 'center'): number =>
    column.reduce((y, [lines, style]) => {
      sheet.text(lines, style, x, y, room, align);
      return y - lines.length * style.leading;
    }, top);
  drawColumn(texts.left, PAGE.left, width * SIDE, 'left');
  drawColumn(texts.middle, PAGE.left + (width * (1 - MIDDLE)) / 2, width * MIDDLE, 'center');
  const rightEdge = sheet.width - PAGE.right;
  const y = drawColumn(texts.right, rightEdge - width * SIDE, width * SIDE, 'right');
  const page = setPlain(context, `Page ${sheet.index + 1} of ${pages}`, PLAIN, 200);
  sheet.text(page, PLAIN, rightEdge - 200, y, 200, 'right');
  drawStatus(sheet, context, meta, rightEdge - (page[0]?.width ?? 0) - 8, y);
  sheet.rule(PAGE.left, top - texts.headerHeight - 4, rightEdge, top - texts.headerHeight - 4, TITLE, 0.6);
}

function drawFooter(sheet: Sheet, texts: FurnitureTexts): void {
  const width = sheet.width - PAGE.left - PAGE.right;
  let y = EDGE - 4 + texts.footerHeight;
  sheet.rule(PAGE.left, y + 4, sheet.width - PAGE.right, y + 4, HAIRLINE, 0.4);
  for (const { left, right } of texts.footer) {
    sheet.text(left, FOOT, PAGE.left, y);
    sheet.text(right, FOOT, PAGE.left, y, width, 'right');
    y -= Math.max(left.length, right.length) * FOOT.leading;
  }
}

/** The status word in a small frame, its right edge at `right`. */
function drawStatus(sheet: Sheet, context: LayoutContext, meta: DocumentMeta, right: number, top: number): void {
  const style: TextStyle = { ...STRONG, size: 6.8, leading: 10, colour: TITLE };
  const lines = setPlain(context, meta.status, style, 200);
  const width = (lines[0]?.width ?? 0) + 8;
  sheet.frame(right - width, top + 0.2, width, 10, TITLE, 0.6);
  sheet.text(lines, style, right - width, top + 0.2, width, 'center');
}

function footerTexts(meta: DocumentMeta): readonly (readonly [string, string])[] {
  return [
    [
      `${meta.packageId} ${meta.packageVersion} · commit ${meta.commit} · tree ${meta.tree} · content ${meta.contentHash}`,
      `${meta.tool} ${meta.toolVersion} · ${instantText(meta.generated)}`,
    ],
    ['Printed copy uncontrolled unless stamped.', meta.confidentiality],
  ];
}

/** `2025-03-04 10:22:05 UTC` of an instant written with `T` and `Z`. */
export function instantText(instant: string): string {
  return instant.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC');
}

/** The mark is drawn as outlines: it must not stand among the words that are copied or searched. */
function draftMark(doc: Doc, context: LayoutContext): (sheet: Sheet) => void {
  const { operators, width } = context.faces.display().outline('DRAFT');
  doc.defineForm(MARK, [0, -300, Math.ceil(width), 1000], `${MARK_GREY}\n${operators}`);
  return (sheet) => {
    const angle = Math.atan2(sheet.height, sheet.width);
    const scale = (Math.min(sheet.width, sheet.height) * 0.9) / width;
    const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale];
    // The middle of the word, half of the capitals' height up, stands in the middle of the page.
    const [middleX, middleY] = [width / 2, 364];
    const x = sheet.width / 2 - (cos * middleX - sin * middleY);
    const y = sheet.height / 2 - (sin * middleX + cos * middleY);
    const matrix = [cos, sin, -sin, cos].map((value) => `${Math.round(value * 1e5) / 1e5}`).join(' ');
    sheet.forms.add(MARK);
    sheet.operators.push(`q ${matrix} ${pdfNumber(x)} ${pdfNumber(y)} cm /${MARK} Do Q`);
  };
}
