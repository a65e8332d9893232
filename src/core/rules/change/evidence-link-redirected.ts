import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports a link between records that starts or ends elsewhere, travels another way, or joins another number of records. */
export const evidenceLinkRedirected = defineChangeRule({
  id: 'evidence-link-redirected',
  family: 'trace',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-KEY', 'PQ-REC', 'TRC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose:
    'Reports a link between records that starts or ends elsewhere, travels another way, or joins another number of records.',
  why: 'Who follows the evidence arrives at another record, at several, or at none.',
  fix: 'Follow the link for real records in both directions, those from before the change included.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['evidence-link'], paths: ['from', 'to', 'via', 'cardinality'] }],
  check: (change) => [{ what: plainShift(change) }],
  examples: [
    {
      name: 'to another record, over another interface',
      before: `systems: {MES: {}, QMS: {}}
objects: {lot: {}, ncr: {fields: {kind: {type: string}}}, capa: {}}
interfaces: {IF-1: {from: MES, to: QMS}, IF-2: {from: MES, to: QMS}}
evidenceLinks: {L1: {from: ncr, to: lot, via: IF-1}}`,
      after: `systems: {MES: {}, QMS: {}}
objects: {lot: {}, ncr: {fields: {kind: {type: string}}}, capa: {}}
interfaces: {IF-1: {from: MES, to: QMS}, IF-2: {from: MES, to: QMS}}
evidenceLinks: {L1: {from: ncr, to: capa, via: IF-2}}`,
      expect: ['risky H evidence-link:L1 to', 'risky H evidence-link:L1 via'],
    },
    {
      name: 'several instead of one',
      before: `systems: {MES: {}, QMS: {}}
objects: {lot: {}, ncr: {fields: {kind: {type: string}}}, capa: {}}
interfaces: {IF-1: {from: MES, to: QMS}, IF-2: {from: MES, to: QMS}}
evidenceLinks: {L1: {from: ncr, to: lot, cardinality: many-to-one}}`,
      after: `systems: {MES: {}, QMS: {}}
objects: {lot: {}, ncr: {fields: {kind: {type: string}}}, capa: {}}
interfaces: {IF-1: {from: MES, to: QMS}, IF-2: {from: MES, to: QMS}}
evidenceLinks: {L1: {from: ncr, to: lot, cardinality: many-to-many}}`,
      expect: ['risky H evidence-link:L1 cardinality'],
    },
    {
      name: 'now required',
      before: `systems: {MES: {}, QMS: {}}
objects: {lot: {}, ncr: {fields: {kind: {type: string}}}, capa: {}}
interfaces: {IF-1: {from: MES, to: QMS}, IF-2: {from: MES, to: QMS}}
evidenceLinks: {L1: {from: ncr, to: lot}}`,
      after: `systems: {MES: {}, QMS: {}}
objects: {lot: {}, ncr: {fields: {kind: {type: string}}}, capa: {}}
interfaces: {IF-1: {from: MES, to: QMS}, IF-2: {from: MES, to: QMS}}
evidenceLinks: {L1: {from: ncr, to: lot, required: true}}`,
      expect: [],
    },
  ],
});
