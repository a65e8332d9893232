/** Objects of one stream: enough to compress well, few enough to be read at once. */
const OBJECTS_PER_STREAM = 500;

/** Packs objects that are no streams into object streams (ISO 32000-1, 7.5.7). */
export class ObjectStreams {
  readonly #write: (dictionary: Record<string, unknown>, bytes: Uint8Array) => number;
  /** By object number: which of the streams it is in, counted from 1, and its place there. */
  readonly #streamOf: number[] = [];
  readonly #indexOf: number[] = [];
  /** Object numbers of the streams. */
  readonly #streams: number[] = [];
  #ids: number[] = [];
  #bodies: string[] = [];

  /** `write` writes a stream and gives its number. */
  constructor(write: (dictionary: Record<string, unknown>, bytes: Uint8Array) => number) {
    this.#write = write;
  }

  add(id: number, body: string): void {
    while (this.#streamOf.length <= id) {
      this.#streamOf.push(0);
      this.#indexOf.push(0);
    }
    this.#streamOf[id] = this.#streams.length + 1;
    this.#indexOf[id] = this.#ids.push(id) - 1;
    this.#bodies.push(body);
    if (this.#ids.length === OBJECTS_PER_STREAM) this.flush();
  }

  /** Writes what waits. */
  flush(): void {
    if (this.#ids.length === 0) return;
    const [ids, bodies] = [this.#ids, this.#bodies];
    this.#ids = [];
    this.#bodies = [];
    let head = '';
    let offset = 0;
    bodies.forEach((body, index) => {
      head += `${ids[index] ?? 0} ${offset} `;
      offset += body.length + 1;
    });
    const bytes = Buffer.from(`${head}${bodies.join('\n')}\n`, 'latin1');
    this.#streams.push(this.#write({ Type: 'ObjStm', N: ids.length, First: head.length }, bytes));
  }

  /** The object stream that holds an object, and its place there. */
  placeOf(id: number): { readonly stream: number; readonly index: number } | undefined {
    const stream = this.#streams[(this.#streamOf[id] ?? 0) - 1];
    return stream === undefined ? undefined : { stream, index: this.#indexOf[id] ?? 0 };
  }
}

/** Fields of an entry of a cross-reference stream: type, place and index or generation. */
const ENTRY = 7;

/** How a reader undoes `crossReferenceStream`. */
export const CROSS_REFERENCE_PARAMETERS = `<</Predictor 12/Columns ${ENTRY}>>`;

/**
 * The entries of a cross-reference stream with fields of 1, 4 and 2 bytes, each as the difference to the one before it
 * (the predictor “up” of PNG): neighbours are alike, and compress to next to nothing. `offsets` by object number less one.
 */
export function crossReferenceStream(offsets: readonly (number | null)[], packed: ObjectStreams): Uint8Array {
  const table = Buffer.alloc((offsets.length + 1) * (ENTRY + 1));
  const entry = Buffer.alloc(ENTRY);
  let before = Buffer.alloc(ENTRY);
  for (let id = 0; id <= offsets.length; id += 1) {
    const offset = offsets[id - 1] ?? null;
    const place = packed.placeOf(id);
    entry[0] = place === undefined ? (offset === null ? 0 : 1) : 2;
    entry.writeUInt32BE(place?.stream ?? offset ?? 0, 1);
    // A number that nothing came to bear is free, never to be used again.
    entry.writeUInt16BE(place?.index ?? (offset === null ? 0xffff : 0), 5);
    const at = id * (ENTRY + 1);
    table[at] = 2;
    for (let byte = 0; byte < ENTRY; byte += 1) table[at + 1 + byte] = (entry[byte] ?? 0) - (before[byte] ?? 0);
    before = Buffer.from(entry);
  }
  return table;
}
