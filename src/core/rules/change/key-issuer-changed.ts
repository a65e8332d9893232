import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another system that hands out a number. */
export const keyIssuerChanged = defineChangeRule({
  id: 'key-issuer-changed',
  family: 'data',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-KEY', 'MIG', 'OQ-DWN'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports another system that hands out a number.',
  why: 'During the switch both count: ranges overlap, and the genealogy forks.',
  fix: 'Give the new issuer a range that the old one never used, and stop the old one first.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['object'], paths: ['keys.*.issuedBy'] }],
  check: ({ after, path, from, to }) => [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }],
  examples: [
    {
      name: 'another issuer',
      before: `systems: {MES: {}, ERP: {}}
objects: {lot: {keys: {MES: {fields: [nr], issuedBy: ERP}}}}`,
      after: `systems: {MES: {}, ERP: {}}
objects: {lot: {keys: {MES: {fields: [nr], issuedBy: MES}}}}`,
      expect: ['risky H object:lot keys.MES.issuedBy'],
    },
    {
      name: 'the issuer renamed as declared',
      before: `systems: {MES: {}, ERP: {}}
objects: {lot: {keys: {MES: {fields: [nr], issuedBy: ERP}}}}`,
      after: `systems: {MES: {}, SAP: {formerIds: [ERP]}}
objects: {lot: {keys: {MES: {fields: [nr], issuedBy: SAP}}}}`,
      expect: [],
    },
  ],
});
