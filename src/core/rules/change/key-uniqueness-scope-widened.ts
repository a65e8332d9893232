import { defineChangeRule } from '../change-rule.ts';
import { moveOn } from '../judging/scale.ts';
import { UNIQUENESS_SCALE } from '../judging/uniqueness.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a key that is unique in more than before. */
export const keyUniquenessScopeWidened = defineChangeRule({
  id: 'key-uniqueness-scope-widened',
  family: 'data',
  judges: 'attribute',
  class: 'compatible',
  risk: 'M',
  evidence: ['OQ-KEY', 'PQ-REC'],
  approvers: { approve: ['QA', 'IT'], inform: [] },
  purpose: 'Reports a key that is unique in more than before.',
  why: 'The promise is stronger; records that exist may not keep it.',
  fix: 'Look for numbers that occur twice in the stored records of all sites.',
  mirror: { rule: 'key-uniqueness-scope-narrowed' },
  core: false,
  claims: [{ kinds: ['object'], paths: ['keys.*.uniqueIn'] }],
  check: ({ after, path, from, to }) =>
    moveOn(UNIQUENESS_SCALE, from, to) === 'up'
      ? [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }]
      : [],
  examples: [
    {
      name: 'once in the enterprise instead of once in each site',
      before: `systems: {MES: {}}
objects: {lot: {keys: {MES: {fields: [nr], uniqueIn: site}}}}`,
      after: `systems: {MES: {}}
objects: {lot: {keys: {MES: {fields: [nr], uniqueIn: enterprise}}}}`,
      expect: ['compatible M object:lot keys.MES.uniqueIn'],
    },
    {
      name: 'once in a site, where nothing was declared: it may have been unique in more',
      before: `systems: {MES: {}}
objects: {lot: {keys: {MES: [nr]}}}`,
      after: `systems: {MES: {}}
objects: {lot: {keys: {MES: {fields: [nr], uniqueIn: site}}}}`,
      expect: [],
    },
  ],
});
