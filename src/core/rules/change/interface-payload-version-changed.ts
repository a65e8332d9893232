import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another message schema or version of it, other headers, or another object that messages are about. */
export const interfacePayloadVersionChanged = defineChangeRule({
  id: 'interface-payload-version-changed',
  family: 'interfaces',
  judges: 'attribute',
  class: 'breaking',
  risk: 'M',
  evidence: ['OQ-MAP', 'OQ-BND', 'REG-DEP'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports another message schema or version of it, other headers, or another object that messages are about.',
  why: 'Both ends must switch together, or run two versions.',
  fix: 'Plan the switch: which version is sent, which is understood, and what becomes of messages that wait.',
  mirror: { self: true },
  core: true,
  claims: [{ kinds: ['interface'], paths: ['contract', 'headers', 'about'] }],
  check({ after, path, from, to }) {
    const what = shift(`${named(after)}, ${path.join('.')}`, from, to);
    if (path[0] !== 'about') return [{ what }];
    return [{ what, raise: { risk: 'H', reason: 'every value now belongs to another record' } }];
  },
  examples: [
    {
      name: 'another version',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, contract: lot-event 2.1}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, contract: lot-event 3.0}}`,
      expect: ['breaking M interface:IF-1 contract'],
    },
    {
      name: 'one header fewer',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, trace_id]}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq]}}`,
      expect: ['breaking M interface:IF-1 headers'],
    },
    {
      name: 'about another object',
      before: `objects: {lot: {}, unit: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, about: lot}}`,
      after: `objects: {lot: {}, unit: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, about: unit}}`,
      expect: ['breaking H interface:IF-1 about'],
    },
    {
      name: 'headers in another order',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, trace_id]}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [trace_id, seq]}}`,
      expect: [],
    },
  ],
});
