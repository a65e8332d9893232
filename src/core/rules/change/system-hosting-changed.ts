import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another place or kind of hosting of a system, or another closure of it. */
export const systemHostingChanged = defineChangeRule({
  id: 'system-hosting-changed',
  family: 'data',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['IQ-CFG', 'IQ-SEC', 'OQ-DWN'],
  approvers: { approve: ['QA', 'IT'], inform: [] },
  purpose: 'Reports another place or kind of hosting of a system, or another closure of it.',
  why: 'The function is the same; who can reach it, how far away it is and how it is backed up are not.',
  fix: 'Repeat installation, access, backup and outage tests in the new place.',
  mirror: { self: true },
  core: false,
  claims: [
    { kinds: ['system'], paths: ['hosting', 'access'] },
    { kinds: ['environment'], paths: ['host', 'location'] },
  ],
  check({ after, path, from, to }) {
    const what = shift(`${named(after)}, ${path.join('.')}`, from, to);
    const raise = { risk: 'H', reason: 'a system that is not closed needs controls of its own' } as const;
    return [path[0] === 'access' && to !== 'closed' ? { what, raise } : { what }];
  },
  examples: [
    {
      name: 'hosted by the vendor',
      before: `systems: {QMS: {hosting: on-premises, environments: {PROD: {host: qms.example}}}}`,
      after: `systems: {QMS: {hosting: saas, environments: {PROD: {host: plant.vendor.example}}}}`,
      expect: ['risky M environment:QMS.PROD host', 'risky M system:QMS hosting'],
    },
    {
      name: 'no longer closed',
      before: `systems: {QMS: {access: closed}}`,
      after: `systems: {QMS: {access: open}}`,
      expect: ['risky H system:QMS access'],
    },
    {
      name: 'another build at the same place',
      before: `systems: {QMS: {hosting: saas, environments: {PROD: {build: 1.0.0}}}}`,
      after: `systems: {QMS: {hosting: saas, environments: {PROD: {build: 1.1.0}}}}`,
      expect: [],
    },
  ],
});
