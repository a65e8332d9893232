import { defineChangeRule } from '../change-rule.ts';
import { commonClaims } from '../judging/common-attributes.ts';
import { items, without } from '../judging/values.ts';
import { listed, named } from '../judging/wording.ts';

/** Reports an element that no longer refers to the clause of a regulation that asks for it. */
export const clauseReferenceRemoved = defineChangeRule({
  id: 'clause-reference-removed',
  family: 'trace',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['TRC'],
  approvers: { approve: ['QA'], inform: ['OPS', 'IT'] },
  purpose: 'Reports an element that no longer refers to the clause of a regulation that asks for it.',
  why: 'Who changes or drops the element later is not told that a rule asks for it.',
  fix: 'Keep the reference; where it was wrong, name the element that meets the clause.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: commonClaims('refs'),
  check({ after, from, to }, { head }) {
    const lost = without(items(from), items(to));
    if (lost.length === 0) return [];
    const what = `${named(after)} no longer refers to ${listed(lost)}.`;
    const referred = new Set(
      [...head.elements.values()].flatMap(({ attributes }) => ('refs' in attributes ? (attributes.refs ?? []) : [])),
    );
    const unmet = lost.filter((clause) => !referred.has(clause));
    if (unmet.length === 0) return [{ what }];
    return [{ what, raise: { risk: 'H', reason: `nothing refers to ${listed(unmet)} any more` } }];
  },
  examples: [
    {
      name: 'another element still refers to it',
      before: `systems: {A: {refs: [D211-188]}, B: {refs: [D211-188]}}`,
      after: `systems: {A: {}, B: {refs: [D211-188]}}`,
      expect: ['risky M system:A refs'],
    },
    {
      name: 'nothing refers to it any more',
      before: `systems: {A: {refs: [D211-188]}}`,
      after: `systems: {A: {}}`,
      expect: ['risky H system:A refs'],
    },
    {
      name: 'one more',
      before: `systems: {A: {refs: [D211-188]}}`,
      after: `systems: {A: {refs: [D211-188, I-7-5-1]}}`,
      expect: [],
    },
  ],
});
