import type { Location, Severity } from '../diagnostics/index.ts';
import type { Json } from '../language/canonical.ts';
import type { ElementKind } from '../language/collections.ts';
import type { ElementKey } from '../model/element.ts';

/** What a change does to the declared contract (rules section 1.1). */
export type ChangeClass = 'breaking' | 'risky' | 'compatible' | 'editorial';
/** Critical, high, medium, low. Editorial findings carry no risk. */
export type Risk = 'C' | 'H' | 'M' | 'L';
/** What the assessment asks for (rules section 2). */
export type EvidenceCode =
  | 'IQ-CFG'
  | 'IQ-SEC'
  | 'IQ-REC'
  | 'OQ-MAP'
  | 'OQ-BND'
  | 'OQ-COD'
  | 'OQ-UOM'
  | 'OQ-KEY'
  | 'OQ-TRN'
  | 'OQ-NEG'
  | 'OQ-SIG'
  | 'OQ-AUD'
  | 'OQ-ERR'
  | 'OQ-DWN'
  | 'OQ-SYN'
  | 'OQ-SOD'
  | 'OQ-RPT'
  | 'PQ-E2E'
  | 'PQ-REC'
  | 'PQ-OUT'
  | 'MIG'
  | 'RSK'
  | 'TRC'
  | 'DOC'
  | 'REG-DEP';

/** Functions whose decision is needed, and those that are told. */
export interface Approvers {
  readonly approve: readonly ApproverFunction[];
  readonly inform: readonly ApproverFunction[];
}
export type ApproverFunction = 'OPS' | 'QA' | 'IT';

/** Why a finding is worse, or milder, than its rule's default (rules section 1.3). */
export interface Adjustment {
  /**
   * `project`: the base project file re-grades the rule; `rule`: the rule itself says when it weighs more; `grouping`: a part,
   * or a finding that this one claims, weighs more.
   */
  readonly id: 'A1' | 'A2' | 'A3' | 'A4' | 'A5' | 'A6' | 'A7' | 'A8' | 'A9' | 'A10' | 'project' | 'rule' | 'grouping';
  readonly reason: string;
}

export interface ElementReference {
  readonly kind: ElementKind;
  readonly id: string;
}

/** One judged change between two revisions. */
export interface Finding {
  /** A change rule, or `introduced:<lint>` / `resolved:<lint>`. */
  readonly ruleId: string;
  readonly class: ChangeClass;
  readonly risk: Risk | undefined;
  readonly raisedBy: readonly Adjustment[];
  readonly element: ElementReference;
  /** Attribute path of the change, joined with dots; empty when the element as a whole is meant. */
  readonly attribute: string;
  readonly before?: Json;
  readonly after?: Json;
  /** What changed and why it matters, in one or two sentences. */
  readonly reason: string;
  readonly base?: Location;
  readonly head?: Location;
  /** `h1:` and the SHA-256 over rule, element, attribute, before and after: no lines, no wording, no tool version. */
  readonly fingerprint: string;
  /** Fingerprints of raw findings that this compound one explains. They stay in the list. */
  readonly claims: readonly string[];
  readonly claimedBy?: string;
  readonly evidence: readonly EvidenceCode[];
  readonly approvers: Approvers;
  /** Parts of an added or removed element, for which this finding stands too: it has the highest class and risk of them all. */
  readonly parts?: readonly ElementReference[];
  /** Id of the waiver that covers it: one that the base revision holds. */
  readonly waiver?: string;
  /** Id of a waiver that base does not hold, or not validly: a request, which clears nothing by itself. */
  readonly waiverRequest?: string;
  /**
   * What the request is worth under the policy of base: accepted when it is a whole decision by itself, with approvals of the
   * functions that the finding asks for (rules section 1.6).
   */
  readonly waiverRequestVerdict?: { readonly accepted: boolean; readonly why: string };
}

/** A lint finding of one revision, with what a waiver says about it. */
export interface LintFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string;
  readonly element: ElementReference | undefined;
  readonly elementKey: ElementKey | undefined;
  readonly at: Location;
  readonly related?: readonly { readonly message: string; readonly at: Location }[];
  /** What it is about besides its element; part of the fingerprint. By it a finding is known again after a rename. */
  readonly subject?: Json;
  readonly fingerprint: string;
  readonly waiver?: { readonly id: string; readonly valid: boolean; readonly why: string };
}

/** Class of a comparison as a whole: the worst of its findings. */
export type ComparisonClass = 'CRITICAL' | 'MAJOR' | 'MINOR' | 'COSMETIC' | 'NONE';
