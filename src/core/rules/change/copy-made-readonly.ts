import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a copy that people could edit and may only read now. */
export const copyMadeReadonly = defineChangeRule({
  id: 'copy-made-readonly',
  family: 'data',
  judges: 'attribute',
  class: 'compatible',
  risk: 'L',
  evidence: ['OQ-NEG'],
  approvers: { approve: ['OPS'], inform: ['QA', 'IT'] },
  purpose: 'Reports a copy that people could edit and may only read now.',
  why: 'It is stronger; whoever edited there has to go to the owner.',
  fix: 'Tell those who edited there where to do it now.',
  mirror: { rule: 'copy-made-editable' },
  core: false,
  claims: [{ kinds: ['object'], paths: ['copies.*'] }],
  check: ({ after, path, from, to }) =>
    from === 'editable' && to === 'read-only'
      ? [{ what: shift(`${named(after)}, copy in ${path[1] ?? ''}`, from, to) }]
      : [],
  examples: [
    {
      name: 'the copy is read-only now',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES, copies: {ERP: editable}}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES, copies: {ERP: read-only}}}`,
      expect: ['compatible L object:lot copies.ERP'],
    },
    {
      name: 'the copy is declared no more',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES, copies: {ERP: editable}}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES}}`,
      expect: [],
    },
  ],
});
