import type { Digest } from '../digest.ts';
import type { Change, Delta, Identity } from '../diff/delta.ts';
import type { Json } from '../language/canonical.ts';
import { isObject } from '../diff/comparable.ts';
import type { Element } from '../model/element.ts';
import type {
  AttributeRule,
  ChangeContext,
  ChangeRule,
  ComparisonRule,
  ElementRule,
  IdentityRule,
  RemainderRule,
  Verdict,
} from './change-rule.ts';
import { claimsPath } from './judging/claims.ts';
import { elementContent, partsOf } from './judging/element-content.ts';
import { askRule } from './judging/rule-failure.ts';
import { rawFinding } from './judging/raw-finding.ts';
import type { RawFinding } from './judging/raw-finding.ts';
import { named, shift } from './judging/wording.ts';

/**
 * Applies every change rule to every fact of a comparison. A fact that no rule reports becomes a finding of the remainder
 * rule: nothing that differs is left out. Parts of added and removed elements are judged as well; grouping takes them up.
 */
export function runChangeRules(
  rules: readonly ChangeRule[],
  context: ChangeContext,
  digest: Digest,
): readonly RawFinding[] {
  const run = new RuleRun(rules, context, digest);
  run.judge();
  return run.found;
}

class RuleRun {
  readonly found: RawFinding[] = [];
  /** `key path` of every changed value that some rule reported. */
  private readonly judged = new Set<string>();
  private readonly context: ChangeContext;
  private readonly digest: Digest;
  private readonly attributeRules: readonly AttributeRule[];
  private readonly elementRules: readonly ElementRule[];
  private readonly identityRules: readonly IdentityRule[];
  private readonly comparisonRules: readonly ComparisonRule[];
  private readonly remainder: RemainderRule;

  private readonly contentOf = (element: Element, side: 'before' | 'after'): Json =>
    elementContent(element, side === 'before' ? this.context.base : this.context.head);

  constructor(rules: readonly ChangeRule[], context: ChangeContext, digest: Digest) {
    this.context = context;
    this.digest = digest;
    this.attributeRules = rules.filter((rule) => rule.judges === 'attribute');
    this.elementRules = rules.filter((rule) => rule.judges === 'element');
    this.identityRules = rules.filter((rule) => rule.judges === 'identity');
    this.comparisonRules = rules.filter((rule) => rule.judges === 'comparison');
    const remainder = rules.find((rule) => rule.judges === 'remainder');
    if (remainder === undefined) throw new Error('No rule takes what the others leave.');
    this.remainder = remainder;
  }

  judge(): void {
    for (const rule of this.comparisonRules) this.judgeComparison(rule);
    for (const identity of this.context.diff.identities) {
      this.judgeIdentity(identity);
    }
    const { deltas } = this.context.diff;
    for (const delta of deltas) {
      if (delta.action === 'changed') this.judgeChange(delta);
      else this.judgeElement(delta);
    }
    this.reportRest(deltas.filter((delta) => delta.action === 'changed'));
  }

  /** A rename that a rule about the physical name has reported already is not reported as harmless. */
  private judgeIdentity(identity: Identity): void {
    const { before, after, renamed } = identity;
    if (this.judged.has(`${after.key} `)) return;
    for (const rule of this.identityRules) {
      for (const verdict of this.ask(rule, after, () => rule.check(identity, this.context)))
        this.add(rule, verdict, { before, after, path: [] });
    }
    if (!renamed || this.judged.has(`${after.key} `)) return;
    const what = `${named(before)} is now called ${after.id}, and its id is what messages and records hold.`;
    this.add(this.remainder, { what, values: { from: before.id, to: after.id } }, { before, after, path: [] });
  }

  private judgeComparison(rule: ComparisonRule): void {
    for (const verdict of askRule(rule.id, 'the comparison as a whole', () => rule.check(this.context))) {
      this.add(rule, verdict, { before: verdict.before, after: verdict.after, path: verdict.path ?? [] });
    }
  }

  private judgeChange(change: Change): void {
    for (const rule of this.attributeRules) {
      if (!claimsPath(rule.claims, change.after.kind, change.path)) continue;
      for (const verdict of this.ask(rule, change.after, () => rule.check(change, this.context))) {
        this.add(rule, verdict, change);
        if (verdict.activates === true) this.judgeActivated(change.after);
        if (verdict.retires === true) this.judgeElement({ action: 'removed', before: change.before }, change.after.key);
      }
    }
    for (const rule of this.elementRules) {
      if (rule.alike === undefined || !claimsPath(rule.alike.claims, change.after.kind, change.path)) continue;
      for (const verdict of this.ask(rule, change.after, () => rule.alike?.check(change, this.context) ?? []))
        this.add(rule, verdict, change);
    }
  }

  /** What comes into force is judged as if it were new; grouping takes that up into the finding about its status. */
  private judgeActivated(after: Element): void {
    this.judgeElement({ action: 'added', after }, after.key);
  }

  private judgeElement(delta: Exclude<Delta, Change>, within?: string): void {
    const { action } = delta;
    const [element, model] = action === 'added' ? [delta.after, this.context.head] : [delta.before, this.context.base];
    const fact = {
      before: action === 'added' ? undefined : element,
      after: action === 'added' ? element : undefined,
      path: [],
      within,
    };
    const verdicts = this.elementRules
      .filter((rule) => rule.claims.some((claim) => claim.action === action && claim.kinds.includes(element.kind)))
      .flatMap((rule) =>
        this.ask(rule, element, () => rule.check(element, this.context)).map((verdict) => [rule, verdict] as const),
      );
    for (const [rule, verdict] of verdicts) this.add(rule, verdict, fact);
    if (verdicts.length === 0 && !this.judged.has(`${element.key} `))
      this.add(this.remainder, wholeElement(element, action), fact);
    for (const part of partsOf(element, model)) {
      this.judgeElement(action === 'added' ? { action, after: part } : { action, before: part }, within ?? element.key);
    }
  }

  private ask(rule: ChangeRule, element: Element, look: () => readonly Verdict[]): readonly Verdict[] {
    return askRule(rule.id, named(element), look);
  }

  private add(
    rule: ChangeRule,
    verdict: Verdict,
    fact: {
      readonly before: Element | undefined;
      readonly after: Element | undefined;
      readonly path: readonly string[];
      readonly from?: Json;
      readonly to?: Json;
      readonly within?: string | undefined;
    },
  ): void {
    const raw = rawFinding(
      rule,
      verdict,
      { ...fact, values: { from: fact.from, to: fact.to } },
      this.digest,
      this.contentOf,
    );
    this.found.push(raw);
    const key = (raw.after ?? raw.before)?.key ?? '';
    if (verdict.partial !== true) this.judged.add(`${key} ${raw.finding.attribute}`);
    for (const path of verdict.explains ?? []) this.judged.add(`${key} ${path}`);
  }

  /** What no rule reported; values that were declared together, or dropped together, are one finding. */
  private reportRest(changes: readonly Change[]): void {
    const rest = changes.filter((change) => !this.judged.has(`${change.after.key} ${change.path.join('.')}`));
    const blocks = new Map<string, Change[]>();
    for (const change of rest) {
      const key = `${change.after.key} ${blockOf(change).join('.')}`;
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [change]);
      else block.push(change);
    }
    for (const block of blocks.values()) {
      const [first] = block;
      if (first === undefined) continue;
      const path = blockOf(first);
      const ofElement = this.context.changesOf(first.after);
      const total = ofElement.filter(({ path: other }) => startsWith(other, path)).length;
      if (block.length > 1 && block.length === total)
        this.addRest(first, path, valueAt(first.before, path), valueAt(first.after, path));
      else for (const change of block) this.addRest(change, change.path, change.from, change.to);
    }
  }

  /** Whether some rule judges values at this place; it left this difference alone, or stood up for a part of it only. */
  private hasRuleFor({ after, path }: Change): boolean {
    return [...this.attributeRules, ...this.comparisonRules].some(({ claims }) => claimsPath(claims, after.kind, path));
  }

  private addRest(change: Change, path: readonly string[], from: Json | undefined, to: Json | undefined): void {
    const what = shift(`${named(change.after)}, ${path.join('.')}`, from, to);
    const why = this.hasRuleFor(change)
      ? 'A rule looked at this difference and could not place it, neither as weaker nor as stronger, so it counts as high risk until people have.'
      : undefined;
    this.add(this.remainder, { what, path, values: { from, to }, ...(why === undefined ? {} : { why }) }, change);
  }
}

/** The outermost part that one revision does not have: its values came or went together; otherwise the value itself. */
function blockOf({ before, after, path }: Change): readonly string[] {
  for (let length = 1; length < path.length; length += 1) {
    const outer = path.slice(0, length);
    if ((valueAt(before, outer) === undefined) !== (valueAt(after, outer) === undefined)) return outer;
  }
  return path;
}

function valueAt(element: Element, path: readonly string[]): Json | undefined {
  let value: Json | undefined = element.attributes as Json;
  for (const name of path) value = isObject(value) ? value[name] : undefined;
  return value;
}

function startsWith(path: readonly string[], outer: readonly string[]): boolean {
  return outer.every((name, index) => path[index] === name);
}

function wholeElement(element: Element, action: 'added' | 'removed'): Verdict {
  return { what: `${named(element)} was ${action}.` };
}
