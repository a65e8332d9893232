import { type Block, type RenderedDocument, plain } from '../../../src/render/blocks.ts';
import { SAMPLE_META } from './sample-view.ts';

const paragraph = (text: string): Block & { kind: 'paragraph' } => ({ kind: 'paragraph', content: plain(text) });
const cell = (text: string) => ({ content: [paragraph(text)] });
const words = (count: number, of: string): string => Array.from({ length: count }, (_, at) => `${of}${at}`).join(' ');

/** Everything that is hard to tag: what runs over pages, what is empty, what a pen fills, what is very long. */
export const TORTURE: RenderedDocument = {
  meta: { ...SAMPLE_META, title: 'Torture & <test> of “everything”', organisation: 'Größe & Söhne' },
  attachments: [
    {
      name: 'torture.json',
      description: 'The same facts for programs',
      mediaType: 'application/json',
      relationship: 'data',
      bytes: Buffer.from('{"torture":true}\n'),
    },
    {
      name: 'specs-a (1).yaml',
      description: 'Specification a',
      mediaType: 'application/yaml',
      relationship: 'source',
      bytes: new Uint8Array(0),
    },
  ],
  blocks: [
    { kind: 'contents', title: 'Contents', depth: 4 },
    { kind: 'heading', level: 2, content: plain('Begins with a second level'), authorship: ['G', 'A', 'H'] },
    { kind: 'heading', level: 4, content: plain('And leaves one out') },
    paragraph(words(900, 'long')),
    { kind: 'heading', level: 1, content: plain('Headings'), authorship: ['G'] },
    { kind: 'heading', level: 2, content: plain('one') },
    { kind: 'heading', level: 3, content: plain('below') },
    { kind: 'heading', level: 4, content: plain('the other') },
    { kind: 'heading', level: 1, numbered: false, content: plain('Appendix without number') },
    {
      kind: 'list',
      ordered: true,
      items: [
        [paragraph('An item'), { kind: 'list', ordered: false, items: [[paragraph(words(700, 'deep'))], []] }],
        [
          { kind: 'code-block', text: `${'x'.repeat(300)}\n\n  indented ≤ 5` },
          { kind: 'blank', shape: 'line' },
        ],
        [],
      ],
    },
    {
      kind: 'callout',
      tone: 'critical',
      id: 'box',
      title: plain('A box over pages'),
      content: [
        paragraph(words(600, 'box')),
        { kind: 'table', columns: [{ header: plain('In a box') }], rows: [{ cells: [cell('x')] }] },
        { kind: 'rule' },
      ],
    },
    { kind: 'heading', level: 1, content: plain('Tables') },
    {
      kind: 'table',
      caption: plain('A cell of three thousand words'),
      columns: ['Id', 'Text', 'Pen'].map((header, at) => ({
        header: plain(header),
        ...(at === 1 ? { width: 4 } : {}),
      })),
      rows: [
        {
          id: 'tall',
          tone: 'high',
          cells: [cell('R-1'), cell(words(3000, 'w')), { content: [{ kind: 'blank', shape: 'line' }] }],
        },
        {
          cells: [
            cell('I'.repeat(200)),
            cell('MES/state#'.repeat(20)),
            { content: [{ kind: 'blank', shape: 'line', lines: 4 }], tone: 'warn' },
          ],
        },
      ],
    },
    {
      kind: 'table',
      caption: plain('Empty'),
      columns: ['A', 'B', 'C'].map((header) => ({ header: plain(header) })),
      rows: [],
    },
    {
      kind: 'landscape',
      content: [
        {
          kind: 'table',
          caption: plain('Twelve columns'),
          columns: Array.from({ length: 12 }, (_, at) => ({
            header: plain(`Column ${at + 1}`),
            align: (['left', 'right', 'center'] as const)[at % 3] ?? 'left',
          })),
          rows: Array.from({ length: 60 }, (_, row) => ({
            id: `wide-${row}`,
            cells: Array.from({ length: 12 }, (_each, column) => cell(`${row}.${column} ${'word '.repeat(column)}`)),
          })),
        },
      ],
    },
    {
      kind: 'key-value',
      abreast: 2,
      entries: ['one', 'two', 'three'].map((label) => ({ label, content: [paragraph(`value of ${label}`)] })),
    },
    {
      kind: 'figure',
      alt: 'A box that says “Held”.',
      caption: plain('A figure'),
      width: 200,
      height: 60,
      shapes: [
        { kind: 'rectangle', x: 1, y: 1, width: 198, height: 58, radius: 4, fill: '#eeeeee' },
        {
          kind: 'path',
          moves: [
            ['M', 10, 10],
            ['L', 190, 50],
          ],
          stroke: { colour: '#112233', width: 1, dash: [3, 2] },
        },
        { kind: 'text', x: 100, y: 40, text: 'Held', size: 8, anchor: 'middle', face: 'strong', colour: '#000000' },
      ],
    },
    { kind: 'heading', level: 1, content: plain('By hand') },
    { kind: 'blank', shape: 'line', label: 'Name', lines: 2 },
    { kind: 'blank', shape: 'box', label: 'Observations', lines: 40 },
    { kind: 'blank', shape: 'box' },
    { kind: 'blank', shape: 'pass-fail', label: 'Verdict' },
    {
      kind: 'table',
      columns: ['Step', 'Result', 'Deviation'].map((header) => ({ header: plain(header), points: 60 })),
      rows: [
        {
          cells: [
            cell('1'),
            { content: [{ kind: 'blank', shape: 'pass-fail' }] },
            { content: [{ kind: 'blank', shape: 'yes-no' }] },
          ],
        },
      ],
    },
    {
      kind: 'signatures',
      title: 'Approval',
      signatories: [
        { role: 'Author', meaning: 'I wrote this', designated: 'Ł. Żak' },
        { role: 'Quality', meaning: 'I accept this' },
      ],
    },
    { kind: 'heading', level: 1, content: plain('Five thousand links') },
    {
      kind: 'paragraph',
      content: Array.from({ length: 5000 }, (_, at) => [
        {
          kind: 'link' as const,
          target: ['tall', 'box', `wide-${at % 60}`][at % 3] ?? 'box',
          content: plain(`(link ${at}\\)`),
        },
        { kind: 'text' as const, text: at % 2 === 0 ? ' and ' : ' ' },
      ]).flat(),
    },
  ],
};
