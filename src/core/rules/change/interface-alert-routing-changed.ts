import { defineChangeRule } from '../change-rule.ts';
import { isSharperAlarm } from '../judging/alarm.ts';
import { isAbsent } from '../judging/assurance-order.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports other people who are told of failures, another time after which they are, or another place where failed messages wait. */
export const interfaceAlertRoutingChanged = defineChangeRule({
  id: 'interface-alert-routing-changed',
  family: 'interfaces',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-ERR', 'DOC'],
  approvers: { approve: ['OPS', 'IT'], inform: ['QA'] },
  purpose:
    'Reports other people who are told of failures, another time after which they are, or another place where failed messages wait.',
  why: 'Somebody stops being told, or is told later.',
  fix: 'Check that those who are told now can act, and know what to do.',
  mirror: {
    elsewhere:
      'Told sooner, or one more told, it is assurance-strengthened, otherwise interface-alert-routing-changed.',
  },
  core: false,
  claims: [{ kinds: ['interface'], paths: ['delivery.alarmAfter', 'delivery.alarmTo', 'delivery.deadLetter'] }],
  check(change) {
    const { after, path, from, to } = change;
    if (isAbsent(from) || isAbsent(to) || isSharperAlarm(change)) return [];
    return [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }];
  },
  examples: [
    {
      name: 'somebody else is told',
      before: `roles: {LEAD: {}, QA: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {alarmTo: [LEAD]}}}`,
      after: `roles: {LEAD: {}, QA: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {alarmTo: [QA]}}}`,
      expect: ['risky M interface:IF-1 delivery.alarmTo'],
    },
    {
      name: 'told later',
      before: `roles: {LEAD: {}, QA: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {alarmAfter: 5 min}}}`,
      after: `roles: {LEAD: {}, QA: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {alarmAfter: 1 h}}}`,
      expect: ['risky M interface:IF-1 delivery.alarmAfter'],
    },
    {
      name: 'nobody is told any more',
      before: `roles: {LEAD: {}, QA: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {alarmTo: [LEAD]}}}`,
      after: `roles: {LEAD: {}, QA: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {}}}`,
      expect: [],
    },
    {
      name: 'told sooner, and one more is told',
      before: `roles: {LEAD: {}, QA: {}}
systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {alarmAfter: 300 s, alarmTo: [LEAD]}}}`,
      after: `roles: {LEAD: {}, QA: {}}
systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {alarmAfter: 4 min, alarmTo: [LEAD, QA]}}}`,
      expect: [],
    },
    {
      name: 'the same time in other units',
      before: `roles: {LEAD: {}, QA: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {alarmAfter: 5 min}}}`,
      after: `roles: {LEAD: {}, QA: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {alarmAfter: 300 s}}}`,
      expect: [],
    },
  ],
});
