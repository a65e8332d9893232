import type { Change } from '../../diff/delta.ts';
import type { Element } from '../../model/element.ts';
import { defineChangeRule } from '../change-rule.ts';
import { automation, useOf } from '../judging/step-starts.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a step that time starts earlier, later, from another field, or no longer. */
export const timerChanged = defineChangeRule({
  id: 'timer-changed',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-TRN', 'OQ-BND'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a step that time starts earlier, later, from another field, or no longer.',
  why: 'A hold, an expiry or an escalation comes too early or too late.',
  fix: 'Test the moment before and after, and say what holds for records whose time is running.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['transition'], paths: ['after', 'after.field'] }],
  check(change, { base, head }) {
    const { before, after, path, from, to } = change as Change & {
      before: Element<'transition'>;
      after: Element<'transition'>;
    };
    if (path.length === 1 && automation(before, after) !== undefined) return [];
    const what = shift(`${named(after)}, starts by time`, from, to);
    return useOf(before, base) === undefined && useOf(after, head) === undefined ? [{ what }] : [{ what, raise: USE }];
  },
  examples: [
    {
      name: 'later reminder',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: Checked, to: QI, after: 2 d}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: Checked, to: QI, after: 3 d}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: ['risky M transition:INV.T1 after'],
    },
    {
      name: 'expiry comes later',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: Released, to: Blocked, after: 30 d}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: Released, to: Blocked, after: 60 d}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: ['risky H transition:INV.T1 after'],
    },
    {
      name: 'the same time in other units',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: Released, to: Blocked, after: 48 h}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: Released, to: Blocked, after: 2880 min}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: [],
    },
    {
      name: 'time starts what people started',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: Released, to: Blocked, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: Released, to: Blocked, by: QA, after: 2 d}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: [],
    },
  ],
});

const USE = { risk: 'H', reason: 'the step takes something out of use, or gives it back' } as const;
