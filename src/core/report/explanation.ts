import type { Location } from '../diagnostics/location.ts';
import type { PreviousDecision } from '../impact/previous-decisions.ts';
import type { Impact } from '../impact/impact.ts';
import type { Element } from '../model/element.ts';
import type { Finding, LintFinding } from '../rules/finding.ts';
import type { TracedTest } from '../trace/traceability.ts';

/** A place with the text of its file, so that its lines can be shown. */
export interface ShownPlace {
  readonly at: Location;
  readonly text: string;
}

/** A test that exercises an element, and what a change means for it. */
export interface TestStanding extends TracedTest {
  readonly standing?: { readonly status: string; readonly reason: string };
}

/** Everything that is known about a finding of a comparison. */
export interface FindingExplanation {
  readonly finding: Finding;
  /** Where it stands in base and in head. */
  readonly places: readonly ShownPlace[];
  /** What it reaches, nearest first. */
  readonly impacts: readonly Impact[];
  readonly tests: readonly TestStanding[];
  /** Findings that it explains, and the one that explains it. */
  readonly explained: readonly Finding[];
  readonly explainedBy: Finding | undefined;
  /** What a waiver says of it, in one sentence. */
  readonly waiver: string;
  readonly previous: readonly PreviousDecision[];
}

/** A finding of a lint in head that was there before. */
export interface LintExplanation {
  readonly finding: LintFinding;
  readonly places: readonly ShownPlace[];
  readonly waiver: string;
}

/** One end of a link, and the attribute that names it. */
export interface LinkEnd {
  readonly element: string;
  readonly attribute: string;
}

/** What a function is asked for, and who stands for it. */
export interface FunctionOfElement {
  readonly function: string;
  /** Change rules about this kind of element that ask for its approval, and all of them. */
  readonly rules: number;
  readonly of: number;
  /** Departments and roles that the project file gives it. */
  readonly people: readonly string[];
}

/** Everything that is known about an element of one revision. */
export interface ElementExplanation {
  readonly element: Element;
  /** What people call its kind. */
  readonly noun: string;
  readonly place: ShownPlace;
  readonly parts: readonly Element[];
  /** What it and its parts name. */
  readonly uses: readonly LinkEnd[];
  /** What names it or one of its parts. */
  readonly usedBy: readonly LinkEnd[];
  readonly requirements: readonly Element<'requirement'>[];
  readonly tests: readonly TracedTest[];
  readonly owner: Element | undefined;
  readonly functions: readonly FunctionOfElement[];
  readonly decisions: readonly PreviousDecision[];
  readonly lint: readonly LintFinding[];
}
