import type { Action } from '../plant/composed-plant.ts';
import type { Expression } from '../plant/expression.ts';
import { all } from '../plant/simplify.ts';
import { NEW_DRAFT } from './draft.ts';
import type { Move } from './machines.ts';
import type { Inbox, Message } from './mail.ts';
import { arrivals, performed, UNPROMPTED } from './performing.ts';
import { range, stepOf, type RawStep } from './raw-step.ts';
import { fullName } from './sending.ts';
import type { Judge } from './situation.ts';
import { isIn } from './variables.ts';

/** Steps that people, machines and time take of their own accord. */
export function ownSteps(judge: Judge): readonly RawStep[] {
  const { world } = judge;
  return [...world.machines.values()].flatMap((machine) =>
    machine.moves.flatMap((move) =>
      world.recordsOf(machine).flatMap((record) =>
        waysOf(move).flatMap(({ kind, said }) => {
          const about = world.records[record]?.object === undefined ? '' : ` on ${world.records[record]?.name}`;
          const occasion = { ...UNPROMPTED, byPeople: kind === 'person' };
          return move.sources
            .flatMap((from) => performed(NEW_DRAFT, move, record, from, judge, occasion))
            .flatMap((draft) =>
              stepOf(world, draft, {
                element: move.id,
                record,
                kind,
                name: `${move.id} ${said}${about}`,
                ...(kind === 'person' ? { by: move.by ?? [] } : {}),
                ...(draft.unheard ? { outcome: 'error' as const } : {}),
              }),
            );
        }),
      ),
    ),
  );
}

function waysOf(move: Move): readonly { readonly kind: 'person' | 'automatic' | 'timed'; readonly said: string }[] {
  return [
    ...(move.by === undefined ? [] : [{ kind: 'person' as const, said: 'by people' }]),
    ...(move.auto ? [{ kind: 'automatic' as const, said: 'by itself' }] : []),
    ...(move.timed ? [{ kind: 'timed' as const, said: 'by time' }] : []),
  ];
}

/**
 * Deliveries of every message that is ever sent, with the faults that can befall it: what is delivered may send further
 * messages, until no new one is found.
 */
export function deliverySteps(judge: Judge): readonly RawStep[] {
  const steps: RawStep[] = [];
  const done = new Map<Inbox, number>();
  for (let found = true; found;) {
    found = false;
    for (const inbox of judge.mail.inboxes) {
      const messages = judge.mail.messagesIn(inbox);
      for (const message of messages.slice(done.get(inbox) ?? 0)) {
        steps.push(...stepsWith(message, judge));
        found = true;
      }
      done.set(inbox, messages.length);
    }
  }
  return steps;
}

function stepsWith(message: Message, judge: Judge): readonly RawStep[] {
  const { world } = judge;
  const { inbox, name, record, made, content, number } = message;
  const { flow, receiver, channel = 0, per } = inbox;
  const queue = flow.order === 'queue';
  const down = world.down(flow.id);
  const called = `${fullName(flow, name)} to ${receiver} about ${world.records[record]?.name}`;
  const within = per === undefined || per === record || world.recordsOfObject(flow.per ?? '').length < 2;
  const title = within ? called : `${called} for ${world.records[per]?.name}`;
  const base = { element: flow.id, record, interface: flow.id, channel, message: number };
  const next = waitingAt(inbox, 0, number);
  const up = down === undefined ? all() : isIn(down, 0);
  const take: readonly Action[] = queue
    ? [{ kind: 'take', channel, position: 0 }]
    : [{ kind: 'withdraw', channel, message: number }];
  const arriving = arrivals(NEW_DRAFT, inbox, name, record, made, content, judge, 0);
  const delivered = arriving.flatMap(({ draft, outcome }) =>
    stepOf(
      world,
      draft,
      { ...base, kind: 'delivery', name: `deliver ${title}`, outcome },
      { guard: all(next, up), takes: take },
    ),
  );
  if (world.faults === undefined) return delivered;
  const fault = { guard: isIn(world.faults, ...range(world.bounds.faults)), increase: world.faults };
  const faults: RawStep[] = [];
  if (flow.faults.includes('lose'))
    faults.push(
      ...stepOf(
        world,
        NEW_DRAFT,
        { ...base, kind: 'fault', fault: 'lose', name: `lose ${title}` },
        { ...fault, guard: all(next, fault.guard), takes: take },
      ),
    );
  if (flow.faults.includes('duplicate') && !flow.recognisesRepeats)
    faults.push(
      ...arriving.flatMap(({ draft, outcome }) =>
        stepOf(
          world,
          draft,
          { ...base, kind: 'fault', fault: 'duplicate', name: `repeat ${title}`, outcome },
          { ...fault, guard: all(next, up, fault.guard), takes: [] },
        ),
      ),
    );
  if (flow.faults.includes('overtake') && queue)
    faults.push(
      ...arriving.flatMap(({ draft, outcome }) =>
        stepOf(
          world,
          draft,
          { ...base, kind: 'fault', fault: 'overtake', name: `overtake with ${title}`, outcome },
          {
            ...fault,
            guard: all(waitingAt(inbox, 1, number), up, fault.guard),
            takes: [
              { kind: 'take', channel, position: 1 },
              ...(flow.dropsStale ? [{ kind: 'take', channel, position: 0 } as const] : []),
            ],
          },
        ),
      ),
    );
  return [...delivered, ...faults];
}

function waitingAt({ flow, channel = 0 }: Inbox, position: number, message: number): Expression {
  return flow.order === 'queue'
    ? { kind: 'at', channel, position, messages: [message] }
    : { kind: 'waiting', channel, messages: [message] };
}
