import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports a requirement of another level, source or function. */
export const requirementClassificationChanged = defineChangeRule({
  id: 'requirement-classification-changed',
  family: 'trace',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['RSK', 'TRC'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a requirement of another level, source or function.',
  why: 'Which tests it needs, who speaks for it and which rule asks for it follow from these.',
  fix: 'Confirm with the old and the new function that the requirement is theirs, and that its tests are of the right level.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['requirement'], paths: ['level', 'source', 'function'] }],
  check(change) {
    const raise = { risk: 'H', reason: 'nothing says any more what asks for it' } as const;
    const isGone = change.path[0] === 'source' && change.to === undefined;
    return [isGone ? { what: plainShift(change), raise } : { what: plainShift(change) }];
  },
  examples: [
    {
      name: 'a design requirement',
      before: `requirements: {URS-1: {text: Held stock stays blocked.}}`,
      after: `requirements: {URS-1: {level: design, text: Held stock stays blocked.}}`,
      expect: ['risky M requirement:URS-1 level'],
    },
    {
      name: 'without its source',
      before: `requirements: {URS-1: {source: 21 CFR 211.110, text: Held stock stays blocked.}}`,
      after: `requirements: {URS-1: {text: Held stock stays blocked.}}`,
      expect: ['risky H requirement:URS-1 source'],
    },
    {
      name: 'what holds anyway is said',
      before: `requirements: {URS-1: {text: Held stock stays blocked.}}`,
      after: `requirements: {URS-1: {level: user, text: Held stock stays blocked.}}`,
      expect: [],
    },
  ],
});
