import type { Change } from '../../diff/delta.ts';
import type { Element } from '../../model/element.ts';
import type { Verdict } from '../change-rule.ts';
import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another target of a mapped field, or other receivers that get it. */
export const mappingTargetChanged = defineChangeRule({
  id: 'mapping-target-changed',
  family: 'mappings',
  judges: 'comparison',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-MAP', 'REG-DEP'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports another target of a mapped field, or other receivers that get it.',
  why: 'The old target starves and the new one has a new writer.',
  fix: 'Treat it as one mapping removed and one added.',
  mirror: { self: true },
  core: true,
  claims: [{ kinds: ['mapping', 'reply'], paths: ['to', 'for'] }],
  check: ({ diff }) => [
    ...diff.identities.flatMap(({ before, after, renamed }) => (renamed ? otherTarget(before, after) : [])),
    ...diff.deltas.flatMap((delta) => (delta.action === 'changed' ? verdicts(delta) : [])),
  ],
  examples: [
    {
      name: 'another target',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: [B, C], fields: {nr: {from: lot_no, to: LOT}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: [B, C], fields: {nr: {from: lot_no, to: BATCH}}}}`,
      expect: ['breaking H mapping:IF-1.nr to'],
    },
    {
      name: 'fewer receivers',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: [B, C], fields: {nr: {from: lot_no}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: [B, C], fields: {nr: {from: lot_no, for: [B]}}}}`,
      expect: ['breaking H mapping:IF-1.nr for'],
    },
    {
      name: 'renamed without keeping the target',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: [B, C], fields: {nr: {from: lot_no}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: [B, C], fields: {lot: {from: lot_no, formerIds: [nr]}}}}`,
      expect: ['breaking H mapping:IF-1.lot to'],
    },
    {
      name: 'target that it had anyway',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: [B, C], fields: {nr: {from: lot_no}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: [B, C], fields: {nr: {from: lot_no, to: nr}}}}`,
      expect: [],
    },
  ],
});

function verdicts({ before, after, path, from, to }: Change): readonly Verdict[] {
  if (after.kind !== 'mapping' && after.kind !== 'reply') return [];
  if (path[0] === 'to' && before.id === after.id) return otherTarget(before, after);
  if (path[0] !== 'for') return [];
  return [
    {
      what: shift(`${named(after)}, receivers`, from ?? 'every receiver', to ?? 'every receiver'),
      before,
      after,
      path,
      values: { from, to },
    },
  ];
}

function otherTarget(before: Element, after: Element): readonly Verdict[] {
  if (after.kind !== 'mapping' && after.kind !== 'reply') return [];
  const [from, to] = [targetOf(before), targetOf(after)];
  if (from === to) return [];
  const what = shift(`${named(after)}, target`, from, to);
  return [{ what, before, after, path: ['to'], values: { from, to }, explains: [''] }];
}

function targetOf(element: Element): string {
  const { attributes, localId } = element as Element<'mapping'>;
  return attributes.to ?? localId;
}
