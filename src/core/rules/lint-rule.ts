import type { Severity } from '../diagnostics/index.ts';
import type { SpecGraph } from '../graph/spec-graph.ts';
import type { Json } from '../language/canonical.ts';
import type { Element } from '../model/element.ts';
import type { SpecModel } from '../model/spec-model.ts';
import type { LintFinding } from './finding.ts';
import type { LintSubjects } from './linting/subjects.ts';

/**
 * What a rule goes by. A `contradiction` lies between two things that the specification says: it is wrong in a sketch too. An
 * `expectation` misses a declaration that a finished specification has: a sketch may leave it out.
 */
export type Stance = 'contradiction' | 'expectation';

/** A small project, and what the rule says about it. */
export interface LintExample {
  readonly name: string;
  /** One spec file. */
  readonly spec: string;
  /** Further lines of the project file; without them it names its package and nothing else, so that `gxp` holds. */
  readonly project?: string;
  /** Day on which waivers are judged. */
  readonly asOf?: string;
  /** Exactly the findings of this rule: `4:15 error IF-1.note: message`, by place. None in an example of what it leaves alone. */
  readonly expect: readonly string[];
}

interface RuleMetadata {
  /** Kebab-case; the name of its file. Never reused for something else. */
  readonly id: string;
  readonly severity: Severity;
  /** What it reports, in one sentence. */
  readonly purpose: string;
  /** Why that matters to the plant. */
  readonly why: string;
  /** What the author can do about it. */
  readonly fix: string;
}

interface LintMetadata extends RuleMetadata {
  readonly source: 'lint';
  readonly stance: Stance;
  /** Why it is one and not the other. */
  readonly stanceReason: string;
  /** Attributes that it looks at, as `kind.attribute` of the language. */
  readonly reads: readonly string[];
  readonly examples: readonly LintExample[];
}

/**
 * What a lint looks at to say something of an element. `neighbours`: at the entry that it is or is part of, with all parts, and
 * at what these name, directly or through others; never at what names them, nor at others of their kind. `plant`: at anything.
 * Where two revisions are compared, a lint that looks at neighbours is asked of nothing but what the change can reach.
 */
export type Outlook = 'neighbours' | 'plant';

/** Looks at one revision. */
export interface ModelLint extends LintMetadata {
  readonly judges: 'model';
  /** Undefined: at the plant. */
  readonly looksAt?: Outlook;
  check(context: LintContext): Iterable<LintReport>;
}

/** Looks at the waivers of a revision, when everything that they may cover is known. */
export interface WaiverLint extends LintMetadata {
  readonly judges: 'waivers';
  check(context: WaiverContext): Iterable<LintReport>;
}

export type LintRule = ModelLint | WaiverLint;

/** A rule under which reading itself speaks: its findings are diagnostics, and nothing is concluded from what they leave. */
export interface LoaderRule extends RuleMetadata {
  readonly source: 'loader';
}

/** What a rule says about one thing. The engine adds severity, place, identity and waiver. */
export interface LintReport {
  readonly element: Element;
  /** Where in the element the value stands that is wrong; `key` points at its name. */
  readonly path: readonly (string | number)[];
  readonly part?: 'key' | 'value';
  /** What is the case, with both sides and their values, in one sentence. */
  readonly message: string;
  /** How to mend this one. */
  readonly hint: string;
  /** What the finding is about besides its element: values, so that a waiver does not cover a later and different problem. */
  readonly subject: Json;
  readonly related?: readonly RelatedPlace[];
  /** Where this case weighs less or more than the rule. */
  readonly severity?: Severity;
  /** Where this case is of the other kind than the rule. */
  readonly stance?: Stance;
}

/** The other side of a finding. */
export interface RelatedPlace {
  readonly message: string;
  readonly element: Element;
  readonly path: readonly (string | number)[];
  readonly part?: 'key' | 'value';
}

/** What rules may look at. */
export interface LintContext {
  readonly model: SpecModel;
  readonly graph: SpecGraph;
  /** Of which elements a lint that looks at neighbours is to speak: of every one, but where two revisions are compared. */
  readonly subjects: LintSubjects;
  /** Day of judgement, `2026-03-02`: waivers expire, and what was to be done by a day is overdue. */
  readonly asOf: string;
}

/** What rules about waivers may look at. */
export interface WaiverContext extends LintContext {
  /** Everything that was found besides, with what waivers say about it. */
  readonly findings: readonly LintFinding[];
  /** The revision whose `gate` and `approvers` decide: the linted one, or base. */
  readonly policy: SpecModel;
  /** Rules whose findings are all among `findings`; what other rules find can only be known elsewhere. */
  readonly rules: ReadonlySet<string>;
}

/** Defines a lint; its file has the rule's name, its registration is one line of the index. */
export function defineLint<R extends LintRule>(rule: R): R {
  return rule;
}
