import type { Block, KeyValueTable, Signatory, TemplatePosition } from './blocks.ts';
import { plain } from './blocks.ts';
import { authoredMarkdown, tableCell } from './markdown.ts';
import { templateFailure } from './template-failure.ts';
import type { TemplateEngine } from './template-engine.ts';
import { TemplateOutput } from './template-output.ts';
import type { Scope } from './template-scope.ts';
import { resolvePath } from './template-scope.ts';
import { type BlockNode, type Mustache, type Path, helperName, position } from './template-syntax.ts';
import { tableOfData, tableOfRecords } from './template-table.ts';
import { HelperOptions, printable, requireList } from './template-values.ts';
import { isFigure, isRecord, isTableData } from './view-data.ts';

/** What a helper without body leaves in the text. */
export function inlineHelper(
  engine: TemplateEngine,
  helper: string,
  node: Mustache,
  scope: Scope,
  at: TemplatePosition,
): string {
  const options = new HelperOptions(engine.options(node, scope), at);
  const blocks = (...made: readonly Block[]): string => engine.slots.blocks(made);
  switch (helper) {
    case 'optional': {
      const path = node.params[0];
      if (path?.type !== 'PathExpression')
        throw templateFailure(at, 'helper-arguments', 'optional needs one path.', 'Write {{optional name}}.');
      const value = resolvePath(path as Path, scope, at, true);
      return value === undefined ? '' : engine.slots.text(printable(value, (path as Path).original, at));
    }
    case 'markdown':
      return blocks(...authoredMarkdown(printable(engine.argument(node, scope), 'markdown', at), at));
    case 'table': {
      const value = engine.argument(node, scope);
      if (!isTableData(value))
        throw templateFailure(
          at,
          'view-value-kind',
          'table needs a complete table of the view.',
          "Give { kind: 'table-data', columns, rows }, or write columns with {{#table list}}.",
        );
      return blocks(tableOfData(value, options, at));
    }
    case 'figure': {
      const value = engine.argument(node, scope);
      if (!isFigure(value))
        throw templateFailure(
          at,
          'view-value-kind',
          'figure needs a drawing of the view.',
          "Give { kind: 'figure', alt, width, height, shapes }.",
        );
      const [caption, id] = [options.text('caption'), options.text('id')];
      return blocks({
        ...value,
        ...(caption === undefined ? {} : { caption: plain(caption) }),
        ...(id === undefined ? {} : { id }),
        source: at,
      });
    }
    case 'facts':
      return blocks({
        kind: 'key-value',
        entries: requireList(engine.argument(node, scope), at).map((entry) => factOfRecord(entry, at)),
        ...abreast(options, at),
        source: at,
      });
    case 'signatures':
      return blocks({
        kind: 'signatures',
        signatories: requireList(engine.argument(node, scope), at).map((entry) => signatory(entry, at)),
        ...definedTitle(options),
        source: at,
      });
    case 'blank': {
      const shape = options.choice('shape', ['line', 'box', 'pass-fail', 'yes-no'] as const) ?? 'line';
      const [lines, label] = [options.number('lines'), options.text('label')];
      return blocks({
        kind: 'blank',
        shape,
        ...(lines === undefined ? {} : { lines }),
        ...(label === undefined ? {} : { label }),
        source: at,
      });
    }
    case 'contents': {
      const depth = options.number('depth');
      return blocks({
        kind: 'contents',
        title: options.text('title') ?? 'Contents',
        ...(depth === undefined ? {} : { depth }),
        source: at,
      });
    }
    case 'page-break':
      return blocks({ kind: 'page-break', source: at });
    default:
      throw templateFailure(
        at,
        'helper-misplaced',
        `${helper} belongs into the body of a table.`,
        'Put it directly into {{#table}}.',
      );
  }
}

/** What a helper with a body leaves in the text. */
export function blockHelper(
  engine: TemplateEngine,
  helper: string,
  node: BlockNode,
  scope: Scope,
  at: TemplatePosition,
): string {
  const options = new HelperOptions(engine.options(node, scope), at);
  if (node.inverse !== undefined && node.inverse !== null)
    throw templateFailure(at, 'template-feature', `${helper} has no else.`, 'Use if around it.');
  const placed = (block: Block): string => `${engine.slots.blocks([block])}\n`;
  switch (helper) {
    case 'table':
      return placed(tableOfRecords(engine, node, options, scope, at));
    case 'facts':
      return placed({
        kind: 'key-value',
        entries: factsOfBody(engine, node, scope),
        ...abreast(options, at),
        source: at,
      });
    case 'callout': {
      const [title, id] = [options.text('title'), options.text('id')];
      if (title === undefined)
        throw templateFailure(
          at,
          'helper-option',
          'callout needs a title.',
          'Write {{#callout tone="warn" title="…"}}.',
        );
      return placed({
        kind: 'callout',
        tone: options.tone('tone') ?? 'plain',
        title: plain(title),
        content: engine.blocks(node.program, scope),
        ...(id === undefined ? {} : { id }),
        source: at,
      });
    }
    case 'landscape':
      return placed({ kind: 'landscape', content: engine.blocks(node.program, scope), source: at });
    case 'keep':
      return placed({ kind: 'keep-together', content: engine.blocks(node.program, scope), source: at });
    default:
      throw templateFailure(
        at,
        'helper-misplaced',
        `${helper} does not stand alone.`,
        `Put column into {{#table}} and fact into {{#facts}}.`,
      );
  }
}

type Fact = KeyValueTable['entries'][number];

/** The facts of a body, where if and each may choose them. */
function factsOfBody(engine: TemplateEngine, node: BlockNode, scope: Scope): Fact[] {
  const facts: Fact[] = [];
  const output = new TemplateOutput();
  engine.collecting(
    'fact',
    (fact, inner) => {
      const at = position(fact, inner.template);
      const label = printable(engine.argument(fact, inner), 'label', at);
      const tone = new HelperOptions(engine.options(fact, inner), at).tone('tone');
      facts.push({
        label,
        content: tableCell(engine.blocks(fact.program, inner), at).content,
        ...(tone === undefined ? {} : { tone }),
      });
    },
    () => engine.run(node.program, scope, output),
  );
  const at = output.positionOf(0);
  if (output.text.trim() !== '' && at !== undefined)
    throw templateFailure(
      at,
      'text-misplaced',
      `text stands between the facts of ${helperName(node) ?? ''}.`,
      'Put it into {{#fact "label"}}.',
    );
  return facts;
}

function factOfRecord(entry: unknown, at: TemplatePosition): Fact {
  if (!isRecord(entry))
    throw templateFailure(at, 'view-value-kind', 'facts needs a list of { label, value }.', 'Mend the view data.');
  const tone = new HelperOptions(new Map(Object.entries(entry)), at).tone('tone');
  return {
    label: field(entry, 'label', at),
    content: [{ kind: 'paragraph', content: plain(field(entry, 'value', at)), source: at }],
    ...(tone === undefined ? {} : { tone }),
  };
}

function signatory(entry: unknown, at: TemplatePosition): Signatory {
  if (!isRecord(entry))
    throw templateFailure(
      at,
      'view-value-kind',
      'signatures needs a list of { role, meaning, designated? }.',
      'Mend the view data.',
    );
  const designated = entry['designated'] === undefined ? {} : { designated: field(entry, 'designated', at) };
  return { role: field(entry, 'role', at), meaning: field(entry, 'meaning', at), ...designated };
}

function field(entry: Readonly<Record<string, unknown>>, name: string, at: TemplatePosition): string {
  const value = entry[name];
  if (typeof value === 'string' && value !== '') return value;
  throw templateFailure(at, 'view-value-missing', `an entry has no “${name}”.`, 'Give the value in the view data.');
}

function abreast(options: HelperOptions, at: TemplatePosition): { abreast?: 1 | 2 } {
  const count = options.number('abreast');
  if (count === undefined) return {};
  if (count === 1 || count === 2) return { abreast: count };
  throw templateFailure(at, 'helper-option', 'abreast is 1 or 2.', 'Choose one of them.');
}

function definedTitle(options: HelperOptions): { title?: string } {
  const title = options.text('title');
  return title === undefined ? {} : { title };
}
