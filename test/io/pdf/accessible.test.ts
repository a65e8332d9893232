import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { writePdf } from '../../../src/io/pdf-writer.ts';
import { type Block, type DocumentMeta, plain } from '../../../src/render/blocks.ts';
import { renderTemplate } from '../../../src/render/template.ts';
import { ParsedPdf } from './parsed-pdf.ts';
import { lintPdf } from './pdf-lint.ts';
import { POPPLER, pdfInfo } from './poppler.ts';
import { SAMPLE_META, SAMPLE_PARTIALS, SAMPLE_VIEW } from './sample-view.ts';
import { TORTURE } from './torture.ts';

const META: DocumentMeta = { ...SAMPLE_META, status: 'FOR APPROVAL', statusReasons: [] };
const paragraph = (text: string): Block & { kind: 'paragraph' } => ({ kind: 'paragraph', content: plain(text) });
const write = (blocks: readonly Block[]): Promise<Uint8Array> =>
  writePdf({ meta: META, blocks }).then(({ bytes }) => bytes);
const torture = writePdf(TORTURE).then(({ bytes }) => bytes);

/** The structure as poppler reads it, without what the head of every document says. */
function structure(pdf: Uint8Array): string[] {
  const lines = pdfInfo(pdf, '-struct-text').split('\n');
  return lines.slice(lines.findIndex((line) => line.startsWith('  Sect'))).filter((line) => line.trim() !== '');
}

describe('the structural lint', () => {
  test('finds nothing in a document of everything that is hard to tag', async () => {
    expect(await lintPdf(await torture)).toEqual([]);
  });

  test('finds what is broken', async () => {
    const bytes = Buffer.from(await write([paragraph('x')]));
    const broken = Buffer.from(bytes.toString('latin1').replace('<pdfuaid:part>1<', '<pdfuaid:part>2<'), 'latin1');
    expect(await lintPdf(broken)).toEqual(['UA 5 not declared']);
  });
});

describe.skipIf(!POPPLER)('what a screen reader walks through', () => {
  test('in the sample is this', async () => {
    const blocks = renderTemplate({
      name: 'assessment',
      text: readFileSync(new URL('./fixtures/assessment.md.hbs', import.meta.url), 'utf8'),
      partials: SAMPLE_PARTIALS,
      view: SAMPLE_VIEW,
    });
    const { bytes } = await writePdf({ meta: SAMPLE_META, blocks });
    await expect(pdfInfo(bytes, '-struct')).toMatchFileSnapshot('./fixtures/assessment.structure.txt');
  });

  test('sections, headings without gaps, lists, quoted code', async () => {
    const pdf = await write([
      { kind: 'heading', level: 1, content: plain('One'), authorship: ['G'] },
      { kind: 'heading', level: 3, content: plain('Deep') },
      { kind: 'list', ordered: true, items: [[paragraph('first')], [paragraph('second')]] },
      { kind: 'heading', level: 1, content: plain('Two') },
      { kind: 'code-block', text: 'a: 1' },
    ]);
    expect(structure(pdf)).toEqual([
      '  Sect',
      '    H1 (block)',
      '      "1 One"',
      '      Span (inline)',
      '        "G"',
      '    Sect',
      '      H2 (block)',
      '        "1.0.1 Deep"',
      '      L (block):',
      '         /ListNumbering /Decimal',
      '        LI (block)',
      '          Lbl (block)',
      '            "1."',
      '          LBody (block)',
      '            "first"',
      '        LI (block)',
      '          Lbl (block)',
      '            "2."',
      '          LBody (block)',
      '            "second"',
      '  Sect',
      '    H1 (block)',
      '      "2 Two"',
      '    P (block)',
      '      Code (inline)',
      '        "a: 1"',
      '  P (block)',
      '    "— End of document —"',
    ]);
  });

  test('a row that runs over pages is one row, and its header is read once', async () => {
    const text = Array.from({ length: 1500 }, (_, index) => `w${index}`).join(' ');
    const pdf = await write([
      { kind: 'heading', level: 1, content: plain('Table') },
      {
        kind: 'table',
        caption: plain('Long'),
        columns: [{ header: plain('Id'), points: 60 }, { header: plain('Text') }],
        rows: [{ cells: [{ content: [paragraph('R1')] }, { content: [paragraph(text)] }] }],
      },
    ]);
    expect(Number(/Pages:\s+(\d+)/.exec(pdfInfo(pdf))?.[1])).toBeGreaterThan(1);
    const lines = structure(pdf);
    expect(lines.filter((line) => /^ *(T[RHD]|THead|TBody|Caption)\b/.test(line)).map((line) => line.trim())).toEqual([
      'Caption',
      'THead',
      'TR',
      'TH:',
      'TH:',
      'TBody',
      'TR',
      'TH:',
      'TD',
    ]);
    const read = lines.filter((line) => line.includes('"')).join(' ');
    expect(read.match(/w\d+/g)).toEqual(text.split(' '));
    expect(read).not.toContain('continued');
  });

  test('words at the end of a line are not joined to the next', async () => {
    const text = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ');
    expect(
      structure(await write([{ kind: 'heading', level: 1, content: plain('H') }, paragraph(text)]))[4]?.trim(),
    ).toBe(`"${text}"`);
  });
});

describe('what is heard', () => {
  const spoken = async (blocks: readonly Block[], type: string): Promise<string[]> => {
    const pdf = await ParsedPdf.read(await write(blocks));
    const found: string[] = [];
    const walk = (element: ReturnType<ParsedPdf['at']>): void => {
      if (pdf.plain(pdf.at(element, 'S')) === type) found.push(String(pdf.plain(pdf.at(element, 'Alt'))));
      for (const kid of pdf.items(pdf.at(element, 'K'))) walk(kid);
    };
    walk(pdf.at(pdf.catalog, 'StructTreeRoot'));
    return found;
  };

  test('where a pen fills something in', async () => {
    expect(
      await spoken(
        [
          { kind: 'blank', shape: 'line', label: 'Name', lines: 3 },
          { kind: 'blank', shape: 'pass-fail' },
          { kind: 'signatures', signatories: [{ role: 'Quality', meaning: 'I accept' }] },
          {
            kind: 'table',
            columns: [{ header: plain('Step') }, { header: plain('Actual') }],
            rows: [{ cells: [{ content: [paragraph('1')] }, { content: [{ kind: 'blank', shape: 'line' }] }] }],
          },
        ],
        'Form',
      ),
    ).toEqual([
      'Name: blank, to be filled by hand',
      'Pass: check box, blank',
      'Fail: check box, blank',
      'Printed name: blank, to be filled by hand',
      'Signature: blank, to be filled by hand',
      'Date and time: blank, to be filled by hand',
      'Actual: blank, to be filled by hand',
    ]);
  });

  test('who wrote a section', async () => {
    const title: Block = { kind: 'heading', level: 1, content: plain('x'), authorship: ['G', 'H'] };
    expect(await spoken([title], 'Span')).toEqual(['generated from the specification', 'written by hand']);
  });

  test('what a figure shows', async () => {
    const figure: Block = {
      kind: 'figure',
      alt: 'State machine of two states; from Open.',
      width: 100,
      height: 50,
      shapes: [
        {
          kind: 'path',
          moves: [
            ['M', 0, 0],
            ['L', 100, 50],
          ],
          stroke: { colour: '#000000', width: 1 },
        },
      ],
    };
    expect(await spoken([figure], 'Figure')).toEqual(['State machine of two states; from Open.']);
  });

  test('where a link leads', async () => {
    const pdf = await ParsedPdf.read(
      await write([
        { kind: 'heading', level: 1, id: 'a', content: plain('A') },
        { kind: 'paragraph', content: [{ kind: 'link', target: 'a', content: plain('see (A) – the first') }] },
      ]),
    );
    const [annotation] = pdf.items(pdf.at(pdf.pages[0], 'Annots'));
    expect(pdf.plain(pdf.at(annotation, 'Contents'))).toBe('see (A) – the first');
  });
});

describe('files that travel in the document', () => {
  test('are its data and its sources, byte for byte', async () => {
    expect((await ParsedPdf.read(await torture)).files).toEqual([
      { name: 'specs-a (1).yaml', relationship: 'Source', mediaType: 'application/yaml', text: '' },
      { name: 'torture.json', relationship: 'Data', mediaType: 'application/json', text: '{"torture":true}\n' },
    ]);
  });
});

test('metadata is well-formed whatever the title says', async () => {
  const pdf = await ParsedPdf.read(await torture);
  const xmp = pdf.data(pdf.at(pdf.catalog, 'Metadata')).toString('utf8');
  expect(xmp).toContain('NMR-MES-IA-001 Torture &amp; &lt;test&gt; of “everything”</rdf:li>');
  expect(xmp).toContain('<rdf:li>Größe &amp; Söhne</rdf:li>');
  expect(pdf.document.getTitle()).toBe('NMR-MES-IA-001 Torture & <test> of “everything”');
});
