import { defineChangeRule } from '../change-rule.ts';
import { ownershipVerdicts } from '../judging/ownership.ts';

/** Reports an object, a field or a process step that had no owner and has one. */
export const ownershipAssigned = defineChangeRule({
  id: 'ownership-assigned',
  family: 'data',
  judges: 'comparison',
  class: 'compatible',
  risk: 'M',
  evidence: ['TRC', 'PQ-REC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports an object, a field or a process step that had no owner and has one.',
  why: 'It closes a gap; systems that write today may no longer be allowed to.',
  fix: 'Check who writes it today, and compare the records of the new owner with theirs.',
  mirror: { rule: 'ownership-removed' },
  core: false,
  claims: [
    { kinds: ['object', 'field'], paths: ['systemOfRecord', 'systemOfRecord.*'] },
    { kinds: ['step'], paths: ['systemOfRecord'] },
    { kinds: ['event'], paths: ['owner'] },
  ],
  check: (context) => ownershipVerdicts(context, 'assigned'),
  examples: [
    {
      name: 'an owner at last',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES}}`,
      expect: ['compatible M object:lot systemOfRecord'],
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
