import type { ApproverFunction, ComparisonClass, EvidenceCode, Finding } from '../rules/finding.ts';
import type { ElementKey } from '../model/element.ts';

/** One step of the way from a change to what it may affect, in words of the field. */
export interface Hop {
  readonly from: ElementKey;
  readonly to: ElementKey;
  /** Why the second depends on the first: `is read by the guard of`, `is emitted by`. */
  readonly because: string;
}

/** An element that a change may affect; listed once, with every root and the shortest way. */
export interface Impact {
  readonly element: ElementKey;
  /** Fingerprints of the findings that reach it. */
  readonly roots: readonly string[];
  /** Shortest way from the nearest root. */
  readonly via: readonly Hop[];
  /** The same in one line: `set VM-NCR-BLOCK → guard of INV.T03 → requirement URS-002`. */
  readonly route: string;
  readonly distance: number;
  readonly action: 'assess' | 're-run' | 're-confirm' | 're-author';
  readonly evidence: readonly EvidenceCode[];
}

export interface Selection {
  readonly id: string;
  readonly title: string;
  readonly status: 're-run' | 're-author' | 'new';
  readonly reason: string;
}

export interface Omission {
  readonly id: string;
  readonly title: string;
  readonly status: 'not-affected' | 'retired';
  readonly reason: string;
}

/** What a comparison means: findings, reach, regression, who decides. */
export interface Assessment {
  readonly class: ComparisonClass;
  readonly findings: readonly Finding[];
  readonly impacts: readonly Impact[];
  readonly regression: { readonly select: readonly Selection[]; readonly exclude: readonly Omission[] };
  readonly approvers: readonly {
    readonly function: ApproverFunction;
    readonly required: boolean;
    readonly because: string;
  }[];
}
