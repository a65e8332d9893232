import { describe, expect, it } from 'vitest';
import type { ChangeExample, ChangeRule } from '../../../src/core/rules/change-rule.ts';
import { CHANGE_RULES } from '../../../src/core/rules/change/index.ts';
import { changeContext } from '../../../src/core/rules/judging/change-context.ts';
import { runChangeRules } from '../../../src/core/rules/run-change-rules.ts';
import { compare, sha256 } from './small-project.ts';

const IDS: ReadonlySet<string> = new Set(CHANGE_RULES.map(({ id }) => id));
const REMAINDER = 'unclassified-change';

/** Rules that report an example the other way round: from its head to its base. */
function undone({ before, after }: ChangeExample): ReadonlySet<string> {
  const raws = runChangeRules(CHANGE_RULES, changeContext(compare(after, before)), sha256);
  return new Set(raws.map(({ finding }) => finding.ruleId));
}

const positive = (rule: ChangeRule): readonly ChangeExample[] =>
  rule.examples.filter(({ expect: found }) => found.length > 0);

describe('the opposite of an edit', () => {
  const cases = CHANGE_RULES.flatMap((rule) => {
    // A rename is declared by the revision that made it; taken back without a declaration it is a removal and an addition.
    if (rule.id === 'element-renamed' || rule.id === 'role-renamed' || rule.judges === 'remainder') return [];
    const [example] = positive(rule);
    if (example === undefined || 'elsewhere' in rule.mirror) return [];
    return [[rule.id, 'self' in rule.mirror ? rule.id : rule.mirror.rule, example] as const];
  });

  it.each(cases)('%s: undone, it is reported by %s', (_, mirror, example) => {
    expect([...undone(example)]).toContain(mirror);
  });
});

/** Rules without a single opposite: a sentence says where it shows. */
describe('an opposite without a rule of its own', () => {
  const cases = CHANGE_RULES.flatMap((rule) =>
    'elsewhere' in rule.mirror ? [[rule.id, rule, rule.mirror.elsewhere] as const] : [],
  );

  it.each(cases)('%s: the sentence names rules that there are', (_, __, sentence) => {
    expect(sentence).toMatch(/^[A-Z].+\.$/u);
    expect(wordsLikeIds(sentence).filter((word) => !IDS.has(word))).toEqual([]);
  });

  it.each(cases)('%s: undone, each example shows where the sentence says', (id, rule, sentence) => {
    const named = wordsLikeIds(sentence);
    for (const example of positive(rule)) {
      const found = [...undone(example)];
      // What is said without a name stands for many rules: then each example must have one that knows what it is.
      const shown =
        named.length === 0
          ? found.filter((one) => one !== id && one !== REMAINDER)
          : found.filter((one) => named.includes(one));
      expect(shown, `${example.name}: ${found.join(', ')}`).not.toEqual([]);
    }
  });

  it.each(cases)('%s: no rule has become the opposite since', (_, rule) => {
    const sets = positive(rule).map((example) => [...undone(example)].filter((one) => one !== REMAINDER));
    const all = new Set(sets.flat());
    // One rule that reports every example, and none besides: that is what `mirror` should say.
    expect(all.size === 1 && sets.every(({ length }) => length === 1) ? [...all] : []).toEqual([]);
  });
});

function wordsLikeIds(sentence: string): readonly string[] {
  return sentence.match(/\b[a-z]+(?:-[a-z]+)+\b/gu) ?? [];
}
