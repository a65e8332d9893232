import { defineChangeRule } from '../change-rule.ts';
import { saysInForce } from '../linting/declared.ts';
import { named } from '../judging/wording.ts';

/** Reports an element that comes into force: it was a draft, or retired. */
export const elementActivated = defineChangeRule({
  id: 'element-activated',
  family: 'model',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['TRC', 'REG-DEP'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports an element that comes into force: it was a draft, or retired.',
  why: 'All its evidence is due now; what changed in it before was only reported.',
  fix: 'Judge it like a new element, with each of its parts.',
  mirror: { rule: 'element-retired' },
  core: true,
  claims: [{ paths: ['status'] }],
  check({ after, from, to }) {
    if (saysInForce(from) || !saysInForce(to)) return [];
    return [
      {
        what: `${named(after)} comes into force; it was ${from === 'retired' ? 'retired' : 'a draft'}.`,
        activates: true,
      },
    ];
  },
  examples: [
    {
      name: 'a system that was planned',
      before: `systems: {A: {status: draft}}`,
      after: `systems: {A: {}}`,
      expect: ['risky H system:A status'],
    },
    {
      name: 'a draft comes into force',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {status: draft, from: A, to: B}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B}}`,
      expect: ['risky H interface:IF-1 status'],
    },
    {
      name: 'said aloud what holds anyway, and out of force',
      before: `systems: {A: {}, B: {}}`,
      after: `systems: {A: {status: effective}, B: {status: retired}}`,
      expect: [],
    },
  ],
});
