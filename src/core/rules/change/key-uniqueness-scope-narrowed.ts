import { defineChangeRule } from '../change-rule.ts';
import { moveOn } from '../judging/scale.ts';
import { UNIQUENESS_SCALE } from '../judging/uniqueness.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a key that is unique in less than before, or in something else. */
export const keyUniquenessScopeNarrowed = defineChangeRule({
  id: 'key-uniqueness-scope-narrowed',
  family: 'data',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-KEY', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a key that is unique in less than before, or in something else.',
  why: 'Two records may now have one number in any system that sees both.',
  fix: 'Make what distinguishes them part of the key: the site, the line, the year.',
  mirror: { rule: 'key-uniqueness-scope-widened' },
  core: false,
  claims: [{ kinds: ['object'], paths: ['keys.*.uniqueIn'] }],
  check: ({ after, path, from, to }) =>
    moveOn(UNIQUENESS_SCALE, from, to) === 'down'
      ? [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }]
      : [],
  examples: [
    {
      name: 'once in each site instead of once in the enterprise',
      before: `systems: {MES: {}}
objects: {lot: {keys: {MES: {fields: [nr], uniqueIn: enterprise}}}}`,
      after: `systems: {MES: {}}
objects: {lot: {keys: {MES: {fields: [nr], uniqueIn: site}}}}`,
      expect: ['breaking H object:lot keys.MES.uniqueIn'],
    },
    {
      name: 'once in each year, which is neither more nor less than a site',
      before: `systems: {MES: {}}
objects: {lot: {keys: {MES: {fields: [nr], uniqueIn: site}}}}`,
      after: `systems: {MES: {}}
objects: {lot: {keys: {MES: {fields: [nr], uniqueIn: year}}}}`,
      expect: ['breaking H object:lot keys.MES.uniqueIn'],
    },
    {
      name: 'once in the enterprise',
      before: `systems: {MES: {}, ERP: {}}
objects: {lot: {keys: {MES: {fields: [nr], uniqueIn: site}, ERP: [batch]}}}`,
      after: `systems: {MES: {}, ERP: {}}
objects: {lot: {keys: {MES: {fields: [nr], uniqueIn: enterprise}, ERP: {fields: [batch], uniqueIn: enterprise}}}}`,
      expect: [],
    },
  ],
});
