import { defineChangeRule } from '../change-rule.ts';
import { removedElement } from '../judging/whole-element.ts';

/** Reports a document that is gone. */
export const documentRemoved = defineChangeRule({
  id: 'document-removed',
  family: 'process',
  judges: 'element',
  class: 'risky',
  risk: 'H',
  evidence: ['DOC', 'RSK', 'TRC'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a document that is gone.',
  why: 'What people did by it is described nowhere; what was shown by it is shown by nothing.',
  fix: 'Name the document that takes its place, and train people on that.',
  mirror: { rule: 'document-added' },
  core: false,
  claims: [{ kinds: ['document'], action: 'removed' }],
  check: (element) => [removedElement(element)],
  examples: [
    {
      name: 'gone',
      before: `systems: {MES: {}, ERP: {}}
documents: {SOP-1: {kind: procedure}}`,
      after: `systems: {MES: {}, ERP: {}}
documents: {}`,
      expect: ['risky H document:SOP-1'],
    },
    {
      name: 'renamed as declared',
      before: `systems: {MES: {}, ERP: {}}
documents: {SOP-1: {kind: procedure}}`,
      after: `systems: {MES: {}, ERP: {}}
documents: {SOP-2: {formerIds: [SOP-1], kind: procedure}}`,
      expect: [],
    },
  ],
});
