import type { Span } from '../../core/diagnostics/location.ts';
import { PLAIN } from '../paint.ts';
import type { Paint } from '../paint.ts';
import { shown } from '../shown.ts';

/** Lines that are shown before and after the one that is meant. */
const AROUND = 1;
/** Characters of a line that are shown; a longer one is cut around what is meant. */
const WIDTH = 110;
/** What is shown in front of the place when a long line is cut. */
const LEAD = 40;

/**
 * The lines around a place of a file with their numbers and a mark below what is meant. Line breaks may be LF or CRLF, a tab
 * takes two columns, and what could act on a terminal is spelled out. Without line breaks at the end; empty for a place that
 * the text does not have.
 */
export function codeFrame(text: string, span: Span, paint: Paint = PLAIN): string {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  const { start, end } = span;
  if (start.line < 1 || start.line > lines.length) return '';
  const first = Math.max(1, start.line - AROUND);
  const last = Math.min(lines.length, start.line + AROUND);
  const gutter = String(last).length;
  const frame: string[] = [];
  for (let number = first; number <= last; number += 1) {
    const line = lines[number - 1] ?? '';
    const window = number === start.line ? cut(line, start.column - 1) : cut(line, 0);
    // A last line without content is what the final line break leaves behind.
    if (number === lines.length && line === '' && number !== start.line) continue;
    const meant = number === start.line;
    const label = `${meant ? '>' : ' '} ${String(number).padStart(gutter)} |`;
    frame.push(
      `${meant ? paint.critical(label) : paint.faint(label)} ${window.before}${visible(window.text)}${window.after}`.trimEnd(),
    );
    if (meant)
      frame.push(
        `${paint.faint(`  ${' '.repeat(gutter)} |`)} ${paint.critical(mark(window, start.column - 1, end.line === start.line ? end.column - 1 : line.length))}`,
      );
  }
  return frame.join('\n');
}

/** The part of a line that is shown, and the signs that stand for what is not. */
interface Window {
  readonly text: string;
  /** Index in the line at which `text` begins. */
  readonly from: number;
  readonly before: string;
  readonly after: string;
}

function cut(line: string, index: number): Window {
  if (line.length <= WIDTH) return { text: line, from: 0, before: '', after: '' };
  let from = index <= WIDTH - LEAD ? 0 : Math.min(index - LEAD, line.length - WIDTH);
  let to = from + WIDTH;
  if (isSecondHalf(line, from)) from -= 1;
  if (isSecondHalf(line, to)) to -= 1;
  return { text: line.slice(from, to), from, before: from > 0 ? '…' : '', after: to < line.length ? '…' : '' };
}

/** Whether the index lies within a character that takes two code units. */
function isSecondHalf(line: string, index: number): boolean {
  const unit = line.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function mark(window: Window, start: number, end: number): string {
  const inside = (index: number): number => Math.max(0, Math.min(index - window.from, window.text.length));
  const lead = columns(visible(window.text.slice(0, inside(start)))) + window.before.length;
  const length = columns(visible(window.text.slice(inside(start), inside(end))));
  return `${' '.repeat(lead)}${'^'.repeat(Math.max(1, length))}`;
}

function visible(text: string): string {
  return shown(text.replaceAll('\t', '  '));
}

const ZERO_WIDTH = /\p{M}|\u200b|\u200c|\u200d|\ufeff/u;
const WIDE =
  /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Emoji_Presentation}|[\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;

/** Columns that a text takes on a terminal: East Asian characters take two, combining marks none. */
function columns(text: string): number {
  let width = 0;
  for (const character of text) width += ZERO_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}
