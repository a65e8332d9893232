import type { BaseRefusal } from '../../../core/explore/change/change-exploration.ts';
import type { Story, StoryMessage, StoryStep, StoryValue } from '../../../core/explore/story/story.ts';
import { shown } from '../../shown.ts';
import { lifelinesOf, OUTSIDE, placeOf, type Lifeline } from './lifelines.ts';
import { textWidth, wrapEvenly, wrapShort, type FigureFace } from '../text-width.ts';

/** Measures of the drawing in points at full size. */
export const MEASURES = {
  margin: 36,
  /** Room of one system, and of people: narrow, since only their names stand there. */
  system: 120,
  people: 70,
  /** Most room of a lifeline whose name is one long word. */
  broadest: 150,
  fontSize: 12,
  smallSize: 11.5,
  line: 15,
  pill: 19,
  rowGap: 16,
  headerLine: 14,
  icon: 26,
} as const;

export interface PlacedLifeline extends Lifeline {
  readonly x: number;
  readonly room: number;
  readonly label: readonly string[];
}

export interface PlacedPill {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly text: string;
  readonly changed: boolean;
}

/** A line of a label: what happens, what belongs to it, or why it stands out. */
export interface LabelLine {
  readonly text: string;
  /** `more`: what a signature means, continued. */
  readonly style: 'main' | 'note' | 'signed' | 'more' | 'alarm';
}

/** Size and face of each kind of line. */
export const LABEL_LOOK: Readonly<Record<LabelLine['style'], { readonly size: number; readonly face: FigureFace }>> = {
  main: { size: MEASURES.fontSize, face: 'plain' },
  note: { size: MEASURES.smallSize, face: 'plain' },
  signed: { size: MEASURES.fontSize, face: 'strong' },
  more: { size: MEASURES.fontSize, face: 'strong' },
  alarm: { size: MEASURES.fontSize, face: 'strong' },
};

export interface PlacedRow {
  readonly number: number;
  readonly kind: StoryStep['kind'];
  readonly top: number;
  readonly bottom: number;
  readonly label: { readonly x: number; readonly y: number; readonly lines: readonly LabelLine[] };
  /** The line on which the arrow stands. */
  readonly y: number;
  /** `call`: one lifeline to another; `own`: a system does something by itself; `lost`: it ends before the other side. */
  readonly arrow: { readonly kind: 'call' | 'own' | 'message' | 'lost'; readonly from: number; readonly to: number };
  readonly pills: readonly PlacedPill[];
  readonly refused: boolean;
}

/** A message while it waits: beside the line of its sender, from where it is sent to where it last arrives or ends. */
export interface PlacedWait {
  readonly x: number;
  readonly sender: number;
  readonly from: number;
  readonly to: number;
  /** It is dropped where its line ends. */
  readonly dropped: boolean;
}

/** What is still on its way where the story ends, said once for each sender. */
export interface PlacedEnd {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export interface SequenceLayout {
  readonly width: number;
  readonly height: number;
  readonly headerHeight: number;
  readonly lifelines: readonly PlacedLifeline[];
  readonly start: readonly PlacedPill[];
  readonly rows: readonly PlacedRow[];
  readonly waits: readonly PlacedWait[];
  readonly ends: readonly PlacedEnd[];
}

/** Where everything stands. Texts are measured and wrapped, so that nothing runs out of the drawing. */
export function sequenceLayout(story: Story, refusal?: BaseRefusal): SequenceLayout {
  const lifelines = placeLifelines(lifelinesOf(story));
  const xOf = (name: string, kind: Lifeline['kind'] = 'system'): number =>
    lifelines.find((one) => one.name === name && one.kind === kind)?.x ?? MEASURES.margin;
  const width = Math.max(...lifelines.map(({ x, room }) => x + room / 2), 2 * MEASURES.system) + 8;
  const headerHeight =
    MEASURES.icon + 14 + Math.max(1, ...lifelines.map(({ label }) => label.length)) * MEASURES.headerLine;
  const shown = relevant(story);
  const start = stackPills(story.start.filter(shown), { xOf, width }, headerHeight + 10, () => false);
  let top = Math.max(headerHeight + 14, ...start.map(({ y }) => y + MEASURES.pill + 8));
  const rows: PlacedRow[] = [];
  const lanes = laneOf(story, xOf);
  for (const step of story.steps) {
    const row = placeRow(step, { top, width, xOf, lanes, refusal });
    rows.push(row);
    top = row.bottom;
  }
  const waits = placeWaits(story, rows, { lanes, xOf, end: top + 8 });
  const ends = placeEnds(story, { lanes, xOf, end: top + 22 }, width);
  const height = Math.max(top, ...ends.map(({ y }) => y - 14)) + 22;
  return { width, height, headerHeight, lifelines, start, rows, waits, ends };
}

function placeLifelines(lifelines: readonly Lifeline[]): readonly PlacedLifeline[] {
  let left: number = MEASURES.margin;
  return lifelines.map((lifeline) => {
    const name = shown(lifeline.name);
    const words = name.split(' ').map((word) => textWidth(word, MEASURES.smallSize, 'strong') + 6);
    const room = Math.max(MEASURES[lifeline.kind], Math.min(MEASURES.broadest, Math.max(...words)));
    left += room;
    const label = wrapShort(name, { width: room - 4, size: MEASURES.smallSize, most: 6, face: 'strong' });
    return { ...lifeline, x: left - room / 2, room, label };
  });
}

/** Statuses that change in the story. */
function relevant(story: Story): (value: StoryValue) => boolean {
  const changing = new Set(story.steps.flatMap(({ changed }) => changed));
  return ({ name }) => changing.has(name);
}

type PlaceX = (name: string, kind?: Lifeline['kind']) => number;

interface RowFrame {
  readonly top: number;
  readonly width: number;
  readonly xOf: PlaceX;
  readonly lanes: Lanes;
  readonly refusal: BaseRefusal | undefined;
}

function placeRow(step: StoryStep, frame: RowFrame): PlacedRow {
  const { top, width, xOf, lanes } = frame;
  const refused = frame.refusal?.step === step.number;
  const arrow = arrowOf(step, xOf, lanes);
  const left = Math.min(arrow.from, arrow.to);
  const right = Math.max(arrow.from, arrow.to);
  const room = Math.max(arrow.kind === 'own' ? 0 : right - left - 24, MEASURES.system + 90);
  const lines = labelOf(step, refused ? frame.refusal?.reason : undefined, room);
  const widest = Math.max(...lines.map((line) => lineWidth(line)));
  const middle = arrow.kind === 'own' ? arrow.from + widest / 2 + 30 : (left + right) / 2;
  const x = Math.min(Math.max(middle, MEASURES.margin + widest / 2 + 4), width - widest / 2 - 6);
  const labelTop = top + MEASURES.rowGap;
  const y = labelTop + lines.length * MEASURES.line + 3;
  const changed = step.after.filter(({ name }) => step.changed.includes(name));
  const pills = stackPills(changed, frame, y + 7, () => true);
  const bottom = Math.max(y + 12, ...pills.map((pill) => pill.y + MEASURES.pill));
  return {
    number: step.number,
    kind: step.kind,
    top,
    bottom: bottom + 4,
    label: { x, y: labelTop, lines },
    y,
    arrow,
    pills,
    refused,
  };
}

/** Room of the pen before what a signature means. */
export const PEN_ROOM = 16;

function lineWidth({ text, style }: LabelLine): number {
  const { size, face } = LABEL_LOOK[style];
  return textWidth(text, size, face) + (style === 'signed' ? PEN_ROOM : 0);
}

function labelOf(step: StoryStep, refusal: string | undefined, room: number): readonly LabelLine[] {
  const lines = (text: string, style: LabelLine['style']): LabelLine[] =>
    wrapEvenly(
      shown(text),
      room - (style === 'signed' ? PEN_ROOM : 0),
      LABEL_LOOK[style].size,
      LABEL_LOOK[style].face,
    ).map((line) => ({ text: line, style }));
  return [
    ...lines(sentenceOf(step), 'main'),
    ...Object.entries(step.entered ?? {}).flatMap(([field, code]) => lines(`entered: ${field} ${code}`, 'note')),
    ...step.signed.flatMap((meaning) =>
      lines(`signed: ${meaning}`, 'signed').map((line, index): LabelLine =>
        index === 0 ? line : { ...line, style: 'more' },
      ),
    ),
    ...step.assumed.flatMap((fact) => lines(`taken as so: ${fact.replace(/^fact: /u, '')}`, 'note')),
    ...(refusal === undefined ? [] : lines(refusal, 'alarm')),
  ];
}

/** Shorter than in the table: who and where are seen. */
function sentenceOf(step: StoryStep): string {
  const { receives, effect } = step;
  if (receives === undefined)
    return step.kind === 'fault' || step.kind === 'recovery' ? `${step.who} ${step.what}` : step.what;
  const name = receives.message === undefined ? receives.interface : `${receives.interface} ${receives.message}`;
  const content = receives.content.length === 0 ? '' : ` (${receives.content.join(', ')})`;
  const how = { lose: ' is lost', duplicate: ', and will come once more', overtake: ' overtakes the one before it' };
  const fault = step.fault === undefined || step.fault === 'outage' ? '' : how[step.fault];
  return `${name}${content}${fault}${effect === undefined ? '' : `: ${effect}`}`;
}

function arrowOf(step: StoryStep, xOf: PlaceX, lanes: Lanes): PlacedRow['arrow'] {
  const place = xOf(placeOf(step));
  const { receives } = step;
  if (receives !== undefined) {
    const from = lanes(receives) ?? (receives.from === undefined ? MEASURES.margin : xOf(receives.from));
    const to = xOf(receives.to);
    if (step.fault === 'lose') return { kind: 'lost', from, to: from + Math.sign(to - from || 1) * 46 };
    return { kind: 'message', from, to };
  }
  if (step.kind === 'person') return { kind: 'call', from: xOf(step.who, 'people'), to: place };
  if (step.kind === 'outside') return { kind: 'message', from: xOf(OUTSIDE), to: place };
  return { kind: 'own', from: place, to: place };
}

/** Pills on the line of their system: one below the other, and none beside one that it would touch. */
function stackPills(
  values: readonly StoryValue[],
  frame: Pick<RowFrame, 'xOf' | 'width'>,
  top: number,
  changed: (value: StoryValue) => boolean,
): readonly PlacedPill[] {
  const placed: PlacedPill[] = [];
  for (const value of values) {
    const limits = { width: MEASURES.system + 38, size: MEASURES.smallSize, most: 1, face: 'strong' } as const;
    const [text = ''] = wrapShort(pillText(value), limits);
    const width = textWidth(text, MEASURES.smallSize, 'strong') + 14;
    const x = Math.min(frame.xOf(value.system ?? ''), frame.width - width / 2 - 2);
    let y = top;
    const touches = (one: PlacedPill): boolean => one.y === y && Math.abs(one.x - x) < (one.width + width) / 2 + 4;
    while (placed.some(touches)) y += MEASURES.pill + 3;
    placed.push({ x, y, width, text, changed: changed(value) });
  }
  return placed;
}

function pillText({ lifecycle, record, value }: StoryValue): string {
  const number = record === undefined || record.endsWith(' 1') ? '' : ` (${record})`;
  return shown(`${lifecycle}${number}: ${value}`);
}

/** Where a message waits: the x of its lane. */
type Lanes = (message: StoryMessage) => number | undefined;

function identityOf({ sentIn, interface: id, message, to }: StoryMessage): string {
  return [sentIn ?? '', id, message ?? '', to].join(' ');
}

/** Beside the sender's line, on the receiver's side; messages that wait at the same time have lanes of their own. */
function laneOf(story: Story, xOf: PlaceX): Lanes {
  const lanes = new Map<string, number>();
  const taken: { readonly sender: number; readonly side: number; readonly lane: number; readonly until: number }[] = [];
  for (const step of story.steps) {
    for (const message of step.sends) {
      const identity = identityOf(message);
      const sender = message.from === undefined ? MEASURES.margin : xOf(message.from);
      const side = xOf(message.to) < sender ? -1 : 1;
      const until = lastOf(story, identity);
      const busy = taken.filter((one) => one.sender === sender && one.side === side && one.until >= step.number);
      let lane = 0;
      while (busy.some((one) => one.lane === lane)) lane += 1;
      taken.push({ sender, side, lane, until });
      lanes.set(identity, sender + side * (9 + lane * 7));
    }
  }
  return (message) => lanes.get(identityOf(message));
}

/** Number of the last step that has to do with a message; beyond the end for one that never arrives. */
function lastOf(story: Story, identity: string): number {
  const ends = story.steps.filter(
    ({ receives, discards = [] }) =>
      (receives !== undefined && identityOf(receives) === identity) ||
      discards.some((message) => identityOf(message) === identity),
  );
  return ends.at(-1)?.number ?? Infinity;
}

interface WaitFrame {
  readonly lanes: Lanes;
  readonly xOf: PlaceX;
  /** Where the drawing ends. */
  readonly end: number;
}

function placeWaits(story: Story, rows: readonly PlacedRow[], frame: WaitFrame): readonly PlacedWait[] {
  return story.steps.flatMap((step, index) =>
    step.sends.flatMap((message, position): readonly PlacedWait[] => {
      const x = frame.lanes(message);
      const row = rows[index];
      if (x === undefined || row === undefined) return [];
      const identity = identityOf(message);
      const last = lastOf(story, identity);
      const ending = rows.find(({ number }) => number === last);
      return [
        {
          x,
          sender: message.from === undefined ? x : frame.xOf(message.from),
          from: row.y + 4 + position * 4,
          to: ending?.y ?? frame.end,
          dropped: (story.steps[last - 1]?.discards ?? []).some((one) => identityOf(one) === identity),
        },
      ];
    }),
  );
}

function placeEnds(story: Story, { lanes, xOf, end }: WaitFrame, width: number): readonly PlacedEnd[] {
  const waiting = story.steps
    .flatMap(({ sends }) => sends)
    .filter((message) => lastOf(story, identityOf(message)) === Infinity);
  const senders = [...new Set(waiting.map(({ from }) => from))];
  const placed: (PlacedEnd & { readonly width: number })[] = [];
  for (const from of senders) {
    const own = waiting.filter((message) => message.from === from);
    const names = new Set(own.map(({ interface: id, message }) => (message === undefined ? id : `${id} ${message}`)));
    const whole = shown(`${[...names].join(', ')}: still on ${own.length === 1 ? 'its' : 'their'} way`);
    const [text = ''] = wrapShort(whole, { width: width - 24, size: MEASURES.smallSize, most: 1, face: 'emphasis' });
    const room = textWidth(text, MEASURES.smallSize, 'emphasis') + 12;
    const beside = [...own.map((message) => lanes(message) ?? Infinity), from === undefined ? Infinity : xOf(from)];
    const x = Math.min(...beside, width - room);
    let y = end;
    const touches = (one: (typeof placed)[number]): boolean => one.y === y && x < one.x + one.width && one.x < x + room;
    while (placed.some(touches)) y += MEASURES.line;
    placed.push({ x, y, text, width: room });
  }
  return placed.map(({ x, y, text }) => ({ x, y, text }));
}
