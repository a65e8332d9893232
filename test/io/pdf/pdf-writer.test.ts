import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/core/diagnostics/failure.ts';
import { writePdf } from '../../../src/io/pdf-writer.ts';
import { type Block, type DocumentMeta, type Table, plain } from '../../../src/render/blocks.ts';
import { renderTemplate } from '../../../src/render/template.ts';
import { ParsedPdf } from './parsed-pdf.ts';
import { POPPLER, fonts, pageTexts, pdfInfo, wordBoxes, words } from './poppler.ts';
import { SAMPLE_META, SAMPLE_PARTIALS, SAMPLE_VIEW } from './sample-view.ts';

const META: DocumentMeta = { ...SAMPLE_META, status: 'FOR APPROVAL', statusReasons: [] };
const write = (blocks: readonly Block[], meta: DocumentMeta = META): Promise<Uint8Array> =>
  writePdf({ meta, blocks }).then(({ bytes }) => bytes);
const paragraph = (text: string): Block => ({ kind: 'paragraph', content: plain(text) });
const heading = (text: string, level: 1 | 2 | 3 = 1): Block => ({ kind: 'heading', level, content: plain(text) });
const table = (headers: readonly string[], rows: readonly (readonly string[])[], rest: Partial<Table> = {}): Table => ({
  kind: 'table',
  columns: headers.map((header) => ({ header: plain(header) })),
  rows: rows.map((cells) => ({
    cells: cells.map((cell) => ({ content: [{ kind: 'paragraph', content: plain(cell) }] })),
  })),
  ...rest,
});
const latin1 = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');

async function refusal(blocks: readonly Block[]): Promise<string> {
  const failure: unknown = await write(blocks).catch((error: unknown) => error);
  if (failure instanceof Failure) return failure.message;
  throw new Error('the document was written');
}

const sample = writePdf({
  meta: SAMPLE_META,
  blocks: renderTemplate({
    name: 'assessment',
    text: readFileSync(new URL('./fixtures/assessment.md.hbs', import.meta.url), 'utf8'),
    partials: SAMPLE_PARTIALS,
    view: SAMPLE_VIEW,
  }),
}).then(({ bytes }) => bytes);

describe('bytes', () => {
  test('depend on the document alone', async () => {
    const blocks = [heading('One'), paragraph('≥ Ωμέγα мир'), table(['A'], [['x']])];
    const [one, two] = [await write(blocks), await write(blocks)];
    expect(Buffer.compare(one, two)).toBe(0);
  });

  test('carry the instant of the document, and an id that is a hash of them', async () => {
    const bytes = await write([paragraph('x')]);
    const pdf = latin1(bytes);
    const information = (await ParsedPdf.read(bytes)).document;
    const instant = new Date(META.generated);
    expect([information.getCreationDate(), information.getModificationDate()]).toEqual([instant, instant]);
    expect(pdf).toContain('%PDF-1.7');
    const id = /\/ID\[<([0-9a-f]{32})><([0-9a-f]{32})>\]/.exec(pdf);
    const body = pdf.slice(0, Number(/startxref\n(\d+)\n%%EOF\n$/.exec(pdf)?.[1]));
    expect(id?.slice(1)).toEqual(Array(2).fill(createHash('sha256').update(body, 'latin1').digest('hex').slice(0, 32)));
  });

  test('differ in the id where only the text differs', async () => {
    const ids = await Promise.all(
      ['x', 'y'].map(async (text) => /\/ID\[<([0-9a-f]+)>/.exec(latin1(await write([paragraph(text)])))?.[1]),
    );
    expect(ids[0]).not.toBe(ids[1]);
  });

  test('every stream is compressed by ours but the metadata, which programs read that know nothing of PDF', async () => {
    const pdf = latin1(await sample);
    const streams = pdf.match(/\nstream\n/g)?.length ?? 0;
    expect(pdf.match(/\/Filter ?\/FlateDecode/g)?.length).toBe(streams - 1);
    expect(pdf).toContain('<pdfaid:part>3</pdfaid:part>');
  });
});

describe('what cannot be printed is said', () => {
  test('a character without glyph', async () => {
    expect(
      await refusal([{ kind: 'paragraph', content: plain('lot 批 4'), source: { template: 'ia', line: 7 } }]),
    ).toBe('The character U+6279 in “批” (template ia, line 7) has no glyph in the embedded fonts.');
  });

  test('a character without glyph in a cell that no template wrote', async () => {
    expect(
      await refusal([
        table(
          ['Id', 'Text'],
          [
            ['a', 'fine'],
            ['b', 'lot 批'],
          ],
        ),
      ]),
    ).toBe('The character U+6279 in “批” has no glyph in the embedded fonts. It stands in row 2, column “Text”.');
  });

  test('a character that hides or turns text', async () => {
    expect(await refusal([{ kind: 'code-block', text: 'a\u202Eb', source: { template: 'ia', line: 3 } }])).toBe(
      'The character U+202E in “a\\u{202e}b” (template ia, line 3) is of a script or control that runs in another direction.',
    );
  });

  test('a link to nowhere, unless it is weak', async () => {
    const link = { kind: 'link', target: 'gone', content: plain('there') } as const;
    expect(await refusal([{ kind: 'paragraph', content: [link] }])).toBe(
      'A link leads to “gone”, which the document does not have.',
    );
    expect((await write([{ kind: 'paragraph', content: [{ ...link, weak: true }] }])).length).toBeGreaterThan(1000);
  });

  test('an id that two places have', async () => {
    expect(
      await refusal([
        { kind: 'paragraph', id: 'a', content: plain('x') },
        { kind: 'heading', level: 1, id: 'a', content: plain('y') },
      ]),
    ).toBe('Two places of the document have the id “a”.');
  });

  test('an empty cell and a short row', async () => {
    expect(await refusal([table(['A', 'B'], [['x', '']])])).toBe('Row 1 has nothing in column “B”.');
    expect(await refusal([table(['A', 'B'], [['x']])])).toBe('Row 1 of a table has 1 cells for 2 columns.');
  });

  test('an instant that is none', async () => {
    const failure: unknown = await write([], { ...META, generated: '2026-03-04' }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Failure);
  });
});

describe.skipIf(!POPPLER)('what a reader gets', () => {
  test('all words of the sample in order, as they were written', async () => {
    const text = words(await sample);
    const inOrder = [
      'Draft: not for approval',
      'The working tree is modified.',
      'Overall class: CRITICAL.',
      'Contents',
      '1 Change identification',
      '<script> & {{braces}} _stay_ as written',
      'Zoë Łukasiewicz (Производство / Παραγωγή)',
      'No transcription <b>errors</b>',
      '≥ 2.0 °C ± 0.5 K; resistance 5 kΩ, flow 12 µl/s.',
      'Change inventory',
      'blocked | until *disposition* is signed.',
      '4.1 Consequence matrix',
      '5.2 OQ-INV.T06-SIG-2M9XA',
      'designated: M. Fraser',
      '— End of document —',
    ];
    let from = 0;
    for (const phrase of inOrder) {
      const found = text.indexOf(phrase, from);
      expect(found, phrase).toBeGreaterThanOrEqual(from);
      from = found;
    }
  });

  test('no two characters become one on the way to the reader', async () => {
    const confusable = 'µ(U+B5) μ(U+3BC) Ω(U+3A9) Ω(U+2126) a\u00A0b K(U+212A) Å(U+C5) Å(U+212B) –-−‐‑';
    expect(words(await write([{ kind: 'code-block', text: confusable }, paragraph(confusable)]))).toContain(
      confusable.replace('\u00A0', ' '),
    );
    expect(pageTexts(await write([paragraph('a\u00A0b')])).join('')).toMatch(/a[\u00A0 ]b/);
  });

  test('header and footer on every page', async () => {
    const pages = pageTexts(await sample);
    pages.forEach((page, index) => {
      for (const fact of [
        'Northmoor Biologics Ltd',
        'Site Leith, building 4',
        SAMPLE_META.title,
        'NMR-MES-IA-001 · rev 2',
        `Page ${index + 1} of ${pages.length}`,
        'DRAFT',
        'northmoor-mes 2.0.1 · commit abc123def456 · tree modified · content 1a2b3c4d5e6f',
        'countersign 0.1.0 · 2026-03-04 10:22:05 UTC',
        'Printed copy uncontrolled unless stamped.',
        'Confidential – internal use',
      ]) {
        expect(page).toContain(fact);
      }
    });
    expect(pages.at(-1)).toContain('— End of document —');
    expect(pages.slice(0, -1).join('')).not.toContain('End of document');
  });

  test('the page numbers of the contents are right', async () => {
    const pages = pageTexts(await sample, 'layout');
    const contents = [...(pages[0] ?? '').matchAll(/^\s*(\d(?:\.\d)?)\s{1,8}(\S.*?)\s{2,}(\d+)$/gm)].map((line) => [
      line[1],
      line[2]?.trim(),
      Number(line[3]),
    ]);
    expect(contents.length).toBe(12);
    for (const [number, title, page] of contents) {
      const found = pages.findIndex((text) =>
        // A line of the contents ends with a page number, the heading itself does not.
        text
          .split('\n')
          .map((line) => line.replace(/\s+/g, ' ').trim())
          .some((line) => line.startsWith(`${number} ${title}`) && !/ \d+$/.test(line)),
      );
      expect([number, title, found + 1]).toEqual([number, title, page]);
    }
  });

  test('contents longer than a page do not move their numbers', async () => {
    const titles = Array.from({ length: 90 }, (_, index) => `Chapter ${index + 1}`);
    const pdf = await write([
      { kind: 'contents', title: 'Contents' },
      ...titles.flatMap((title) => [heading(title), paragraph('text '.repeat(300))]),
    ]);
    const pages = pageTexts(pdf, 'layout');
    const numbers = new Map(
      [
        ...pages
          .slice(0, 4)
          .join('\n')
          .matchAll(/(Chapter \d+)\s{2,}(\d+)$/gm),
      ].map((line) => [line[1], Number(line[2])]),
    );
    const found = new Map(
      titles.map((title) => [
        title,
        pages.findIndex((page, index) => index > 0 && page.split('\n').some((line) => line.endsWith(` ${title}`))) + 1,
      ]),
    );
    expect(numbers).toEqual(found);
  });

  test('only embedded subsets with a way back to Unicode', async () => {
    expect(fonts(await sample).toSorted()).toEqual(
      ['', '-Bold', '-BoldOblique', '-Oblique']
        .map((face) => `DejaVuSansCondensed${face} yes yes yes`)
        .toSorted()
        .concat('DejaVuSansMono yes yes yes'),
    );
  });
});

describe('jumps', () => {
  test('every link has its destination', async () => {
    const { targets, destinations: names } = (await ParsedPdf.read(await sample)).jumps;
    expect(new Set(targets)).toContain('d.inventory');
    expect(targets.filter((target) => !names.includes(target))).toEqual([]);
    expect(names).toEqual(names.toSorted((a, b) => (a < b ? -1 : 1)));
    expect(names).toContain('d.C-001');
  });

  test.skipIf(!POPPLER)('a destination lies on the page of what it names', async () => {
    const dests = pdfInfo(await sample, '-dests');
    const pages = pageTexts(await sample);
    for (const [, page, name] of dests.matchAll(/^\s*(\d+) \[.*\] "d\.(C-\d+)"$/gm))
      expect(pages[Number(page) - 1]).toContain(name);
    expect(dests).toContain('"d.decision"');
  });

  test('bookmarks have the numbers and titles of the headings', async () => {
    const pdf = await write([heading('One'), heading('Two', 2), heading('Three', 3), heading('Four')]);
    expect((await ParsedPdf.read(pdf)).bookmarks).toEqual(['1 One', '1.1 Two', '1.1.1 Three', '2 Four']);
  });
});

describe.skipIf(!POPPLER)('tables', () => {
  test('a row taller than pages prints every word', async () => {
    const all = Array.from({ length: 4000 }, (_, index) => `w${index}`);
    const rows = table(
      ['Id', 'Text'],
      [
        ['R1', 'short'],
        ['R2', all.join(' ')],
        ['R3', 'last'],
      ],
    );
    const pdf = await write([{ ...rows, columns: [{ header: plain('Id'), points: 60 }, { header: plain('Text') }] }]);
    const printed = pageTexts(pdf).join(' ').split(/\s+/);
    expect(printed.filter((word) => /^w\d+$/.test(word))).toEqual(all);
    expect(
      pageTexts(pdf)
        .slice(1, -1)
        .every((page) => page.includes('Table, continued') && page.includes('(continued)')),
    ).toBe(true);
  });

  test('the header and the word continued stand on every page', async () => {
    const rows = Array.from({ length: 200 }, (_, index) => [`R${index}`, 'text']);
    const pages = pageTexts(await write([table(['Column A', 'Column B'], rows, { caption: plain('The matrix') })]));
    expect(pages.length).toBeGreaterThan(4);
    expect(pages.every((page) => page.includes('Column A Column B'))).toBe(true);
    expect(pages.map((page) => page.includes('The matrix, continued'))).toEqual(pages.map((_, index) => index > 0));
  });

  test('short rows stay whole', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => [
      `R${index}`,
      `${index}first ${'word '.repeat(100)} ${index}last`,
    ]);
    const pages = pageTexts(await write([table(['Id', 'Text'], rows)]));
    const split = rows.filter(
      (_, index) =>
        pages.findIndex((page) => page.includes(`${index}first`)) !==
        pages.findIndex((page) => page.includes(`${index}last`)),
    );
    expect(split).toEqual([]);
  });

  test('long ids stay in their column and break at signs', async () => {
    const id = 'MES-LOT.state/RejectedByQualityUnit#inspectionLotNumber(UD_CODE)';
    const pdf = await write([
      {
        ...table(['Id', 'Endless', 'Text'], [[id, 'x'.repeat(200), 'right']]),
        columns: [
          { header: plain('Id'), points: 80 },
          { header: plain('Endless'), points: 80, font: 'code' },
          { header: plain('Text') },
        ],
      },
    ]);
    const body = wordBoxes(pdf).filter((box) => box.top > 180 && box.bottom < 780);
    const parts = body.filter((box) => box.left < 60).map((box) => box.text);
    expect(parts.filter((part) => id.includes(part))).toEqual([
      'MES-LOT.state/',
      'RejectedByQuality',
      'Unit#inspectionLot',
      'Number(UD_CODE)',
    ]);
    for (const box of body.filter((each) => each.left < 124)) expect(box.right).toBeLessThanOrEqual(124);
    for (const box of body.filter((each) => each.left >= 124 && each.left < 204))
      expect(box.right).toBeLessThanOrEqual(204);
  });

  test('nothing stands outside the margins, on upright and on wide pages', async () => {
    const sizes = [...pdfInfo(await sample, '-l', '99').matchAll(/Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)/g)].map(
      (match) => [Number(match[1]), Number(match[2])],
    );
    expect(sizes.map(([width = 0, height = 0]) => (width > height ? 'wide' : 'upright'))).toContain('wide');
    for (const box of wordBoxes(await sample)) {
      const [width = 0, height = 0] = sizes[box.page - 1] ?? [];
      expect(box.left).toBeGreaterThanOrEqual(43.5);
      expect(box.right).toBeLessThanOrEqual(width - 33.5);
      expect(box.bottom).toBeLessThanOrEqual(height - 15);
    }
  });

  test('5,000 rows are written at a hundred pages a second or so', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => [
      `C${index}`,
      `INV.T06.usableWithoutSignature_${index}`,
      'hold until the disposition is signed by the reviewer of the lot',
      'released',
      'breaking',
      'signature-removed',
    ]);
    await write([paragraph('warm up')]);
    const start = process.cpuUsage();
    const pdf = await write([table(['Ref', 'Element', 'Before', 'After', 'Class', 'Why'], rows)]);
    const { user, system } = process.cpuUsage(start);
    const seconds = (user + system) / 1e6;
    const pages = Number(/Pages:\s+(\d+)/.exec(pdfInfo(pdf))?.[1]);
    expect(pages).toBeGreaterThan(100);
    // CPU seconds, and four times slower than measured: a busy machine passes, a quadratic layout does not.
    expect(pages / seconds).toBeGreaterThan(25);
  });
});

describe.skipIf(!POPPLER)('pages', () => {
  test('a heading goes with what follows it', async () => {
    for (let lines = 30; lines < 60; lines += 1) {
      const filler = Array.from({ length: lines }, () => paragraph('x'));
      const pages = pageTexts(
        await write([...filler, heading('Title'), table(['A'], [['first'], ['second'], ['third']])]),
      );
      expect(pages.findIndex((page) => page.includes('1 Title'))).toBe(
        pages.findIndex((page) => page.includes('first')),
      );
    }
  });

  test('the approval table is whole, with its title and heading', async () => {
    for (let lines = 20; lines < 50; lines += 3) {
      const pages = pageTexts(
        await write([
          ...Array.from({ length: lines }, () => paragraph('x')),
          heading('Approvals'),
          {
            kind: 'signatures',
            title: 'Before execution',
            signatories: ['Author', 'Reviewer', 'Quality'].map((role) => ({ role, meaning: `as ${role}` })),
          },
        ]),
      );
      const places = ['1 Approvals', 'Before execution', 'Printed name', 'as Author', 'as Reviewer', 'as Quality'].map(
        (text) => pages.findIndex((page) => page.includes(text)),
      );
      expect(new Set(places).size).toBe(1);
    }
  });

  test('a landscape section has pages of its own and leaves none empty', async () => {
    const wide = (content: readonly Block[]): Block => ({ kind: 'landscape', content });
    const sizes = async (blocks: readonly Block[]): Promise<string> =>
      [...pdfInfo(await write(blocks), '-l', '99').matchAll(/size:\s+([\d.]+) x ([\d.]+)/g)]
        .map((match) => (Number(match[1]) > Number(match[2]) ? 'L' : 'P'))
        .join('');
    expect(await sizes([paragraph('a'), wide([paragraph('b')]), paragraph('c')])).toBe('PLP');
    expect(await sizes([paragraph('a'), wide([paragraph('b')])])).toBe('PL');
    expect(await sizes([paragraph('a'), wide([paragraph('b')]), wide([paragraph('c')])])).toBe('PLL');
    expect(await sizes([paragraph('a'), { kind: 'page-break' }, { kind: 'page-break' }, paragraph('b')])).toBe('PP');
  });

  test('a draft has its mark behind the text of every page, and not among the words', async () => {
    const marks = async (bytes: Uint8Array): Promise<number[]> => {
      const pdf = await ParsedPdf.read(bytes);
      return pdf.pages.map((page) => pdf.content(page).match(/\/DraftMark Do/g)?.length ?? 0);
    };
    expect(await marks(await sample)).toEqual(pageTexts(await sample).map(() => 1));
    expect(await marks(await write([paragraph('x')]))).toEqual([0]);
    // The word stands in header, status field and title of the reasons, nowhere else.
    expect(pageTexts(await sample).map((page) => page.match(/DRAFT/g)?.length)).toEqual(
      pageTexts(await sample).map((_, index) => (index === 0 ? 2 : 1)),
    );
  });
});

describe.skipIf(!POPPLER)('any document', () => {
  test('prints every word once and in order, whatever blocks follow each other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(shape, { minLength: 5, maxLength: 40 }), async (shapes) => {
        let count = 0;
        const say = (words: number): string => Array.from({ length: words }, () => `w${(count += 1)}x`).join(' ');
        const pdf = await write(shapes.map((each) => blockOf(each, say)));
        const printed = pageTexts(pdf).join(' ').match(/w\d+x/g);
        // A header that repeats says its words again: the first print of each counts.
        expect([...new Set(printed)]).toEqual(Array.from({ length: count }, (_, index) => `w${index + 1}x`));
      }),
      { numRuns: 25 },
    );
  });
});

interface Shape {
  readonly kind: string;
  readonly words: number;
  readonly rows: number;
}

const shape: fc.Arbitrary<Shape> = fc.record({
  kind: fc.constantFrom(
    'heading',
    'paragraph',
    'list',
    'table',
    'key-value',
    'callout',
    'code',
    'signatures',
    'keep',
    'landscape',
    'blank',
    'break',
  ),
  words: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 60 }) },
    { weight: 1, arbitrary: fc.integer({ min: 300, max: 1500 }) },
  ),
  rows: fc.integer({ min: 1, max: 12 }),
});

function blockOf({ kind, words: length, rows }: Shape, say: (words: number) => string): Block {
  const paragraphs = (): Block[] => Array.from({ length: rows }, () => paragraph(say(Math.ceil(length / rows))));
  switch (kind) {
    case 'heading':
      return heading(say(Math.min(length, 12)), 2);
    case 'list':
      return { kind: 'list', ordered: true, items: paragraphs().map((item) => [item]) };
    case 'table':
      // One column: words of cells beside each other have no order of lines.
      return table(
        [say(1)],
        Array.from({ length: rows }, () => [say(length)]),
      );
    case 'key-value':
      return {
        kind: 'key-value',
        entries: [{ label: 'Label', content: [{ kind: 'paragraph', content: plain(say(length)) }] }],
      };
    case 'callout':
      return {
        kind: 'callout',
        tone: 'warn',
        title: plain(say(3)),
        content: [...paragraphs(), table([say(1)], [[say(length)]])],
      };
    case 'code':
      return { kind: 'code-block', text: Array.from({ length: rows * 8 }, () => say(2)).join('\n') };
    case 'signatures':
      return { kind: 'signatures', title: say(2), signatories: [{ role: 'Role', meaning: say(5) }] };
    case 'keep':
      return { kind: 'keep-together', content: paragraphs() };
    case 'landscape':
      return { kind: 'landscape', content: paragraphs() };
    case 'blank':
      return { kind: 'blank', shape: 'box', lines: rows * 6, label: say(2) };
    case 'break':
      return { kind: 'page-break' };
    default:
      return paragraph(say(length));
  }
}
