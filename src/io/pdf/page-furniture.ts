import type { DocumentMeta } from '../../render/blocks.ts';
import type { Doc } from './pdfkit-document.ts';
import { pdfNumber } from './pdf-syntax.ts';
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

/**
 * Prepares the furniture; its texts wrap as they must, and take the same room on every page of one width. What all
 * pages of one size share is a form, written once.
 */
export function pageFurniture(
  doc: Doc,
  context: LayoutContext,
  meta: DocumentMeta,
  scratch: (width: number, height: number) => Sheet,
): Furniture {
  const known = new Map<number, FurnitureTexts>();
  const textsFor = (pageWidth: number): FurnitureTexts => {
    const texts = known.get(pageWidth) ?? furnitureTexts(context, meta, pageWidth - PAGE.left - PAGE.right);
    known.set(pageWidth, texts);
    return texts;
  };
  const drawMark = meta.status === 'DRAFT' ? draftMark(doc, context) : undefined;
  const forms = new Map<number, Readonly<Record<'header' | 'footer', string>>>();
  const formsFor = ({ width, height }: Sheet): Readonly<Record<'header' | 'footer', string>> => {
    const names = forms.get(width) ?? { header: `Header${forms.size + 1}`, footer: `Footer${forms.size + 1}` };
    if (!forms.has(width)) {
      const define = (name: string, draw: (sheet: Sheet) => void): void => {
        const sheet = scratch(width, height);
        const operators = sheet.unmarked(() => draw(sheet));
        doc.defineForm(name, [0, 0, width, height], operators, sheet.fonts);
      };
      define(names.header, (sheet) => drawHeader(sheet, textsFor(width)));
      define(names.footer, (sheet) => drawFooter(sheet, textsFor(width)));
    }
    forms.set(width, names);
    return names;
  };
  return {
    room: (width) => {
      const { headerHeight, footerHeight } = textsFor(width);
      return { top: EDGE + headerHeight + 16, bottom: EDGE + footerHeight + 9 };
    },
    ground: (sheet) => {
      if (drawMark !== undefined) sheet.furniture('Watermark', () => drawMark(sheet));
    },
    frame: (sheet, pages) => {
      const { header, footer } = formsFor(sheet);
      sheet.furniture('Header', () => {
        sheet.form(header);
        drawPageNumber(sheet, context, meta, textsFor(sheet.width), pages);
      });
      sheet.furniture('Footer', () => sheet.form(footer));
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
  const footer = footerTexts(meta).map(([first, second]) => ({
    left: setPlain(context, first, FOOT, width * FOOT_LEFT),
    right: setPlain(context, second, FOOT, width * (0.99 - FOOT_LEFT)),
  }));
  return {
    left,
    middle,
    right,
    headerHeight: Math.max(columnHeight(left), columnHeight(middle), columnHeight(right) + PLAIN.leading),
    footer,
    footerHeight: footer.reduce((sum, line) => sum + Math.max(line.left.length, line.right.length) * FOOT.leading, 0),
  };
}

function drawHeader(sheet: Sheet, texts: FurnitureTexts): void {
  const width = sheet.width - PAGE.left - PAGE.right;
  const top = sheet.height - EDGE;
  const drawColumn = (column: readonly Words[], x: number, room: number, align: 'left' | 'right' | 'center'): void => {
    column.reduce((y, [lines, style]) => {
      sheet.text(lines, style, x, y, room, align);
      return y - lines.length * style.leading;
    }, top);
  };
  drawColumn(texts.left, PAGE.left, width * SIDE, 'left');
  drawColumn(texts.middle, PAGE.left + (width * (1 - MIDDLE)) / 2, width * MIDDLE, 'center');
  const rightEdge = sheet.width - PAGE.right;
  drawColumn(texts.right, rightEdge - width * SIDE, width * SIDE, 'right');
  sheet.rule(PAGE.left, top - texts.headerHeight - 4, rightEdge, top - texts.headerHeight - 4, TITLE, 0.6);
}

/** The page number below the right column of the header, and the status before it. */
function drawPageNumber(
  sheet: Sheet,
  context: LayoutContext,
  meta: DocumentMeta,
  texts: FurnitureTexts,
  pages: number,
): void {
  const rightEdge = sheet.width - PAGE.right;
  const y = sheet.height - EDGE - columnHeight(texts.right);
  const page = setPlain(context, `Page ${sheet.index + 1} of ${pages}`, PLAIN, 200);
  sheet.text(page, PLAIN, rightEdge - 200, y, 200, 'right');
  drawStatus(sheet, context, meta, rightEdge - (page[0]?.width ?? 0) - 8, y);
}

function columnHeight(column: readonly Words[]): number {
  return column.reduce((sum, [lines, style]) => sum + lines.length * style.leading, 0);
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
    sheet.form(MARK, `${matrix} ${pdfNumber(x)} ${pdfNumber(y)}`);
  };
}
