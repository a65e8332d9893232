import { defineChangeRule } from '../change-rule.ts';
import { linkDemand } from '../judging/link-demand.ts';

/** Reports a link between records that need not be there any more, or only in some or other cases. */
export const evidenceLinkWeakened = defineChangeRule({
  id: 'evidence-link-weakened',
  family: 'trace',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-KEY', 'PQ-REC', 'TRC'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a link between records that need not be there any more, or only in some or other cases.',
  why: 'A record without the link is complete, and who follows the evidence ends there.',
  fix: 'Keep the link required, or say what leads from one record to the other instead.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [{ kinds: ['evidence-link'], paths: ['required', 'required.when'] }],
  check: (change, context) => linkDemand(change, context, 'weaker'),
  examples: [
    {
      name: 'in some cases only',
      before: `systems: {MES: {}, QMS: {}}
objects: {lot: {}, ncr: {fields: {kind: {type: string}}}, capa: {}}
interfaces: {IF-1: {from: MES, to: QMS}, IF-2: {from: MES, to: QMS}}
evidenceLinks: {L1: {from: ncr, to: lot, required: true}}`,
      after: `systems: {MES: {}, QMS: {}}
objects: {lot: {}, ncr: {fields: {kind: {type: string}}}, capa: {}}
interfaces: {IF-1: {from: MES, to: QMS}, IF-2: {from: MES, to: QMS}}
evidenceLinks: {L1: {from: ncr, to: lot, required: {when: {field: ncr.kind, equals: MAJOR}}}}`,
      expect: ['risky H evidence-link:L1 required'],
    },
    {
      name: 'in fewer cases',
      before: `systems: {MES: {}, QMS: {}}
objects: {lot: {}, ncr: {fields: {kind: {type: string}}}, capa: {}}
interfaces: {IF-1: {from: MES, to: QMS}, IF-2: {from: MES, to: QMS}}
evidenceLinks: {L1: {from: ncr, to: lot, required: {when: {field: ncr.kind, in: [MAJOR, MINOR]}}}}`,
      after: `systems: {MES: {}, QMS: {}}
objects: {lot: {}, ncr: {fields: {kind: {type: string}}}, capa: {}}
interfaces: {IF-1: {from: MES, to: QMS}, IF-2: {from: MES, to: QMS}}
evidenceLinks: {L1: {from: ncr, to: lot, required: {when: {field: ncr.kind, equals: MAJOR}}}}`,
      expect: ['risky H evidence-link:L1 required.when'],
    },
    {
      name: 'always',
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
