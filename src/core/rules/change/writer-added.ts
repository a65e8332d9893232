import { defineChangeRule } from '../change-rule.ts';
import { items, without } from '../judging/values.ts';
import { listed, named } from '../judging/wording.ts';

/** Reports a system that may now write an object beside its owner, or start an event that another one owns. */
export const writerAdded = defineChangeRule({
  id: 'writer-added',
  family: 'data',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-SYN', 'OQ-AUD', 'OQ-NEG'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a system that may now write an object beside its owner, or start an event that another one owns.',
  why: 'There is a second source of truth at the same time; it needs an order of precedence and an audit trail.',
  fix: 'Say which side wins, and where the audit trail of the new writer is kept.',
  mirror: { rule: 'writer-removed' },
  core: true,
  claims: [
    { kinds: ['object'], paths: ['writers'] },
    { kinds: ['event'], paths: ['initiators'] },
  ],
  check({ after, from, to }) {
    const come = without(items(to), items(from));
    const does = after.kind === 'event' ? 'be started in' : 'be written by';
    return come.length === 0 ? [] : [{ what: `${named(after)} may now also ${does} ${listed(come)}.` }];
  },
  examples: [
    {
      name: 'one writer more',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES, writers: [ERP]}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES, writers: [ERP, QMS]}}`,
      expect: ['risky H object:lot writers'],
    },
    {
      name: 'one system more in which it may start',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
events: {E: {owner: MES, initiators: [ERP]}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
events: {E: {owner: MES, initiators: [ERP, QMS]}}`,
      expect: ['risky H event:E initiators'],
    },
    {
      name: 'one writer fewer',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES, writers: [ERP, QMS]}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES, writers: [ERP]}}`,
      expect: [],
    },
  ],
});
