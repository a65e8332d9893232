import { LayoutFailure } from '../../render/layout-failure.ts';
import { type Block, type Heading, type TemplatePosition, inlineText } from '../../render/blocks.ts';

/** A heading with its number and the destination that contents and bookmarks jump to. */
export interface OutlineEntry {
  readonly heading: Heading;
  /** `2.1`, or empty for headings without number. */
  readonly number: string;
  readonly destination: string;
  readonly title: string;
  /** How deep it stands among the headings before it, from 1: levels without the gaps that an author may leave. */
  readonly rank: number;
}

/** The headings in order and all that can be jumped to. */
export interface DocumentOutline {
  readonly entries: readonly OutlineEntry[];
  readonly byHeading: ReadonlyMap<Heading, OutlineEntry>;
  readonly destinations: ReadonlySet<string>;
}

/** Numbers the headings and collects the destinations; an id used twice or a jump to nowhere is a `Failure`. */
export function outlineDocument(blocks: readonly Block[]): DocumentOutline {
  const entries: OutlineEntry[] = [];
  const destinations = new Set<string>();
  const links: { target: string; source: TemplatePosition | undefined }[] = [];
  const counters = [0, 0, 0, 0];
  const above: number[] = [];
  const add = (id: string | undefined, source: TemplatePosition | undefined): void => {
    if (id === undefined) return;
    if (destinations.has(id)) {
      throw new LayoutFailure(
        5,
        'destination-twice',
        (place) => `Two places of the document have the id “${id}”${place}.`,
        'Give each a different id.',
        source,
      );
    }
    destinations.add(id);
  };
  walkBlocks(blocks, (block) => {
    if ('id' in block) add(block.id, block.source);
    if (block.kind === 'table') for (const row of block.rows) add(row.id, row.source ?? block.source);
    if (block.kind === 'heading') {
      const number = nextNumber(counters, block);
      const destination = block.id ?? `section-${number === '' ? `unnumbered-${entries.length + 1}` : number}`;
      if (block.id === undefined) add(destination, block.source);
      while ((above.at(-1) ?? 0) >= block.level) above.pop();
      const rank = above.push(block.level);
      entries.push({ heading: block, number, destination, title: inlineText(block.content), rank });
    }
    collectLinks(block, links);
  });
  for (const { target, source } of links) {
    if (!destinations.has(target)) {
      throw new LayoutFailure(
        5,
        'link-target-missing',
        (place) => `A link leads to “${target}”, which the document does not have${place}.`,
        'Mend the link, or mark it weak where the target may be absent.',
        source,
      );
    }
  }
  return { entries, byHeading: new Map(entries.map((entry) => [entry.heading, entry])), destinations };
}

function nextNumber(counters: number[], heading: Heading): string {
  if (heading.numbered === false) return '';
  counters[heading.level - 1] = (counters[heading.level - 1] ?? 0) + 1;
  counters.fill(0, heading.level);
  return counters.slice(0, heading.level).join('.');
}

function walkBlocks(blocks: readonly Block[], visit: (block: Block) => void): void {
  for (const block of blocks) {
    visit(block);
    switch (block.kind) {
      case 'callout':
      case 'landscape':
      case 'keep-together':
        walkBlocks(block.content, visit);
        break;
      case 'list':
        for (const item of block.items) walkBlocks(item, visit);
        break;
      case 'table':
        for (const row of block.rows) for (const cell of row.cells) walkBlocks(cell.content, visit);
        break;
      case 'key-value':
        for (const entry of block.entries) walkBlocks(entry.content, visit);
        break;
      default:
        break;
    }
  }
}

function collectLinks(block: Block, links: { target: string; source: TemplatePosition | undefined }[]): void {
  const look = (content: Heading['content']): void => {
    for (const span of content) {
      if (span.kind === 'link' && span.weak !== true) links.push({ target: span.target, source: block.source });
      if ('content' in span) look(span.content);
    }
  };
  if (block.kind === 'heading' || block.kind === 'paragraph') look(block.content);
  if (block.kind === 'callout') look(block.title);
  if (block.kind === 'table') {
    look(block.caption ?? []);
    for (const column of block.columns) look(column.header);
  }
}
