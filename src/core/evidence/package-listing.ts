/** What stands at a path of a folder that claims to be a package; links are never followed. */
export type ListedEntry =
  | { readonly kind: 'file'; readonly path: string; readonly size: number; readonly sha256: string }
  /** `special` is a pipe, socket or device; `undecodable` a name that is no UTF-8, shown with `\xNN`. */
  | { readonly kind: 'folder' | 'link' | 'special' | 'undecodable'; readonly path: string };

/** A folder as it was found, with the few texts that verification has to read. */
export interface PackageListing {
  /** Every entry below the folder, in any order; paths with `/`. */
  readonly entries: readonly ListedEntry[];
  /** Content by path of the tag files and `data/manifest.json`, from the same bytes as their hashes; `null` when no UTF-8 or absurdly large. */
  readonly texts: ReadonlyMap<string, string | null>;
}

/** A folder that is being verified. Reads, never writes; what cannot be read is thrown as an environment `Failure`. */
export interface PackageFolder {
  list(): Promise<PackageListing>;
  /** Offset of the first byte in which the file at `path` differs from `bytes`; `undefined` when they are equal. */
  firstDifference(path: string, bytes: Uint8Array): Promise<number | undefined>;
}
