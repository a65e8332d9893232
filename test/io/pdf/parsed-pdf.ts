import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from 'pdf-lib';

/** A PDF as another library reads it; every value is looked up through its references. */
export class ParsedPdf {
  readonly document: PDFDocument;

  private constructor(document: PDFDocument) {
    this.document = document;
  }

  static async read(bytes: Uint8Array): Promise<ParsedPdf> {
    return new ParsedPdf(await PDFDocument.load(bytes, { updateMetadata: false }));
  }

  get catalog(): PDFDict {
    return this.document.catalog;
  }

  get trailerId(): PDFObject | undefined {
    return this.document.context.trailerInfo.ID;
  }

  resolve(value: PDFObject | undefined): PDFObject | undefined {
    return value instanceof PDFRef ? this.document.context.lookup(value) : value;
  }

  /** The value of a key, or of a path of keys, of a dictionary or stream. */
  at(holder: PDFObject | undefined, ...path: readonly string[]): PDFObject | undefined {
    let value = this.resolve(holder);
    for (const key of path) {
      const dictionary = value instanceof PDFRawStream ? value.dict : value;
      value = dictionary instanceof PDFDict ? this.resolve(dictionary.get(PDFName.of(key))) : undefined;
    }
    return value;
  }

  raw(holder: PDFObject | undefined, key: string): PDFObject | undefined {
    return holder instanceof PDFDict ? holder.get(PDFName.of(key)) : undefined;
  }

  /** The items of an array; one value that is no array is its only item, nothing has none. */
  items(value: PDFObject | undefined): PDFObject[] {
    const all = this.resolve(value);
    if (all === undefined) return [];
    return all instanceof PDFArray ? all.asArray().map((item) => this.resolve(item) ?? item) : [all];
  }

  keys(value: PDFObject | undefined): string[] {
    const dictionary = this.resolve(value);
    return dictionary instanceof PDFDict ? dictionary.keys().map((key) => key.decodeText()) : [];
  }

  /** A name, string, number or truth value as JavaScript has it. */
  plain(value: PDFObject | undefined): string | number | boolean | undefined {
    const one = this.resolve(value);
    if (one instanceof PDFName || one instanceof PDFString || one instanceof PDFHexString) return one.decodeText();
    if (one instanceof PDFNumber) return one.asNumber();
    return one instanceof PDFBool ? one.asBoolean() : undefined;
  }

  /** The bytes of a stream. */
  data(value: PDFObject | undefined): Buffer {
    const stream = this.resolve(value);
    if (!(stream instanceof PDFRawStream)) return Buffer.alloc(0);
    return stream.dict.has(PDFName.of('Filter')) ? inflateSync(stream.contents) : Buffer.from(stream.contents);
  }

  /** The content of a page, its streams one after the other. */
  content(page: PDFObject): string {
    return this.items(this.at(page, 'Contents'))
      .map((stream) => this.data(stream).toString('latin1'))
      .join('\n');
  }

  get pages(): PDFDict[] {
    return this.document.getPages().map((page) => page.node);
  }

  /** The files that travel in the document. */
  get files(): { name: string; relationship: string; mediaType: string; text: string }[] {
    const names = this.items(this.at(this.catalog, 'Names', 'EmbeddedFiles', 'Names'));
    return names
      .filter((_, index) => index % 2 === 1)
      .map((file) => ({
        name: String(this.plain(this.at(file, 'UF'))),
        relationship: String(this.plain(this.at(file, 'AFRelationship'))),
        mediaType: String(this.plain(this.at(file, 'EF', 'F', 'Subtype'))),
        text: this.data(this.at(file, 'EF', 'F')).toString('utf8'),
      }));
  }

  /** Destination names of the document and those that links lead to. */
  get jumps(): { destinations: string[]; targets: string[] } {
    const names = this.items(this.at(this.catalog, 'Names', 'Dests', 'Names'));
    const annotations = this.pages.flatMap((page) => this.items(this.at(page, 'Annots')));
    return {
      destinations: names.filter((_, index) => index % 2 === 0).map((name) => String(this.plain(name))),
      targets: annotations.map((annotation) => String(this.plain(this.at(annotation, 'Dest')))),
    };
  }

  /** Titles of the bookmarks in order. */
  get bookmarks(): string[] {
    const titles: string[] = [];
    const walk = (first: PDFObject | undefined): void => {
      for (let item = first; item !== undefined; item = this.at(item, 'Next')) {
        titles.push(String(this.plain(this.at(item, 'Title'))));
        walk(this.at(item, 'First'));
      }
    };
    walk(this.at(this.catalog, 'Outlines', 'First'));
    return titles;
  }
}
