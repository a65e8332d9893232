import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports a risk with another failure, cause, hazard, or wording of an effect. */
export const riskDescriptionChanged = defineChangeRule({
  id: 'risk-description-changed',
  family: 'trace',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['RSK'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a risk with another failure, cause, hazard, or wording of an effect.',
  why: 'Rating and controls were chosen for the failure as it was described; for another one they prove nothing.',
  fix: 'Rate the risk again, and show for each control that it still meets the failure.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['risk'], paths: ['failure', 'cause', 'hazard', 'effects.*'] }],
  check(change) {
    const { path, from, to } = change;
    // An effect that is new or gone is a question of the rating.
    if (path[0] === 'effects' && (from === undefined || to === undefined)) return [];
    const raise = { risk: 'H', reason: 'what can fail is another thing, or the hazard is no longer named' } as const;
    const isOther = path[0] === 'failure' || (path[0] === 'hazard' && to === undefined);
    return [isOther ? { what: plainShift(change), raise } : { what: plainShift(change) }];
  },
  examples: [
    {
      name: 'another cause, and the same effect in other words',
      before: `systems: {MES: {}}
risks: {R-1: {element: [MES], failure: Hold is late, cause: Queue is full, effects: {quality: Held stock is used}}}`,
      after: `systems: {MES: {}}
risks: {R-1: {element: [MES], failure: Hold is late, cause: Clock is wrong, effects: {quality: Stock is used}}}`,
      expect: ['risky M risk:R-1 cause', 'risky M risk:R-1 effects.quality'],
    },
    {
      name: 'another failure',
      before: `systems: {MES: {}}
risks: {R-1: {element: [MES], failure: Hold is late}}`,
      after: `systems: {MES: {}}
risks: {R-1: {element: [MES], failure: Hold is lost}}`,
      expect: ['risky H risk:R-1 failure'],
    },
    {
      name: 'another rating',
      before: `systems: {MES: {}}
risks: {R-1: {element: [MES], failure: Hold is late, severity: high}}`,
      after: `systems: {MES: {}}
risks: {R-1: {element: [MES], failure: Hold is late, severity: low}}`,
      expect: [],
    },
  ],
});
