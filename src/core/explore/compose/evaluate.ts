import type { Condition, Quantifier } from '../../language/condition.ts';
import { partsOf } from '../../model/condition/normal-form.ts';
import type { Expression } from '../plant/expression.ts';
import { all, any, FALSE, not, TRUE } from '../plant/simplify.ts';
import type { Binding, Truth } from './composition.ts';
import { freeFact, freeQuantified } from './free-values.ts';
import { accepts } from './machines.ts';
import { hasArrived } from './mail.ts';
import { nearest, NEVER_SO, UNKNOWN, type Arrived, type Judge, type Situation } from './situation.ts';
import { copiesOver, fromCopy, fromQuery, owned } from './values.ts';

/** What a condition means in numbers, in three values. */
export function evaluate(condition: Condition, judge: Judge, situation: Situation): Truth {
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => evaluate(part, judge, situation));
      const [yes, no] = [parts.map((part) => part.yes), parts.map((part) => part.no)];
      return condition.kind === 'all' ? { yes: all(...yes), no: any(...no) } : { yes: any(...yes), no: all(...no) };
    }
    case 'not': {
      const { yes, no } = evaluate(condition.of, judge, situation);
      return { yes: no, no: yes };
    }
    case 'implies': {
      const [premise, conclusion] = [condition.if, condition.then].map((part) => evaluate(part, judge, situation));
      if (premise === undefined || conclusion === undefined) return UNKNOWN;
      return { yes: any(premise.no, conclusion.yes), no: all(premise.yes, conclusion.no) };
    }
    case 'quantified':
      return quantified(condition.quantifier, condition.object, condition.of, judge, situation);
    case 'fact':
      return freeFact(judge.world, condition, situation.binding);
    case 'settled':
      return settled(condition.interface, judge, situation);
    case 'message': {
      const { arrived } = situation;
      if (arrived === undefined) return UNKNOWN;
      const named = condition.messages.some((one) => accepts(one, arrived.message));
      return named ? readFromMessage(condition.of, arrived, judge, situation) : NEVER_SO;
    }
    case 'read':
      return read(condition, judge, situation);
    case 'status':
    case 'comparison':
      return owned(condition, judge, situation);
  }
}

function quantified(
  quantifier: Quantifier,
  object: string,
  body: Condition,
  judge: Judge,
  situation: Situation,
): Truth {
  const { world } = judge;
  const { binding, focus } = situation;
  const candidates = world.recordsOfObject(object);
  if (candidates.length === 0 && world.bounds.instances[object] !== 0)
    return freeQuantified(world, quantifier, object, body, binding);
  const from = nearest(object, world, binding, focus);
  const ranges = candidates.map((record) => {
    const within: Situation = { ...situation, binding: rebound(binding, object, record), focus: record };
    const related = from === undefined ? TRUE : world.relations.related(record, from);
    const domain = all(related, world.exists(record), ...arrivals(body, judge, within));
    const { yes, no } = domain.kind === 'false' ? UNKNOWN : evaluate(body, judge, within);
    return { domain, yes, no };
  });
  const found = any(...ranges.map(({ domain, yes }) => all(domain, yes)));
  const none = all(...ranges.map(({ domain, no }) => any(not(domain), no)));
  if (quantifier === 'some') return { yes: found, no: none };
  if (quantifier === 'none') return { yes: none, no: found };
  return {
    yes: all(...ranges.map(({ domain, yes }) => any(not(domain), yes))),
    no: any(...ranges.map(({ domain, no }) => all(domain, no))),
  };
}

/** The record stands last, so that it is the innermost. */
function rebound(binding: Binding, object: string, record: number): Binding {
  return new Map([...[...binding].filter(([name]) => name !== object), [object, record]]);
}

/** With copies, quantifiers range over what has been delivered. */
function arrivals(body: Condition, judge: Judge, situation: Situation): readonly Expression[] {
  const names = new Set<string>();
  const look = (part: Condition): void => {
    if (part.kind === 'read' && part.from === 'copy') names.add(part.interface);
    if (part.kind !== 'quantified') partsOf(part).forEach(look);
  };
  look(body);
  const told = [...names].flatMap((name) =>
    copiesOver(name, judge, situation).flatMap(({ inbox, record, when }) => {
      const known = [...(inbox.copies.get(record) ?? [])].some(
        ({ reading }) => situation.arrived?.remembered(inbox, record, reading.item.id) !== undefined,
      );
      const arrived = known ? TRUE : hasArrived(inbox, record);
      return arrived === undefined ? [] : [all(when, arrived)];
    }),
  );
  return told.length === 0 ? [] : [any(...told)];
}

function read(condition: Extract<Condition, { kind: 'read' }>, judge: Judge, situation: Situation): Truth {
  const { of: leaf } = condition;
  if (leaf.kind !== 'status' && leaf.kind !== 'comparison') return evaluate(leaf, judge, situation);
  return condition.from === 'copy'
    ? fromCopy(condition.interface, leaf, judge, situation)
    : fromQuery(condition.interface, leaf, judge, situation);
}

function readFromMessage(condition: Condition, arrived: Arrived, judge: Judge, situation: Situation): Truth {
  if (condition.kind === 'status' || condition.kind === 'comparison') return arrived.says(condition);
  if (condition.kind === 'all' || condition.kind === 'any') {
    const parts = condition.of.map((part) => readFromMessage(part, arrived, judge, situation));
    const [yes, no] = [parts.map((part) => part.yes), parts.map((part) => part.no)];
    return condition.kind === 'all' ? { yes: all(...yes), no: any(...no) } : { yes: any(...yes), no: all(...no) };
  }
  if (condition.kind === 'not') {
    const { yes, no } = readFromMessage(condition.of, arrived, judge, situation);
    return { yes: no, no: yes };
  }
  return evaluate(condition, judge, situation);
}

function settled(name: string, judge: Judge, situation: Situation): Truth {
  const { world, mail } = judge;
  const { focus } = situation;
  const inboxes = mail.inboxes.filter(({ flow, channel }) => flow.id === name && channel !== undefined);
  if (world.flows.get(name) === undefined)
    return freeFact(world, { kind: 'fact', text: `nothing of ${name} is on its way` }, situation.binding);
  let known = true;
  const waiting = inboxes.map((inbox): Expression => {
    const channel = inbox.channel ?? 0;
    const anything: Expression = { kind: 'waiting', channel };
    if (focus === undefined || inbox.per === focus) return anything;
    if (inbox.per !== undefined && world.records[inbox.per]?.object === world.records[focus]?.object) return FALSE;
    const byRecord = [...inbox.copies.keys()].map((record) => {
      const when = world.relations.related(record, focus);
      return { record, when: inbox.per === undefined ? when : all(when, world.relations.related(inbox.per, focus)) };
    });
    if (byRecord.every(({ when }) => when.kind === 'true')) return anything;
    const waitingAbout = byRecord.map(({ record, when }): Expression => {
      const messages = mail.allAbout(inbox, record);
      if (messages === undefined) known = false;
      return messages === undefined || messages.length === 0
        ? FALSE
        : all(when, { kind: 'waiting', channel, messages });
    });
    return any(...waitingAbout);
  });
  const onTheWay = any(...waiting);
  // While messages are still being found, both are possible, so that none is missed.
  return known ? { yes: not(onTheWay), no: onTheWay } : { yes: TRUE, no: TRUE };
}
