import { defineChangeRule } from '../change-rule.ts';
import { assuranceVerdict } from '../judging/assurance-order.ts';
import { PROTECTION } from '../judging/protection.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports weaker protection of data on their way, or another account under which they travel. */
export const interfaceSecurityWeakened = defineChangeRule({
  id: 'interface-security-weakened',
  family: 'interfaces',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['IQ-SEC', 'IQ-CFG'],
  approvers: { approve: ['QA', 'IT'], inform: [] },
  purpose: 'Reports weaker protection of data on their way, or another account under which they travel.',
  why: 'Origin and integrity of regulated data are no longer assured.',
  fix: 'Keep the protection; of another account, show that it may do no more than the old one.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [{ kinds: ['interface'], paths: ['transport.secured', 'transport.account'] }],
  check(change) {
    const { after, path, from, to } = change;
    if (path[1] === 'secured') return assuranceVerdict(change, PROTECTION, 'weaker');
    return from === undefined ? [] : [{ what: shift(`${named(after)}, account`, from, to) }];
  },
  examples: [
    {
      name: 'no longer both ends prove who they are',
      before: `roles: {SVC1: {}, SVC2: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, transport: {kind: https, secured: mutual-tls}}}`,
      after: `roles: {SVC1: {}, SVC2: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, transport: {kind: https, secured: tls}}}`,
      expect: ['risky H interface:IF-1 transport.secured'],
    },
    {
      name: 'signed, but no longer secret',
      before: `roles: {SVC1: {}, SVC2: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, transport: {kind: https, secured: tls}}}`,
      after: `roles: {SVC1: {}, SVC2: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, transport: {kind: https, secured: signed}}}`,
      expect: ['risky H interface:IF-1 transport.secured'],
    },
    {
      name: 'another account',
      before: `roles: {SVC1: {}, SVC2: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, transport: {kind: https, account: SVC1}}}`,
      after: `roles: {SVC1: {}, SVC2: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, transport: {kind: https, account: SVC2}}}`,
      expect: ['risky H interface:IF-1 transport.account'],
    },
    {
      name: 'both ends prove who they are',
      before: `roles: {SVC1: {}, SVC2: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, transport: {kind: https, secured: tls}}}`,
      after: `roles: {SVC1: {}, SVC2: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, transport: {kind: https, secured: mutual-tls}}}`,
      expect: [],
    },
  ],
});
