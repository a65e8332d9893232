import type { Blank, SignatureBlock } from '../../render/blocks.ts';
import { plain } from '../../render/blocks.ts';
import { gridOf } from './column-widths.ts';
import type { Frame, LayoutContext } from './layout-context.ts';
import { type Piece, altered, solid, textPiece } from './piece.ts';
import { CELL_PAD, rowPiece } from './row-piece.ts';
import { setPlain, textWidth } from './set-text.ts';
import { ROW_HEADER, type StructureElement, penField } from './structure.ts';
import { CAPTION, CELL, HAIRLINE, INK, QUIET, RULED, type TextStyle } from './style.ts';
import { headerRow } from './table-layout.ts';

/** Height of a line that a pen fills. */
const HAND_LINE = 17;

/** Space between check boxes. */
const GAP = 6;

/** Room to be filled by hand: visibly ruled, never mistaken for a forgotten value. */
export function blankPieces(context: LayoutContext, blank: Blank, frame: Frame): Piece[] {
  switch (blank.shape) {
    case 'line':
      return ruledLines(context, blank, frame);
    case 'box':
      return box(context, blank, frame);
    case 'pass-fail':
      return [checkboxes(context, blank, frame, ['P', 'F'])];
    case 'yes-no':
      return [checkboxes(context, blank, frame, ['Y', 'N', 'N/A'])];
  }
}

/** The approval table of domain practice; whole on one page with its title. */
export function signaturePieces(context: LayoutContext, block: SignatureBlock, frame: Frame): Piece[] {
  const columns = ['Function', 'Printed name', 'Signature', 'Meaning of signature', 'Date and time'];
  const shares = [17, 19, 22, 26, 16];
  const grid = gridOf(
    shares.map((share) => (frame.width * share) / 100),
    frame.x,
  );
  const element = frame.element.child('Table');
  const cell = (column: number, text: string, style: TextStyle, holder: StructureElement): Piece => {
    const width = (grid.widths[column] ?? 0) - 2 * CELL_PAD;
    return textPiece(setPlain(context, text, style, width, block.source), style, {
      x: (grid.x[column] ?? 0) + CELL_PAD,
      width,
      element: holder,
    });
  };
  const caption = block.title === undefined ? undefined : element.child('Caption');
  const header = headerRow(context, columns.map(plain), grid, element.child('THead').child('TR'));
  const title =
    block.title === undefined
      ? []
      : [
          textPiece(setPlain(context, block.title, CAPTION, frame.width, block.source), CAPTION, {
            x: frame.x,
            width: frame.width,
            before: 10,
            keepWithNext: true,
            element: caption,
          }),
        ];
  const body = element.child('TBody');
  const small: TextStyle = { ...CELL, size: 7.4, leading: 9.6 };
  const rows = block.signatories.map((signatory, index) => {
    const line = body.child('TR');
    const role = line.child('TH', ROW_HEADER);
    const [name, signature, meaning, date] = [line.child('TD'), line.child('TD'), line.child('TD'), line.child('TD')];
    const quiet: TextStyle = { ...small, role: 'emphasis', colour: QUIET };
    const designated =
      signatory.designated === undefined
        ? []
        : [cell(1, `designated: ${signatory.designated}`, quiet, name.child('P'))];
    const blank = (holder: StructureElement, column: number): StructureElement =>
      holder.child('Form', penField(columns[column] ?? '', 'text'));
    const pieces = [
      { pieces: [cell(0, signatory.role, { ...CELL, role: 'strong' }, role)] },
      { pieces: designated, form: blank(name, 1) },
      { pieces: [], form: blank(signature, 2) },
      { pieces: [cell(3, signatory.meaning, small, meaning)] },
      { pieces: [], form: blank(date, 4) },
    ];
    const row = rowPiece(
      grid,
      pieces,
      { padTop: 3.4, padBottom: 4, verticals: true, minHeight: 40 },
      { element: line },
    );
    return altered(row, { keepWithNext: index + 1 < block.signatories.length, running: header, least: row.height });
  });
  return [...title, altered(header, { keepWithNext: true, before: title.length > 0 ? 3 : 9 }), ...rows];
}

function ruledLines(context: LayoutContext, blank: Blank, frame: Frame): Piece[] {
  const count = Math.max(1, blank.lines ?? 1);
  const label =
    blank.label === undefined ? undefined : setPlain(context, blank.label, frame.style, frame.width, blank.source);
  const labelWidth =
    blank.label === undefined ? 0 : Math.min(frame.width, textWidth(context.faces, blank.label, frame.style) + 5);
  const narrow = frame.width - labelWidth < 60; // the rule begins on a line of its own where the label leaves no room
  const pieces: Piece[] = [];
  const element = frame.element.child('P');
  const field = penFieldOf(element, blank);
  if (label !== undefined && narrow)
    pieces.push(
      textPiece(label, frame.style, { x: frame.x, width: frame.width, before: frame.gap, keepWithNext: true, element }),
    );
  for (let line = 0; line < count; line += 1) {
    const beside = line === 0 && label !== undefined && !narrow;
    pieces.push(
      solid(
        HAND_LINE,
        (sheet, top) => {
          const y = top - HAND_LINE + 2.5;
          if (beside)
            sheet.within(element, () => sheet.text(label, frame.style, frame.x, y + frame.style.leading - 2.5));
          const [left, right] = [frame.x + (beside ? labelWidth : 0), frame.x + frame.width];
          sheet.pen(field(), [left, y, right, top], () => sheet.rule(left, y, right, y, RULED, 0.5));
        },
        line === 0 && pieces.length === 0 ? frame.gap : 0,
        line + 1 < count && count <= 4,
      ),
    );
  }
  return pieces;
}

function box(context: LayoutContext, blank: Blank, frame: Frame): Piece[] {
  const count = Math.max(1, blank.lines ?? 3);
  const label = blank.label === undefined ? [] : setPlain(context, blank.label, frame.style, frame.width, blank.source);
  const element = frame.element.child('P');
  const field = penFieldOf(element, blank);
  const labelPiece =
    label.length === 0
      ? []
      : [
          textPiece(label, frame.style, {
            x: frame.x,
            width: frame.width,
            before: frame.gap,
            keepWithNext: true,
            element,
          }),
        ];
  const lines = Array.from({ length: count }, (_, index) =>
    solid(
      HAND_LINE,
      (sheet, top) => {
        const [left, right] = [frame.x, frame.x + frame.width];
        const bottom = top - HAND_LINE;
        sheet.pen(field(), [left, bottom, right, top], () => {
          if (index === 0) sheet.rule(left, top, right, top, RULED, 0.5);
          sheet.rule(left, top, left, bottom, RULED, 0.5);
          sheet.rule(right, top, right, bottom, RULED, 0.5);
          if (index + 1 === count) sheet.rule(left, bottom, right, bottom, RULED, 0.5);
          else sheet.rule(left + 5, bottom, right - 5, bottom, HAIRLINE, 0.4);
        });
      },
      index === 0 ? (label.length > 0 ? 2 : frame.gap) : 0,
      index + 1 < count && count <= 8,
    ),
  );
  return [...labelPiece, ...lines];
}

/** What is said for the letters beside check boxes. */
const SPOKEN_MARKS: Readonly<Record<string, string>> = {
  P: 'Pass',
  F: 'Fail',
  Y: 'Yes',
  N: 'No',
  'N/A': 'Not applicable',
};

/** The element of a blank in its paragraph: one for all its lines, after the label, which is drawn before it. */
function penFieldOf(paragraph: StructureElement, blank: Blank): () => StructureElement {
  let field: StructureElement | undefined;
  return () => (field ??= paragraph.child('Form', penField(blank.label ?? 'Entry', 'text')));
}

function checkboxes(context: LayoutContext, blank: Blank, frame: Frame, marks: readonly string[]): Piece {
  const side = 7.5;
  const height = Math.max(frame.style.leading, side + 3);
  const words = [...(blank.label === undefined ? [] : [blank.label]), ...marks];
  const widths = words.map((word) => textWidth(context.faces, word, frame.style));
  // Two boxes that do not fit beside each other stand below each other.
  const total = widths.reduce((sum, width) => sum + width, 0) + marks.length * (side + 3) + (words.length - 1) * GAP;
  const stacked = total > frame.width + 0.5;
  const element = frame.element.child('P');
  return solid(
    stacked ? height * words.length : height,
    (sheet, top) => {
      let x = frame.x;
      let y = top;
      words.forEach((word, index) => {
        const boxed = blank.label === undefined || index > 0;
        if (boxed) {
          const [left, upper] = [x, y - (height - side) / 2];
          const field = element.child('Form', penField(SPOKEN_MARKS[word] ?? word, 'check box'));
          sheet.pen(field, [left, upper - side, left + side, upper], () =>
            sheet.frame(left, upper, side, side, INK, 0.6),
          );
          x += side + 3;
        }
        const [left, line] = [x, y - (height - frame.style.leading) / 2];
        sheet.within(element, () => sheet.text(setPlain(context, word, frame.style, 1000), frame.style, left, line));
        x += (widths[index] ?? 0) + GAP;
        if (stacked) {
          x = frame.x;
          y -= height;
        }
      });
    },
    frame.gap,
  );
}
