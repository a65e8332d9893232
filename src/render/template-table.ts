import type { Table, TableCell, TableColumn, TableRow, TemplatePosition } from './blocks.ts';
import { plain } from './blocks.ts';
import { parseMarkdown, tableCell } from './markdown.ts';
import { templateFailure } from './template-failure.ts';
import type { TemplateEngine } from './template-engine.ts';
import { TemplateOutput } from './template-output.ts';
import { type Scope, innerScope } from './template-scope.ts';
import {
  type BlockNode,
  type Content,
  type Mustache,
  type Statement,
  helperName,
  position,
} from './template-syntax.ts';
import { HelperOptions, printable, requireList } from './template-values.ts';
import type { TableData } from './view-data.ts';

/** A table that the view brings complete. */
export function tableOfData(data: TableData, options: HelperOptions, at: TemplatePosition): Table {
  const columns = data.columns.map(({ header, ...rest }): TableColumn => ({ ...rest, header: plain(header) }));
  const rows = data.rows.map((row): TableRow => ({
    cells: row.cells.map((cell) => (typeof cell === 'string' ? textCell(cell, at) : cell)),
    ...(row.id === undefined ? {} : { id: row.id }),
    ...(row.tone === undefined ? {} : { tone: row.tone }),
    source: at,
  }));
  const caption = options.text('caption') ?? data.caption;
  const continued = options.text('continued');
  const id = options.text('id') ?? data.id;
  return {
    kind: 'table',
    columns,
    rows,
    ...(caption === undefined ? {} : { caption: plain(caption) }),
    ...(continued === undefined ? {} : { continued: plain(continued) }),
    ...(id === undefined ? {} : { id }),
    source: at,
  };
}

/** `{{#table list}}` with a `{{#column}}` per column and at most one `{{row}}`: the body is evaluated for every item. */
export function tableOfRecords(
  engine: TemplateEngine,
  node: BlockNode,
  options: HelperOptions,
  scope: Scope,
  at: TemplatePosition,
): Table {
  const items = requireList(engine.argument(node, scope), at);
  const parts = node.program.body.filter((part) => !isSpace(part));
  for (const part of parts) {
    const name =
      part.type === 'BlockStatement' || part.type === 'MustacheStatement'
        ? helperName(part as BlockNode | Mustache)
        : undefined;
    if (name !== 'column' && name !== 'row')
      throw templateFailure(
        position(part, scope.template),
        'table-body',
        'only {{#column}} and {{row}} may stand directly in {{#table}}.',
        'Put texts and conditions into a column.',
      );
  }
  const columnNodes = parts.filter((part): part is BlockNode => part.type === 'BlockStatement');
  const rowNode = parts.find((part): part is Mustache => part.type === 'MustacheStatement');
  if (columnNodes.length === 0)
    throw templateFailure(at, 'table-body', 'a table has no columns.', 'Write {{#column "Header"}}…{{/column}}.');
  const names = node.program.blockParams ?? [];
  const rows = items.map((item, index): TableRow => {
    const values = [item, `${index + 1}`];
    const loop = new Map<string, string | boolean>([
      ['number', `${index + 1}`],
      ['first', index === 0],
      ['last', index + 1 === items.length],
    ]);
    const inner = innerScope(
      scope,
      item,
      names.map((name, place) => [name, values[place]] as const),
      loop,
    );
    const row = rowNode === undefined ? undefined : new HelperOptions(engine.options(rowNode, inner), at);
    const [id, tone] = [row?.text('id'), row?.tone('tone')];
    const cells = columnNodes.map((column) => columnCell(engine, column, inner));
    return {
      cells,
      ...(id === undefined ? {} : { id }),
      ...(tone === undefined ? {} : { tone }),
      source: rowNode === undefined ? at : position(rowNode, scope.template),
    };
  });
  const [caption, continued, id] = [options.text('caption'), options.text('continued'), options.text('id')];
  const columns = columnNodes.map((column) => tableColumn(engine, column, scope));
  return {
    kind: 'table',
    columns,
    rows,
    ...(caption === undefined ? {} : { caption: plain(caption) }),
    ...(continued === undefined ? {} : { continued: plain(continued) }),
    ...(id === undefined ? {} : { id }),
    source: at,
  };
}

function tableColumn(engine: TemplateEngine, node: BlockNode, scope: Scope): TableColumn {
  const at = position(node, scope.template);
  const fixed = (node.hash?.pairs ?? [])
    .filter((pair) => pair.key !== 'tone')
    .map((pair) => [pair.key, engine.value(pair.value, scope)] as const);
  const options = new HelperOptions(new Map(fixed), at);
  const [width, points, align, font] = [
    options.number('width'),
    options.number('points'),
    options.choice('align', ['left', 'right', 'center'] as const),
    options.choice('font', ['text', 'code'] as const),
  ];
  return {
    header: plain(printable(engine.argument(node, scope), 'header', at)),
    ...(width === undefined ? {} : { width }),
    ...(points === undefined ? {} : { points }),
    ...(align === undefined ? {} : { align }),
    ...(font === undefined ? {} : { font }),
  };
}

/** Characters that could be Markdown; a cell without them is plain text and needs no parser. */
const MAYBE_MARKDOWN = /[^\p{L}\p{N} ,;:()/°%=.\uE000\uE001·–—×≥≤µ]|^\s*\d+[.)]|\n\s*\d+[.)]/u;

function columnCell(engine: TemplateEngine, node: BlockNode, scope: Scope): TableCell {
  const at = position(node, scope.template);
  const output = new TemplateOutput();
  engine.run(node.program, scope, output);
  const text = output.text.trim();
  const toneValue = node.hash?.pairs.find((pair) => pair.key === 'tone')?.value;
  const tone =
    toneValue === undefined
      ? undefined
      : new HelperOptions(new Map([['tone', engine.value(toneValue, scope)]]), at).tone('tone');
  const slot = engine.slots.only(text);
  const cell =
    slot?.kind === 'blocks'
      ? tableCell(slot.blocks, at)
      : MAYBE_MARKDOWN.test(text)
        ? tableCell(parseMarkdown({ output, slots: engine.slots }), at)
        : textCell(engine.slots.fill(text), at);
  return tone === undefined ? cell : { ...cell, tone };
}

/** An empty text makes an empty cell, which a writer refuses with the row's name. */
function textCell(text: string, at: TemplatePosition): TableCell {
  return { content: text === '' ? [] : [{ kind: 'paragraph', content: plain(text), source: at }] };
}

function isSpace(node: Statement): boolean {
  return (
    node.type === 'CommentStatement' || (node.type === 'ContentStatement' && (node as Content).value.trim() === '')
  );
}
