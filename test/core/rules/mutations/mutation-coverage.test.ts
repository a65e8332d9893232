import { beforeAll, describe, expect, it } from 'vitest';
import { diffModels } from '../../../../src/core/diff/diff-models.ts';
import { buildGraph } from '../../../../src/core/graph/build-graph.ts';
import type { SpecModel } from '../../../../src/core/model/spec-model.ts';
import { CHANGE_RULES } from '../../../../src/core/rules/change/index.ts';
import { changeContext } from '../../../../src/core/rules/judging/change-context.ts';
import { runChangeRules } from '../../../../src/core/rules/run-change-rules.ts';
import { compareLanguages } from '../../../../src/io/pattern-languages.ts';
import { northmoor } from '../northmoor-model.ts';
import { sha256 } from '../small-project.ts';
import { mutateModel } from './mutate-model.ts';

/** Rules that say that something differs, and not what it means. */
const SAYS_NOTHING: ReadonlySet<string> = new Set([
  'unclassified-change',
  'formatting-changed',
  'change-not-recorded',
  'change-record-names-unchanged',
]);

/** Every generic edit at every path of the worked plant. */
describe('a generic edit of the worked plant', () => {
  const { model: base, graph: graphBase, clauses } = northmoor('v1.0.0');
  const judged = new Map<string, readonly string[]>();
  beforeAll(() => {
    for (const { name, head } of mutateModel(base)) judged.set(name, rulesThatSpeak(head()));
  }, 300_000);

  function rulesThatSpeak(head: SpecModel): readonly string[] {
    const { graph: graphHead } = buildGraph(head, clauses);
    const diff = diffModels(base, head);
    const context = changeContext({ base, head, diff, graphBase, graphHead, compareLanguages });
    return runChangeRules(CHANGE_RULES, context, sha256).map(({ finding }) => finding.ruleId);
  }

  it('is never without a finding', () => {
    expect([...judged].filter(([, rules]) => rules.length === 0).map(([name]) => name)).toEqual([]);
  });

  it('is judged by a rule that knows what it means, but for the listed ones; the list only shrinks', async () => {
    const unknown = [...judged].filter(([, rules]) => rules.every((rule) => SAYS_NOTHING.has(rule)));
    const paths = [...new Set(unknown.map(([name]) => name.slice(0, name.indexOf(':'))))].toSorted();
    const report = [
      '# What the change rules know of the worked plant',
      '',
      'Written by a test: every generic edit (remove, add, change, raise, lower, swap, gain, lose, reorder) at every attribute path of',
      '`examples/northmoor/v1.0.0`, once for each kind of element, and each must be judged by a rule that knows what it means. The paths',
      'below have an edit that only `unclassified-change` reports, as risky and of high risk; the list may only get shorter, and',
      '[rules-not-applicable.md](rules-not-applicable.md) says why each is there.',
      '',
      `${judged.size} generic edits, ${judged.size - unknown.length} judged, ${paths.length} ${paths.length === 1 ? 'path' : 'paths'} with an edit that no rule knows:`,
      '',
      ...paths.map((path) => `- \`${path}\``),
      '',
    ].join('\n');
    await expect(report).toMatchFileSnapshot('../../../../docs/rule-coverage.md');
  });
});
