import type { Element } from '../../model/element.ts';
import type { Verdict } from '../change-rule.ts';
import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a field whose physical name changed, renamed or not. */
export const fieldRenamed = defineChangeRule({
  id: 'field-renamed',
  family: 'data',
  judges: 'comparison',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-MAP', 'REG-DEP'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports a field whose physical name changed, renamed or not.',
  why: 'The meaning is the same, but every adapter and every saved query addresses the old name.',
  fix: 'Keep the physical name in `path` when only the id of the specification should change.',
  mirror: { self: true },
  core: true,
  claims: [{ kinds: ['field'], paths: ['path'] }],
  check: ({ diff }) => [
    ...diff.identities.flatMap(({ before, after, renamed }) => (renamed ? verdict(before, after) : [])),
    ...diff.deltas.flatMap((delta) =>
      delta.action === 'changed' && delta.path.join('.') === 'path' && delta.before.id === delta.after.id
        ? verdict(delta.before, delta.after)
        : [],
    ),
  ],
  examples: [
    {
      name: 'column moved under the same id',
      before: `objects: {lot: {fields: {nr: {path: LOT_NO}}}}`,
      after: `objects: {lot: {fields: {nr: {path: BATCH_NO}}}}`,
      expect: ['risky M field:lot.nr path'],
    },
    {
      name: 'id and column renamed',
      before: `objects: {lot: {fields: {nr: {type: string}}}}`,
      after: `objects: {lot: {fields: {number: {type: string, formerIds: [nr]}}}}`,
      expect: ['risky M field:lot.number path'],
    },
    {
      name: 'only the id renamed',
      before: `objects: {lot: {fields: {nr: {type: string}}}}`,
      after: `objects: {lot: {fields: {number: {type: string, formerIds: [nr], path: nr}}}}`,
      expect: [],
    },
  ],
});

function verdict(before: Element, after: Element): readonly Verdict[] {
  if (before.kind !== 'field') return [];
  const [from, to] = [physicalName(before), physicalName(after)];
  if (from === to) return [];
  const what = shift(`${named(after)}, physical name`, from, to);
  return [{ what, before, after, path: ['path'], values: { from, to }, explains: [''] }];
}

function physicalName(element: Element): string {
  const { attributes, localId } = element as Element<'field'>;
  return attributes.path ?? localId;
}
