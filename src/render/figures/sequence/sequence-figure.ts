import type { BaseRefusal } from '../../../core/explore/change/change-exploration.ts';
import type { Story } from '../../../core/explore/story/story.ts';
import type { Figure, FigureShape, FigureText } from '../../blocks.ts';
import { plain } from '../../blocks.ts';
import { shown } from '../../shown.ts';
import { counted } from '../../words.ts';
import { area, ellipse, extentOf, groundOf, line, PALETTE, tip } from '../shapes.ts';
import {
  LABEL_LOOK,
  MEASURES,
  PEN_ROOM,
  sequenceLayout,
  type LabelLine,
  type PlacedEnd,
  type PlacedLifeline,
  type PlacedPill,
  type PlacedRow,
  type PlacedWait,
  type SequenceLayout,
} from './sequence-layout.ts';

/** What a figure of a story is about. */
export interface SequenceSubject {
  /** `the story in which INV-03 breaks`. */
  readonly about: string;
  readonly refusal?: BaseRefusal | undefined;
  readonly caption?: string;
}

/** How a figure of a story is to be read; stands beside it. */
export const SEQUENCE_LEGEND =
  'Filled numbers are steps of people. A dashed line is a message that waits; the arrow leaves it where the message arrives.';

/**
 * A story as a sequence chart: people and systems as lifelines, each step with its number, messages from where they are sent
 * over their waiting to where they arrive. It says nothing that the table beside it does not say, too.
 */
export function sequenceFigure(story: Story, { about, refusal, caption }: SequenceSubject): Figure {
  const layout = sequenceLayout(story, refusal);
  const { width, height, headerHeight, lifelines, rows } = layout;
  return {
    kind: 'figure',
    ...(caption === undefined ? {} : { caption: plain(caption) }),
    alt: inWords(story, about, refusal, layout),
    width,
    height,
    head: headerHeight,
    // No step stands alone on a page.
    cuts: rows.slice(1, -2).map(({ bottom }) => bottom + 5),
    shapes: [
      ...lifelines.flatMap(head),
      ...rows.flatMap((row) => band(row, layout)),
      ...lifelines.map((one) => lifeline(one, layout)),
      ...layout.waits.flatMap(wait),
      ...layout.ends.flatMap(end),
      ...layout.start.flatMap(pill),
      ...rows.flatMap((row) => drawRow(row, groundColour(row, layout))),
    ],
  };
}

/** Steps that the words of a figure name one by one; all of them stand in the table beside it. */
const TOLD_STEPS = 12;

function inWords(story: Story, about: string, refusal: BaseRefusal | undefined, { lifelines }: SequenceLayout): string {
  const { steps } = story;
  const told = steps.slice(0, TOLD_STEPS).map(({ number, who, what }) => `${number}. ${who}: ${what}`);
  const more = steps.length > told.length ? [`and ${steps.length - told.length} more, as in the table`] : [];
  const refused = refusal === undefined ? '' : ` The baseline refuses step ${refusal.step}.`;
  const waiting = steps.at(-1)?.onTheWay ?? [];
  const rest = waiting.length === 0 ? '' : ` Still on the way at the end: ${waiting.join(', ')}.`;
  return shown(
    `Sequence chart of ${about}: ${counted(steps.length, 'step')} between ${lifelines.map(({ name }) => name).join(', ')}. ${[...told, ...more].join('; ')}.${refused}${rest}`,
  );
}

function look(row: PlacedRow, { rows }: SequenceLayout): 'fault' | 'refused' | 'last' | undefined {
  if (row.kind === 'fault') return 'fault';
  return row.refused ? 'refused' : row === rows.at(-1) ? 'last' : undefined;
}

function groundColour(row: PlacedRow, layout: SequenceLayout): string {
  const kind = look(row, layout);
  return kind === undefined ? PALETTE.paper : kind === 'refused' ? PALETTE.warnTint : PALETTE.loudTint;
}

function band(row: PlacedRow, layout: SequenceLayout): readonly FigureShape[] {
  const kind = look(row, layout);
  if (kind === undefined) return [];
  return [
    {
      kind: 'rectangle',
      x: 1,
      y: row.top + 6,
      width: layout.width - 2,
      height: row.bottom - row.top - 2,
      fill: groundColour(row, layout),
      ...(kind === 'refused' ? { stroke: { colour: PALETTE.loud, width: 1, dash: [5, 3] } } : {}),
    },
  ];
}

function head({ kind, label, x }: PlacedLifeline): readonly FigureShape[] {
  const top = MEASURES.icon + 16;
  return [
    ...(kind === 'people' ? person(x) : system(x)),
    ...label.map((text, index) =>
      letters({ x, y: top + index * MEASURES.headerLine, text, size: MEASURES.smallSize, face: 'strong' }),
    ),
  ];
}

function person(x: number): readonly FigureShape[] {
  const shoulders: FigureShape = {
    kind: 'path',
    moves: [['M', x - 11, 28], ['C', x - 11, 13.3, x + 11, 13.3, x + 11, 28], ['Z']],
    fill: PALETTE.accent,
  };
  return [ellipse(x, 9, [6, 6], { fill: PALETTE.accent }), shoulders];
}

function system(x: number): readonly FigureShape[] {
  const stroke = { colour: PALETTE.ink, width: 1.5 };
  return [
    { kind: 'rectangle', x: x - 13, y: 4, width: 26, height: 18, radius: 2, fill: PALETTE.paper, stroke },
    line(
      [
        [x, 22],
        [x, 27],
      ],
      stroke,
    ),
    line(
      [
        [x - 7, 27],
        [x + 7, 27],
      ],
      stroke,
    ),
  ];
}

function lifeline({ x }: PlacedLifeline, { height, headerHeight }: SequenceLayout): FigureShape {
  return line(
    [
      [x, headerHeight],
      [x, height - 8],
    ],
    { colour: PALETTE.faint, width: 1.2 },
  );
}

function pill({ x, y, width, text, changed }: PlacedPill): readonly FigureShape[] {
  return [
    {
      kind: 'rectangle',
      x: x - width / 2,
      y,
      width,
      height: MEASURES.pill,
      radius: 9,
      fill: changed ? PALETTE.accentTint : PALETTE.paper,
      stroke: { colour: changed ? PALETTE.accent : PALETTE.line, width: 1 },
    },
    letters({
      x,
      y: y + 13.5,
      text,
      size: MEASURES.smallSize,
      face: changed ? 'strong' : 'plain',
      colour: changed ? PALETTE.ink : PALETTE.soft,
    }),
  ];
}

function wait({ x, sender, from, to, dropped }: PlacedWait): readonly FigureShape[] {
  return [
    ellipse(sender, from, [3, 3], { fill: PALETTE.message }),
    line(
      [
        [sender, from],
        [x, from],
        [x, to],
      ],
      { colour: PALETTE.message, width: 1.3, dash: [3, 3] },
    ),
    ...(dropped ? cross(x, to) : []),
  ];
}

function end({ x, y, text }: PlacedEnd): readonly FigureShape[] {
  const words = letters({
    x: x + 4,
    y,
    text,
    size: MEASURES.smallSize,
    face: 'emphasis',
    colour: PALETTE.message,
    anchor: 'start',
  });
  return [groundOf(words, PALETTE.paper), words];
}

function cross(x: number, y: number): readonly FigureShape[] {
  const stroke = { colour: PALETTE.loud, width: 2.4 };
  return [-6, 6].map((side) =>
    line(
      [
        [x - 6, y - side],
        [x + 6, y + side],
      ],
      stroke,
    ),
  );
}

function drawRow(row: PlacedRow, ground: string): readonly FigureShape[] {
  return [...arrow(row), ...label(row, ground), ...row.pills.flatMap(pill), ...number(row)];
}

function number({ number: step, y, kind, refused }: PlacedRow): readonly FigureShape[] {
  const colour = kind === 'fault' || refused ? PALETTE.loud : kind === 'person' ? PALETTE.accent : undefined;
  return [
    ellipse(20, y - 2, [12, 12], {
      fill: colour ?? PALETTE.paper,
      stroke: { colour: colour ?? PALETTE.soft, width: 1.4 },
    }),
    letters({
      x: 20,
      y: y + 2.5,
      text: `${step}`,
      size: MEASURES.fontSize,
      face: 'strong',
      colour: colour === undefined ? PALETTE.ink : PALETTE.paper,
    }),
  ];
}

const LABEL_COLOURS: Readonly<Record<LabelLine['style'], string>> = {
  main: PALETTE.ink,
  note: PALETTE.soft,
  signed: PALETTE.accent,
  more: PALETTE.accent,
  alarm: PALETTE.loud,
};

function label({ label: { x, y, lines } }: PlacedRow, ground: string): readonly FigureShape[] {
  return lines.flatMap(({ text, style }, index) => {
    const middle = style === 'signed' ? x + PEN_ROOM / 2 : x;
    const baseline = y + 11 + index * MEASURES.line;
    const words = letters({ x: middle, y: baseline, text, ...LABEL_LOOK[style], colour: LABEL_COLOURS[style] });
    const pen = style === 'signed' ? penBefore(extentOf(words).left, baseline) : [];
    return [groundOf(words, ground), words, ...pen];
  });
}

/** A pen before the words of a signature: drawn, since not every face has such a sign. */
function penBefore(textLeft: number, y: number): readonly FigureShape[] {
  const x = textLeft - 13;
  return [
    area(
      [
        [x, y + 1],
        [x + 1.5, y - 3],
        [x + 8.5, y - 10],
        [x + 11, y - 7.5],
        [x + 4, y - 0.5],
      ],
      PALETTE.accent,
    ),
  ];
}

function arrow({ arrow: { kind, from, to }, y }: PlacedRow): readonly FigureShape[] {
  const colour = kind === 'message' ? PALETTE.message : kind === 'lost' ? PALETTE.loud : PALETTE.ink;
  const stroke = { colour, width: 1.6 };
  if (kind === 'own')
    return [
      line(
        [
          [from, y - 9],
          [from + 22, y - 9],
          [from + 22, y],
          [from + 6, y],
        ],
        stroke,
      ),
      tip([from + 2, y], [from + 22, y], colour, 9),
    ];
  const end = kind === 'lost' ? to : to - Math.sign(to - from) * 5;
  const shaft = line(
    [
      [from, y],
      [end, y],
    ],
    stroke,
  );
  return [shaft, ...(kind === 'lost' ? cross(to, y) : [tip([to, y], [from, y], colour, 9)])];
}

function letters(
  text: Pick<FigureText, 'x' | 'y' | 'text' | 'size' | 'face'> & Partial<Pick<FigureText, 'anchor' | 'colour'>>,
): FigureText {
  return { kind: 'text', anchor: 'middle', colour: PALETTE.ink, ...text };
}
