import type { Change } from '../../diff/delta.ts';
import type { Element } from '../../model/element.ts';
import { defineChangeRule } from '../change-rule.ts';
import type { ChangeContext } from '../change-rule.ts';
import { holdVerdict, startsByFewer } from '../judging/hold.ts';
import { automation } from '../judging/step-starts.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a step that another event or another message starts. */
export const transitionEventChanged = defineChangeRule({
  id: 'transition-event-changed',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'breaking',
  risk: 'M',
  evidence: ['OQ-TRN', 'OQ-SYN'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a step that another event or another message starts.',
  why: 'Whoever sends the old event no longer moves the record, and another one does.',
  fix: 'Let the step react to both until every sender has changed over.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['transition'], paths: ['event', 'receives'] }],
  check(change, context) {
    const { before, after, path, from, to } = change as Change & {
      before: Element<'transition'>;
      after: Element<'transition'>;
    };
    if (path[0] === 'event')
      return [{ what: shift(`${named(after)}, event`, from ?? before.localId, to ?? after.localId) }];
    // A start that people lose or gain with it, and messages that hold, have rules of their own.
    if (automation(before, after) !== undefined || isAboutHold(change, context)) return [];
    const what = shift(`${named(after)}, messages that start it`, from, to);
    return startsByFewer(from, to, context) ? [{ what }] : [{ what, raise: MORE }];
  },
  examples: [
    {
      name: 'another name of the event',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {event: release, from: QI, to: Released, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {event: approve, from: QI, to: Released, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: ['breaking M transition:INV.T1 event'],
    },
    {
      name: 'the name that it had anyway',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Released, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {event: T1, from: QI, to: Released, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: [],
    },
    {
      name: 'one message fewer',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, receives: [IF-2.UNHOLD, IF-2.SPLIT]}}}}
roles: {QA: {}, OP: {}, LEAD: {}}
systems: {A: {}, B: {}}
interfaces: {IF-2: {from: A, to: B, messages: [HOLD, UNHOLD, SPLIT]}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, receives: [IF-2.UNHOLD]}}}}
roles: {QA: {}, OP: {}, LEAD: {}}
systems: {A: {}, B: {}}
interfaces: {IF-2: {from: A, to: B, messages: [HOLD, UNHOLD, SPLIT]}}`,
      expect: ['breaking M transition:INV.T1 receives'],
    },
    {
      name: 'one message more',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, receives: [IF-2.UNHOLD]}}}}
roles: {QA: {}, OP: {}, LEAD: {}}
systems: {A: {}, B: {}}
interfaces: {IF-2: {from: A, to: B, messages: [HOLD, UNHOLD, SPLIT]}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, receives: [IF-2.UNHOLD, IF-2.SPLIT]}}}}
roles: {QA: {}, OP: {}, LEAD: {}}
systems: {A: {}, B: {}}
interfaces: {IF-2: {from: A, to: B, messages: [HOLD, UNHOLD, SPLIT]}}`,
      expect: ['breaking H transition:INV.T1 receives'],
    },
    {
      name: 'a message that holds is another finding',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: Released, to: Blocked, receives: [IF-2.HOLD, IF-2.SPLIT]}}}}
roles: {QA: {}, OP: {}, LEAD: {}}
systems: {A: {}, B: {}}
interfaces: {IF-2: {from: A, to: B, messages: [HOLD, UNHOLD, SPLIT]}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: Released, to: Blocked, receives: [IF-2.HOLD]}}}}
roles: {QA: {}, OP: {}, LEAD: {}}
systems: {A: {}, B: {}}
interfaces: {IF-2: {from: A, to: B, messages: [HOLD, UNHOLD, SPLIT]}}`,
      expect: [],
    },
  ],
});

const MORE = { risk: 'H', reason: 'messages that did not start the step may start it now' } as const;

function isAboutHold(change: Change, context: ChangeContext): boolean {
  return (['weakened', 'strengthened'] as const).some(
    (direction) => holdVerdict(change, context, direction).length > 0,
  );
}
