import type { Expression } from '../plant/expression.ts';
import { all, any, FALSE, not, TRUE } from '../plant/simplify.ts';
import { provided, setting, type Draft } from './draft.ts';
import type { ItemReading } from './item-readings.ts';
import { evaluate } from './evaluate.ts';
import { meant, type Judge, type Situation } from './situation.ts';
import type { Flow } from './flows.ts';
import { accepts, interfaceOf } from './machines.ts';
import { hears, type Inbox } from './mail.ts';
import { isIn } from './variables.ts';
import type { World } from './world.ts';

/** What a message carries, as far as the receiver makes a difference: mapped field → class of its value. */
export type Content = ReadonlyMap<string, number>;

/** How a question is put to the system that answers it; without a draft, the step of the asker is not possible. */
export type Ask = (draft: Draft, inbox: Inbox, message: string, record: number, content: Content) => readonly Draft[];

/**
 * Sends a message about a record: one draft for each case in which it is sent or not, goes to other inboxes or carries other
 * values. A question is answered at once.
 */
export function sent(
  draft: Draft,
  message: string,
  record: number,
  situation: Situation,
  judge: Judge,
  ask: Ask,
): readonly Draft[] {
  const { world } = judge;
  const flow = world.flows.get(interfaceOf(message));
  if (flow === undefined) return [draft];
  const [, local] = message.split('.');
  const names = local !== undefined ? [local] : flow.messages.length > 0 ? flow.messages : [flow.id];
  return names.flatMap((name) => {
    const filters = ['', name].flatMap((one) => flow.filters.get(one) ?? []);
    const passes = all(...filters.map((filter) => afterwards(evaluate(filter, judge, situation).yes, draft)));
    const unsent = provided(draft, not(passes));
    const drafts = provided(draft, passes).flatMap((one) => carried(one, flow, name, record, situation, judge, ask));
    return [...drafts, ...unsent];
  });
}

function carried(
  draft: Draft,
  flow: Flow,
  name: string,
  record: number,
  situation: Situation,
  judge: Judge,
  ask: Ask,
): readonly Draft[] {
  const down = judge.world.down(flow.id);
  const [up, broken] =
    down === undefined ? [[draft], []] : [provided(draft, isIn(down, 0)), provided(draft, isIn(down, 1))];
  const arriving = (drafts: readonly Draft[]): readonly Draft[] =>
    flow.to.reduce<readonly Draft[]>(
      (all_, receiver) => all_.flatMap((one) => intoInboxes(one, flow, receiver, name, record, situation, judge, ask)),
      drafts,
    );
  const without =
    flow.whenDown === 'refuse' || (flow.synchronous && flow.waitsWhenDown)
      ? []
      : flow.waitsWhenDown
        ? arriving(broken)
        : broken;
  return [...arriving(up), ...without];
}

function intoInboxes(
  draft: Draft,
  flow: Flow,
  receiver: string,
  name: string,
  record: number,
  situation: Situation,
  judge: Judge,
  ask: Ask,
): readonly Draft[] {
  const { world, mail } = judge;
  if (!isNoticed(world, flow, receiver, name)) return [draft];
  let drafts: readonly Draft[] = [draft];
  for (const { inbox, when } of mail.inboxesFor(flow.id, receiver, record)) {
    drafts = drafts.flatMap((one) => [
      ...provided(one, when).flatMap((reached) =>
        contents(reached, flow, receiver, name, record, situation, judge).flatMap(({ draft: full, content }) => {
          if (flow.synchronous) return ask(full, inbox, name, record, content);
          if (inbox.channel === undefined) return told(full, inbox, record);
          const made = madeBy(full, world, record);
          return [{ ...full, sends: [...full.sends, mail.message(inbox, name, record, made, content)] }];
        }),
      ),
      ...provided(one, not(when)),
    ]);
  }
  return drafts;
}

/** Where nothing but that something has arrived is remembered, it is remembered at once. */
function told(draft: Draft, inbox: Inbox, record: number): readonly Draft[] {
  return (inbox.copies.get(record) ?? []).reduce<readonly Draft[]>(
    (drafts, { variable }) => drafts.flatMap((one) => setting(one, variable, 1)),
    [draft],
  );
}

/** The record of the same kind that the sending step made. */
function madeBy(draft: Draft, world: World, record: number): number | undefined {
  return draft.made.get(world.records[record]?.object ?? '') ?? [...draft.made.values()][0];
}

/** Whether a message with this name changes anything at the receiver, or somebody waits until it has arrived. */
export function isNoticed(world: World, flow: Flow, receiver: string, name: string): boolean {
  if (world.distinctions.isSettledAsked(flow.id)) return true;
  if ([...world.distinctions.itemsAt(flow.id, receiver).values()].some(({ copied }) => copied)) return true;
  return [...world.machines.values()].some(
    (machine) =>
      hears(machine, flow, receiver) &&
      machine.moves.some(
        ({ receives }) => receives?.messages.some((one) => accepts(one, fullName(flow, name))) ?? false,
      ),
  );
}

/** `IF-002.HOLD`; the interface alone where its messages have no names. */
export function fullName(flow: Flow, name: string): string {
  return flow.messages.length === 0 ? flow.id : `${flow.id}.${name}`;
}

/** What a message about the record carries, right after the draft's step: one draft for each content that differs. */
export function contents(
  draft: Draft,
  flow: Flow,
  receiver: string,
  name: string,
  record: number,
  situation: Situation,
  judge: Judge,
): readonly { readonly draft: Draft; readonly content: Content }[] {
  let found: readonly { draft: Draft; content: Content }[] = [{ draft, content: new Map() }];
  for (const [id, reading] of judge.world.distinctions.itemsAt(flow.id, receiver)) {
    const choices = choicesOf(reading, name, record, situation, judge);
    if (choices.length === 0) continue;
    found = found.flatMap(({ draft: one, content }) =>
      choices.flatMap(({ valueClass, when }) =>
        provided(one, afterwards(when, one)).map((next) => ({
          draft: next,
          content: new Map([...content, [id, valueClass]]),
        })),
      ),
    );
  }
  return found;
}

interface Choice {
  readonly valueClass: number;
  readonly when: Expression;
}

/** Classes of a mapped field that a message may carry; none where nothing that is followed fills it. */
function choicesOf(
  { item: { source, codes }, classes }: ItemReading,
  name: string,
  record: number,
  situation: Situation,
  judge: Judge,
): readonly Choice[] {
  const { world } = judge;
  if (classes === undefined) return [];
  const classWith = (value: string): number => classes.findIndex(({ values }) => values.includes(value));
  switch (source.kind) {
    case 'message':
      return [{ valueClass: classWith(name), when: TRUE }];
    case 'constant':
      return [{ valueClass: 0, when: TRUE }];
    case 'status': {
      const machine = world.machines.get(source.lifecycle);
      if (machine === undefined) break;
      const records =
        machine.object === undefined
          ? world.recordsOf(machine).map((one) => ({ record: one, when: TRUE }))
          : aboutRecord(machine.object, record, situation, judge);
      return classes.flatMap(({ values }, valueClass) => {
        const when = any(
          ...records.map((one) => {
            const status = world.status(machine.id, one.record);
            const wanted = status?.labels.flatMap((label, at) => (values.includes(label) ? [at] : [])) ?? [];
            return status === undefined || wanted.length === 0 ? FALSE : all(one.when, isIn(status.index, ...wanted));
          }),
        );
        return when.kind === 'false' ? [] : [{ valueClass, when }];
      });
    }
    case 'field': {
      const followed = world.distinctions.followed.get(source.field);
      if (followed === undefined) break;
      const records = aboutRecord(followed.object, record, situation, judge);
      return classes.flatMap(({ values }, valueClass) => {
        const wanted = followed.classes.flatMap((one, at) => (values.includes(one.values[0] ?? '') ? [at] : []));
        const when = any(
          ...records.map((one) => {
            const filled = situation.fills.get(`${source.field} ${one.record}`);
            if (filled !== undefined) return wanted.includes(filled) ? one.when : FALSE;
            const variable = world.field(source.field, one.record);
            return variable === undefined || wanted.length === 0 ? FALSE : all(one.when, isIn(variable, ...wanted));
          }),
        );
        return when.kind === 'false' ? [] : [{ valueClass, when }];
      });
    }
    case 'free':
      break;
  }
  // From outside the model comes whatever may arrive.
  return codes === undefined ? [] : classes.map((_, valueClass) => ({ valueClass, when: TRUE }));
}

function aboutRecord(
  object: string,
  record: number,
  situation: Situation,
  judge: Judge,
): readonly { readonly record: number; readonly when: Expression }[] {
  const own = judge.world.records[record]?.object;
  const binding = own === undefined ? situation.binding : new Map([[own, record]]);
  return meant(object, judge, { binding, focus: record });
}

/** What an expression over the state after the step means in the state before it. */
export function afterwards(expression: Expression, draft: Draft): Expression {
  switch (expression.kind) {
    case 'in': {
      const set = draft.sets.get(expression.variable);
      if (set !== undefined) return expression.values.includes(set) ? TRUE : FALSE;
      const copy = draft.copies.find(({ variable }) => variable === expression.variable);
      if (copy === undefined) return expression;
      const values = copy.map.flatMap((value, at) => (expression.values.includes(value) ? [at] : []));
      return values.length === 0 ? FALSE : isIn(copy.source, ...values);
    }
    case 'all':
      return all(...expression.of.map((part) => afterwards(part, draft)));
    case 'any':
      return any(...expression.of.map((part) => afterwards(part, draft)));
    case 'not':
      return not(afterwards(expression.of, draft));
    default:
      return expression;
  }
}
