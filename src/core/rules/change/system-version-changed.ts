import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another product version, build, platform, installed part or setting of a system. */
export const systemVersionChanged = defineChangeRule({
  id: 'system-version-changed',
  family: 'data',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['IQ-CFG', 'REG-DEP'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports another product version, build, platform, installed part or setting of a system.',
  why: 'Behaviour of the product can move under a specification that did not: defaults, rounding, log-in. No model can prove that it is the same.',
  fix: 'Attach the release notes with their assessment, and repeat the tests of what they touch.',
  mirror: { self: true },
  core: true,
  claims: [
    { kinds: ['system'], paths: ['version'] },
    { kinds: ['environment'], paths: ['build', 'platform', 'parts.*', 'config.*'] },
  ],
  check({ after, path, from, to }) {
    const what = shift(`${named(after)}, ${path.join('.')}`, from, to);
    // Nobody can tell from a name which parameter is a control: an audit trail is switched off by one of them.
    const raise = { risk: 'H', reason: 'a setting can switch a control off' } as const;
    return [path[0] === 'config' ? { what, raise } : { what }];
  },
  examples: [
    {
      name: 'another version',
      before: `systems: {MES: {version: "7.4"}}`,
      after: `systems: {MES: {version: "7.5"}}`,
      expect: ['risky M system:MES version'],
    },
    {
      name: 'another build and another part of an installation',
      before: `systems: {MES: {environments: {PROD: {build: 7.4.2.1187, parts: {hold-script: 1.8.0}}}}}`,
      after: `systems: {MES: {environments: {PROD: {build: 7.4.2.1190, parts: {hold-script: 1.9.0}}}}}`,
      expect: ['risky M environment:MES.PROD build', 'risky M environment:MES.PROD parts.hold-script'],
    },
    {
      name: 'a setting that may be a control',
      before: `systems: {MES: {environments: {PROD: {config: {audit trail: enabled}}}}}`,
      after: `systems: {MES: {environments: {PROD: {config: {audit trail: disabled}}}}}`,
      expect: ['risky H environment:MES.PROD config.audit trail'],
    },
    {
      name: 'another end of support',
      before: `systems: {MES: {version: "7.4", supportUntil: 2027-12-31}}`,
      after: `systems: {MES: {version: "7.4", supportUntil: 2028-12-31}}`,
      expect: [],
    },
  ],
});
