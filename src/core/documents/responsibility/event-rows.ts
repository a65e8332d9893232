import { elementTitle } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { ROW_CHANGE } from '../compared-rows.ts';
import { type FactsOf, facts, text } from '../fact-shape.ts';
import { inForce } from '../in-force.ts';
import { STATED, notApplicable, stated, statedAttribute } from '../stated.ts';

export const EVENT_ROW = facts({
  key: text,
  change: ROW_CHANGE,
  id: text,
  title: text,
  owner: STATED,
  initiators: STATED,
  numbering: STATED,
  followers: STATED,
  conflict: STATED,
  transitions: STATED,
});

/** A business event: the one system that decides it, who may start it and who has to follow. */
export type EventRow = FactsOf<typeof EVENT_ROW>;

export const EVENT_TABLE = 'Event authority';

export function eventRows(model: SpecModel): readonly EventRow[] {
  return inForce(model, 'event').map((event) => {
    const { attributes } = event;
    const { owner, initiators, transitions } = attributes;
    const others = (initiators ?? []).some((system) => system !== owner);
    const begins = (transitions ?? []).some((id) => beginsRecord(id, model));
    return {
      key: event.key,
      change: 'same',
      id: event.id,
      title: elementTitle(event),
      owner: stated(owner, 'the system that decides it'),
      initiators: statedAttribute(attributes, 'initiators', 'systems in which people may start it'),
      numbering:
        attributes.numbered === undefined && transitions !== undefined && !begins && !others
          ? notApplicable('no record begins with it')
          : statedAttribute(attributes, 'numbered', 'which system issues the number'),
      followers: statedAttribute(attributes, 'followers', 'systems that must follow'),
      conflict:
        attributes.conflict === undefined && initiators !== undefined && !others
          ? notApplicable('nobody but its owner decides or starts it')
          : statedAttribute(attributes, 'conflict', 'which side wins when two systems disagree'),
      transitions: statedAttribute(attributes, 'transitions', 'the steps of a lifecycle in which it happens'),
    };
  });
}

/** Whether a record comes to be, or leaves its first state, in this step. */
function beginsRecord(id: string, model: SpecModel): boolean {
  const step = model.get('transition', id);
  const initial = model.get('lifecycle', id.split('.')[0] ?? '')?.attributes.initial;
  return (step?.attributes.from ?? []).some((from) => from === 'absent' || from === initial);
}
