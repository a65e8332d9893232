import { defineChangeRule } from '../change-rule.ts';
import { RETENTION_CLAIMS, retentionVerdict } from '../judging/retention.ts';

/** Reports records that are kept for less time, or for a time that cannot be compared. */
export const retentionShortened = defineChangeRule({
  id: 'retention-shortened',
  family: 'records',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['IQ-REC', 'RSK'],
  approvers: { approve: ['QA', 'IT'], inform: [] },
  purpose: 'Reports records that are kept for less time, or for a time that cannot be compared.',
  why: 'Records may be gone while outputs that rest on them must still be defended.',
  fix: 'Keep the longest period that any rule and any output that cites the record asks for.',
  mirror: { rule: 'retention-lengthened' },
  core: true,
  claims: RETENTION_CLAIMS,
  check: (change, context) => retentionVerdict(change, context, 'shortened'),
  examples: [
    {
      name: 'half the time',
      before: `objects: {lot: {record: {retention: {period: 10 y}}}}`,
      after: `objects: {lot: {record: {retention: {period: 60 months}}}}`,
      expect: ['breaking H object:lot record.retention.period'],
    },
    {
      name: 'a first period of the object that undercuts what its system keeps',
      before: `systems: {MES: {retention: 15 y}}
objects: {lot: {systemOfRecord: MES, record: {regulated: true}}}`,
      after: `systems: {MES: {retention: 15 y}}
objects: {lot: {systemOfRecord: MES, record: {regulated: true, retention: {period: 1 d, from: release}}}}`,
      expect: ['breaking H object:lot record.retention.period'],
    },
    {
      name: 'a first period of an output that undercuts what its sources are kept',
      before: `objects: {lot: {record: {regulated: true, retention: {period: 15 y, from: release}}, fields: {nr: {type: string}}}}
outputs: {RO: {content: {nr: {from: lot.nr}}}}`,
      after: `objects: {lot: {record: {regulated: true, retention: {period: 15 y, from: release}}, fields: {nr: {type: string}}}}
outputs: {RO: {retention: 1 y, content: {nr: {from: lot.nr}}}}`,
      expect: ['breaking H output:RO retention'],
    },
    {
      name: 'days instead of months',
      before: `systems: {MES: {retention: 120 months}}`,
      after: `systems: {MES: {retention: 3650 d}}`,
      expect: ['breaking H system:MES retention'],
    },
    {
      name: 'no longer promised',
      before: `objects: {lot: {record: {regulated: true, retention: {period: 10 y, from: release}}}}`,
      after: `objects: {lot: {record: {regulated: true}}}`,
      expect: ['breaking H object:lot record.retention.period'],
    },
    {
      name: 'the same time in other units',
      before: `objects: {lot: {record: {retention: {period: 10 y}}}}`,
      after: `objects: {lot: {record: {retention: {period: 120 months}}}}`,
      expect: [],
    },
    {
      name: 'longer',
      before: `outputs: {RO: {retention: 10 y}}`,
      after: `outputs: {RO: {retention: 15 y}}`,
      expect: [],
    },
  ],
});
