import { LayoutFailure } from '../../render/layout-failure.ts';
import type {
  Authorship,
  Block,
  Callout,
  CellBlock,
  CodeBlock,
  Heading,
  KeepTogether,
  List,
  Paragraph,
} from '../../render/blocks.ts';
import { BOX_PAD, boxed } from './callout-layout.ts';
import { figurePieces } from './figure-layout.ts';
import { blankPieces, signaturePieces } from './hand-layout.ts';
import type { Frame, LayoutContext } from './layout-context.ts';
import { type Piece, altered, solid, textPiece, withLast } from './piece.ts';
import { setPlain, setText, setVerbatim, textWidth } from './set-text.ts';
import type { Sheet } from './sheet.ts';
import { type StructureType, listOf } from './structure.ts';
import { CODE, HAIRLINE, HEADINGS, QUIET, SMALL, TONES, type TextStyle } from './style.ts';
import { keyValuePieces, tablePieces } from './table-layout.ts';

/** Lays blocks out as pieces of one column. Blocks that belong to pages (breaks, landscape, contents) are not for here. */
export function blockPieces(context: LayoutContext, blocks: readonly Block[], frame: Frame): Piece[] {
  return [...streamPieces(context, blocks, frame)];
}

/** As `blockPieces`, each piece laid out when it is asked for: a table of any length takes the memory of a few rows. */
export function* streamPieces(
  context: LayoutContext,
  blocks: readonly Block[],
  frame: Frame,
): Generator<Piece, void, undefined> {
  const alone = blocks.length === 1;
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1]?.kind;
    // What is kept together before or after a table is its head or foot: neither stands on a page without a row.
    const joins =
      (block.kind === 'keep-together' && next === 'table') || (block.kind === 'table' && next === 'keep-together');
    const pieces = onePieces(context, block, frame, alone);
    if (joins) yield* withLast(pieces, { keepWithNext: true });
    else if (block.kind === 'paragraph' && INTRODUCED.has(next)) {
      for (const piece of pieces)
        yield piece.height <= INTRODUCTION_LINES * frame.style.leading ? altered(piece, { keepWithNext: true }) : piece;
    } else yield* pieces;
  }
}

/** A short paragraph right before one of these introduces it and stays with it. */
const INTRODUCED: ReadonlySet<Block['kind'] | undefined> = new Set([
  'table',
  'key-value',
  'list',
  'callout',
  'signatures',
  'code-block',
  'blank',
  'figure',
]);
const INTRODUCTION_LINES = 3;

/** Elements that hold text as it is where it is all that they hold. */
const TEXT_HOLDERS: ReadonlySet<StructureType> = new Set<StructureType>(['TD', 'TH', 'LBody']);

function onePieces(context: LayoutContext, block: Block, frame: Frame, alone: boolean): Iterable<Piece> {
  const cell = (content: readonly CellBlock[], inner: Frame): Piece[] => blockPieces(context, content, inner);
  switch (block.kind) {
    case 'heading':
      return [headingPiece(context, block, frame)];
    case 'paragraph':
      return [paragraphPiece(context, block, frame, alone && TEXT_HOLDERS.has(frame.element.type))];
    case 'list':
      return listPieces(context, block, frame);
    case 'table':
      return withLast(tablePieces(context, block, frame, cell), AIR);
    case 'key-value':
      return withLast(keyValuePieces(context, block, frame, cell), AIR);
    case 'blank':
      return blankPieces(context, block, frame);
    case 'signatures':
      return withLast(signaturePieces(context, block, frame), AIR);
    case 'callout':
      return calloutPieces(context, block, frame);
    case 'figure':
      return figurePieces(context, block, frame);
    case 'code-block':
      return [codePiece(context, block, frame)];
    case 'rule':
      return [solid(8, (sheet, top) => sheet.rule(frame.x, top - 4, frame.x + frame.width, top - 4, HAIRLINE, 0.4), 4)];
    case 'keep-together':
      return keptTogether(context, block, frame);
    case 'page-break':
    case 'landscape':
    case 'contents':
      throw new LayoutFailure(
        5,
        'block-misplaced',
        (place) => `A ${block.kind} stands inside another block${place}.`,
        'Put it on the first level of the document.',
        block.source,
      );
  }
}

/** Leaves air below a table: the text after it would otherwise stick to its last rule. */
const AIR = { after: 5 } as const;

const HEADING_TYPES = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'] as const;

/** What the marks of headings say. */
const AUTHORSHIP: Readonly<Record<Authorship, string>> = {
  G: 'generated from the specification',
  A: 'authored text of the specification',
  H: 'written by hand',
};

function headingPiece(context: LayoutContext, heading: Heading, frame: Frame): Piece {
  const { style, before, after } = HEADINGS[heading.level];
  const entry = context.outline.byHeading.get(heading);
  const number = entry?.number ?? '';
  const indent = number === '' ? 0 : textWidth(context.faces, number, style) + style.size * 0.75;
  const marks = heading.level <= 2 ? (heading.authorship ?? []) : [];
  const lines = setText(context, heading.content, style, frame.width - indent - marks.length * 14 - 4, heading.source);
  const rule = heading.level === 1;
  const element = frame.element.child(HEADING_TYPES[(entry?.rank ?? heading.level) - 1] ?? 'H6');
  const height = lines.length * style.leading + (rule ? 3 : 0) + after;
  return {
    ...solid(
      height,
      (sheet, top) => {
        context.places.set(heading, { page: sheet.index, pageObject: sheet.page, top: top + 6 });
        if (entry !== undefined) sheet.destination(entry.destination, top + 6);
        sheet.within(element, () => {
          if (number !== '') sheet.text([setVerbatim(context, `${number} `, style)], style, frame.x, top);
          sheet.text(lines, style, frame.x + indent, top);
        });
        marks.forEach((mark, index) => {
          const span = element.child('Span', { alternative: AUTHORSHIP[mark] });
          const x = frame.x + frame.width - (marks.length - index) * 14;
          sheet.within(span, () => authorshipMark(context, sheet, mark, x, top, style));
        });
        if (rule)
          sheet.rule(
            frame.x,
            top - lines.length * style.leading - 2.5,
            frame.x + frame.width,
            top - lines.length * style.leading - 2.5,
            HAIRLINE,
            0.5,
          );
      },
      before,
      true,
    ),
  };
}

function authorshipMark(
  context: LayoutContext,
  sheet: Sheet,
  mark: string,
  x: number,
  top: number,
  heading: TextStyle,
): void {
  const style: TextStyle = { role: 'strong', size: 6.6, leading: 10, colour: QUIET };
  const upper = top - (heading.leading - 10) / 2;
  sheet.frame(x + 3, upper, 10.5, 10, HAIRLINE, 0.5);
  sheet.text(setPlain(context, mark, style, 100), style, x + 3, upper, 10.5, 'center');
}

function paragraphPiece(context: LayoutContext, paragraph: Paragraph, frame: Frame, held: boolean): Piece {
  const style =
    paragraph.tone === undefined || paragraph.tone === 'plain'
      ? frame.style
      : { ...frame.style, colour: TONES[paragraph.tone].title };
  const lines = setText(context, paragraph.content, style, frame.width, paragraph.source);
  const element = held ? frame.element : frame.element.child('P');
  const piece = textPiece(lines, style, { x: frame.x, width: frame.width, before: frame.gap, element });
  const { id } = paragraph;
  if (id === undefined) return piece;
  return {
    ...piece,
    draw: (sheet, top) => {
      sheet.destination(id, top + 4);
      piece.draw(sheet, top);
    },
  };
}

const BULLETS = ['•', '–', '▪'] as const;

function listPieces(context: LayoutContext, list: List, frame: Frame): Piece[] {
  const { style } = frame;
  const numbers = list.items.map((_, index) =>
    list.ordered ? `${(list.start ?? 1) + index}.` : (BULLETS[frame.depth % BULLETS.length] ?? '•'),
  );
  const markWidth = Math.max(0, ...numbers.map((mark) => textWidth(context.faces, mark, style)));
  const indent = Math.max(markWidth + style.size * 0.55, style.size * (list.ordered ? 1.6 : 1.25));
  const inner = {
    ...frame,
    x: frame.x + indent,
    width: frame.width - indent,
    gap: frame.gap * 0.6,
    depth: frame.depth + 1,
  };
  const element = frame.element.child('L', listOf(list.ordered));
  return list.items.flatMap((item, index) => {
    if (item.length === 0) return [];
    const entry = element.child('LI');
    const label = entry.child('Lbl');
    const pieces = blockPieces(context, item, { ...inner, element: entry.child('LBody') });
    const [first, ...rest] = pieces;
    if (first === undefined) return [];
    const mark = setPlain(context, numbers[index] ?? '', style, 1000);
    return [
      marked(
        first,
        (sheet, top) =>
          sheet.within(label, () =>
            sheet.text(mark, style, frame.x, top, indent - style.size * 0.5, list.ordered ? 'right' : 'left'),
          ),
        index === 0 ? frame.gap * 0.7 : inner.gap,
      ),
      ...rest,
    ];
  });
}

/** Draws a mark beside the first line of a piece. */
function marked(piece: Piece, mark: (sheet: Sheet, top: number) => void, before: number): Piece {
  const changed = altered(piece, { before });
  return {
    ...changed,
    draw: (sheet, top) => {
      mark(sheet, top);
      piece.draw(sheet, top);
    },
    split: (room) => {
      const parts = piece.split?.(room);
      return parts === undefined ? undefined : [marked(parts[0], mark, before), parts[1]];
    },
  };
}

function calloutPieces(context: LayoutContext, callout: Callout, frame: Frame): Piece[] {
  const element = frame.element.child('Div');
  const inner: Frame = {
    ...frame,
    element,
    x: frame.x + BOX_PAD.left,
    width: frame.width - BOX_PAD.left - BOX_PAD.right,
    style: { ...frame.style, size: 9, leading: 12.6 },
    gap: 4,
  };
  const title: TextStyle = { role: 'strong', size: 9.8, leading: 13.4, colour: TONES[callout.tone].title };
  const heading = textPiece(setText(context, callout.title, title, inner.width, callout.source), title, {
    x: inner.x,
    width: inner.width,
    keepWithNext: true,
    element: element.child('P'),
  });
  const { id } = callout;
  const first =
    id === undefined
      ? heading
      : {
          ...heading,
          draw: (sheet: Sheet, top: number) => {
            sheet.destination(id, top + 10);
            heading.draw(sheet, top);
          },
        };
  const content = blockPieces(context, callout.content, inner);
  const stack = content.length === 0 ? [altered(first, { keepWithNext: false })] : [first, ...content];
  return [...withLast(boxed(stack, callout.tone, frame, 10), AIR)];
}

function codePiece(context: LayoutContext, block: CodeBlock, frame: Frame): Piece {
  const pad = 6;
  const perLine = Math.max(8, Math.floor((frame.width - 2 * pad) / textWidth(context.faces, 'm', CODE)));
  const rows = block.text
    .replace(/\n+$/, '')
    .split('\n')
    .flatMap((line) => wrapCode(line.replaceAll('\t', '    '), perLine));
  const lines = rows.map((row) => setVerbatim(context, row, CODE, block.source));
  const element = frame.element.child('P').child('Code');
  const piece = textPiece(lines, CODE, { x: frame.x + pad, width: frame.width, before: 7, element });
  return onGround(piece, frame);
}

/** Continues an over-long line of code after a mark, so that it is not read as two. */
function wrapCode(line: string, perLine: number): string[] {
  const characters = [...line];
  if (characters.length <= perLine) return [line];
  const rows = [characters.slice(0, perLine).join('')];
  for (let at = perLine; at < characters.length; at += perLine - 2)
    rows.push(`↪ ${characters.slice(at, at + perLine - 2).join('')}`);
  return rows;
}

function onGround(piece: Piece, frame: Frame): Piece {
  const changed = altered(piece, {});
  return {
    ...changed,
    height: piece.height + 8,
    least: Math.min(piece.least, piece.height) + 8,
    draw: (sheet, top) => {
      sheet.rectangle(frame.x, top, frame.width, piece.height + 8, '0.955 0.96 0.967');
      piece.draw(sheet, top - 4);
    },
    split: (room) => {
      const parts = piece.split?.(room - 8);
      return parts === undefined ? undefined : [onGround(parts[0], frame), onGround(parts[1], frame)];
    },
  };
}

function keptTogether(context: LayoutContext, block: KeepTogether, frame: Frame): Piece[] {
  const pieces = blockPieces(context, block.content, frame);
  return pieces.map((piece, index) => altered(piece, { keepWithNext: index + 1 < pieces.length, least: piece.height }));
}

/** The words that say that nothing was cut off. */
export function endPiece(context: LayoutContext, frame: Frame): Piece {
  const style: TextStyle = { ...SMALL, size: 7.6, leading: 11 };
  const lines = setPlain(context, '— End of document —', style, frame.width);
  const element = frame.element.child('P');
  return textPiece(lines, style, { x: frame.x, width: frame.width, align: 'center', before: 18, element });
}
