import type { SpecModel } from '../../model/spec-model.ts';
import { declaredOwners } from '../../rules/linting/ownership-phases.ts';
import { ROW_CHANGE } from '../compared-rows.ts';
import { type FactsOf, facts, text } from '../fact-shape.ts';
import { inForce } from '../in-force.ts';
import { STATED, type Stated, stated, statedAttribute } from '../stated.ts';

export const OVERLAP_ROW = facts({
  key: text,
  change: ROW_CHANGE,
  id: text,
  kind: text,
  systems: STATED,
  decision: STATED,
});

/** Something that more than one system does, writes, owns or starts, and what was decided about it. */
export type OverlapRow = FactsOf<typeof OVERLAP_ROW>;

export const OVERLAP_TABLE = 'Overlaps';

/** The overlaps that the specification shows. `decided`: somebody wrote the passage on overlaps, where the decision stands. */
export function overlapRows(model: SpecModel, decided: boolean): readonly OverlapRow[] {
  return [...functions(model, decided), ...data(model), ...events(model)].map((row) => ({ change: 'same', ...row }));
}

type Row = Omit<OverlapRow, 'change'>;

function functions(model: SpecModel, decided: boolean): readonly Row[] {
  const systems = new Map<string, string[]>();
  for (const { id, attributes } of inForce(model, 'system'))
    for (const name of attributes.functions ?? []) systems.set(name, [...(systems.get(name) ?? []), id]);
  return [...systems]
    .filter(([, performing]) => performing.length > 1)
    .map(([name, performing]) => ({
      key: `function:${name}`,
      id: name,
      kind: 'Function of several systems',
      systems: stated(performing.join(', '), ''),
      decision: stated(
        decided ? 'As written above' : undefined,
        'keep, move or retire (a text for document RSP, section overlaps)',
      ),
    }));
}

/** Data that more than one system may write, or own in turn; the rationale of the object says why that is so. */
function data(model: SpecModel): readonly Row[] {
  return inForce(model, 'object').flatMap((object): Row[] => {
    const { attributes } = object;
    const owners = declaredOwners(object).map(({ system }) => system);
    const writing = [
      ...owners,
      ...(attributes.writers ?? []),
      ...Object.entries(attributes.copies ?? {}).flatMap(([system, use]) => (use === 'editable' ? [system] : [])),
    ];
    const several = [...new Set(writing)];
    if (several.length < 2) return [];
    const decision: Stated = statedAttribute(
      attributes,
      'rationale',
      'why more than one system may write it, and which one wins (rationale of the object)',
    );
    return [
      {
        key: `${object.key}|write`,
        id: object.id,
        kind: owners.length > 1 ? 'Data owned in turn' : 'Data written in several systems',
        systems: stated(several.join(', '), ''),
        decision,
      },
    ];
  });
}

function events(model: SpecModel): readonly Row[] {
  return inForce(model, 'event').flatMap((event): Row[] => {
    const { owner, initiators = [] } = event.attributes;
    const several = [...new Set([owner, ...initiators])];
    return several.length < 2
      ? []
      : [
          {
            key: `${event.key}|start`,
            id: event.id,
            kind: 'Event started in several systems',
            systems: stated(several.join(', '), ''),
            decision: statedAttribute(event.attributes, 'conflict', 'which side wins (conflict of the event)'),
          },
        ];
  });
}
