import { conjunction } from '../../model/condition/normal-form.ts';
import { ABSENT } from '../../model/condition/state-vocabulary.ts';
import type { Expression } from '../plant/expression.ts';
import { all, any, FALSE, not, TRUE } from '../plant/simplify.ts';
import type { Truth } from './composition.ts';
import { NEW_DRAFT, provided, setting, type Draft } from './draft.ts';
import { created, filled, moved } from './effects.ts';
import { evaluate } from './evaluate.ts';
import { situationOf, UNKNOWN, type Arrived, type Judge, type Situation } from './situation.ts';
import { freeValue } from './free-values.ts';
import { accepts, type Machine, type Move } from './machines.ts';
import { hears, type Inbox } from './mail.ts';
import { itemFor } from './predicates.ts';
import { fullName, sent, type Ask, type Content } from './sending.ts';
import { isIn } from './variables.ts';

/** What becomes of a message that arrives. */
export type Outcome = 'processed' | 'copied' | 'ignored' | 'error';

/** Questions that are asked while another one is answered are followed so far. */
const MOST_QUESTIONS = 6;

/** How a move comes to be made. */
interface Occasion {
  /** Only people follow procedures. */
  readonly byPeople: boolean;
  readonly arrived: Arrived | undefined;
  /** Record that the sender of the message made. */
  readonly brought: number | undefined;
  /** How many questions are being asked. */
  readonly questions: number;
}

/** A move that something other than a message starts. */
export const UNPROMPTED: Occasion = { byPeople: false, arrived: undefined, brought: undefined, questions: 0 };

/** Every way in which a record can make a move from a state, with all that it does. */
export function performed(
  draft: Draft,
  move: Move,
  record: number,
  from: string,
  judge: Judge,
  occasion: Occasion,
): readonly Draft[] {
  const { world, mail } = judge;
  const status = world.status(move.machine, record);
  if (status === undefined || !status.labels.includes(from)) return [];
  const here = [isIn(status.index, status.valueOf(from)), world.exists(record)];
  // A record comes into being by the step that starts from `absent`; a spare one only by a step that creates it.
  const present = from === ABSENT && world.existence(record) === undefined ? here.slice(0, 1) : here;
  return provided(draft, ...present)
    .flatMap((one) => filled(one, move, world, record))
    .flatMap((one) => {
      const situation: Situation = {
        ...situationOf(world, record, move.system),
        fills: one.filled,
        arrived: occasion.arrived,
      };
      const asked = [
        ...(move.when === undefined ? [] : [move.when]),
        ...(occasion.byPeople && world.bounds.procedures && move.procedure !== undefined ? [move.procedure] : []),
        ...(occasion.arrived !== undefined && move.receives?.filter !== undefined ? [move.receives.filter] : []),
      ];
      const may = provided(one, evaluate(conjunction(asked), judge, situation).yes);
      return may
        .flatMap((next) => moved(next, move, status, from))
        .flatMap((next) => created(next, move, status, occasion.brought, world, mail))
        .flatMap((next) => {
          let drafts: readonly Draft[] = [next];
          // What cannot happen for want of a record sends nothing.
          if (next.lacking.length > 0) return drafts;
          // Whoever answers a question may make records, too; the messages here tell of those that this step made.
          const { made } = next;
          for (const message of move.emits)
            drafts = drafts.flatMap((before) =>
              sent({ ...before, made }, message, record, situation, judge, asking(judge, occasion.questions)),
            );
          return drafts;
        });
    });
}

/** The answering step is part of the asking one. */
function asking(judge: Judge, questions: number): Ask {
  return (draft, inbox, name, record, content) => {
    if (questions >= MOST_QUESTIONS) {
      judge.world.leftOut.add(
        `Questions over ${inbox.flow.id} lead to further questions without end; more than ${MOST_QUESTIONS} of them are not followed.`,
      );
      return [];
    }
    return arrivals(draft, inbox, name, record, undefined, content, judge, questions + 1).flatMap(
      ({ draft: answered, outcome }) => {
        if (outcome === 'processed' || outcome === 'copied') return [answered];
        const { unexpected } = inbox.flow;
        if (unexpected === 'ignore') return [answered];
        return unexpected === 'error' ? [{ ...answered, unheard: true }] : [];
      },
    );
  };
}

/**
 * What happens when a message arrives: the receiver's copy is replaced, then each machine that has a step for it takes one;
 * one draft for each possibility. Where the message has to wait there is none.
 */
export function arrivals(
  draft: Draft,
  inbox: Inbox,
  name: string,
  record: number,
  made: number | undefined,
  content: Content,
  judge: Judge,
  questions: number,
): readonly { readonly draft: Draft; readonly outcome: Outcome }[] {
  const { flow } = inbox;
  const message = fullName(flow, name);
  const copies = inbox.copies.get(record) ?? [];
  const read = [...judge.world.distinctions.itemsAt(flow.id, inbox.receiver)];
  const refused = read.some(
    ([id, reading]) => reading.remember(name, content.get(id) ?? -1) === 'reject' && content.has(id),
  );
  if (refused) {
    judge.world.leftOut.add(
      `A message of ${flow.id} with a code that a value map refuses arrives without any effect; what becomes of it afterwards is not explored.`,
    );
    return [{ draft, outcome: 'ignored' }];
  }
  let updated: readonly Draft[] = [draft];
  for (const { reading, variable } of copies) {
    const value = reading.remember(name, content.get(reading.item.id) ?? 0);
    const known = reading.classes === undefined || content.has(reading.item.id);
    if (typeof value === 'number' && known) updated = updated.flatMap((one) => setting(one, variable, value + 1));
  }
  const occasion: Occasion = {
    byPeople: false,
    arrived: arrivedOf(inbox, name, record, content, judge),
    brought: made,
    questions,
  };
  let states: readonly { draft: Draft; fired: boolean }[] = updated.map((one) => ({ draft: one, fired: false }));
  let expected: Expression = FALSE;
  for (const { machine, own, when, moves } of hearers(inbox, message, record, judge)) {
    const perform = (one: Draft): readonly Draft[] =>
      provided(one, when).flatMap((here) =>
        moves.flatMap((move) => move.sources.flatMap((from) => performed(here, move, own, from, judge, occasion))),
      );
    const possible = any(...perform(NEW_DRAFT).map(({ guard }) => guard));
    expected = any(expected, ...moves.map((move) => all(when, passes(move, own, machine, judge, occasion))));
    states = states.flatMap(({ draft: one, fired }) => [
      ...perform(one).map((next) => ({ draft: next, fired: true })),
      ...provided(one, not(possible)).map((next) => ({ draft: next, fired })),
    ]);
  }
  return states.flatMap(({ draft: one, fired }): readonly { draft: Draft; outcome: Outcome }[] => {
    if (fired) return [{ draft: one, outcome: 'processed' }];
    const copied = provided(one, not(expected)).map((next) => ({ draft: next, outcome: 'copied' as const }));
    if (flow.unexpected === 'wait' && inbox.channel !== undefined) return copied;
    const outcome: Outcome = flow.unexpected === 'ignore' ? 'ignored' : 'error';
    return [...copied, ...provided(one, expected).map((next) => ({ draft: next, outcome }))];
  });
}

/** Whether the message is one that this move is waiting for, whatever state the record is in. */
function passes(move: Move, record: number, machine: Machine, judge: Judge, occasion: Occasion): Expression {
  if (move.receives?.filter === undefined) return TRUE;
  const situation = { ...situationOf(judge.world, record, machine.system), arrived: occasion.arrived };
  return evaluate(move.receives.filter, judge, situation).yes;
}

/** The machines in the receiving system that have a step for the message, in each record that it concerns. */
function hearers(
  inbox: Inbox,
  message: string,
  record: number,
  judge: Judge,
): readonly {
  readonly machine: Machine;
  readonly own: number;
  readonly when: Expression;
  readonly moves: readonly Move[];
}[] {
  const { world } = judge;
  const { flow, receiver, per } = inbox;
  return [...world.machines.values()].flatMap((machine) => {
    if (!hears(machine, flow, receiver)) return [];
    const moves = machine.moves.filter(
      ({ receives }) => receives?.messages.some((one) => accepts(one, message)) ?? false,
    );
    if (moves.length === 0) return [];
    return world.recordsOf(machine).flatMap((own) => {
      const ofKey = per !== undefined && world.records[per]?.object === machine.object;
      const absentAtFirst = world.existence(own) === undefined ? TRUE : world.exists(own);
      const when = all(ofKey ? (own === per ? TRUE : FALSE) : world.relations.related(own, record), absentAtFirst);
      return when.kind === 'false' ? [] : [{ machine, own, when, moves }];
    });
  });
}

function arrivedOf(inbox: Inbox, name: string, record: number, content: Content, judge: Judge): Arrived {
  const { world } = judge;
  const { flow, receiver } = inbox;
  const items = world.distinctions.itemsAt(flow.id, receiver);
  return {
    flow: flow.id,
    message: fullName(flow, name),
    says: (leaf): Truth => {
      const item = itemFor(leaf, flow.items);
      const reading = item && items.get(item.id);
      const at = item && content.get(item.id);
      const said = reading === undefined || at === undefined ? 'free' : reading.onMessage(leaf, name, at);
      if (said === 'free')
        return reading?.classes !== undefined && at === undefined
          ? UNKNOWN
          : freeValue(world, leaf, {
              over: flow.id,
              of: `${receiver} ${record}`,
              called: `in ${flow.id} about ${world.records[record]?.name}`,
            });
      return { yes: said === 'yes' ? TRUE : FALSE, no: said === 'no' ? TRUE : FALSE };
    },
    remembered: (where, about, id) => {
      const reading = items.get(id);
      if (where !== inbox || about !== record || reading === undefined) return undefined;
      if (reading.classes !== undefined && !content.has(id)) return undefined;
      const value = reading.remember(name, content.get(id) ?? 0);
      return typeof value === 'number' ? value + 1 : undefined;
    },
  };
}
