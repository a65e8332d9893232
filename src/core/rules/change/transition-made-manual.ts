import type { Change } from '../../diff/delta.ts';
import type { Element } from '../../model/element.ts';
import { defineChangeRule } from '../change-rule.ts';
import { automation, MACHINE_STARTS, startInWords, useOf } from '../judging/step-starts.ts';
import { named } from '../judging/wording.ts';

/** Reports a step that a machine could start and that is left to people now. */
export const transitionMadeManual = defineChangeRule({
  id: 'transition-made-manual',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'compatible',
  risk: 'M',
  evidence: ['OQ-TRN', 'DOC'],
  approvers: { approve: ['OPS'], inform: ['QA', 'IT'] },
  purpose: 'Reports a step that a machine could start and that is left to people now.',
  why: 'There is more control and more delay; people must be there and know of it.',
  fix: 'Train those who start it now, and check that somebody is there on every shift.',
  mirror: { rule: 'transition-automated' },
  core: false,
  claims: [{ kinds: ['transition'], paths: [...MACHINE_STARTS] }],
  check(change, { head, changesOf }) {
    const { before, after, path } = change as Change & { before: Element<'transition'>; after: Element<'transition'> };
    const starts = changesOf(after)
      .map((other) => other.path.join('.'))
      .filter((other) => MACHINE_STARTS.includes(other));
    if (automation(before, after) !== 'made manual' || starts[0] !== path.join('.')) return [];
    return [
      {
        what: `${named(after)} also started ${startInWords(before)}; now people alone start it.`,
        explains: starts,
        ...(useOf(after, head) === 'withdraws' ? { raise: FORGOTTEN } : {}),
      },
    ];
  },
  examples: [
    {
      name: 'it no longer happens by itself',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: QA, auto: true, when: {fact: counted}}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: QA, when: {fact: counted}}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: ['compatible M transition:INV.T1 auto'],
    },
    {
      name: 'expiry is left to people',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: Released, to: Blocked, by: QA, after: 2 d}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: Released, to: Blocked, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: ['risky H transition:INV.T1 after'],
    },
    {
      name: 'another message',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: QA, receives: IF-2.UNHOLD}}}}
roles: {QA: {}, OP: {}, LEAD: {}}
systems: {A: {}, B: {}}
interfaces: {IF-2: {from: A, to: B, messages: [HOLD, UNHOLD, SPLIT]}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: QA, receives: IF-2.SPLIT}}}}
roles: {QA: {}, OP: {}, LEAD: {}}
systems: {A: {}, B: {}}
interfaces: {IF-2: {from: A, to: B, messages: [HOLD, UNHOLD, SPLIT]}}`,
      expect: [],
    },
  ],
});

const FORGOTTEN = {
  class: 'risky',
  risk: 'H',
  reason: 'the step takes something out of use, and nothing does that any more unless somebody thinks of it',
} as const;
