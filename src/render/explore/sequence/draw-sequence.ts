import type { BaseRefusal } from '../../../core/explore/change/change-exploration.ts';
import type { Story } from '../../../core/explore/story/story.ts';
import type { Html } from '../../html.ts';
import { escaped } from '../../html.ts';
import { MEASURES, sequenceLayout } from './layout.ts';
import type {
  LabelLine,
  PlacedEnd,
  PlacedLifeline,
  PlacedPill,
  PlacedRow,
  PlacedWait,
  SequenceLayout,
} from './layout.ts';
import { textWidth } from './text-width.ts';

/**
 * How high a part of a diagram may be, so that a printed page holds it: for its width where it is scaled to the page, and in its
 * own units where it is not. The first stands beside its text.
 */
const PAGE = { first: { scaled: 0.44, unscaled: 450 }, other: { scaled: 0.6, unscaled: 610 } };

/** Rows of a diagram that stand together on a page. */
interface Part {
  readonly rows: readonly PlacedRow[];
  readonly top: number;
  readonly bottom: number;
}

/**
 * A story as a sequence diagram: people and systems as lifelines, each step with its number, messages from where they are sent
 * over their waiting to where they arrive. A long one comes in parts, each an SVG with the lifelines named again, so that it can
 * be printed. It says nothing that the table beside it does not say, too.
 */
export function sequenceDiagram(story: Story, title: string, refusal?: BaseRefusal): readonly Html[] {
  const layout = sequenceLayout(story, refusal);
  const parts = partsOf(layout);
  return parts.map((part, index) => {
    const name = parts.length === 1 ? title : `${title}, part ${index + 1} of ${parts.length}`;
    return drawPart(part, layout, name);
  });
}

function partsOf({ rows, width, height, headerHeight }: SequenceLayout): readonly Part[] {
  if (height <= Math.max(width * PAGE.other.scaled, PAGE.other.unscaled))
    return [{ rows, top: headerHeight, bottom: height }];
  const parts: PlacedRow[][] = [];
  let top = headerHeight;
  for (const row of rows) {
    const page = parts.length <= 1 ? PAGE.first : PAGE.other;
    const room = Math.max(width * page.scaled, page.unscaled) - headerHeight;
    const current = parts.at(-1);
    if (current === undefined || row.bottom - top > room) {
      if (current !== undefined) top = row.top;
      parts.push([row]);
    } else current.push(row);
  }
  if (parts.length === 0) parts.push([]);
  return parts.map((own, index) => ({
    rows: own,
    top: index === 0 ? headerHeight : (own[0]?.top ?? headerHeight),
    bottom: index === parts.length - 1 ? height : (own.at(-1)?.bottom ?? height),
  }));
}

function drawPart({ rows, top, bottom }: Part, layout: SequenceLayout, title: string): Html {
  const { width, headerHeight } = layout;
  const inner = bottom - top;
  const height = round(headerHeight + inner);
  return escaped`<svg class="sequence" role="img" aria-label="${title}" viewBox="0 0 ${round(width)} ${height}" width="${round(width)}" height="${height}" xmlns="http://www.w3.org/2000/svg">
${layout.lifelines.map(head)}<svg x="0" y="${round(headerHeight)}" width="${round(width)}" height="${round(inner)}" viewBox="0 ${round(top)} ${round(width)} ${round(inner)}">
${rows.map((row) => band(row, layout))}${layout.lifelines.map((one) => lifeline(one, layout))}${layout.waits.filter((one) => one.from < bottom && one.to > top).map(wait)}${layout.ends.map(end)}${top === headerHeight ? layout.start.map(pill) : []}${rows.map(drawRow)}</svg>
</svg>
`;
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}

function band(row: PlacedRow, { width, rows }: SequenceLayout): Html {
  const height = row.bottom - row.top;
  const kind = row.kind === 'fault' ? 'fault' : row.refused ? 'refused' : row === rows.at(-1) ? 'last' : '';
  if (kind === '') return escaped``;
  return escaped`<rect class="band ${kind}" x="0" y="${round(row.top + 6)}" width="${round(width)}" height="${round(height - 2)}"/>
`;
}

function head({ kind, label, x }: PlacedLifeline): Html {
  const top = MEASURES.icon + 16;
  const lines = label.map(
    (line, index) =>
      escaped`<text class="name" x="${round(x)}" y="${round(top + index * MEASURES.headerLine)}">${line}</text>
`,
  );
  return escaped`${kind === 'people' ? person(x) : system(x)}${lines}`;
}

function lifeline({ x }: PlacedLifeline, { height, headerHeight }: SequenceLayout): Html {
  return escaped`<line class="lifeline" x1="${round(x)}" y1="${round(headerHeight)}" x2="${round(x)}" y2="${round(height - 8)}"/>
`;
}

function person(x: number): Html {
  return escaped`<circle class="person" cx="${round(x)}" cy="9" r="6"/><path class="person" d="M${round(x - 11)} 28a11 11 0 0 1 22 0z"/>
`;
}

function system(x: number): Html {
  return escaped`<rect class="system" x="${round(x - 13)}" y="4" width="26" height="18" rx="2"/><path class="system" d="M${round(x - 7)} 27h14M${round(x)} 22v5"/>
`;
}

function pill({ x, y, width, text, changed }: PlacedPill): Html {
  return escaped`<rect class="pill${changed ? ' changed' : ''}" x="${round(x - width / 2)}" y="${round(y)}" width="${round(width)}" height="${MEASURES.pill}" rx="9"/><text class="pilltext${changed ? ' changed' : ''}" x="${round(x)}" y="${round(y + 13.5)}">${text}</text>
`;
}

function wait({ x, sender, from, to, dropped }: PlacedWait): Html {
  return escaped`<circle class="sent" cx="${round(sender)}" cy="${round(from)}" r="3"/><path class="wait" d="M${round(sender)} ${round(from)}H${round(x)}V${round(to)}"/>
${dropped ? cross(x, to) : { markup: '' }}`;
}

function end({ x, y, text }: PlacedEnd): Html {
  return escaped`<text class="end" x="${round(x + 4)}" y="${round(y)}">${text}</text>
`;
}

function cross(x: number, y: number): Html {
  return escaped`<path class="cross" d="M${round(x - 6)} ${round(y - 6)}l12 12M${round(x - 6)} ${round(y + 6)}l12 -12"/>
`;
}

function drawRow(row: PlacedRow): Html {
  return escaped`${arrow(row)}${label(row)}${row.pills.map(pill)}${number(row)}`;
}

function number({ number: step, y, kind, refused }: PlacedRow): Html {
  const tone = kind === 'fault' || refused ? ' loud' : kind === 'person' ? ' people' : '';
  return escaped`<circle class="number${tone}" cx="20" cy="${round(y - 2)}" r="12"/><text class="numbertext${tone}" x="20" y="${round(y + 2.5)}">${step}</text>
`;
}

function label({ label: { x, y, lines } }: PlacedRow): Html {
  return escaped`${lines.map((line, index) => labelLine(line, x, y + 11 + index * MEASURES.line))}`;
}

function labelLine({ text, style }: LabelLine, x: number, y: number): Html {
  if (style !== 'signed')
    return escaped`<text class="label ${style}" x="${round(x)}" y="${round(y)}">${text}</text>
`;
  // A pen before the words: a drawing, since not every face has such a sign.
  const left = x - (textWidth(text, MEASURES.fontSize) * 1.08) / 2 - 8;
  return escaped`<path class="pen" d="M${round(left)} ${round(y + 1)}l1.5 -4 7 -7 2.5 2.5 -7 7z"/><text class="label signed" x="${round(x + 6)}" y="${round(y)}">${text}</text>
`;
}

function arrow({ arrow: { kind, from, to }, y }: PlacedRow): Html {
  const right = to >= from;
  const x = round(to - (right ? 2 : -2));
  if (kind === 'own')
    return escaped`<path class="own" d="M${round(from)} ${round(y - 9)}h22v9h-19"/>${tip(from + 2, y, false, 'call')}`;
  if (kind === 'lost')
    return escaped`<line class="lost" x1="${round(from)}" y1="${round(y)}" x2="${round(to)}" y2="${round(y)}"/>${cross(to, y)}`;
  return escaped`<line class="${kind}" x1="${round(from)}" y1="${round(y)}" x2="${x}" y2="${round(y)}"/>${tip(to, y, right, kind)}`;
}

function tip(x: number, y: number, right: boolean, kind: 'call' | 'message'): Html {
  const back = right ? -9 : 9;
  return escaped`<path class="tip ${kind}" d="M${round(x)} ${round(y)}l${back} -4.5v9z"/>
`;
}
