import { Lexer } from 'yaml';
import type { SourceRange } from './spec-document.ts';

/** Bounds on one spec file. Beyond them a parser takes minutes or takes the process down, so nothing is parsed at all. */
export const SOURCE_LIMITS = {
  fileCharacters: 2 * 1024 * 1024,
  scalarCharacters: 1024 * 1024,
  depth: 64,
  anchors: 200,
  /** Values that aliases may add to what is written. */
  expandedNodes: 50_000,
} as const;

/** Why a text must not be given to the parser, and where. */
export interface LimitExceeded {
  readonly message: string;
  readonly hint: string;
  readonly range: SourceRange;
}

/** What can be said of a text from its tokens alone. */
export interface SourceSurvey {
  readonly exceeded?: LimitExceeded;
  /** The tokens, for the parser: finding them is a third of the work of reading YAML. None when a bound is exceeded. */
  readonly tokens: readonly string[];
  /** Where a second YAML document begins. */
  readonly secondDocument?: number;
  /** Where a directive (`%YAML`) stands. */
  readonly directive?: SourceRange;
}

/** Looks at the tokens of a text before it is parsed: nesting, anchors, scalars and documents are counted, in linear time. */
export function surveySource(text: string): SourceSurvey {
  if (text.length > SOURCE_LIMITS.fileCharacters) {
    return {
      exceeded: exceeded('The file is larger than 2 MB.', 'Spread its elements over several files.', 0, 0),
      tokens: [],
    };
  }
  let offset = 0;
  let column = 0;
  let lineOpen = false;
  let flow = 0;
  let anchors = 0;
  let begun = false;
  let secondDocument: number | undefined;
  let directive: SourceRange | undefined;
  /** Columns at which the block collections that are open here began. */
  const indents: number[] = [];
  const tokens: string[] = [];
  const fail = (message: string, hint: string, length: number): SourceSurvey => ({
    exceeded: exceeded(message, hint, offset, offset + Math.min(length, 1)),
    tokens: [],
  });
  for (const token of new Lexer().lex(text)) {
    tokens.push(token);
    const length = token === '\u0002' || token === '\u0018' || token === '\u001f' ? 0 : token.length;
    const first = token[0];
    const content = length > 0 && first !== '#' && !isBlank(token);
    const marker = token === '---' && column === 0;
    // Content after `...` begins a document, too; the lexer says so with a sign of its own.
    if (begun && (marker || token === '\u0002')) secondDocument ??= offset;
    if (marker || (content && token !== '...' && first !== '%')) begun = true;
    if (!begun && first === '%' && column === 0) directive ??= { start: offset, end: offset + length };
    if (token === '[' || token === '{') flow += 1;
    else if (token === ']' || token === '}') flow = Math.max(0, flow - 1);
    else if (first === '&') anchors += 1;
    if (content && flow === 0) {
      // Each level of a block begins further to the right than the one around it, or with an indicator on the same line.
      if (!lineOpen) while (indents.length > 0 && (indents.at(-1) ?? 0) >= column) indents.pop();
      if (!lineOpen || token === '-' || token === '?') indents.push(column);
      lineOpen = true;
    }
    if (indents.length + flow > SOURCE_LIMITS.depth) {
      return fail(
        `Values are nested more than ${SOURCE_LIMITS.depth} levels deep.`,
        'No part of the language needs that; take a level out.',
        length,
      );
    }
    if (anchors > SOURCE_LIMITS.anchors) {
      return fail(
        `The file has more than ${SOURCE_LIMITS.anchors} anchors.`,
        'Write repeated values out, or spread them over several files.',
        length,
      );
    }
    if (length > SOURCE_LIMITS.scalarCharacters) {
      return fail(
        'A single value is longer than 1 MB.',
        'Keep large content in a file of its own and name it here.',
        length,
      );
    }
    offset += length;
    const lastBreak = token.length === 1 && token !== '\n' ? -1 : token.lastIndexOf('\n');
    if (lastBreak === -1) column += length;
    else {
      column = token.length - lastBreak - 1;
      lineOpen = false;
    }
  }
  return {
    tokens,
    ...(secondDocument === undefined ? {} : { secondDocument }),
    ...(directive === undefined ? {} : { directive }),
  };
}

/** Whether there is nothing but white space: nearly every token says so with its first character. */
function isBlank(token: string): boolean {
  const first = token.charCodeAt(0);
  return !(first > SPACE && first < FIRST_BEYOND_ASCII) && token.trim() === '';
}

const SPACE = 0x20;
const FIRST_BEYOND_ASCII = 0x7f;

function exceeded(message: string, hint: string, start: number, end: number): LimitExceeded {
  return { message, hint, range: { start, end } };
}
