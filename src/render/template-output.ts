import type { Block, TemplatePosition } from './blocks.ts';

/**
 * What a mustache stands for. The rendered text carries only its number between two private characters, so that no
 * character of the data is ever read as Markdown or as a template: nothing needs escaping, in text, code, tables or links.
 */
export type Slot =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'blocks'; readonly blocks: readonly Block[] };

const TEXT_OPEN = '\uE000';
const TEXT_CLOSE = '\uE001';
const BLOCKS_OPEN = '\uE002';
const BLOCKS_CLOSE = '\uE003';

/** Characters that no template may hold. */
export const RESERVED_CHARACTERS = /[\uE000-\uE003]/;
/** A text that is one slot and nothing else. */
const ONE_SLOT = /^[\uE000\uE002](\d+)[\uE001\uE003]$/;
const ANY_SLOT = /[\uE000\uE002](\d+)[\uE001\uE003]/g;

/** The slots of one rendering. */
export class Slots {
  readonly #slots: Slot[] = [];

  /** Registers data and gives the mark that stands for them. */
  text(text: string): string {
    return `${TEXT_OPEN}${this.#slots.push({ kind: 'text', text }) - 1}${TEXT_CLOSE}`;
  }

  blocks(blocks: readonly Block[]): string {
    return `${BLOCKS_OPEN}${this.#slots.push({ kind: 'blocks', blocks }) - 1}${BLOCKS_CLOSE}`;
  }

  /** The slot, if the text is one slot alone. */
  only(text: string): Slot | undefined {
    const number = ONE_SLOT.exec(text)?.[1];
    return number === undefined ? undefined : this.#slots[Number(number)];
  }

  /** Whether a slot of blocks stands in the text. */
  holdsBlocks(text: string): boolean {
    return (
      text.includes(BLOCKS_OPEN) && this.split(text).some((part) => typeof part !== 'string' && part.kind === 'blocks')
    );
  }

  /** The text cut at its slots. */
  split(text: string): readonly (string | Slot)[] {
    if (!/[\uE000\uE002]/.test(text)) return text === '' ? [] : [text];
    const parts: (string | Slot)[] = [];
    let from = 0;
    for (const match of text.matchAll(ANY_SLOT)) {
      if (match.index > from) parts.push(text.slice(from, match.index));
      const slot = this.#slots[Number(match[1])];
      parts.push(slot ?? match[0]); // no mark of ours: authored text may hold any character
      from = match.index + match[0].length;
    }
    if (from < text.length) parts.push(text.slice(from));
    return parts;
  }

  /** The text with data in the place of their marks; blocks have no text. */
  fill(text: string): string {
    return this.split(text)
      .map((part) => (typeof part === 'string' ? part : part.kind === 'text' ? part.text : ''))
      .join('');
  }
}

/** Rendered text that remembers, line by line, where the template wrote it. */
export class TemplateOutput {
  #text = '';
  readonly #positions: (TemplatePosition | undefined)[] = [undefined];

  /** Appends text that the template has at `at`; every new line in it counts one line on. */
  append(text: string, at: TemplatePosition): void {
    this.#text += text;
    const lines = text.split('\n');
    lines.forEach((line, index) => {
      if (index > 0) this.#positions.push(undefined);
      const last = this.#positions.length - 1;
      if (line.trim() !== '') this.#positions[last] ??= { template: at.template, line: at.line + index };
    });
  }

  get text(): string {
    return this.#text;
  }

  /** Where the line, counted from 0, was written; for an empty line the next one that was. */
  positionOf(line: number): TemplatePosition | undefined {
    for (let at = line; at < this.#positions.length; at += 1) {
      const position = this.#positions[at];
      if (position !== undefined) return position;
    }
    return undefined;
  }
}
