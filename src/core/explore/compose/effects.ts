import { ABSENT } from '../../model/condition/state-vocabulary.ts';
import type { Expression } from '../plant/expression.ts';
import { any } from '../plant/simplify.ts';
import { EMPTY } from './carried-items.ts';
import { copying, provided, setting, type Draft } from './draft.ts';
import type { Mail } from './mail.ts';
import type { Move } from './machines.ts';
import type { StatusVariable } from './statuses.ts';
import { isIn } from './variables.ts';
import type { World } from './world.ts';

/** The record leaves `from` for wherever the move leads; one draft for each place where that may be. */
export function moved(draft: Draft, move: Move, status: StatusVariable, from: string): readonly Draft[] {
  const targets = ((): readonly { state: string; when: Expression | undefined }[] => {
    if (typeof move.to === 'string') return [{ state: move.to === 'same' ? from : move.to, when: undefined }];
    const { last } = move.to;
    if (last.includes(from)) return [{ state: from, when: undefined }];
    const remembered = status.lasts.find(({ states }) => states.join(' ') === last.join(' '));
    // Where nothing is remembered, it may have been any of them.
    return last.map((state, at) => ({ state, when: remembered && isIn(remembered.variable, 0, at + 1) }));
  })();
  return targets.flatMap(({ state, when }) => {
    const entry = { id: move.id, lifecycle: move.machine, record: status.record, from, to: state };
    const begun: Draft = {
      ...draft,
      transitions: [...draft.transitions, entry],
      correction: draft.correction || move.correction,
    };
    return provided(begun, ...(when === undefined ? [] : [when])).flatMap((one) => placed(one, status, from, state));
  });
}

/** The record is in `to` from now on, and remembers what it will be asked for. */
function placed(draft: Draft, status: StatusVariable, from: string, to: string): readonly Draft[] {
  if (from === to) return [draft];
  let drafts = setting(draft, status.index, status.valueOf(to));
  for (const { states, variable, live } of status.lasts) {
    const value =
      states.includes(to) || !live.has(to) ? 0 : states.includes(from) ? states.indexOf(from) + 1 : undefined;
    if (value !== undefined) drafts = drafts.flatMap((one) => setting(one, variable, value));
  }
  return drafts;
}

/** Values that are entered: one draft for each choice of codes that makes a difference. */
export function filled(draft: Draft, move: Move, world: World, record: number): readonly Draft[] {
  let drafts: readonly Draft[] = [draft];
  for (const [field, values] of move.fills) {
    const followed = world.distinctions.followed.get(field);
    if (followed === undefined || world.records[record]?.object !== followed.object) continue;
    const classes = followed.classes.flatMap((one, at) => {
      const entered = one.values.filter((value) =>
        values.some((choice) =>
          choice === 'any' ? value !== EMPTY : choice === 'empty' ? value === EMPTY : choice === value,
        ),
      );
      return entered.length === 0 ? [] : [{ at, label: entered.map((value) => value || 'empty').join(' or ') }];
    });
    const variable = world.field(field, record);
    drafts = drafts.flatMap((one) =>
      classes.flatMap(({ at, label }) => {
        const entered: Draft = {
          ...one,
          fills: new Map([...one.fills, [field, label]]),
          filled: new Map([...one.filled, [`${field} ${record}`, at]]),
        };
        return variable === undefined ? [entered] : setting(entered, variable, at);
      }),
    );
  }
  return drafts;
}

/**
 * Records that the move makes, each in the lowest free place; or, where a message brings the record that its sender made, the
 * part of it that the receiver adds. One draft for each place that may be free.
 */
export function created(
  draft: Draft,
  move: Move,
  status: StatusVariable,
  brought: number | undefined,
  world: World,
  mail: Mail,
): readonly Draft[] {
  let drafts: readonly Draft[] = [{ ...draft, made: new Map() }];
  for (const { object, states } of move.creates) {
    const spares = world.recordsOfObject(object).filter((record) => world.records[record]?.spare === true);
    const completes = brought !== undefined && world.records[brought]?.object === object;
    if (completes) {
      drafts = drafts.flatMap((one) => begun(one, brought, states, status, world, false));
      continue;
    }
    if (spares.length === 0)
      world.leftOut.add(
        `${move.id} makes a new ${object} and cannot happen here, since the bounds leave no room for one (\`explore.spare\`).`,
      );
    drafts = drafts.flatMap((one) => [
      ...spares.flatMap((record, at) => {
        const before = spares[at - 1];
        const guards = [[record, 0] as const, ...(before === undefined ? [] : [[before, 1] as const])].flatMap(
          ([which, value]) => {
            const variable = world.existence(which);
            return variable === undefined ? [] : [isIn(variable, value)];
          },
        );
        const own = world.existence(record) ?? 0;
        return provided({ ...one, made: new Map([...one.made, [object, record]]) }, ...guards)
          .flatMap((next) => setting(next, own, 1))
          .flatMap((next) => begun(next, record, states, status, world, true))
          .flatMap((next) => related(next, record, status.record, world))
          .flatMap((next) => informed(next, record, status.record, mail));
      }),
      ...lacking(one, object, spares, world, mail),
    ]);
  }
  return drafts;
}

/** What would make a record where every one that may be made is there already: it is not taken, and the bound was reached. */
function lacking(draft: Draft, object: string, spares: readonly number[], world: World, mail: Mail): readonly Draft[] {
  const last = spares.at(-1);
  const existence = last === undefined ? undefined : world.existence(last);
  const channel = mail.channelRunningOut(object);
  if (existence === undefined || channel === undefined) return [];
  return provided({ ...draft, lacking: [...draft.lacking, channel] }, isIn(existence, 1));
}

/** The statuses of a new record: those that are said, and the beginnings of the others when it is wholly new. */
function begun(
  draft: Draft,
  record: number,
  states: ReadonlyMap<string, string>,
  maker: StatusVariable,
  world: World,
  wholly: boolean,
): readonly Draft[] {
  const object = world.records[record]?.object;
  let drafts: readonly Draft[] = [draft];
  for (const machine of world.machines.values()) {
    if (machine.object !== object) continue;
    const status = world.status(machine.id, record);
    const said = states.get(machine.id);
    if (status === undefined || (said === undefined && !wholly)) continue;
    if (said !== undefined && machine.system !== maker.machine.system)
      world.leftOut.add(
        `A new ${object} has its status in ${machine.id} at once, although ${maker.machine.id} makes it in another system.`,
      );
    const like = world.status(machine.id, maker.record);
    if (said === 'same' && like !== undefined) {
      const map = like.labels.map((label) => Math.max(0, status.valueOf(label)));
      // A step that stays where it is sets nothing, but where that is, is known.
      const stays =
        like.index === maker.index && !draft.sets.has(like.index) ? draft.transitions.at(-1)?.from : undefined;
      drafts = drafts.flatMap((one) =>
        stays === undefined
          ? copying(one, status.index, like.index, map)
          : setting(one, status.index, Math.max(0, status.valueOf(stays))),
      );
      like.lasts.forEach(({ variable, states: group }, at) => {
        const own = status.lasts[at];
        if (own !== undefined)
          drafts = drafts.flatMap((one) =>
            copying(one, own.variable, variable, [0, ...group.map((_, value) => value + 1)]),
          );
      });
      continue;
    }
    const state = said === undefined || said === 'same' ? machine.created : said;
    if (state !== ABSENT || !wholly)
      drafts = drafts.flatMap((one) => setting(one, status.index, Math.max(0, status.valueOf(state))));
  }
  return drafts;
}

/** A new record belongs to what its maker belongs to, and what belongs to several covers it as it covers its maker. */
function related(draft: Draft, record: number, maker: number, world: World): readonly Draft[] {
  const { relations, records } = world;
  const object = records[record]?.object ?? '';
  const makerObject = records[maker]?.object;
  let drafts: readonly Draft[] = [draft];
  const same = (variable: number | undefined, source: Expression, from: number | undefined): void => {
    if (variable === undefined) return;
    drafts = drafts.flatMap((one) =>
      from !== undefined
        ? copying(one, variable, from, [0, 1])
        : setting(one, variable, source.kind === 'true' ? 1 : 0),
    );
  };
  for (const { object: parent } of relations.parentsOf(object)) {
    const possible = world.recordsOfObject(parent);
    if (makerObject === parent) {
      for (const one of possible)
        same(relations.belongsVariable(record, one), one === maker ? any({ kind: 'true' }) : any(), undefined);
    } else
      for (const one of possible)
        same(
          relations.belongsVariable(record, one),
          relations.belongs(maker, one),
          relations.belongsVariable(maker, one),
        );
  }
  if (makerObject !== object) return drafts;
  records.forEach((other, index) => {
    const covers =
      other.object !== undefined && relations.parentsOf(other.object).some((one) => one.object === object && one.many);
    if (covers)
      same(
        relations.belongsVariable(index, record),
        relations.belongs(index, maker),
        relations.belongsVariable(index, maker),
      );
  });
  return drafts;
}

/** Where order is kept for each record apart, receivers know of the new one what they know of its maker. */
function informed(draft: Draft, record: number, maker: number, mail: Mail): readonly Draft[] {
  let drafts: readonly Draft[] = [draft];
  for (const inbox of mail.inboxes) {
    if (inbox.per !== record) continue;
    const model = mail.inboxes.find(
      ({ flow, receiver, per }) => flow === inbox.flow && receiver === inbox.receiver && per === maker,
    );
    for (const [about, copies] of inbox.copies) {
      if (about === record) continue;
      const known = model?.copies.get(about) ?? [];
      copies.forEach(({ variable, reading }, at) => {
        const source = known[at];
        if (source !== undefined)
          drafts = drafts.flatMap((one) =>
            copying(one, variable, source.variable, [0, ...reading.remembered.map((_, value) => value + 1)]),
          );
      });
    }
  }
  return drafts;
}
