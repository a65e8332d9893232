import type { Change } from '../../diff/delta.ts';
import type { Element } from '../../model/element.ts';
import { defineChangeRule } from '../change-rule.ts';
import { automation, MACHINE_STARTS, startInWords } from '../judging/step-starts.ts';
import { named } from '../judging/wording.ts';

/** Reports a step of people that a machine may now start: by message, by itself, or by time. */
export const transitionAutomated = defineChangeRule({
  id: 'transition-automated',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-TRN', 'OQ-NEG', 'RSK', 'PQ-E2E'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a step of people that a machine may now start: by message, by itself, or by time.',
  why: 'A judged decision becomes a calculated one.',
  fix: 'Keep the decision with people, or justify the automation in `rationale` and test the calculation.',
  mirror: { rule: 'transition-made-manual' },
  core: true,
  claims: [{ kinds: ['transition'], paths: [...MACHINE_STARTS] }],
  check(change, { changesOf }) {
    const { before, after, path } = change as Change & { before: Element<'transition'>; after: Element<'transition'> };
    const starts = changesOf(after)
      .map((other) => other.path.join('.'))
      .filter((other) => MACHINE_STARTS.includes(other));
    if (automation(before, after) !== 'automated' || starts[0] !== path.join('.')) return [];
    return [
      {
        what: `${named(after)} was started by people alone; now it also starts ${startInWords(after)}.`,
        explains: starts,
      },
    ];
  },
  examples: [
    {
      name: 'closes by itself',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, when: {fact: verified}}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, auto: true, when: {fact: verified}}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: ['risky H transition:NCR.T1 auto'],
    },
    {
      name: 'another person',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: OP}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: [],
    },
  ],
});
