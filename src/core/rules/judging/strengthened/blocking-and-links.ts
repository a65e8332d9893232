import { weakensConditions } from '../guard-meaning.ts';
import { holdVerdict } from '../hold.ts';
import { membersChanged } from '../set-members.ts';
import { linkVerdict } from '../trace-links.ts';
import { stricterForUnknown } from '../unknown-states.ts';
import type { Strengthening } from './strengthening.ts';

/** A link, a blocking status or a holding message that is new. */
export const blockingAndLinks: Strengthening = {
  claims: [
    { kinds: ['set'], paths: ['members', 'except', 'classes', 'unknown'] },
    { kinds: ['transition'], paths: ['receives'] },
    { paths: ['satisfies'] },
    { kinds: ['requirement'], paths: ['satisfiedBy', 'parents'] },
    { kinds: ['test'], paths: ['verifies'] },
    { kinds: ['risk'], paths: ['element'] },
  ],
  check(change, context) {
    if (change.path[0] === 'unknown') return stricterForUnknown(change);
    // Whether one more status blocks is told by the conditions that name the set, not by what it calls itself.
    if (change.after.kind === 'set' && weakensConditions(change, context)) return [];
    if (change.after.kind === 'set') return membersChanged(change, context, 'gained', 'blocks');
    return change.path[0] === 'receives'
      ? holdVerdict(change, context, 'strengthened')
      : linkVerdict(change, context, 'gained');
  },
  examples: [
    {
      name: 'one more status blocks',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}}}
sets: {S: {of: NCR, effect: blocks, members: [Open]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}}}
sets: {S: {of: NCR, effect: blocks, members: [Open, Review]}}`,
      expect: ['compatible M set:S members'],
    },
    {
      name: 'one more link',
      before: `systems: {MES: {}, ERP: {}}
requirements: {URS-1: {text: Held stock stays blocked., satisfiedBy: [MES]}}`,
      after: `systems: {MES: {}, ERP: {}}
requirements: {URS-1: {text: Held stock stays blocked., satisfiedBy: [MES, ERP]}}`,
      expect: ['compatible M requirement:URS-1 satisfiedBy'],
    },
    {
      name: 'unknown states block',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}}}
sets: {S: {of: NCR, effect: blocks, unknown: out, members: [Open]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}}}
sets: {S: {of: NCR, effect: blocks, unknown: in, members: [Open]}}`,
      expect: ['compatible M set:S unknown'],
    },
    {
      name: 'a status leaves the blocking list',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}}}
sets: {S: {of: NCR, effect: blocks, members: [Open, Review]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}}}
sets: {S: {of: NCR, effect: blocks, members: [Open]}}`,
      expect: [],
    },
    {
      name: 'more messages lift a hold',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-2: {from: A, to: B, messages: [HOLD, UNHOLD, SPLIT]}}
lifecycles: {INV: {initial: QI, states: {QI: quarantine, Blocked: held}, transitions: {T2: {from: Blocked, to: QI, receives: IF-2.UNHOLD}}}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-2: {from: A, to: B, messages: [HOLD, UNHOLD, SPLIT]}}
lifecycles: {INV: {initial: QI, states: {QI: quarantine, Blocked: held}, transitions: {T2: {from: Blocked, to: QI, receives: [IF-2.UNHOLD, IF-2.SPLIT]}}}}`,
      expect: [],
    },
    {
      name: 'one more message puts on hold, from quarantine too',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-2: {from: A, to: B, messages: [HOLD, UNHOLD, SPLIT]}}
lifecycles: {INV: {initial: QI, states: {QI: quarantine, Released: released, Blocked: held}, transitions: {T1: {from: [QI, Released], to: Blocked, receives: IF-2.HOLD}}}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-2: {from: A, to: B, messages: [HOLD, UNHOLD, SPLIT]}}
lifecycles: {INV: {initial: QI, states: {QI: quarantine, Released: released, Blocked: held}, transitions: {T1: {from: [QI, Released], to: Blocked, receives: [IF-2.HOLD, IF-2.SPLIT]}}}}`,
      expect: ['compatible M transition:INV.T1 receives'],
    },
  ],
};
