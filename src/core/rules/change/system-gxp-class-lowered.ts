import { defineChangeRule } from '../change-rule.ts';
import { GXP_SCALE } from '../judging/criticality.ts';
import { moveOn } from '../judging/scale.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports less influence of a system on product or record, or one that is not certainly as much as before. */
export const systemGxpClassLowered = defineChangeRule({
  id: 'system-gxp-class-lowered',
  family: 'data',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['RSK', 'TRC'],
  approvers: { approve: ['QA', 'IT'], inform: [] },
  purpose: 'Reports less influence of a system on product or record, or one that is not certainly as much as before.',
  why: 'One word switches off the duties of validation, access and audit trail for everything inside.',
  fix: 'Keep the influence, or give the reason in the risk assessment.',
  mirror: { rule: 'system-gxp-class-raised' },
  core: false,
  claims: [{ kinds: ['system'], paths: ['gxp'] }],
  check: ({ after, from, to }) =>
    moveOn(GXP_SCALE, from, to) === 'down' ? [{ what: shift(`${named(after)}, influence`, from, to) }] : [],
  examples: [
    {
      name: 'less influence',
      before: `systems: {MES: {gxp: direct}}`,
      after: `systems: {MES: {gxp: none}}`,
      expect: ['risky H system:MES gxp'],
    },
    {
      name: 'no longer declared',
      before: `systems: {MES: {gxp: indirect}}`,
      after: `systems: {MES: {}}`,
      expect: ['risky H system:MES gxp'],
    },
    {
      name: 'none, where nothing was declared',
      before: `systems: {MES: {}}`,
      after: `systems: {MES: {gxp: none}}`,
      expect: ['risky H system:MES gxp'],
    },
    {
      name: 'more influence',
      before: `systems: {MES: {gxp: none}, ERP: {}}`,
      after: `systems: {MES: {gxp: indirect}, ERP: {gxp: direct}}`,
      expect: [],
    },
  ],
});
