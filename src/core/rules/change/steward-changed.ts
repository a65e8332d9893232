import { KINDS } from '../../diff/kind-shapes.ts';
import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** The owner of an event is the system that decides it. */
const STEWARDED = [...KINDS.keys()].filter((kind) => kind !== 'event' && kind !== 'project');

const NOBODY = { class: 'risky', risk: 'H', reason: 'nobody answers for it any more' } as const;

/** Reports another person or department that answers for something. */
export const stewardChanged = defineChangeRule({
  id: 'steward-changed',
  family: 'data',
  judges: 'attribute',
  class: 'compatible',
  risk: 'L',
  evidence: ['DOC'],
  approvers: { approve: ['OPS'], inform: ['QA', 'IT'] },
  purpose: 'Reports another person or department that answers for something.',
  why: 'It decides who is asked; the old and the new one both agree to this change.',
  fix: 'Have both sign, and hand over what is open.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: STEWARDED, paths: ['owner'] }, { paths: ['owners.operations', 'owners.quality', 'owners.it'] }],
  check({ after, path, from, to }) {
    const what = shift(
      `${named(after)}, ${path[1] === undefined ? 'answered for by' : `${path[1]} answered for by`}`,
      from,
      to,
    );
    return to === undefined ? [{ what, raise: NOBODY }] : [{ what }];
  },
  examples: [
    {
      name: 'another department',
      before: `departments: {QA: {function: quality}, OPS: {function: operations}}
objects: {lot: {owners: {quality: QA}}}`,
      after: `departments: {QA: {function: quality}, OPS: {function: operations}}
objects: {lot: {owners: {quality: OPS}}}`,
      expect: ['compatible L object:lot owners.quality'],
    },
    {
      name: 'another owner of a role',
      before: `departments: {QA: {function: quality}, OPS: {function: operations}}
roles: {R: {owner: QA}}`,
      after: `departments: {QA: {function: quality}, OPS: {function: operations}}
roles: {R: {owner: OPS}}`,
      expect: ['compatible L role:R owner'],
    },
    {
      name: 'nobody answers any more',
      before: `departments: {QA: {function: quality}, OPS: {function: operations}}
roles: {R: {owner: QA}}`,
      after: `departments: {QA: {function: quality}, OPS: {function: operations}}
roles: {R: {}}`,
      expect: ['risky H role:R owner'],
    },
    {
      name: 'an event that another system owns',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
events: {E: {owner: MES}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
events: {E: {owner: ERP}}`,
      expect: [],
    },
  ],
});
