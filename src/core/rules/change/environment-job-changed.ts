import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports a scheduled job that is new, gone or runs at another time. */
export const environmentJobChanged = defineChangeRule({
  id: 'environment-job-changed',
  family: 'process',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['IQ-CFG', 'PQ-E2E'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports a scheduled job that is new, gone or runs at another time.',
  why: 'What it moves, closes or saves happens at another time, twice, or not at all.',
  fix: 'Say what depends on the job, and show on the installation when it runs.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['environment'], paths: ['jobs.*'] }],
  check(change) {
    const raise = { risk: 'H', reason: 'what the job did is no longer done by it' } as const;
    return [change.to === undefined ? { what: plainShift(change), raise } : { what: plainShift(change) }];
  },
  examples: [
    {
      name: 'another time',
      before: `systems: {MES: {environments: {PROD: {jobs: {backup: daily 02:00}}}}}
roles: {BUS: {kind: service}, ADMIN: {kind: administrator}}
interfaces: {IF-1: {from: MES, to: MES}}`,
      after: `systems: {MES: {environments: {PROD: {jobs: {backup: daily 06:00}}}}}
roles: {BUS: {kind: service}, ADMIN: {kind: administrator}}
interfaces: {IF-1: {from: MES, to: MES}}`,
      expect: ['risky M environment:MES.PROD jobs.backup'],
    },
    {
      name: 'no longer run',
      before: `systems: {MES: {environments: {PROD: {jobs: {backup: daily 02:00}}}}}
roles: {BUS: {kind: service}, ADMIN: {kind: administrator}}
interfaces: {IF-1: {from: MES, to: MES}}`,
      after: `systems: {MES: {environments: {PROD: {}}}}
roles: {BUS: {kind: service}, ADMIN: {kind: administrator}}
interfaces: {IF-1: {from: MES, to: MES}}`,
      expect: ['risky H environment:MES.PROD jobs.backup'],
    },
    {
      name: 'another build',
      before: `systems: {MES: {environments: {PROD: {build: "1"}}}}
roles: {BUS: {kind: service}, ADMIN: {kind: administrator}}
interfaces: {IF-1: {from: MES, to: MES}}`,
      after: `systems: {MES: {environments: {PROD: {build: "2"}}}}
roles: {BUS: {kind: service}, ADMIN: {kind: administrator}}
interfaces: {IF-1: {from: MES, to: MES}}`,
      expect: [],
    },
  ],
});
