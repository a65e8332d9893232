import { defineChangeRule } from '../change-rule.ts';
import { GXP_SCALE } from '../judging/criticality.ts';
import { moveOn } from '../judging/scale.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports more influence of a system on product or record. */
export const systemGxpClassRaised = defineChangeRule({
  id: 'system-gxp-class-raised',
  family: 'data',
  judges: 'attribute',
  class: 'compatible',
  risk: 'M',
  evidence: ['RSK', 'TRC', 'IQ-CFG'],
  approvers: { approve: ['QA', 'IT'], inform: [] },
  purpose: 'Reports more influence of a system on product or record.',
  why: 'It is stronger, and evidence must now exist that nobody has asked for yet.',
  fix: 'List what validation, access, audit trail and supplier assessment still lack, with a day for each.',
  mirror: { rule: 'system-gxp-class-lowered' },
  core: false,
  claims: [{ kinds: ['system'], paths: ['gxp'] }],
  check: ({ after, from, to }) =>
    moveOn(GXP_SCALE, from, to) === 'up' ? [{ what: shift(`${named(after)}, influence`, from, to) }] : [],
  examples: [
    {
      name: 'more influence',
      before: `systems: {MES: {gxp: indirect}}`,
      after: `systems: {MES: {gxp: direct}}`,
      expect: ['compatible M system:MES gxp'],
    },
    {
      name: 'direct, where nothing was declared',
      before: `systems: {MES: {}}`,
      after: `systems: {MES: {gxp: direct}}`,
      expect: ['compatible M system:MES gxp'],
    },
    {
      name: 'indirect, where nothing was declared: it may have been taken for direct',
      before: `systems: {MES: {}}`,
      after: `systems: {MES: {gxp: indirect}}`,
      expect: [],
    },
  ],
});
