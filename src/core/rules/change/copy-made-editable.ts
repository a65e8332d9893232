import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a copy that people may now edit, or a new copy that they may. */
export const copyMadeEditable = defineChangeRule({
  id: 'copy-made-editable',
  family: 'data',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-NEG', 'OQ-AUD', 'PQ-REC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a copy that people may now edit, or a new copy that they may.',
  why: 'The copy drifts away from the record; what is edited there is overwritten, or believed.',
  fix: 'Keep the copy read-only, or make its system a writer with an order of precedence.',
  mirror: { rule: 'copy-made-readonly' },
  core: false,
  claims: [{ kinds: ['object'], paths: ['copies.*'] }],
  check: ({ after, path, from, to }) =>
    to === 'editable' ? [{ what: shift(`${named(after)}, copy in ${path[1] ?? ''}`, from, to) }] : [],
  examples: [
    {
      name: 'people may edit the copy',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES, copies: {ERP: read-only}}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES, copies: {ERP: editable}}}`,
      expect: ['risky H object:lot copies.ERP'],
    },
    {
      name: 'a new copy that people may edit',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES, copies: {ERP: editable}}}`,
      expect: ['risky H object:lot copies.ERP'],
    },
    {
      name: 'the copy is read-only now',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES, copies: {ERP: editable}}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES, copies: {ERP: read-only}}}`,
      expect: [],
    },
  ],
});
