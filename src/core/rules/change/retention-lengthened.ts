import { defineChangeRule } from '../change-rule.ts';
import { RETENTION_CLAIMS, retentionVerdict } from '../judging/retention.ts';

/** Reports records that are kept for longer, or whose time is promised for the first time. */
export const retentionLengthened = defineChangeRule({
  id: 'retention-lengthened',
  family: 'records',
  judges: 'attribute',
  class: 'compatible',
  risk: 'L',
  evidence: ['IQ-REC'],
  approvers: { approve: ['QA'], inform: ['IT'] },
  purpose: 'Reports records that are kept for longer, or whose time is promised for the first time.',
  why: 'It needs space, and personal data may not be kept for ever.',
  fix: 'Check the space, the medium and what law says about personal data.',
  mirror: { rule: 'retention-shortened' },
  core: false,
  claims: RETENTION_CLAIMS,
  check: (change, context) => retentionVerdict(change, context, 'lengthened'),
  examples: [
    {
      name: 'longer',
      before: `outputs: {RO: {retention: 10 y}}`,
      after: `outputs: {RO: {retention: 15 y}}`,
      expect: ['compatible L output:RO retention'],
    },
    {
      name: 'promised for the first time',
      before: `objects: {lot: {record: {regulated: true}}}`,
      after: `objects: {lot: {record: {regulated: true, retention: {period: 10 y, from: release, archive: DMS}}}}`,
      expect: ['compatible L object:lot record.retention.period'],
    },
    {
      name: 'shorter',
      before: `outputs: {RO: {retention: 15 y}}`,
      after: `outputs: {RO: {retention: 10 y}}`,
      expect: [],
    },
  ],
});
