import type { Location, Severity } from '../diagnostics/index.ts';
import type { Json } from '../language/canonical.ts';
import type { Approvers, ChangeClass, ElementReference, EvidenceCode, Risk } from '../rules/finding.ts';

/** How loudly a list says a finding; follows from class and risk, or from the severity, never from a waiver. */
export type ListLevel = 'error' | 'warning' | 'note';

/** What people have said about a finding. */
export interface ListedWaiver {
  readonly id: string;
  /** `request`: not decided by those whom the finding asks for, so that it clears nothing. */
  readonly standing: 'accepted' | 'request';
  /** True for one that came with the change. */
  readonly isNew: boolean;
  /** Reason and approvals, or why it is no decision. */
  readonly why: string;
}

/** A finding of any command in one shape, as formats for machines list it. */
export interface ListedFinding {
  readonly ruleId: string;
  readonly level: ListLevel;
  /** `breaking · H`, or `error`. */
  readonly grade: string;
  readonly class?: ChangeClass;
  readonly risk?: Risk;
  readonly severity?: Severity;
  /** Absent where a file could not be read far enough to know. */
  readonly element?: ElementReference;
  readonly attribute: string;
  readonly message: string;
  readonly hint?: string;
  readonly before?: Json;
  readonly after?: Json;
  /** Where it is shown: in head, or at what is still there of what is gone; absent where the whole project is gone. */
  readonly at?: Location;
  /** Where it stood in base, and other sides. */
  readonly related: readonly { readonly message: string; readonly at: Location }[];
  readonly fingerprint: string;
  readonly waiver?: ListedWaiver;
  /** Whether the command answers with an exit code other than 0 because of it. */
  readonly stops: boolean;
  /** Seen from base; absent where one revision was looked at. */
  readonly state?: 'new' | 'unchanged' | 'absent';
  /** Fingerprint of the finding that explains this one. */
  readonly claimedBy?: string;
  readonly approvers?: Approvers;
  readonly evidence?: readonly EvidenceCode[];
}

/** What a command found, worst first. */
export interface FindingList {
  readonly command:
    | 'check'
    | 'diff'
    | 'impact'
    | 'gate'
    | 'trace'
    | 'build'
    | 'demo'
    | 'explain'
    | 'waive'
    | 'explore'
    | 'simulate'
    | 'export';
  readonly toolVersion: string;
  /** Path of the project folder below the top of the repository, with `/`; empty at the top. */
  readonly inRepository: string;
  readonly findings: readonly ListedFinding[];
  /** False when a revision cannot be understood, and these are the reasons, or when there was nothing to compare. */
  readonly understood: boolean;
  /** What the run came to, in one sentence. */
  readonly conclusion: string;
}

/** Path of a listed place below the top of the repository, where code hosts look for it. */
export function pathInRepository(list: Pick<FindingList, 'inRepository'>, file: string): string {
  return list.inRepository === '' ? file : `${list.inRepository}/${file}`;
}
