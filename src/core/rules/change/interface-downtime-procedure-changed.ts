import { defineChangeRule } from '../change-rule.ts';
import { downtimeVerdict, isTreatedInBoth } from '../judging/downtime.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another way of working while the other end does not answer: by procedure, in waiting, in coming back, or not said any more. */
export const interfaceDowntimeProcedureChanged = defineChangeRule({
  id: 'interface-downtime-procedure-changed',
  family: 'interfaces',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-DWN', 'DOC'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose:
    'Reports another way of working while the other end does not answer: by procedure, in waiting, in coming back, or not said any more.',
  why: 'Late entries need a name, a second check and a reconciliation.',
  fix: 'Train the new way, and try the way back with a real outage.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['interface'], paths: ['whenDown.mode', 'whenDown.fallback', 'whenDown.catchUp'] }],
  check(change, context) {
    const { after, path, from, to } = change;
    if (path[1] !== 'mode')
      return isTreatedInBoth(change) ? [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }] : [];
    const gone = downtimeVerdict(change, context, ['withdrawn']);
    const reason = 'nothing says any more what happens meanwhile';
    return [
      ...downtimeVerdict(change, context, ['otherwise']),
      ...gone.map((verdict) => ({ ...verdict, raise: { risk: 'H', reason } as const })),
    ];
  },
  examples: [
    {
      name: 'refused instead of waiting',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: queue}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: refuse}}}`,
      expect: ['risky M interface:IF-1 whenDown.mode'],
    },
    {
      name: 'another way back',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: manual, catchUp: Entered by the shift.}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: manual, catchUp: Entered by the laboratory.}}}`,
      expect: ['risky M interface:IF-1 whenDown.catchUp'],
    },
    {
      name: 'not said any more',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: queue, buffer: 72 h}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B}}`,
      expect: ['risky H interface:IF-1 whenDown'],
    },
    {
      name: 'goes on unchecked',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: queue}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: proceed}}}`,
      expect: [],
    },
  ],
});
