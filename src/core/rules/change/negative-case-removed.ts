import { defineChangeRule } from '../change-rule.ts';
import { lostNegative, removedNegative } from '../judging/negative-cases.ts';

/** Reports a case in which something must be refused and that is no longer tested. */
export const negativeCaseRemoved = defineChangeRule({
  id: 'negative-case-removed',
  family: 'trace',
  judges: 'element',
  class: 'risky',
  risk: 'H',
  evidence: ['TRC', 'RSK'],
  approvers: { approve: ['OPS', 'QA'], inform: [] },
  purpose: 'Reports a case in which something must be refused and that is no longer tested.',
  why: 'It was the only proof that a control blocks.',
  fix: 'Keep the case, or name the one that shows the same.',
  mirror: {
    elsewhere:
      'A new case is test-added, a step whose refusal is tested again assurance-strengthened, and a story that tries it again exception-path-changed.',
  },
  core: false,
  claims: [{ kinds: ['test'], action: 'removed' }],
  check: (element) => removedNegative(element),
  alike: {
    claims: [
      { kinds: ['transition'], paths: ['negative', 'notApplicable.negative'] },
      { kinds: ['exception'], paths: ['scenario.steps'] },
      { kinds: ['test'], paths: ['type'] },
    ],
    check: (change, context) => lostNegative(change, context),
  },
  examples: [
    {
      name: 'a test that must fail is gone',
      before: `tests: {T-1: {level: OQ, type: GRD, steps: [{do: Enter 5, expect: 5 is shown}]}}`,
      after: `systems: {MES: {}}`,
      expect: ['risky H test:T-1'],
    },
    {
      name: 'that a step is refused elsewhere is not tested',
      before: `lifecycles: {L: {states: {A: open, B: closed}, transitions: {T: {from: A, to: B}}}}`,
      after: `lifecycles: {L: {states: {A: open, B: closed}, transitions: {T: {from: A, to: B, negative: {notApplicable: The vendor tests it}}}}}`,
      expect: ['risky H transition:L.T notApplicable.negative'],
    },
    {
      name: 'a story no longer tries what must be refused',
      before: `lifecycles: {L: {initial: A, states: {A: open, B: closed, C: closed}, transitions: {T: {from: A, to: B}, U: {from: B, to: C}}}}
exceptions: {E: {class: partial, treatment: automated, scenario: {steps: [{refuse: L.U}, {do: L.T}]}}}`,
      after: `lifecycles: {L: {initial: A, states: {A: open, B: closed, C: closed}, transitions: {T: {from: A, to: B}, U: {from: B, to: C}}}}
exceptions: {E: {class: partial, treatment: automated, scenario: {steps: [{do: L.T}]}}}`,
      expect: ['risky H exception:E scenario.steps'],
    },
    {
      name: 'a test that must succeed is gone',
      before: `tests: {T-1: {level: OQ, type: POS, steps: [{do: Enter 5, expect: 5 is shown}]}}`,
      after: `systems: {MES: {}}`,
      expect: [],
    },
    {
      name: 'refused at another place of the story',
      before: `lifecycles: {L: {initial: A, states: {A: open, B: closed, C: closed}, transitions: {T: {from: A, to: B}, U: {from: B, to: C}}}}
exceptions: {E: {class: partial, treatment: automated, scenario: {steps: [{refuse: L.U}, {do: L.T}]}}}`,
      after: `lifecycles: {L: {initial: A, states: {A: open, B: closed, C: closed}, transitions: {T: {from: A, to: B}, U: {from: B, to: C}}}}
exceptions: {E: {class: partial, treatment: automated, scenario: {steps: [{do: L.T}, {refuse: L.U}]}}}`,
      expect: [],
    },
  ],
});
