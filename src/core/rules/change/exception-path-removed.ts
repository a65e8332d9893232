import { defineChangeRule } from '../change-rule.ts';
import { treatmentVerdict } from '../judging/exception-paths.ts';
import { removedElement } from '../judging/whole-element.ts';

/** Reports an exception that is no longer handled. */
export const exceptionPathRemoved = defineChangeRule({
  id: 'exception-path-removed',
  family: 'process',
  judges: 'element',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-ERR', 'PQ-E2E', 'RSK'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports an exception that is no longer handled.',
  why: 'The case still happens, now without a defined way through.',
  fix: 'Keep the treatment, or show that the case cannot occur any more.',
  mirror: { rule: 'exception-path-added' },
  core: true,
  claims: [{ kinds: ['exception'], action: 'removed' }],
  check: (element) => [removedElement(element)],
  alike: {
    claims: [{ kinds: ['exception'], paths: ['treatment'] }],
    check: (change) => treatmentVerdict(change, 'lost'),
  },
  examples: [
    {
      name: 'deleted',
      before: `systems: {MES: {}, QMS: {}}
exceptions: {E-1: {class: duplicate, treatment: automated}}`,
      after: `systems: {MES: {}, QMS: {}}`,
      expect: ['risky H exception:E-1'],
    },
    {
      name: 'said not to occur',
      before: `systems: {MES: {}, QMS: {}}
exceptions: {E-1: {class: duplicate, treatment: automated}}`,
      after: `systems: {MES: {}, QMS: {}}
exceptions: {E-1: {class: duplicate, treatment: {notApplicable: It cannot happen}}}`,
      expect: ['risky H exception:E-1 treatment'],
    },
    {
      name: 'by people instead of systems',
      before: `systems: {MES: {}, QMS: {}}
exceptions: {E-1: {class: duplicate, treatment: automated}}`,
      after: `systems: {MES: {}, QMS: {}}
exceptions: {E-1: {class: duplicate, treatment: procedural}}`,
      expect: [],
    },
  ],
});
