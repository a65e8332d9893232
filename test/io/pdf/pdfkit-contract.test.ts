import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { expect, test } from 'vitest';

/** What `pdfkit-document.ts` uses of pdfkit's inside; a new version that changes it must fail here, not in a document. */
const require = createRequire(import.meta.url);

interface Inside {
  [name: string]: unknown;
  ref(data?: unknown): Record<string, unknown>;
  font(source: string): void;
  addPage(options: unknown): void;
  end(): void;
  resume(): void;
}

const open = (): Inside =>
  new (PDFDocument as unknown as new (options: unknown) => Inside)({
    font: null,
    autoFirstPage: false,
    compress: false,
    pdfVersion: '1.7',
  });

test('the version is the one that was read', () => {
  const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  expect(manifest.dependencies['pdfkit']).toBe('0.20.2');
});

test('bytes leave through _write, and the file ends in _finalize', () => {
  const doc = open();
  const written: string[] = [];
  doc['_write'] = (data: string | Uint8Array): void => {
    written.push(typeof data === 'string' ? data : Buffer.from(data).toString('latin1'));
  };
  let id: unknown;
  const finalize = doc['_finalize'] as () => void;
  doc['_finalize'] = function (this: Inside): void {
    id = this['_id'];
    finalize.call(this);
  };
  doc.addPage({ size: [100, 200], margin: 0 });
  doc.end();
  doc.resume();
  expect(id).toBeInstanceOf(Uint8Array);
  expect(written.at(-1)).toBe('%%EOF');
  expect(written.join('\n')).toContain('/MediaBox [0 0 100 200]');
});

test('a reference buffers chunks, and finalize writes them', () => {
  const reference = open().ref({ A: 1 });
  expect(Object.keys(reference)).toEqual(expect.arrayContaining(['id', 'data', 'buffer', 'compress', 'document']));
  expect(typeof reference['finalize']).toBe('function');
  expect(reference['buffer']).toEqual([]);
});

test('a page has content, fonts, xobjects, annotations and a dictionary', () => {
  const doc = open();
  doc.addPage({ size: [100, 200], margin: 0 });
  const page = doc['page'] as Record<string, unknown>;
  expect([
    typeof page['content'],
    typeof page['fonts'],
    typeof page['xobjects'],
    Array.isArray(page['annotations']),
    typeof page['dictionary'],
  ]).toEqual(['object', 'object', 'object', true, 'object']);
  expect((page['content'] as { buffer: Uint8Array[] }).buffer.map((chunk) => Buffer.from(chunk).toString())).toEqual([
    '1 0 0 -1 0 200 cm\n',
  ]);
});

test('names of destinations are sorted by _compareKeys', () => {
  const root = open()['_root'] as { data: { Names: { data: { Dests: Record<string, unknown> } } } };
  const dests = root.data.Names.data.Dests;
  expect([typeof dests['_compareKeys'], dests['limits']]).toEqual(['function', true]);
});

test('a font has a subset whose glyphs can be added twice', () => {
  const doc = open();
  doc.font(require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'));
  const font = doc['_font'] as {
    id: string;
    scale: number;
    ascender: number;
    subset: { glyphs: number[]; includeGlyph(glyph: number): number };
    unicode: number[][];
    widths: number[];
    font: {
      hasGlyphForCodePoint(code: number): boolean;
      glyphForCodePoint(code: number): { id: number; advanceWidth: number; path: { commands: unknown[] } };
    };
  };
  expect(font.id).toBe('F1');
  expect(font.font.hasGlyphForCodePoint(0x2265)).toBe(true);
  expect(font.font.hasGlyphForCodePoint(0x6279)).toBe(false);
  const glyph = font.font.glyphForCodePoint(0x41);
  expect(glyph.path.commands.length).toBeGreaterThan(3);
  expect([font.subset.includeGlyph(glyph.id), font.subset.includeGlyph(glyph.id)]).toEqual([1, 1]);
  expect(font.subset.glyphs.push(glyph.id)).toBe(3);
  expect([font.unicode, font.widths.length]).toEqual([[[0]], 1]);
});

test('an object is written as its number, its body and its end, and what is not PDF/UA is added where we add it', () => {
  const doc = open();
  expect(['_addInfo', 'endMarkings', '_refEnd', 'appendXML'].map((name) => typeof doc[name])).toEqual(
    Array(4).fill('function'),
  );
  expect([Array.isArray(doc['_offsets']), typeof doc['_waiting']]).toEqual([true, 'number']);
  const written: unknown[] = [];
  doc['_write'] = (data: unknown): void => void written.push(data);
  const reference = doc.ref({ A: 1 });
  (reference['end'] as () => void).call(reference);
  expect(written).toEqual([`${String(reference['id'])} 0 obj`, '<<\n/A 1\n>>', 'endobj']);
});

test('PDF/A-3a brings the output intent and its identification', () => {
  const doc = new (PDFDocument as unknown as new (options: unknown) => Inside)({
    font: null,
    autoFirstPage: false,
    compress: false,
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
  });
  const written: string[] = [];
  doc['_write'] = (data: string | Uint8Array): void =>
    void written.push(typeof data === 'string' ? data : Buffer.from(data).toString('latin1'));
  doc.end();
  expect(written.join('\n')).toMatch(/\/S \/GTS_PDFA1[^]*<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A</);
});
