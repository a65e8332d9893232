import { defineChangeRule } from '../change-rule.ts';
import { addedElement } from '../judging/whole-element.ts';

/** Reports a new link between records. */
export const evidenceLinkAdded = defineChangeRule({
  id: 'evidence-link-added',
  family: 'trace',
  judges: 'element',
  class: 'compatible',
  risk: 'M',
  evidence: ['OQ-KEY', 'TRC'],
  approvers: { approve: ['QA'], inform: ['OPS', 'IT'] },
  purpose: 'Reports a new link between records.',
  why: 'Evidence can be followed further; records from before the change may lack the link.',
  fix: 'Show the link in both directions, and say what holds for older records.',
  mirror: { rule: 'evidence-link-removed' },
  core: false,
  claims: [{ kinds: ['evidence-link'], action: 'added' }],
  check: (element) => [addedElement(element)],
  examples: [
    {
      name: 'a new link',
      before: `systems: {MES: {}, QMS: {}}
objects: {lot: {}, ncr: {fields: {kind: {type: string}}}, capa: {}}
interfaces: {IF-1: {from: MES, to: QMS}, IF-2: {from: MES, to: QMS}}
evidenceLinks: {}`,
      after: `systems: {MES: {}, QMS: {}}
objects: {lot: {}, ncr: {fields: {kind: {type: string}}}, capa: {}}
interfaces: {IF-1: {from: MES, to: QMS}, IF-2: {from: MES, to: QMS}}
evidenceLinks: {L1: {from: ncr, to: lot}}`,
      expect: ['compatible M evidence-link:L1'],
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
