import { elementTitle } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { ROW_CHANGE } from '../compared-rows.ts';
import { type FactsOf, facts, text } from '../fact-shape.ts';
import { inForce } from '../in-force.ts';
import { STATED, type Stated, stated, statedAttribute } from '../stated.ts';

export const ACCESS_ROW = facts({
  key: text,
  change: ROW_CHANGE,
  id: text,
  title: text,
  access: STATED,
  follows: STATED,
  hosting: STATED,
  identity: STATED,
  clock: STATED,
  backup: STATED,
  supplier: STATED,
});

/** Whether a system is closed or open, and what follows from that. */
export type AccessRow = FactsOf<typeof ACCESS_ROW>;

export const ACCESS_TABLE = 'Systems';

export function accessRows(model: SpecModel): readonly AccessRow[] {
  return inForce(model, 'system').map((system) => {
    const { attributes } = system;
    const { clock } = attributes;
    return {
      key: system.key,
      change: 'same',
      id: system.id,
      title: elementTitle(system),
      access: statedAttribute(attributes, 'access', 'closed or open'),
      follows: stated(
        attributes.access === undefined
          ? undefined
          : attributes.access === 'closed'
            ? 'Controls of closed systems: 11.10'
            : 'Controls of closed systems and of open systems: 11.10 and 11.30',
        'which controls apply',
      ),
      hosting: statedAttribute(attributes, 'hosting', 'where it runs'),
      identity: statedAttribute(attributes, 'identity', 'where accounts and passwords are managed'),
      clock: stated(
        clock?.source === undefined ? undefined : `${clock.source}, stored in ${clock.stored ?? 'NOT DECLARED'}`,
        'where its time stamps come from',
      ),
      backup: statedAttribute(attributes, 'backup', 'backup, and how restoring was shown'),
      supplier: supplierCell(attributes, model),
    };
  });
}

/** Evidence of a supplier counts only with who read it: an unread assessment is said to be unread. */
function supplierCell(
  attributes: Parameters<typeof statedAttribute<{ readonly supplier?: string }, 'supplier'>>[0],
  model: SpecModel,
): Stated {
  return statedAttribute(attributes, 'supplier', 'supplier assessment', (id) => supplierWords(id, model));
}

/** `SUP-1 (reviewed: A. Lee for QA, 2026-01-10; covers LOT)`, or what is missing of that, loudly. */
export function supplierWords(id: string, model: SpecModel): string {
  const document = model.get('document', id);
  const reviewed = (document?.attributes.reviewed ?? []).map(
    ({ name, function: of, date }) => `${name} for ${of}, ${date}`,
  );
  const covers = document?.attributes.covers ?? [];
  return `${id} (${reviewed.length === 0 ? 'NO REVIEWER IS DECLARED' : `reviewed: ${reviewed.join('; ')}`}; ${covers.length === 0 ? 'WHAT IT COVERS IS NOT DECLARED' : `covers ${covers.join(', ')}`})`;
}
