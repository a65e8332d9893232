import { defineChangeRule } from '../change-rule.ts';
import { items, without } from '../judging/values.ts';
import { listed, named } from '../judging/wording.ts';

/** Reports a system that may no longer write an object beside its owner, or start an event that another one owns. */
export const writerRemoved = defineChangeRule({
  id: 'writer-removed',
  family: 'data',
  judges: 'attribute',
  class: 'breaking',
  risk: 'M',
  evidence: ['OQ-NEG', 'REG-DEP'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose:
    'Reports a system that may no longer write an object beside its owner, or start an event that another one owns.',
  why: 'Corrections from that side stop.',
  fix: 'Say who corrects from now on, and what happens to corrections that are under way.',
  mirror: { rule: 'writer-added' },
  core: false,
  claims: [
    { kinds: ['object'], paths: ['writers'] },
    { kinds: ['event'], paths: ['initiators'] },
  ],
  check({ after, from, to }) {
    const gone = without(items(from), items(to));
    if (gone.length === 0) return [];
    const does = after.kind === 'event' ? 'be started in' : 'be written by';
    const what = `${named(after)} may no longer ${does} ${listed(gone)}.`;
    return to === undefined ? [{ what, raise: UNSAID }] : [{ what }];
  },
  examples: [
    {
      name: 'one writer fewer',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES, writers: [ERP, QMS]}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES, writers: [ERP]}}`,
      expect: ['breaking M object:lot writers'],
    },
    {
      name: 'nobody says any more who may write',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES, writers: [ERP]}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES}}`,
      expect: ['breaking H object:lot writers'],
    },
    {
      name: 'one writer more',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES, writers: [ERP]}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES, writers: [ERP, QMS]}}`,
      expect: [],
    },
  ],
});

const UNSAID = { risk: 'H', reason: 'it is no longer declared who may, which is not the same as nobody' } as const;
