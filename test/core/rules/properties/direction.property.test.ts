import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Delta } from '../../../../src/core/diff/delta.ts';
import type { Finding } from '../../../../src/core/rules/finding.ts';
import { CHANGE_RULES } from '../../../../src/core/rules/change/index.ts';
import { groupFindings } from '../../../../src/core/rules/judging/group-findings.ts';
import { runChangeRules } from '../../../../src/core/rules/run-change-rules.ts';
import type { ChangeContext } from '../../../../src/core/rules/change-rule.ts';
import { sha256 } from '../small-project.ts';
import { contextOf, isLinked, ofThePlant, partOfTheWay, SEED, someEdits, wayNamed, ways } from './partial-edits.ts';

const findingsOf = (context: ChangeContext): readonly Finding[] =>
  groupFindings(runChangeRules(CHANGE_RULES, context, sha256)).map(({ finding }) => finding);

/** A delta as it reads from the other side. */
function turned(delta: Delta): string {
  if (delta.action === 'added') return `removed ${delta.after.key}`;
  if (delta.action === 'removed') return `added ${delta.before.key}`;
  return `changed ${delta.after.key} ${delta.path.join('.')} ${JSON.stringify([delta.to, delta.from])}`;
}

function straight(delta: Delta): string {
  if (delta.action !== 'changed')
    return `${delta.action} ${(delta.action === 'added' ? delta.after : delta.before).key}`;
  return `changed ${delta.after.key} ${delta.path.join('.')} ${JSON.stringify([delta.from, delta.to])}`;
}

describe('a comparison the other way round', () => {
  it('differs in the same, and says something of the same elements', () => {
    fc.assert(
      fc.property(ways, fc.nat(), (name, seed) => {
        const way = wayNamed(name);
        const edits = someEdits(way, seed);
        const one = (revision: 'base' | 'head') => partOfTheWay(revision, way, new Set());
        const other = (revision: 'base' | 'head') => partOfTheWay(revision, way, edits);
        fc.pre(isLinked(other('head'), way.clauses));
        const there = contextOf(one('base'), other('head'), way.clauses);
        // What is renamed is declared by the revision that does it; taken back it is no rename.
        fc.pre(there.diff.identities.length === 0);
        const back = contextOf(other('base'), one('head'), way.clauses);
        expect(back.diff.deltas.map(turned).toSorted()).toEqual(there.diff.deltas.map(straight).toSorted());
        const mirrorless = unanswered(ofThePlant(findingsOf(there)), ofThePlant(findingsOf(back)), there.diff.deltas);
        expect(mirrorless).toEqual([]);
      }),
      { numRuns: 100, seed: SEED },
    );
  });
});

/** Elements that differ and of which one direction says something, the other one nothing: neither of them nor of their whole. */
function unanswered(there: readonly Finding[], back: readonly Finding[], deltas: readonly Delta[]): readonly string[] {
  const differing = new Set(deltas.map((delta) => (delta.action === 'removed' ? delta.before : delta.after).key));
  const told = new Set(
    back.flatMap(({ element, parts }) => [element, ...(parts ?? [])]).map(({ kind, id }) => `${kind}:${id}`),
  );
  return there
    .filter(({ element: { kind, id } }) => differing.has(`${kind}:${id}`) && !told.has(`${kind}:${id}`))
    .map(({ ruleId, element }) => `${ruleId} ${element.kind}:${element.id}`);
}
