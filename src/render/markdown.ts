import MarkdownIt from 'markdown-it';
import type {
  Authorship,
  Block,
  Heading,
  Inline,
  TableCell,
  TableColumn,
  TableRow,
  TemplatePosition,
} from './blocks.ts';
import { templateFailure } from './template-failure.ts';
import { Slots, type TemplateOutput } from './template-output.ts';

type Parser = InstanceType<typeof MarkdownIt>;
type Token = ReturnType<Parser['parse']>[number];

const parser = createParser();

/** Markdown of a template, with the slots that its mustaches left. */
export interface MarkdownSource {
  readonly output: Pick<TemplateOutput, 'text' | 'positionOf'>;
  readonly slots: Slots;
}

/** Parses the Markdown of a template: CommonMark and tables, without HTML, images and indented code. */
export function parseMarkdown(source: MarkdownSource): Block[] {
  const tokens = parser.parse(source.output.text, {});
  return new BlockReader(tokens, source, false).blocks(undefined);
}

/**
 * Parses authored Markdown of a specification. Its headings become bold lines, since the sections of a document are the
 * template's, and its links may only lead out of the document.
 */
export function authoredMarkdown(text: string, at: TemplatePosition): Block[] {
  const source: MarkdownSource = { output: { text, positionOf: () => at }, slots: new Slots() };
  return new BlockReader(parser.parse(text, {}), source, true).blocks(undefined);
}

function createParser(): Parser {
  const markdown = new MarkdownIt('commonmark', { html: false, linkify: false, typographer: false });
  markdown.enable('table');
  // Indentation and underlines come from nested template blocks and must not turn text into code or headings.
  markdown.disable(['code', 'lheading', 'reference', 'html_block', 'html_inline', 'autolink']);
  markdown.normalizeLink = (url) => url;
  markdown.normalizeLinkText = (url) => url;
  markdown.validateLink = (url) => /^(#|https?:|mailto:)/.test(url);
  return markdown;
}

/** `## Title {#id G A}`: id, authorship and `-` for a heading without number. */
const HEADING_ATTRIBUTES = /\s*\{([^{}]*)\}\s*$/;

class BlockReader {
  #at = 0;
  readonly #tokens: readonly Token[];
  readonly #source: MarkdownSource;
  readonly #authored: boolean;

  constructor(tokens: readonly Token[], source: MarkdownSource, authored: boolean) {
    this.#tokens = tokens;
    this.#source = source;
    this.#authored = authored;
  }

  /** Reads blocks up to the token that closes `until`, or to the end. */
  blocks(until: string | undefined): Block[] {
    const blocks: Block[] = [];
    for (let token = this.#next(); token !== undefined && token.type !== until; token = this.#next())
      blocks.push(...this.#block(token));
    return blocks;
  }

  #next(): Token | undefined {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    return token;
  }

  #block(token: Token): Block[] {
    const source = this.#position(token);
    switch (token.type) {
      case 'heading_open':
        return [this.#heading(token, source)];
      case 'paragraph_open': {
        const inline = this.#next();
        this.#next();
        return this.#paragraph(inline, source);
      }
      case 'bullet_list_open':
        return [this.#list(false, undefined, 'bullet_list_close', source)];
      case 'ordered_list_open':
        return [this.#list(true, Number(token.attrGet('start') ?? 1), 'ordered_list_close', source)];
      case 'blockquote_open':
        return [
          {
            kind: 'callout',
            tone: 'plain',
            title: [{ kind: 'text', text: 'Note' }],
            content: this.blocks('blockquote_close'),
            source,
          },
        ];
      case 'fence':
        return [{ kind: 'code-block', text: this.#source.slots.fill(token.content), source }];
      case 'hr':
        return [{ kind: 'rule', source }];
      case 'table_open':
        return [this.#table(source)];
      default:
        throw templateFailure(
          source,
          'markdown-unsupported',
          `Markdown of the kind “${token.type}” is not supported.`,
          'Use paragraphs, lists, tables, fences and headings.',
        );
    }
  }

  #heading(token: Token, source: TemplatePosition): Block {
    const inline = this.#next();
    this.#next();
    if (this.#authored)
      return { kind: 'paragraph', content: [{ kind: 'strong', content: this.#inline(inline, source) }], source };
    const level = Number(token.tag.slice(1));
    if (level !== 1 && level !== 2 && level !== 3 && level !== 4)
      throw templateFailure(source, 'heading-level', 'headings have the levels 1 to 4.', 'Use fewer #.');
    const text = inline?.content ?? '';
    const attributes = HEADING_ATTRIBUTES.exec(text);
    const children = attributes === null ? inline : parser.parseInline(text.slice(0, attributes.index), {})[0];
    return {
      kind: 'heading',
      level,
      content: this.#inline(children, source),
      ...this.#headingAttributes(attributes?.[1] ?? '', source),
      source,
    };
  }

  #headingAttributes(text: string, source: TemplatePosition): Pick<Heading, 'id' | 'authorship' | 'numbered'> {
    const words = text.split(/\s+/).filter((word) => word !== '');
    const authorship: Authorship[] = [];
    let id: string | undefined;
    let numbered = true;
    for (const word of words) {
      if (word.startsWith('#')) id = this.#source.slots.fill(word.slice(1));
      else if (word === '-') numbered = false;
      else if (word === 'G' || word === 'A' || word === 'H') authorship.push(word);
      else
        throw templateFailure(
          source,
          'heading-attribute',
          `“${word}” is no attribute of a heading.`,
          'Use #id, G, A, H, or - for a heading without number.',
        );
    }
    return {
      ...(id === undefined ? {} : { id }),
      ...(authorship.length === 0 ? {} : { authorship }),
      ...(numbered ? {} : { numbered }),
    };
  }

  /** A paragraph, cut at the lines that are blocks of helpers. */
  #paragraph(inline: Token | undefined, source: TemplatePosition): Block[] {
    const { slots } = this.#source;
    const text = inline?.content ?? '';
    if (!slots.holdsBlocks(text)) return [{ kind: 'paragraph', content: this.#inline(inline, source), source }];
    const blocks: Block[] = [];
    let open: string[] = [];
    const close = (): void => {
      const content = this.#inline(parser.parseInline(open.join('\n'), {})[0], source);
      if (content.length > 0) blocks.push({ kind: 'paragraph', content, source });
      open = [];
    };
    for (const line of text.split('\n')) {
      if (!slots.holdsBlocks(line)) {
        open.push(line);
        continue;
      }
      close();
      for (const part of slots.split(line)) {
        if (typeof part === 'string' ? part.trim() !== '' : part.kind === 'text') throw blockInText(source);
        if (typeof part !== 'string' && part.kind === 'blocks') blocks.push(...part.blocks);
      }
    }
    close();
    return blocks;
  }

  #list(ordered: boolean, start: number | undefined, close: string, source: TemplatePosition): Block {
    const items: Block[][] = [];
    for (let token = this.#next(); token !== undefined && token.type !== close; token = this.#next())
      items.push(this.blocks('list_item_close'));
    return { kind: 'list', ordered, ...(start === undefined || start === 1 ? {} : { start }), items, source };
  }

  #table(source: TemplatePosition): Block {
    const columns: TableColumn[] = [];
    const rows: TableRow[] = [];
    let cells: TableCell[] = [];
    let rowSource = source;
    for (let token = this.#next(); token !== undefined && token.type !== 'table_close'; token = this.#next()) {
      if (token.type === 'tr_open') {
        cells = [];
        rowSource = this.#position(token);
      } else if (token.type === 'th_open') {
        const align = alignment(token);
        columns.push({ header: this.#inline(this.#next(), source), ...(align === undefined ? {} : { align }) });
      } else if (token.type === 'td_open') {
        const content = this.#paragraph(this.#next(), rowSource);
        cells.push(tableCell(content, rowSource));
      } else if (token.type === 'tr_close' && cells.length > 0) rows.push({ cells, source: rowSource });
    }
    return { kind: 'table', columns, rows, source };
  }

  #position(token: Token): TemplatePosition {
    return this.#source.output.positionOf(token.map?.[0] ?? 0) ?? { template: '(unknown)', line: 1 };
  }

  #inline(token: Token | undefined, source: TemplatePosition): Inline[] {
    const stack: { content: Inline[]; wrap: (content: Inline[]) => Inline }[] = [];
    let content: Inline[] = [];
    const open = (wrap: (content: Inline[]) => Inline): void => {
      stack.push({ content, wrap });
      content = [];
    };
    const close = (): void => {
      const outer = stack.pop();
      if (outer === undefined) return;
      outer.content.push(outer.wrap(content));
      content = outer.content;
    };
    for (const child of token?.children ?? []) {
      switch (child.type) {
        case 'text':
        case 'text_special':
          pushText(content, this.#text(child.content, source));
          break;
        case 'code_inline':
          content.push({ kind: 'code', text: this.#text(child.content, source) });
          break;
        case 'softbreak':
          pushText(content, ' ');
          break;
        case 'hardbreak':
          content.push({ kind: 'line-break' });
          break;
        case 'strong_open':
          open((inner) => ({ kind: 'strong', content: inner }));
          break;
        case 'em_open':
          open((inner) => ({ kind: 'emphasis', content: inner }));
          break;
        case 'link_open':
          open(this.#link(this.#source.slots.fill(String(child.attrGet('href') ?? '')), source));
          break;
        case 'strong_close':
        case 'em_close':
        case 'link_close':
          close();
          break;
        case 'image':
          pushText(content, `![${this.#text(child.content, source)}](${child.attrGet('src') ?? ''})`);
          break;
        default:
          throw templateFailure(
            source,
            'markdown-unsupported',
            `Markdown of the kind “${child.type}” is not supported.`,
            'Use text, emphasis, code and links.',
          );
      }
    }
    return content;
  }

  #link(url: string, source: TemplatePosition): (content: Inline[]) => Inline {
    if (!url.startsWith('#')) return (content) => ({ kind: 'external-link', url, content });
    if (this.#authored)
      throw templateFailure(
        source,
        'authored-link',
        `an authored text links to “${url}” inside the document.`,
        'Authored texts name elements by their id; the document makes the links.',
      );
    const weak = url.startsWith('#?');
    const target = url.slice(weak ? 2 : 1);
    return (content) => ({ kind: 'link', target, ...(weak ? { weak } : {}), content });
  }

  #text(text: string, source: TemplatePosition): string {
    const { slots } = this.#source;
    if (slots.holdsBlocks(text)) throw blockInText(source);
    return slots.fill(text);
  }
}

function blockInText(at: TemplatePosition): Error {
  return templateFailure(
    at,
    'block-in-text',
    'a helper that makes a block stands in the middle of a text.',
    'Put it on a line of its own.',
  );
}

/** A cell may hold paragraphs, lists and blanks. */
export function tableCell(content: readonly Block[], at: TemplatePosition): TableCell {
  return {
    content: content.map((block) => {
      if (block.kind === 'paragraph' || block.kind === 'list' || block.kind === 'blank') return block;
      throw templateFailure(
        at,
        'cell-content',
        `a ${block.kind} cannot stand in a cell.`,
        'Cells hold text, lists and blanks.',
      );
    }),
  };
}

function alignment(token: Token): 'left' | 'right' | 'center' | undefined {
  const style = token.attrGet('style');
  const word = style === null ? undefined : /text-align:(left|right|center)/.exec(String(style))?.[1];
  return word === 'left' || word === 'right' || word === 'center' ? word : undefined;
}

function pushText(content: Inline[], text: string): void {
  if (text === '') return;
  const last = content.at(-1);
  if (last?.kind === 'text') content[content.length - 1] = { kind: 'text', text: last.text + text };
  else content.push({ kind: 'text', text });
}
