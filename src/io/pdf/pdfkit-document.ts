import { type Hash, createHash } from 'node:crypto';
import PDFDocument from 'pdfkit';
import { deflate } from 'pako';
import { type Bookmark, writeOutline } from './bookmarks.ts';
import { type EmbeddedFont, type FontFile, type ParsedFont, fontFile } from './font-file.ts';
import { CROSS_REFERENCE_PARAMETERS, ObjectStreams, crossReferenceStream } from './object-streams.ts';
import { destinationName, pdfNumber } from './pdf-syntax.ts';
import type { ObjectStore } from './structure.ts';
import { DEFAULT_LANGUAGE, type DocumentInformation, metadataXml } from './xmp-metadata.ts';

/**
 * With `font-file.ts` the only file that touches the inside of pdfkit (pinned exactly; `pdfkit-contract.test.ts` holds what is used here).
 * Why inside: pdfkit compresses with the zlib that Node was linked with, sorts names by locale, derives the file's id
 * from the title alone, writes no object streams, escapes no XMP and lays out text slowly; each of these would cost
 * determinism, conformance or speed.
 */

/** A PDF object under construction. */
export interface PdfReference {
  readonly id: number;
  data: Record<string, unknown>;
  buffer: Uint8Array[];
  write(chunk: Uint8Array): void;
  end(chunk?: Uint8Array): void;
  finalize(): void;
}

interface PdfkitInside {
  compress: boolean;
  _offset: number;
  /** By object number less one; null until it is written. */
  _offsets: (number | null)[];
  _id: Uint8Array;
  _font: EmbeddedFont;
  _info: PdfReference;
  _root: PdfReference & {
    data: {
      readonly Pages: { readonly id: number; readonly data: { Kids: unknown[]; Count: number } };
      readonly Names: { readonly data: Record<string, unknown> };
    };
  };
  font(source: string | ParsedFont): void;
  appendXML(xml: string): void;
  ref(data?: unknown): PdfReference;
  end(): void;
  _write(data: string | Uint8Array): void;
  _addInfo(): void;
  endMarkings(): void;
  _finalize(): void;
}

const Base = PDFDocument as unknown as new (options: Record<string, unknown>) => PdfkitInside;

/** Level of the compressor; pako at a fixed level gives the same bytes on every build of Node. */
const COMPRESSION_LEVEL = 5;

/** Fonts parsed once per process: parsing costs more than a short document. */
const parsedFonts = new Map<string, ParsedFont>();

/** A file that travels inside the document (ISO 19005-3, 6.8). */
export interface EmbeddedFile {
  /** ASCII, unique in the document. */
  readonly name: string;
  readonly description: string;
  /** As `application/json`. */
  readonly mediaType: string;
  readonly relationship: 'Data' | 'Source';
  readonly bytes: Uint8Array;
}

/** A page as the writer fills it, in the coordinates of PDF: points from the lower left corner. */
export interface PageContent {
  /** Number of the page object. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** Numbers of the content streams. */
  readonly contents: readonly number[];
  /** Numbers of the annotations. */
  readonly annotations: readonly number[];
  /** Key in the parent tree of the structure. */
  readonly structureKey: number;
}

/** What pdfkit's own serializer takes as it is. */
class Written {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  get [Symbol.toStringTag](): string {
    return 'Written';
  }
  toString(): string {
    return this.#text;
  }
}

/** An indirect reference to an object that is known by its number. */
function reference(id: number): Written {
  return new Written(`${id} 0 R`);
}

/**
 * A PDF 1.7 under construction that declares PDF/A-3a and PDF/UA-1; its bytes depend on nothing but what is put in.
 * Objects go into object streams, so that a structure tree of a hundred thousand elements stays small.
 */
export class Doc extends Base implements ObjectStore {
  /** Only declared: pdfkit's constructor writes the first bytes before fields of this class would exist. */
  declare private written?: { readonly chunks: Uint8Array[]; readonly hash: Hash; captured: string[] | undefined };
  readonly #information: DocumentInformation;
  readonly #fonts = new Map<string, EmbeddedFont>();
  readonly #forms = new Map<string, number>();
  readonly #files: { readonly name: string; readonly specification: number }[] = [];
  readonly #packed = new ObjectStreams((dictionary, bytes) => this.stream(bytes, dictionary));
  readonly #resources: number;
  #structureRoot = 0;

  constructor(information: DocumentInformation) {
    super({
      font: null,
      autoFirstPage: false,
      compress: false,
      pdfVersion: '1.7',
      subset: 'PDF/A-3a',
      lang: information.language ?? DEFAULT_LANGUAGE,
      displayTitle: true,
      info: {
        Title: information.title,
        Author: information.author,
        Subject: information.subject,
        Creator: information.creator,
        Producer: information.producer,
        CreationDate: information.instant,
        ModDate: information.instant,
      },
    });
    this.#information = information;
    this.#resources = this.reserve();
    const destinations = this._root.data.Names.data['Dests'] as { _compareKeys: unknown; limits: boolean };
    destinations._compareKeys = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
    destinations.limits = false; // the root of a name tree has no limits (ISO 32000-1, 7.9.6)
  }

  /** The number of an object to come. */
  reserve(): number {
    return this._offsets.push(null);
  }

  /** Writes an object that is no stream; `body` is ASCII or bytes as characters. */
  put(id: number, body: string): void {
    this.#packed.add(id, body);
  }

  /** Writes a compressed stream and gives its number. */
  stream(content: string | Uint8Array, dictionary: Record<string, unknown> = {}): number {
    const object = this.ref(dictionary);
    object.end(typeof content === 'string' ? Buffer.from(content, 'latin1') : content);
    return object.id;
  }

  override ref(data?: unknown): PdfReference {
    const object = super.ref(data);
    const inherited = object.finalize.bind(object);
    object.finalize = () => {
      const { written } = this;
      if (object.buffer.length === 0 && written !== undefined) {
        // pdfkit serializes the object between `n 0 obj` and `endobj`; it goes into an object stream instead.
        written.captured = [];
        inherited();
        const body = written.captured[1] ?? '';
        written.captured = undefined;
        this.put(object.id, body);
        return;
      }
      // XMP stays readable for programs that know nothing of PDF.
      if (object.data['Type'] !== 'Metadata') {
        object.buffer = [compressed(Buffer.concat(object.buffer))];
        object.data['Filter'] = 'FlateDecode';
      }
      inherited();
    };
    return object;
  }

  override _write(data: string | Uint8Array): void {
    this.written ??= { chunks: [], hash: createHash('sha256'), captured: undefined };
    if (this.written.captured !== undefined) {
      this.written.captured.push(String(data));
      return;
    }
    const bytes = typeof data === 'string' ? Buffer.from(`${data}\n`, 'latin1') : data;
    this.written.chunks.push(bytes);
    this.written.hash.update(bytes);
    this._offset += bytes.length;
  }

  override _addInfo(): void {
    this.appendXML(metadataXml(this.#information));
  }

  override endMarkings(): void {
    this._root.data['MarkInfo'] = { Marked: true };
    this._root.data['StructTreeRoot'] = reference(this.#structureRoot);
  }

  override _finalize(): void {
    this.#packed.flush();
    const id = this.written?.hash.copy().digest('hex').slice(0, 32) ?? '';
    const at = this._offset;
    const number = this.reserve();
    this._offsets[number - 1] = at;
    const table = compressed(crossReferenceStream(this._offsets, this.#packed));
    this._write(`${number} 0 obj`);
    this._write(
      `<</Type/XRef/W[1 4 2]/Size ${number + 1}/Root ${this._root.id} 0 R/Info ${this._info.id} 0 R/ID[<${id}><${id}>]/Filter/FlateDecode/DecodeParms${CROSS_REFERENCE_PARAMETERS}/Length ${table.length}>>`,
    );
    this._write('stream');
    this._write(table);
    this._write(`\nendstream\nendobj\nstartxref\n${at}\n%%EOF`);
  }

  /** Opens a TrueType file; it is embedded as a subset when a page uses it. */
  openFont(file: string): FontFile {
    this.font(parsedFonts.get(file) ?? file);
    const font = this._font;
    parsedFonts.set(file, font.font);
    this.#fonts.set(font.id, font);
    return fontFile(font);
  }

  /** Defines a drawing that pages use by name, as `/name Do`; `fonts` are those that its text is set in. */
  defineForm(
    name: string,
    box: readonly [number, number, number, number],
    operators: string,
    fonts: Iterable<string> = [],
  ): void {
    const Resources = { Font: this.#fontDictionary(fonts) };
    this.#forms.set(name, this.stream(operators, { Type: 'XObject', Subtype: 'Form', BBox: box, Resources }));
  }

  /** Writes a page and puts it after those before it. All pages share their resources. */
  writePage(content: PageContent): void {
    const { Pages } = this._root.data;
    Pages.data.Kids.push(reference(content.page));
    Pages.data.Count += 1;
    const annotations =
      content.annotations.length === 0 ? '' : `/Annots[${content.annotations.map((id) => `${id} 0 R`).join(' ')}]`;
    this.put(
      content.page,
      `<</Type/Page/Parent ${Pages.id} 0 R/MediaBox[0 0 ${pdfNumber(content.width)} ${pdfNumber(content.height)}]` +
        `/Contents[${content.contents.map((id) => `${id} 0 R`).join(' ')}]/Resources ${this.#resources} 0 R` +
        `/StructParents ${content.structureKey}/Tabs/S${annotations}>>`,
    );
  }

  /** Names a place of a page that links lead to. */
  nameDestination(id: string, page: number, top: number): void {
    const destinations = this._root.data.Names.data['Dests'] as { add(name: string, value: unknown): void };
    destinations.add(destinationName(id), [reference(page), 'XYZ', 0, top, null]);
  }

  /** Embeds a file in the document as one of its associated files. */
  attach(file: EmbeddedFile): void {
    const date = this.#information.instant;
    const content = this.stream(file.bytes, {
      Type: 'EmbeddedFile',
      Subtype: file.mediaType.replace('/', '#2F'),
      Params: { Size: file.bytes.length, CreationDate: date, ModDate: date },
    });
    const specification = this.ref({
      Type: 'Filespec',
      F: pdfString(file.name),
      UF: pdfString(file.name),
      Desc: pdfString(file.description),
      AFRelationship: file.relationship,
      EF: { F: reference(content), UF: reference(content) },
    });
    specification.end();
    this.#files.push({ name: file.name, specification: specification.id });
  }

  /** Writes the bookmarks and opens the document with them; call once. */
  writeBookmarks(bookmarks: readonly Bookmark[]): void {
    if (bookmarks.length === 0) return;
    this._root.data['Outlines'] = reference(writeOutline(this, bookmarks));
    this._root.data['PageMode'] = 'UseOutlines';
  }

  /** Ends the document, whose structure has its root at the object `structureRoot` and whose pages use `fonts`; gives its bytes. */
  finish(structureRoot: number, fonts: Iterable<string>): Uint8Array {
    this.#structureRoot = structureRoot;
    const forms = [...this.#forms].map(([name, id]) => `/${name} ${id} 0 R`).join('');
    const used = Object.entries(this.#fontDictionary(fonts)).map(([name, { id }]) => `/${name} ${id} 0 R`);
    this.put(this.#resources, `<</Font<<${used.join('')}>>/XObject<<${forms}>>>>`);
    this.#writeFileNames();
    this.end();
    const bytes = Buffer.concat(this.written?.chunks ?? []);
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  #fontDictionary(ids: Iterable<string>): Record<string, { readonly id: number }> {
    const dictionary: Record<string, { readonly id: number }> = {};
    for (const id of ids) {
      const font = this.#fonts.get(id);
      if (font !== undefined) dictionary[id] = font.ref();
    }
    return dictionary;
  }

  #writeFileNames(): void {
    if (this.#files.length === 0) return;
    this._root.data['AF'] = this.#files.map(({ specification }) => reference(specification));
    const sorted = this.#files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    this._root.data.Names.data['EmbeddedFiles'] = {
      Names: sorted.flatMap(({ name, specification }) => [pdfString(name), reference(specification)]),
    };
  }
}

/** Streams up to this many bytes are compressed in a small window: most of their time would go to clearing a large one. */
const SMALL_STREAM = 1024;

function compressed(bytes: Uint8Array): Uint8Array {
  const room = bytes.length <= SMALL_STREAM ? { windowBits: 10, memLevel: 2 } : {};
  return deflate(bytes, { level: COMPRESSION_LEVEL, chunkSize: 1 << 16, ...room });
}

/** What pdfkit writes as a string and not as a name. */
function pdfString(text: string): unknown {
  return Object(text) as unknown;
}
