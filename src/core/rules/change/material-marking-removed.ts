import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports an object that is no longer said to be a thing that is used, shipped or scrapped. */
export const materialMarkingRemoved = defineChangeRule({
  id: 'material-marking-removed',
  family: 'data',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['RSK', 'TRC'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports an object that is no longer said to be a thing that is used, shipped or scrapped.',
  why: 'Rules about the release of material pass it over: a status of it may make it usable without quality and with open issues.',
  fix: 'Keep the marking for whatever leaves the plant or is built in.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [{ kinds: ['object'], paths: ['material'] }],
  check: (change) => (change.to === true ? [] : [{ what: plainShift(change) }]),
  examples: [
    {
      name: 'said to be information only',
      before: `objects: {lot: {material: true}}`,
      after: `objects: {lot: {material: false}}`,
      expect: ['risky H object:lot material'],
    },
    {
      name: 'not said any more',
      before: `objects: {lot: {material: true}}`,
      after: `objects: {lot: {}}`,
      expect: ['risky H object:lot material'],
    },
    {
      name: 'now a thing',
      before: `objects: {lot: {}}`,
      after: `objects: {lot: {material: true}}`,
      expect: [],
    },
  ],
});
