import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports an approved version that is another commit or gone, or another place where its approval is kept. */
export const baselineChanged = defineChangeRule({
  id: 'baseline-changed',
  family: 'model',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['DOC'],
  approvers: { approve: ['QA'], inform: ['OPS', 'IT'] },
  purpose: 'Reports an approved version that is another commit or gone, or another place where its approval is kept.',
  why: 'What was approved under that version is not what is found under it now.',
  fix: 'Put the entry back; approve a new version under a new name.',
  mirror: { rule: 'approval-record-changed' },
  core: false,
  claims: [{ kinds: ['project'], paths: ['baselines.*', 'baselines.*.commit', 'baselines.*.approval'] }],
  check(change) {
    const { path, from } = change;
    if (from === undefined && path.length === 2) return [];
    const raise = { risk: 'H', reason: 'an approved version is taken back or becomes another one' } as const;
    return [from === undefined ? { what: plainShift(change) } : { what: plainShift(change), raise }];
  },
  examples: [
    {
      name: 'gone',
      before: `systems: {MES: {}}
package: {id: EX, title: Example, version: "1"}
baselines: {"1.0.0": {commit: 0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c}}`,
      after: `systems: {MES: {}}
package: {id: EX, title: Example, version: "1"}`,
      expect: ['risky H project:project baselines.1.0.0'],
    },
    {
      name: 'the place of the approval is added',
      before: `systems: {MES: {}}
package: {id: EX, title: Example, version: "1"}
baselines: {"1.0.0": {commit: 0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c}}`,
      after: `systems: {MES: {}}
package: {id: EX, title: Example, version: "1"}
baselines: {"1.0.0": {commit: 0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c, approval: QMS-4711}}`,
      expect: ['risky M project:project baselines.1.0.0.approval'],
    },
    {
      name: 'another commit',
      before: `systems: {MES: {}}
package: {id: EX, title: Example, version: "1"}
baselines: {"1.0.0": {commit: 0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c}}`,
      after: `systems: {MES: {}}
package: {id: EX, title: Example, version: "1"}
baselines: {"1.0.0": {commit: 11112d3c4b5a69788796a5b4c3d2e1f011112d3c}}`,
      expect: ['risky H project:project baselines.1.0.0.commit'],
    },
    {
      name: 'a new version',
      before: `systems: {MES: {}}
package: {id: EX, title: Example, version: "1"}`,
      after: `systems: {MES: {}}
package: {id: EX, title: Example, version: "1"}
baselines: {"1.0.0": {commit: 0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c}}`,
      expect: [],
    },
  ],
});
