import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a number that may be issued again, or of which that is no longer excluded. */
export const keyReuseAllowed = defineChangeRule({
  id: 'key-reuse-allowed',
  family: 'data',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-KEY', 'RSK'],
  approvers: { approve: ['QA', 'IT'], inform: [] },
  purpose: 'Reports a number that may be issued again, or of which that is no longer excluded.',
  why: 'The history of its first bearer attaches to the second.',
  fix: 'Keep `reusable: false`, or make the year part of the key.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [{ kinds: ['object'], paths: ['keys.*.reusable'] }],
  check: ({ after, path, from, to }) =>
    to === true || from === false ? [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }] : [],
  examples: [
    {
      name: 'may be issued again',
      before: `systems: {MES: {}}
objects: {lot: {keys: {MES: {fields: [nr], reusable: false}}}}`,
      after: `systems: {MES: {}}
objects: {lot: {keys: {MES: {fields: [nr], reusable: true}}}}`,
      expect: ['risky H object:lot keys.MES.reusable'],
    },
    {
      name: 'no longer excluded',
      before: `systems: {MES: {}}
objects: {lot: {keys: {MES: {fields: [nr], reusable: false}}}}`,
      after: `systems: {MES: {}}
objects: {lot: {keys: {MES: [nr]}}}`,
      expect: ['risky H object:lot keys.MES.reusable'],
    },
    {
      name: 'excluded now',
      before: `systems: {MES: {}}
objects: {lot: {keys: {MES: {fields: [nr], reusable: true}}}}`,
      after: `systems: {MES: {}}
objects: {lot: {keys: {MES: {fields: [nr], reusable: false}}}}`,
      expect: [],
    },
  ],
});
