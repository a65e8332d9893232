/** A path whose content differs between a package and its rebuild. */
export interface RebuildDifference {
  readonly kind: 'changed' | 'missing' | 'added';
  readonly path: string;
  /** For `changed`, the offset of the first byte that differs, counted from 0. */
  readonly offset?: number;
}

/** A package set against what the same commits give when they are built again. */
export interface RebuildComparison {
  readonly ok: boolean;
  readonly rebuiltId: string;
  /** Ordered by path; `missing` is in the rebuild only, `added` in the package only. */
  readonly differences: readonly RebuildDifference[];
}
