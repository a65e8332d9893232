import { defineChangeRule } from '../change-rule.ts';
import { named } from '../judging/wording.ts';

/** Reports another acceptance of what is left of a risk, or another person who accepted it. */
export const residualRiskAcceptanceChanged = defineChangeRule({
  id: 'residual-risk-acceptance-changed',
  family: 'trace',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['RSK'],
  approvers: { approve: ['OPS', 'QA'], inform: [] },
  purpose: 'Reports another acceptance of what is left of a risk, or another person who accepted it.',
  why: 'It is a decision and no edit: it needs a signature.',
  fix: 'Have the quality unit confirm who accepted it, when, and where that is signed.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['risk'], paths: ['accepted'] }],
  check: ({ after, from, to }) => [
    {
      what: `${named(after)}: ${from === undefined ? 'what is left of it is accepted now' : to === undefined ? 'what is left of it is no longer accepted' : 'the acceptance of what is left of it differs'}.`,
    },
  ],
  examples: [
    {
      name: 'accepted by somebody else',
      before: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, accepted: [{function: QA, name: A. Bell, date: 2026-02-01}]}}`,
      after: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, accepted: [{function: QA, name: C. Dunn, date: 2026-02-01}]}}`,
      expect: ['risky H risk:R-1 accepted'],
    },
    {
      name: 'accepted for the first time',
      before: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, severity: low}}`,
      after: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, severity: low, accepted: [{function: QA, name: A. Bell, date: 2026-02-01}]}}`,
      expect: ['risky H risk:R-1 accepted'],
    },
    {
      name: 'another title',
      before: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, accepted: [{function: QA, name: A. Bell, date: 2026-02-01}]}}`,
      after: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, title: Late, accepted: [{function: QA, name: A. Bell, date: 2026-02-01}]}}`,
      expect: [],
    },
  ],
});
