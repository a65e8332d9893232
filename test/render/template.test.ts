import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/core/diagnostics/failure.ts';
import { type Block, inlineText } from '../../src/render/blocks.ts';
import { renderTemplate } from '../../src/render/template.ts';
import { SAMPLE_PARTIALS, SAMPLE_VIEW } from '../io/pdf/sample-view.ts';

function render(text: string, view: unknown, partials: Record<string, string> = {}): readonly Block[] {
  return renderTemplate({ name: 't', text, partials: new Map(Object.entries(partials)), view });
}

/** The message of the failure that a rendering must end with. */
function refusal(text: string, view: unknown = {}, partials: Record<string, string> = {}): string {
  try {
    render(text, view, partials);
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
  throw new Error('the rendering did not fail');
}

const at = (line: number) => ({ template: 't', line });
const text = (value: string) => [{ kind: 'text', text: value }];

describe('data print literally', () => {
  const nasty = fc.string({
    unit: fc.constantFrom(
      ...Array.from('|*_#<>`[](){}!&\\~-+.1 \n\tab"\'=:/'),
      '\uE000',
      '\uE001',
      '\uE002',
      '0',
      '{{x}}',
      '<b>',
      '&lt;',
      '---',
      '```',
      '    ',
    ),
  });

  test('in paragraphs, headings, emphasis, code, links, lists and tables', () => {
    fc.assert(
      fc.property(nasty, (value) => {
        const source =
          '# {{x}}\n\nBefore {{x}} after\n\n**{{x}}** *{{x}}* `{{x}}` [{{x}}](#to)\n\n- {{x}}\n\n| A |\n|---|\n| {{x}} |\n\n```\n{{x}}\n```\n';
        const [heading, paragraph, styled, list, table, code] = render(source, { x: value });
        const content = text(value);
        const filled = value === '' ? [] : content;
        expect(heading).toEqual({ kind: 'heading', level: 1, content: filled, source: at(1) });
        expect(paragraph).toEqual({ kind: 'paragraph', content: text(`Before ${value} after`), source: at(3) });
        expect(styled).toEqual({
          kind: 'paragraph',
          content: [
            { kind: 'strong', content: filled },
            { kind: 'text', text: ' ' },
            { kind: 'emphasis', content: filled },
            { kind: 'text', text: ' ' },
            { kind: 'code', text: value },
            { kind: 'text', text: ' ' },
            { kind: 'link', target: 'to', content: filled },
          ],
          source: at(5),
        });
        expect(list).toMatchObject({ kind: 'list', items: [[{ kind: 'paragraph', content: filled }]] });
        expect(table).toMatchObject({
          kind: 'table',
          rows: [{ cells: [{ content: [{ kind: 'paragraph', content: filled }] }] }],
        });
        expect(code).toEqual({ kind: 'code-block', text: `${value}\n`, source: at(13) });
      }),
    );
  });

  test('in the columns of a table, and in a table that the view brings', () => {
    fc.assert(
      fc.property(
        nasty.filter((value) => value.trim() !== ''),
        (value) => {
          const rows = [
            { cells: [{ content: [{ kind: 'paragraph', content: text(value), source: at(1) }] }], source: at(1) },
          ];
          expect(render('{{#table list}}{{#column "A"}}{{x}}{{/column}}{{/table}}', { list: [{ x: value }] })).toEqual([
            { kind: 'table', columns: [{ header: text('A') }], rows, source: at(1) },
          ]);
          expect(
            render('{{table t}}', {
              t: { kind: 'table-data', columns: [{ header: 'A' }], rows: [{ cells: [value] }] },
            }),
          ).toEqual([{ kind: 'table', columns: [{ header: text('A') }], rows, source: at(1) }]);
        },
      ),
    );
  });

  test('adjacent values do not add up', () => {
    expect(render('{{a}}{{b}}', { a: '1', b: '2' })).toEqual([
      { kind: 'paragraph', content: text('12'), source: at(1) },
    ]);
  });
});

describe('a missing value stops the build', () => {
  const template = readFileSync(new URL('../io/pdf/fixtures/assessment.md.hbs', import.meta.url), 'utf8');
  const whole = (view: unknown) =>
    renderTemplate({ name: 'assessment', text: template, partials: SAMPLE_PARTIALS, view });
  /** What a table of data and a signatory declare as optional. */
  const OPTIONAL =
    /^(consequences\.(caption|columns\.\d+\.(width|points|align|font)|rows\.\d+\.id)|signatories\.\d+\.designated)$/;

  test('for every path of the sample view, one at a time', () => {
    expect(whole(SAMPLE_VIEW).length).toBeGreaterThan(20);
    const silent = pathsOf(SAMPLE_VIEW).filter((path) => {
      try {
        whole(without(SAMPLE_VIEW, path));
        return true;
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        return false;
      }
    });
    expect(silent.map((path) => path.join('.')).filter((path) => !OPTIONAL.test(path))).toEqual([]);
  });

  test.each([
    ['{{a.b}}', { a: {} }, 'Template t, line 1: the view has no value for “a.b”.'],
    ['x\n\n{{#each a}}{{/each}}', {}, 'Template t, line 3: the view has no value for “a”.'],
    ['{{#if a}}x{{/if}}', {}, 'Template t, line 1: the view has no value for “a”.'],
    ['{{#unless a}}x{{/unless}}', {}, 'Template t, line 1: the view has no value for “a”.'],
    ['{{#with a}}x{{/with}}', {}, 'Template t, line 1: the view has no value for “a”.'],
    ['{{#each a}}\n{{b}}\n{{/each}}', { a: [{}] }, 'Template t, line 2: the view has no value for “b”.'],
    ['{{> p}}', {}, 'Template t, line 1: there is no partial “p”.'],
    ['{{a}}', { a: true }, 'Template t, line 1: “a” is a boolean, not a text.'],
    ['{{a}}', { a: ['x'] }, 'Template t, line 1: “a” is a list, not a text.'],
    ['{{a}}', { a: 1 }, 'The view data hold a number at view.a.'],
    ['{{a}}', { a: null }, 'The view data hold null at view.a.'],
    ['{{a}}', { a: new Date(0) }, 'The view data hold an object that is not plain at view.a.'],
    ['{{a.length}}', { a: 'x' }, 'Template t, line 1: “a.length” looks for “length” in a value that is no object.'],
  ])('%s of %j', (source, view, message) => {
    expect(refusal(source, view)).toBe(message);
  });

  test('unless the template says that it may be absent', () => {
    expect(
      render(
        'a{{optional x}}b{{#if (optional y)}}c{{/if}}{{#each (optional z)}}d{{else}}e{{/each}}{{#with (optional v)}}f{{/with}}',
        {},
      ),
    ).toEqual([{ kind: 'paragraph', content: text('abe'), source: at(1) }]);
  });

  test('a partial names its own line', () => {
    expect(refusal('{{> p}}', {}, { p: 'fine\n{{gone}}' })).toBe(
      'Template p, line 2: the view has no value for “gone”.',
    );
  });
});

describe('what no template may use', () => {
  test.each([
    ['{{{a}}}', 'three braces or & would print data as Markdown.'],
    ['{{&a}}', 'three braces or & would print data as Markdown.'],
    ['{{constructor}}', 'the name “constructor” is no data.'],
    ['{{a.__proto__.b}}', 'the name “__proto__” is no data.'],
    ['{{#each a}}{{this.constructor}}{{/each}}', 'the name “constructor” is no data.'],
    ['{{lookup a "b"}}', 'there is no helper “lookup”.'],
    ['{{log a}}', 'there is no helper “log”.'],
    ['{{#foo}}x{{/foo}}', 'there is no block helper “foo”.'],
    ['{{#if (eq a b)}}x{{/if}}', 'only (optional path) may stand in brackets.'],
    ['{{> (a)}}', 'the name of a partial is computed.'],
    ['{{#> p}}x{{/p}}', 'PartialBlockStatement is not allowed in templates.'],
    ['{{* d}}', 'Decorator is not allowed in templates.'],
    ['{{#if a}}{{else}}{{{a}}}{{/if}}', 'three braces or & would print data as Markdown.'],
    ['{{#callout colour="red" title="x"}}{{/callout}}', 'callout has no option “colour”.'],
    [
      '{{#callout tone="red" title="x"}}{{/callout}}',
      'the option “tone” must be one of plain, muted, small, good, warn, high, critical.',
    ],
    ['{{#table a}}text{{/table}}', 'only {{#column}} and {{row}} may stand directly in {{#table}}.'],
    ['{{#column "x"}}{{/column}}', 'column does not stand alone.'],
    ['text {{blank}}', 'a helper that makes a block stands in the middle of a text.'],
    ['# {{blank}}', 'a helper that makes a block stands in the middle of a text.'],
    ['# x {#id Z}', '“Z” is no attribute of a heading.'],
    ['a \uE000 b', 'the line holds a private character (U+E000 to U+E003).'],
  ])('%s', (source, message) => {
    expect(refusal(source, { a: ['x'] })).toBe(`Template t, line 1: ${message}`);
  });

  test('unclosed braces name their line', () => {
    expect(refusal('fine\n\n{{#if a}}')).toMatch(/^Template t, line 3: Parse error/);
  });

  test('partials that lead to themselves', () => {
    expect(refusal('{{> a}}', {}, { a: '{{> b}}', b: '{{> a}}' })).toBe(
      'Template b, line 1: the partial “a” leads to itself or deeper than 12.',
    );
  });

  test('names of the prototype in view data', () => {
    expect(refusal('x', JSON.parse('{"__proto__":{"a":"b"}}'))).toBe(
      'The view data hold the name “__proto__” at view.',
    );
  });
});

describe('helpers', () => {
  test('loops have numbers, names and the way up', () => {
    const source =
      '{{#each list as |item|}}{{@number}}/{{item.name}}/{{name}}/{{../title}}/{{@root.title}}{{#unless @last}}; {{/unless}}{{/each}}';
    expect(render(source, { title: 'T', list: [{ name: 'a' }, { name: 'b' }] })).toEqual([
      { kind: 'paragraph', content: text('1/a/a/T/T; 2/b/b/T/T'), source: at(1) },
    ]);
  });

  test('a partial gets its context and arguments', () => {
    expect(render('{{> p inner name="x"}}', { inner: { a: '1' } }, { p: '{{name}} {{a}}' })).toEqual([
      { kind: 'paragraph', content: text('x 1'), source: { template: 'p', line: 1 } },
    ]);
  });

  test('headings carry id, authorship and number', () => {
    expect(render('# One {#one-{{id}} G A}\n\n## Annex {-}', { id: 'x' })).toEqual([
      { kind: 'heading', level: 1, content: text('One'), id: 'one-x', authorship: ['G', 'A'], source: at(1) },
      { kind: 'heading', level: 2, content: text('Annex'), numbered: false, source: at(3) },
    ]);
  });

  test('a table of records has a row id, tones and blanks', () => {
    const source =
      '{{#table list caption="C" id="t"}}\n{{row id=ref tone=tone}}\n{{#column "Ref" points=30}}**{{ref}}**{{/column}}\n{{#column "Actual" width=2 tone=tone}}{{blank shape="pass-fail"}}{{/column}}\n{{/table}}\n';
    expect(render(source, { list: [{ ref: 'R1', tone: 'high' }] })).toEqual([
      {
        kind: 'table',
        caption: text('C'),
        id: 't',
        columns: [
          { header: text('Ref'), points: 30 },
          { header: text('Actual'), width: 2 },
        ],
        rows: [
          {
            id: 'R1',
            tone: 'high',
            cells: [
              { content: [{ kind: 'paragraph', content: [{ kind: 'strong', content: text('R1') }], source: at(3) }] },
              { content: [{ kind: 'blank', shape: 'pass-fail', source: at(4) }], tone: 'high' },
            ],
            source: at(2),
          },
        ],
        source: at(1),
      },
    ]);
  });

  test('blocks stand between paragraphs without empty lines', () => {
    const source =
      'Before\n{{#callout tone="warn" title=t}}\nInside **bold**\n{{/callout}}\nAfter\n\n{{contents}}\n{{page-break}}\n{{#landscape}}\n# Wide\n{{/landscape}}\n{{#keep}}\nTogether\n{{/keep}}\n';
    expect(render(source, { t: 'Title' })).toMatchObject([
      { kind: 'paragraph', content: text('Before') },
      {
        kind: 'callout',
        tone: 'warn',
        title: text('Title'),
        content: [{ kind: 'paragraph', source: at(3) }],
        source: at(2),
      },
      { kind: 'paragraph', content: text('After') },
      { kind: 'contents', title: 'Contents' },
      { kind: 'page-break' },
      { kind: 'landscape', content: [{ kind: 'heading', source: at(10) }] },
      { kind: 'keep-together', content: [{ kind: 'paragraph', content: text('Together') }] },
    ]);
  });

  test('facts and signatures', () => {
    const source =
      '{{#facts abreast=2}}\n{{#each list}}\n{{#fact label tone="warn"}}{{value}}{{/fact}}\n{{/each}}\n{{#fact "By hand"}}{{blank}}{{/fact}}\n{{/facts}}\n\n{{signatures who title="Approval"}}';
    expect(
      render(source, {
        list: [{ label: 'A', value: 'b' }],
        who: [{ role: 'Quality', meaning: 'agreed', designated: 'N. N.' }],
      }),
    ).toEqual([
      {
        kind: 'key-value',
        abreast: 2,
        entries: [
          { label: 'A', content: [{ kind: 'paragraph', content: text('b'), source: at(3) }], tone: 'warn' },
          { label: 'By hand', content: [{ kind: 'blank', shape: 'line', source: at(5) }] },
        ],
        source: at(1),
      },
      {
        kind: 'signatures',
        title: 'Approval',
        signatories: [{ role: 'Quality', meaning: 'agreed', designated: 'N. N.' }],
        source: at(8),
      },
    ]);
  });

  test('authored Markdown has no HTML, images, sections or inner links', () => {
    const blocks = render('{{markdown m}}', {
      m: '# Title\n\n<b>x</b> ![alt](http://e/x.png) {{y}} [out](https://e.org) \uE0000\uE001\n\n1. one\n2. two',
    });
    expect(blocks.map((block) => block.kind)).toEqual(['paragraph', 'paragraph', 'list']);
    expect(blocks.map((block) => (block.kind === 'paragraph' ? inlineText(block.content) : ''))).toEqual([
      'Title',
      '<b>x</b> ![alt](http://e/x.png) {{y}} out \uE0000\uE001',
      '',
    ]);
    expect(refusal('{{markdown m}}', { m: '[x](#decision)' })).toBe(
      'Template t, line 1: an authored text links to “#decision” inside the document.',
    );
  });
});

/** The paths of all keys, not of list items: an item that is not there is no missing value. */
function pathsOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(Array.isArray(value) ? [] : [[...path, key]]),
    ...pathsOf(inner, [...path, key]),
  ]);
}

function without(view: unknown, path: readonly string[]): unknown {
  const [key = '', ...rest] = path;
  if (Array.isArray(view))
    return view.map((item: unknown, index) => (String(index) === key ? without(item, rest) : item));
  const copy: Record<string, unknown> = { ...(view as Record<string, unknown>) };
  if (rest.length === 0) delete copy[key];
  else copy[key] = without(copy[key], rest);
  return copy;
}
