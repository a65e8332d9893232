import type { Severity } from '../diagnostics/index.ts';
import type { Json } from '../language/canonical.ts';
import type { ElementKind } from '../language/collections.ts';
import type { Change, Identity, ModelDiff } from '../diff/delta.ts';
import type { ChangeExploration } from '../explore/change/change-exploration.ts';
import type { SpecGraph } from '../graph/spec-graph.ts';
import type { Element, ElementKey } from '../model/element.ts';
import type { CompareLanguages } from '../model/pattern/compare-patterns.ts';
import type { SpecModel } from '../model/spec-model.ts';
import type { Approvers, ChangeClass, EvidenceCode, Risk } from './finding.ts';

/** Part of the catalogue; adjustments treat values (`codes`, `quantities`) and controls (`records`, `roles`) differently. */
export type RuleFamily =
  | 'data'
  | 'codes'
  | 'quantities'
  | 'interfaces'
  | 'mappings'
  | 'lifecycles'
  | 'roles'
  | 'records'
  | 'trace'
  | 'process'
  | 'model';

/**
 * Which rule reports the opposite edit: `self` for a symmetric one, the id of a rule, or in words where it shows.
 */
export type Mirror = { readonly rule: string } | { readonly self: true } | { readonly elsewhere: string };

/** Two revisions of a small project, and what the rule says about them. The header of the project file is added. */
export interface ChangeExample {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** Exactly the findings of this rule, worst first: `breaking H field:lot.no length`. None in an example of what it leaves alone. */
  readonly expect: readonly string[];
}

interface RuleMetadata {
  /** Kebab-case; the name of its file. Never reused for something else. */
  readonly id: string;
  readonly family: RuleFamily;
  readonly class: ChangeClass;
  /** Default risk, a floor; editorial rules have none. */
  readonly risk: Risk | undefined;
  readonly evidence: readonly EvidenceCode[];
  readonly approvers: Approvers;
  /** What it reports, in one sentence. */
  readonly purpose: string;
  /** Why that matters to the plant; printed with each finding. */
  readonly why: string;
  /** What the author can do about it. */
  readonly fix: string;
  readonly mirror: Mirror;
  /** Among the rules without which a first version would mislead. */
  readonly core: boolean;
  readonly examples: readonly ChangeExample[];
}

/** Attribute paths that a rule judges; `*` stands for one name (`map.*`). Without kinds: of every kind of element. */
export interface AttributeClaim {
  readonly kinds?: readonly ElementKind[];
  readonly paths: readonly string[];
}

/** Elements whose coming or going a rule judges. */
export interface ElementClaim {
  readonly kinds: readonly ElementKind[];
  readonly action: 'added' | 'removed';
}

/** Judges one changed value. */
export interface AttributeRule extends RuleMetadata {
  readonly judges: 'attribute';
  readonly claims: readonly AttributeClaim[];
  check(change: Change, context: ChangeContext): readonly Verdict[];
}

/** Judges an element that came or went; `element` is read from the revision that has it. */
export interface ElementRule extends RuleMetadata {
  readonly judges: 'element';
  readonly claims: readonly ElementClaim[];
  check(element: Element, context: ChangeContext): readonly Verdict[];
  /** Changed values that count as such a coming or going: a deprecated code that is written again is like a new one. */
  readonly alike?: {
    readonly claims: readonly AttributeClaim[];
    check(change: Change, context: ChangeContext): readonly Verdict[];
  };
}

/** Judges an element that was renamed or moved. */
export interface IdentityRule extends RuleMetadata {
  readonly judges: 'identity';
  check(identity: Identity, context: ChangeContext): readonly Verdict[];
}

/** Judges both revisions as a whole; attributes that it claims count as judged where it reports them. */
export interface ComparisonRule extends RuleMetadata {
  readonly judges: 'comparison';
  readonly claims: readonly AttributeClaim[];
  check(context: ChangeContext): readonly Verdict[];
}

/** Takes what no other rule reports. There is one. */
export interface RemainderRule extends RuleMetadata {
  readonly judges: 'remainder';
}

export type ChangeRule = AttributeRule | ElementRule | IdentityRule | ComparisonRule | RemainderRule;

/** What a rule says about one fact. The engine adds places, class, risk, evidence, approvers and fingerprint. */
export interface Verdict {
  /** What changed, with before and after, as a sentence. The rule's `why` follows it in print. */
  readonly what: string;
  /** Instead of the rule's `why`. */
  readonly why?: string;
  /** The element in each revision; the engine knows both for attribute, element and identity rules. */
  readonly before?: Element;
  readonly after?: Element;
  /** Path of the change; the engine knows it for attribute rules. */
  readonly path?: readonly string[];
  /** Values, where they are not those of the change itself. `undefined` = not declared. */
  readonly values?: { readonly from: Json | undefined; readonly to: Json | undefined };
  /** What else belongs to the identity of the finding: who accepts it accepts this and nothing else. Not printed. */
  readonly identity?: Json;
  /** Only a part of the difference; unless other rules take the rest, it is reported as unclassified too. */
  readonly partial?: boolean;
  /** Paths of the same element that are the same edit; they get no finding of their own. */
  readonly explains?: readonly string[];
  /** Raw findings that this one explains, by element and path. They stay in the list and say who claims them. */
  readonly claims?: readonly { readonly element: ElementKey; readonly path: string }[];
  /** The element and its parts are judged like new ones as well, and this finding stands for what that comes to. */
  readonly activates?: boolean;
  /** The element and its parts are judged as if they were gone, and this finding stands for what that comes to. */
  readonly retires?: boolean;
  /**
   * What was done, where the same may be done in many places. Findings of one rule, class and risk with the same edit are printed
   * as one: the first names the others.
   */
  readonly edit?: string;
  /** The rule's own condition under which it weighs more. */
  readonly raise?: { readonly class?: ChangeClass; readonly risk?: Risk; readonly reason: string };
}

/** What a rule is graded with by itself. */
export interface OwnGrade {
  readonly severity?: Severity;
  readonly class?: ChangeClass;
  readonly risk?: Risk | undefined;
}

/** What rules may look at. */
export interface ChangeContext {
  readonly base: SpecModel;
  readonly head: SpecModel;
  readonly graphBase: SpecGraph;
  readonly graphHead: SpecGraph;
  readonly diff: ModelDiff;
  /** Compares regular expressions by the values that they accept. */
  readonly compareLanguages: CompareLanguages;
  /** What becomes reachable in the composed plant; absent where neither revision was explored. */
  readonly exploration?: ChangeExploration;
  /** The same element in the other revision, under whatever id; undefined when it is not there. */
  readonly inHead: (before: Element) => Element | undefined;
  readonly inBase: (after: Element) => Element | undefined;
  /** The other changes of an element. */
  readonly changesOf: (after: Element) => readonly Change[];
  /** What a rule is graded with where no project says anything else: a lint has a severity, a change rule class and risk. */
  readonly ownGrade: (ruleId: string) => OwnGrade | undefined;
}

/** Defines a change rule; its file has the rule's name, its registration is one line of the index. */
export function defineChangeRule<R extends ChangeRule>(rule: R): R {
  return rule;
}
