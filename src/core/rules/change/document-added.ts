import { defineChangeRule } from '../change-rule.ts';
import { addedElement } from '../judging/whole-element.ts';

/** Reports a new document. */
export const documentAdded = defineChangeRule({
  id: 'document-added',
  family: 'process',
  judges: 'element',
  class: 'compatible',
  risk: 'L',
  evidence: ['DOC'],
  approvers: { approve: ['OPS'], inform: ['QA', 'IT'] },
  purpose: 'Reports a new document.',
  why: 'It changes nothing until something rests on it; what does carries the risk.',
  fix: 'Say what it covers and from which day it is in force.',
  mirror: { rule: 'document-removed' },
  core: false,
  claims: [{ kinds: ['document'], action: 'added' }],
  check: (element) => [addedElement(element)],
  examples: [
    {
      name: 'a new procedure',
      before: `systems: {MES: {}, ERP: {}}
documents: {}`,
      after: `systems: {MES: {}, ERP: {}}
documents: {SOP-1: {kind: procedure}}`,
      expect: ['compatible L document:SOP-1'],
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
