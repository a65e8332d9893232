import { elementTitle } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { ROW_CHANGE } from '../compared-rows.ts';
import { type FactsOf, facts, text } from '../fact-shape.ts';
import { inForce } from '../in-force.ts';
import { STATED, notApplicable, stated, statedAttribute } from '../stated.ts';

export const CONTEXT_ROW = facts({
  key: text,
  change: ROW_CHANGE,
  id: text,
  title: text,
  version: STATED,
  hosting: STATED,
  access: STATED,
  clock: STATED,
  outage: STATED,
  sends: STATED,
  receives: STATED,
});

/** A system at the ends of the flows: where it runs, its clock, how long one can do without it, what it sends and receives. */
export type ContextRow = FactsOf<typeof CONTEXT_ROW>;

export const CONTEXT_TABLE = 'Systems';

export function contextRows(model: SpecModel): readonly ContextRow[] {
  const flows = inForce(model, 'interface');
  return inForce(model, 'system').map((system) => {
    const { attributes, id } = system;
    const sends = flows.filter((flow) => flow.attributes.from === id).map((flow) => flow.id);
    const receives = flows.filter((flow) => flow.attributes.to.includes(id)).map((flow) => flow.id);
    const carries = flows.filter((flow) => flow.attributes.transport?.via === id).map((flow) => flow.id);
    const { clock } = attributes;
    return {
      key: system.key,
      change: 'same',
      id,
      title: elementTitle(system),
      version: statedAttribute(attributes, 'version', 'version in force'),
      hosting: statedAttribute(attributes, 'hosting', 'where it runs'),
      access: statedAttribute(attributes, 'access', 'closed or open system'),
      clock: stated(
        clock?.source === undefined && clock?.stored === undefined
          ? undefined
          : `${clock.source ?? 'source NOT DECLARED'}, stored in ${clock.stored ?? 'NOT DECLARED'}, off by at most ${clock.maxDrift ?? 'NOT DECLARED'}`,
        'time source and zone',
      ),
      outage: statedAttribute(attributes, 'downtimeTolerance', 'how long the process can do without it'),
      sends:
        sends.length > 0
          ? stated(sends.join(', '), '')
          : carries.length > 0
            ? notApplicable(`it carries ${carries.join(', ')}`)
            : notApplicable('no declared interface starts there'),
      receives:
        receives.length > 0
          ? stated(receives.join(', '), '')
          : carries.length > 0
            ? notApplicable('it only carries')
            : notApplicable('no declared interface ends there'),
    };
  });
}
