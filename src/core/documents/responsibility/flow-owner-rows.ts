import { elementTitle } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { ROW_CHANGE } from '../compared-rows.ts';
import { type FactsOf, facts, text } from '../fact-shape.ts';
import { inForce } from '../in-force.ts';
import { STATED } from '../stated.ts';
import { FUNCTIONS, type OwnerFunction, OWNER_NAMES, ownerCell } from './owner-words.ts';

export const FLOW_OWNER_ROW = facts({
  key: text,
  change: ROW_CHANGE,
  id: text,
  title: text,
  ends: text,
  operations: STATED,
  quality: STATED,
  it: STATED,
});

/** An interface and who answers for it on both sides. */
export type FlowOwnerRow = FactsOf<typeof FLOW_OWNER_ROW>;

export const FLOW_OWNER_TABLE = 'Owners of interfaces';

/** An interface without owners of its own says whom its systems name, and stays a gap: nobody said they answer for the flow. */
export function flowOwnerRows(model: SpecModel): readonly FlowOwnerRow[] {
  return inForce(model, 'interface').map((flow) => {
    const { from, to } = flow.attributes;
    const [operations, quality, it] = FUNCTIONS.map((owner) =>
      ownerCell(
        flow.attributes,
        owner,
        `${OWNER_NAMES[owner]} owner; its systems name ${ofSystems([from, ...to], owner, model)}`,
      ),
    );
    return {
      key: flow.key,
      change: 'same',
      id: flow.id,
      title: elementTitle(flow),
      ends: `${from} → ${to.join(', ')}`,
      operations: operations!,
      quality: quality!,
      it: it!,
    };
  });
}

function ofSystems(systems: readonly string[], owner: OwnerFunction, model: SpecModel): string {
  const named = [...new Set(systems)].flatMap((id) => {
    const name = model.get('system', id)?.attributes.owners?.[owner];
    return name === undefined ? [] : [`${name} (${id})`];
  });
  return named.length === 0 ? 'nobody' : named.join(', ');
}
