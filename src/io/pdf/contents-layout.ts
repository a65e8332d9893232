import type { Contents } from '../../render/blocks.ts';
import type { Frame, LayoutContext } from './layout-context.ts';
import { type Piece, solid, textPiece } from './piece.ts';
import { setPlain, setText } from './set-text.ts';
import type { StructureElement } from './structure.ts';
import { BODY, HEADINGS, INK, QUIET, type TextStyle } from './style.ts';

const FIRST: TextStyle = { role: 'strong', size: 9.2, leading: 13.4, colour: INK };
const OTHER: TextStyle = { role: 'text', size: 9, leading: 12.8, colour: INK };
const NUMBERS = 30;

/** Contents: every line has its height before any page is known, so that its own length never moves a page number. */
export function contentsPieces(context: LayoutContext, contents: Contents, frame: Frame): Piece[] {
  const depth = contents.depth ?? 2;
  const { style } = HEADINGS[1];
  // Its page numbers are drawn when all pages are known.
  const toc = frame.element.child('TOC');
  toc.pin();
  const title = textPiece(setPlain(context, contents.title, style, frame.width, contents.source), style, {
    x: frame.x,
    width: frame.width,
    before: 16,
    keepWithNext: true,
    element: toc.child('Caption'),
  });
  const entries = context.outline.entries.filter((entry) => entry.heading.level <= depth);
  const numberRooms = [1, 2, 3, 4].map(
    (level) =>
      Math.max(0, ...entries.filter((entry) => entry.heading.level === level).map((entry) => entry.number.length)) *
        5.6 +
      7,
  );
  const open = [{ level: 0, toc }];
  const itemOf = (level: number): StructureElement => {
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > level) open.pop();
    const last = open.at(-1);
    if (last !== undefined && last.level === level) return last.toc.child('TOCI');
    const inner = last === undefined || last.level === 0 ? toc : last.toc.child('TOC');
    open.push({ level, toc: inner });
    return inner.child('TOCI');
  };
  return [
    title,
    ...entries.map((entry, index) => {
      const { level } = entry.heading;
      const look = level === 1 ? FIRST : OTHER;
      const indent = numberRooms.slice(0, level - 1).reduce((sum, room) => sum + room, 0);
      const numberRoom = entry.number === '' ? 0 : (numberRooms[level - 1] ?? 0);
      const room = frame.width - indent - numberRoom - NUMBERS;
      const words = setText(
        context,
        [{ kind: 'link', target: entry.destination, content: [{ kind: 'text', text: entry.title }] }],
        look,
        room,
        contents.source,
      );
      for (const line of words) line.runs.forEach((run, at) => (line.runs[at] = { ...run, colour: look.colour }));
      const height = words.length * look.leading;
      const item = itemOf(level);
      return solid(
        height,
        (sheet, top) => {
          const left = frame.x + indent;
          if (entry.number !== '') {
            const number = setPlain(context, entry.number, look, 100);
            sheet.within(item.child('Lbl'), () => sheet.text(number, look, left, top));
          }
          sheet.within(item.child('Reference'), () => sheet.text(words, look, left + numberRoom, top));
          const last = words.at(-1)?.width ?? 0;
          const lastTop = top - (words.length - 1) * look.leading;
          const fill = sheet.later();
          context.afterLayout.push(() => {
            const page = (context.places.get(entry.heading)?.page ?? 0) + 1;
            const number = setText(
              context,
              [{ kind: 'link', target: entry.destination, content: [{ kind: 'text', text: `${page}` }] }],
              look,
              NUMBERS,
            );
            for (const line of number)
              line.runs.forEach((run, at) => (line.runs[at] = { ...run, colour: look.colour }));
            fill((aside) => {
              const right = frame.x + frame.width - (number[0]?.width ?? 0) - 5;
              aside.dots(left + numberRoom + last + 5, right, lastTop - look.leading / 2 - look.size * 0.36, QUIET);
              aside.within(item.child('Reference'), () =>
                aside.text(number, look, frame.x, lastTop, frame.width, 'right'),
              );
            });
          });
        },
        index === 0 ? 6 : level === 1 ? 4.5 : 0,
        index === 0 || (level === 1 && entries[index + 1]?.heading.level === 2),
      );
    }),
    solid(BODY.leading / 2, () => undefined),
  ];
}
