import { defineChangeRule } from '../change-rule.ts';
import { changesAt, isFirstOf, oneEdit } from '../judging/one-edit.ts';

const WAY = ['pattern', 'transport.kind', 'transport.name', 'transport.via'];

/** Reports another carrier, another kind of flow, another place or middleware, or an account that is named for the first time. */
export const interfaceTransportChanged = defineChangeRule({
  id: 'interface-transport-changed',
  family: 'interfaces',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['IQ-CFG', 'OQ-ERR', 'OQ-DWN'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose:
    'Reports another carrier, another kind of flow, another place or middleware, or an account that is named for the first time.',
  why: 'The payload is the same; the modes of failure, the order and the limits of size are not.',
  fix: 'Test faults, outage and the largest message on the new way.',
  mirror: { self: true },
  core: true,
  claims: [
    {
      kinds: ['interface'],
      paths: ['pattern', 'transport.kind', 'transport.name', 'transport.via', 'transport.account'],
    },
  ],
  check(change, context) {
    if (change.path[1] === 'account') return change.from === undefined ? [oneEdit([change])] : [];
    const changes = changesAt(change, context, WAY);
    if (!isFirstOf(changes, change)) return [];
    const isByHand = changes.some(({ to }) => to === 'manual' || to === 'paper');
    const raise = { risk: 'H', reason: 'people carry the data now, and can alter them' } as const;
    return [{ ...oneEdit(changes), ...(isByHand ? { raise } : {}) }];
  },
  examples: [
    {
      name: 'a queue instead of files',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, transport: {kind: file}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, transport: {kind: queue}}}`,
      expect: ['risky M interface:IF-1 transport.kind'],
    },
    {
      name: 'another kind of flow over another carrier',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, pattern: event, transport: {kind: topic, name: lots}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, pattern: file, transport: {kind: file, name: /lots}}}`,
      expect: ['risky M interface:IF-1 pattern'],
    },
    {
      name: 'carried by people',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, pattern: event}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, pattern: manual}}`,
      expect: ['risky H interface:IF-1 pattern'],
    },
    {
      name: 'other protection on the way',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, transport: {kind: https, secured: tls}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, transport: {kind: https, secured: mutual-tls}}}`,
      expect: [],
    },
  ],
});
