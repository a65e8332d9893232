import { defineChangeRule } from '../change-rule.ts';
import { ownershipVerdicts } from '../judging/ownership.ts';

/** Reports an object, a field or a process step that no system owns any more. */
export const ownershipRemoved = defineChangeRule({
  id: 'ownership-removed',
  family: 'data',
  judges: 'comparison',
  class: 'breaking',
  risk: 'H',
  evidence: ['RSK', 'TRC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports an object, a field or a process step that no system owns any more.',
  why: 'There is no authoritative source, and a dispute between two systems cannot be settled.',
  fix: 'Name the system that owns it.',
  mirror: { rule: 'ownership-assigned' },
  core: false,
  claims: [
    { kinds: ['object', 'field'], paths: ['systemOfRecord', 'systemOfRecord.*'] },
    { kinds: ['step'], paths: ['systemOfRecord'] },
    { kinds: ['event'], paths: ['owner'] },
  ],
  check: (context) => ownershipVerdicts(context, 'removed'),
  examples: [
    {
      name: 'no owner any more',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {}}`,
      expect: ['breaking H object:lot systemOfRecord'],
    },
    {
      name: 'another owner',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: ERP}}`,
      expect: [],
    },
  ],
});
