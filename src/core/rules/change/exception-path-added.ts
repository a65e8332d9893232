import { defineChangeRule } from '../change-rule.ts';
import { treatmentVerdict } from '../judging/exception-paths.ts';
import { addedElement } from '../judging/whole-element.ts';

/** Reports an exception that is handled for the first time. */
export const exceptionPathAdded = defineChangeRule({
  id: 'exception-path-added',
  family: 'process',
  judges: 'element',
  class: 'compatible',
  risk: 'M',
  evidence: ['OQ-ERR', 'OQ-NEG'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports an exception that is handled for the first time.',
  why: 'It closes a gap, and is a new way: it must not lead past a control.',
  fix: 'Play its story, the steps that must be refused included.',
  mirror: { rule: 'exception-path-removed' },
  core: false,
  claims: [{ kinds: ['exception'], action: 'added' }],
  check: (element) => [addedElement(element)],
  alike: {
    claims: [{ kinds: ['exception'], paths: ['treatment'] }],
    check: (change) => treatmentVerdict(change, 'gained'),
  },
  examples: [
    {
      name: 'new',
      before: `systems: {MES: {}, QMS: {}}`,
      after: `systems: {MES: {}, QMS: {}}
exceptions: {E-1: {class: duplicate, treatment: automated}}`,
      expect: ['compatible M exception:E-1'],
    },
    {
      name: 'it can occur after all',
      before: `systems: {MES: {}, QMS: {}}
exceptions: {E-1: {class: duplicate, treatment: {notApplicable: It cannot happen}}}`,
      after: `systems: {MES: {}, QMS: {}}
exceptions: {E-1: {class: duplicate, treatment: procedural}}`,
      expect: ['compatible M exception:E-1 treatment'],
    },
    {
      name: 'no longer handled',
      before: `systems: {MES: {}, QMS: {}}
exceptions: {E-1: {class: duplicate, treatment: automated}}`,
      after: `systems: {MES: {}, QMS: {}}
exceptions: {E-1: {class: duplicate, treatment: {notApplicable: It cannot happen}}}`,
      expect: [],
    },
  ],
});
