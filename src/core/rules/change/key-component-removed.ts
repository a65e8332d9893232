import { defineChangeRule } from '../change-rule.ts';
import { KEY_COMPONENT_CLAIMS, keyComponentVerdict } from '../judging/key-components.ts';

/** Reports a key that has one part less, or that is not declared any more. */
export const keyComponentRemoved = defineChangeRule({
  id: 'key-component-removed',
  family: 'data',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-KEY', 'MIG', 'PQ-REC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a key that has one part less, or that is not declared any more.',
  why: 'Distinct records become the same record: two sites, one lot number.',
  fix: 'Prove on live data that what remains is unique, across all sites and years.',
  mirror: { rule: 'key-component-added' },
  core: true,
  claims: KEY_COMPONENT_CLAIMS,
  check: (change, context) => keyComponentVerdict(change, context, 'lost'),
  examples: [
    {
      name: 'the site is no longer part of the key',
      before: `systems: {MES: {}}
objects: {lot: {keys: {MES: [nr, site]}}}`,
      after: `systems: {MES: {}}
objects: {lot: {keys: {MES: [nr]}}}`,
      expect: ['breaking H object:lot keys.MES.fields'],
    },
    {
      name: 'no key declared any more',
      before: `systems: {MES: {}}
objects: {lot: {keys: {MES: [nr]}}}`,
      after: `systems: {MES: {}}
objects: {lot: {}}`,
      expect: ['breaking H object:lot keys.MES'],
    },
    {
      name: 'a mapped field is no longer part of the identity of what arrives',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, fields: {lot: {from: nr, key: true}}}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, fields: {lot: {from: nr}}}}`,
      expect: ['breaking H mapping:IF-1.lot key'],
    },
    {
      name: 'one part more, the parts in another order, and the system renamed as declared',
      before: `systems: {MES: {}, ERP: {}}
objects: {lot: {keys: {MES: [nr], ERP: [nr, site]}}}`,
      after: `systems: {MOM: {formerIds: [MES]}, ERP: {}}
objects: {lot: {keys: {MOM: [nr, year], ERP: [site, nr]}}}`,
      expect: [],
    },
  ],
});
