import type { Change } from '../../../diff/delta.ts';
import type { Verdict } from '../../change-rule.ts';
import { isSharperAlarm } from '../alarm.ts';
import { assuranceVerdict, isAbsent } from '../assurance-order.ts';
import { bufferVerdict } from '../buffer.ts';
import { faultsVerdict } from '../error-handling.ts';
import { ACKNOWLEDGEMENT, PROTECTION } from '../protection.ts';
import { isTypedNoMore } from '../typed.ts';
import { named, shift } from '../wording.ts';
import type { Strengthening } from './strengthening.ts';

/** A repeat that is recognised, a longer wait, an answer that says more, better protection, a fault explored, no typing. */
export const interfacePromises: Strengthening = {
  claims: [
    {
      kinds: ['interface'],
      paths: [
        'delivery.alarmAfter',
        'delivery.alarmTo',
        'delivery.key',
        'delivery.acknowledge',
        'whenDown.buffer',
        'transport.secured',
        'faults',
      ],
    },
    { kinds: ['mapping', 'reply'], paths: ['capture'] },
  ],
  check(change) {
    switch (change.path.join('.')) {
      case 'delivery.key':
        return isAbsent(change.from) ? [said(change)] : [];
      case 'delivery.alarmAfter':
      case 'delivery.alarmTo':
        return isSharperAlarm(change) ? [said(change)] : [];
      case 'delivery.acknowledge':
        return assuranceVerdict(change, ACKNOWLEDGEMENT, 'stronger');
      case 'whenDown.buffer':
        return bufferVerdict(change, 'stronger');
      case 'transport.secured':
        return assuranceVerdict(change, PROTECTION, 'stronger');
      case 'faults':
        return faultsVerdict(change, 'new');
      default:
        return isTypedNoMore(change) ? [said(change)] : [];
    }
  },
  examples: [
    {
      name: 'a repeat is recognised',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, headers: [msg], delivery: {}}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, headers: [msg], delivery: {key: [msg]}}}`,
      expect: ['compatible M interface:IF-1 delivery.key'],
    },
    {
      name: 'the sender learns more, and messages wait longer',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {acknowledge: transport}, whenDown: {mode: queue, buffer: 4 h}}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {acknowledge: processed}, whenDown: {mode: queue, buffer: 72 h}}}`,
      expect: ['compatible M interface:IF-1 delivery.acknowledge', 'compatible M interface:IF-1 whenDown.buffer'],
    },
    {
      name: 'both ends prove who they are',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, transport: {kind: https, secured: tls}}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, transport: {kind: https, secured: mutual-tls}}}`,
      expect: ['compatible M interface:IF-1 transport.secured'],
    },
    {
      name: 'one more fault is explored',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, faults: [lose]}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, faults: [lose, duplicate]}}`,
      expect: ['compatible M interface:IF-1 faults'],
    },
    {
      name: 'scanned instead of typed',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {capture: manual}}}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {capture: scanned}}}}`,
      expect: ['compatible M mapping:IF-1.nr capture'],
    },
    {
      name: 'told sooner, and one more is told',
      before: `roles: {LEAD: {}, QA: {}}
systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {alarmAfter: 300 s, alarmTo: [LEAD]}}}`,
      after: `roles: {LEAD: {}, QA: {}}
systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {alarmAfter: 4 min, alarmTo: [LEAD, QA]}}}`,
      expect: ['compatible M interface:IF-1 delivery.alarmAfter', 'compatible M interface:IF-1 delivery.alarmTo'],
    },
    {
      name: 'told later, and somebody else instead',
      before: `roles: {LEAD: {}, QA: {}, OPS: {}}
systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {alarmAfter: 4 min, alarmTo: [LEAD]}}}`,
      after: `roles: {LEAD: {}, QA: {}, OPS: {}}
systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {alarmAfter: 300 s, alarmTo: [OPS, QA]}}}`,
      expect: [],
    },
    {
      name: 'one fault instead of another',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, faults: [lose]}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, faults: [duplicate]}}`,
      expect: [],
    },
    {
      name: 'declared that the sender learns nothing',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {}}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {acknowledge: none}}}`,
      expect: [],
    },
  ],
};

function said({ after, path, from, to }: Change): Verdict {
  return { what: shift(`${named(after)}, ${path.join('.')}`, from, to) };
}
