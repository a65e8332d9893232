import { defineChangeRule } from '../change-rule.ts';
import { removedElement } from '../judging/whole-element.ts';

/** Reports a link between records that is gone. */
export const evidenceLinkRemoved = defineChangeRule({
  id: 'evidence-link-removed',
  family: 'trace',
  judges: 'element',
  class: 'risky',
  risk: 'H',
  evidence: ['PQ-REC', 'RSK', 'TRC'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a link between records that is gone.',
  why: 'From one of the records nobody finds the other any more: genealogy, recall and investigation end there.',
  fix: 'Keep the link, or say what leads from one record to the other instead.',
  mirror: { rule: 'evidence-link-added' },
  core: false,
  claims: [{ kinds: ['evidence-link'], action: 'removed' }],
  check: (element) => [removedElement(element)],
  examples: [
    {
      name: 'gone',
      before: `systems: {MES: {}, QMS: {}}
objects: {lot: {}, ncr: {fields: {kind: {type: string}}}, capa: {}}
interfaces: {IF-1: {from: MES, to: QMS}, IF-2: {from: MES, to: QMS}}
evidenceLinks: {L1: {from: ncr, to: lot}, L2: {from: capa, to: ncr}}`,
      after: `systems: {MES: {}, QMS: {}}
objects: {lot: {}, ncr: {fields: {kind: {type: string}}}, capa: {}}
interfaces: {IF-1: {from: MES, to: QMS}, IF-2: {from: MES, to: QMS}}
evidenceLinks: {L2: {from: capa, to: ncr}}`,
      expect: ['risky H evidence-link:L1'],
    },
    {
      name: 'renamed as declared',
      before: `systems: {MES: {}, QMS: {}}
objects: {lot: {}, ncr: {fields: {kind: {type: string}}}, capa: {}}
interfaces: {IF-1: {from: MES, to: QMS}, IF-2: {from: MES, to: QMS}}
evidenceLinks: {L1: {from: ncr, to: lot}}`,
      after: `systems: {MES: {}, QMS: {}}
objects: {lot: {}, ncr: {fields: {kind: {type: string}}}, capa: {}}
interfaces: {IF-1: {from: MES, to: QMS}, IF-2: {from: MES, to: QMS}}
evidenceLinks: {L2: {formerIds: [L1], from: ncr, to: lot}}`,
      expect: [],
    },
  ],
});
