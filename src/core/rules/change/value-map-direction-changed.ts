import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports a map of codes that is now also read backwards, or no longer. */
export const valueMapDirectionChanged = defineChangeRule({
  id: 'value-map-direction-changed',
  family: 'codes',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-COD', 'OQ-MAP'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a map of codes that is now also read backwards, or no longer.',
  why: 'Read backwards, a code may have two sources; and who read it backwards has no map any more.',
  fix: 'Say which mapped fields read it backwards, and run all codes both ways.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['value-map'], paths: ['bothWays'] }],
  check: (change) => [{ what: plainShift(change) }],
  examples: [
    {
      name: 'also backwards',
      before: `codes: {A: {values: {"1": One, "2": Two}}, B: {values: {X: Ex, Z: Zed}}}
valueMaps: {M: {from: A, to: B, map: {"1": X, "2": Z}}}`,
      after: `codes: {A: {values: {"1": One, "2": Two}}, B: {values: {X: Ex, Z: Zed}}}
valueMaps: {M: {from: A, to: B, map: {"1": X, "2": Z}, bothWays: true}}`,
      expect: ['risky M value-map:M bothWays'],
    },
    {
      name: 'another title',
      before: `codes: {A: {values: {"1": One, "2": Two}}, B: {values: {X: Ex, Z: Zed}}}
valueMaps: {M: {from: A, to: B, map: {"1": X, "2": Z}}}`,
      after: `codes: {A: {values: {"1": One, "2": Two}}, B: {values: {X: Ex, Z: Zed}}}
valueMaps: {M: {from: A, to: B, map: {"1": X, "2": Z}, title: Codes}}`,
      expect: [],
    },
  ],
});
