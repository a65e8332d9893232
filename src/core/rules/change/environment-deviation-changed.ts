import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports another difference between an installation and production, or another reason why it is acceptable. */
export const environmentDeviationChanged = defineChangeRule({
  id: 'environment-deviation-changed',
  family: 'trace',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['IQ-CFG', 'RSK'],
  approvers: { approve: ['QA', 'IT'], inform: [] },
  purpose: 'Reports another difference between an installation and production, or another reason why it is acceptable.',
  why: 'What was tested there counts for production only as far as both are the same.',
  fix: 'Show which tests the difference touches; repeat them where it matters.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['environment'], paths: ['differs.*'] }],
  check: (change) => [{ what: plainShift(change) }],
  examples: [
    {
      name: 'one more difference',
      before: `systems: {MES: {environments: {PROD: {}}}}
roles: {BUS: {kind: service}, ADMIN: {kind: administrator}}
interfaces: {IF-1: {from: MES, to: MES}}`,
      after: `systems: {MES: {environments: {PROD: {differs: {load: A tenth of the load}}}}}
roles: {BUS: {kind: service}, ADMIN: {kind: administrator}}
interfaces: {IF-1: {from: MES, to: MES}}`,
      expect: ['risky M environment:MES.PROD differs.load'],
    },
    {
      name: 'one that is no longer said',
      before: `systems: {MES: {environments: {PROD: {differs: {load: A tenth of the load}}}}}
roles: {BUS: {kind: service}, ADMIN: {kind: administrator}}
interfaces: {IF-1: {from: MES, to: MES}}`,
      after: `systems: {MES: {environments: {PROD: {}}}}
roles: {BUS: {kind: service}, ADMIN: {kind: administrator}}
interfaces: {IF-1: {from: MES, to: MES}}`,
      expect: ['risky M environment:MES.PROD differs.load'],
    },
    {
      name: 'another location',
      before: `systems: {MES: {environments: {PROD: {location: Hall 1}}}}
roles: {BUS: {kind: service}, ADMIN: {kind: administrator}}
interfaces: {IF-1: {from: MES, to: MES}}`,
      after: `systems: {MES: {environments: {PROD: {location: Hall 2}}}}
roles: {BUS: {kind: service}, ADMIN: {kind: administrator}}
interfaces: {IF-1: {from: MES, to: MES}}`,
      expect: [],
    },
  ],
});
