import { defineChangeRule } from '../change-rule.ts';
import { isMeaningOfCode } from '../judging/code-titles.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another meaning or another consequence of a code. */
export const codeMeaningChanged = defineChangeRule({
  id: 'code-meaning-changed',
  family: 'codes',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-COD', 'PQ-E2E', 'DOC'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports another meaning or another consequence of a code.',
  why: 'The same code now leads to something else.',
  fix: 'Introduce a new code for the new meaning.',
  mirror: { self: true },
  core: true,
  claims: [{ kinds: ['code'], paths: ['meaning', 'trait', 'title'] }],
  check(change) {
    const { after, path, from, to } = change;
    const what = shift(`${named(after)}, ${path.join('.')}`, from, to);
    if (path[0] !== 'title') return [{ what }];
    return isMeaningOfCode(change) ? [{ what: `${what} It has no \`meaning\`: its title says what it means.` }] : [];
  },
  examples: [
    {
      name: 'other consequence',
      before: `codes: {CL: {values: {A: {trait: neutral}}}}`,
      after: `codes: {CL: {values: {A: {trait: usable}}}}`,
      expect: ['risky H code:CL.A trait'],
    },
    {
      name: 'other title',
      before: `codes: {CL: {values: {A: {title: First, meaning: Goes first}}}}`,
      after: `codes: {CL: {values: {A: {title: Primary, meaning: Goes first}}}}`,
      expect: [],
    },
    {
      name: 'titles that are swapped, and nothing else says what the codes mean',
      before: `codes: {CL: {values: {"01": Release, "02": Scrap}}}`,
      after: `codes: {CL: {values: {"01": Scrap, "02": Release}}}`,
      expect: ['risky H code:CL.01 title', 'risky H code:CL.02 title'],
    },
    {
      name: 'a title that is gone with its meaning, and one whose meaning is written in the same change',
      before: `codes: {CL: {values: {A: First, B: Second}}}`,
      after: `codes: {CL: {values: {A: {}, B: {title: Other, meaning: Goes second}}}}`,
      expect: ['risky H code:CL.A title', 'risky H code:CL.B meaning', 'risky H code:CL.B title'],
    },
  ],
});
