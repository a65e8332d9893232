import type { Action } from '../plant/composed-plant.ts';
import { all } from '../plant/simplify.ts';
import { NEW_DRAFT, setting } from './draft.ts';
import { recordsAbout, type Inbox, type Message } from './mail.ts';
import { arrivals } from './performing.ts';
import { range, stepOf, type RawStep } from './raw-step.ts';
import { contents, fullName } from './sending.ts';
import { situationOf, type Judge } from './situation.ts';
import { isIn } from './variables.ts';

/** Messages from outside the model: they may arrive at any time, with any content, and matter where they change something. */
export function outsideSteps(judge: Judge): readonly RawStep[] {
  const { world } = judge;
  return judge.mail.inboxes
    .filter(({ flow }) => flow.outside)
    .flatMap((inbox) => {
      const { flow, receiver } = inbox;
      const names = flow.messages.length === 0 ? [flow.id] : flow.messages;
      return recordsAbout(world, flow).flatMap((record) =>
        names.flatMap((name) =>
          contents(NEW_DRAFT, flow, receiver, name, record, situationOf(world, record, undefined), judge).flatMap(
            ({ draft: before, content }) =>
              arrivals(before, inbox, name, record, undefined, content, judge, 0).flatMap(({ draft, outcome }) => {
                const title = `${fullName(flow, name)} from outside to ${receiver} about ${world.records[record]?.name}`;
                return stepOf(
                  world,
                  draft,
                  {
                    element: flow.id,
                    record,
                    kind: 'outside',
                    name: title,
                    interface: flow.id,
                    outcome: outcome === 'error' ? 'ignored' : outcome,
                    carries: carriedBy(judge, inbox, content),
                    changing: draft.transitions.length === 0,
                  },
                  { guard: world.exists(record), takes: [] },
                );
              }),
          ),
        ),
      );
    });
}

/** What a message carries, as far as its receiver reads it. */
function carriedBy(
  { world }: Judge,
  { flow, receiver }: Inbox,
  content: Message['content'],
): Readonly<Record<string, string>> {
  const items = world.distinctions.itemsAt(flow.id, receiver);
  const carried = [...content].flatMap(([id, at]) => {
    const label = items.get(id)?.classes?.[at]?.label;
    return label === undefined ? [] : [[id, label] as const];
  });
  return Object.fromEntries(carried);
}

/** Answers that are kept are renewed at any time; outages begin as a fault and end by themselves. */
export function interfaceSteps(judge: Judge): readonly RawStep[] {
  const { world, answers } = judge;
  const steps: RawStep[] = [];
  for (const { flow, asker } of new Map(answers.kept.map((one) => [`${one.flow.id} ${one.asker}`, one])).values()) {
    const own = answers.kept.filter((one) => one.flow === flow && one.asker === asker);
    const down = world.down(flow.id);
    const actions: Action[] = own.map(({ variable, source, map }) => ({ kind: 'copy', variable, source, map }));
    steps.push({
      element: flow.id,
      record: asker,
      kind: 'outside',
      name: `${flow.from} asks over ${flow.id} about ${world.records[asker]?.name} and keeps the answer`,
      interface: flow.id,
      transitions: [],
      guard: all(world.exists(asker), ...(down === undefined ? [] : [isIn(down, 0)])),
      actions,
      correction: false,
      changing: true,
    });
  }
  for (const flow of world.flows.values()) {
    const down = world.down(flow.id);
    if (down === undefined || world.faults === undefined) continue;
    const base = { element: flow.id, record: -1, interface: flow.id };
    steps.push(
      ...setting(NEW_DRAFT, down, 1).flatMap((draft) =>
        stepOf(
          world,
          draft,
          { ...base, kind: 'fault', fault: 'outage', name: `outage of ${flow.id}` },
          {
            guard: all(isIn(down, 0), isIn(world.faults ?? 0, ...range(world.bounds.faults))),
            increase: world.faults ?? 0,
            takes: [],
          },
        ),
      ),
      ...setting(NEW_DRAFT, down, 0).flatMap((draft) =>
        stepOf(
          world,
          draft,
          { ...base, kind: 'recovery', name: `recovery of ${flow.id}` },
          { guard: isIn(down, 1), takes: [] },
        ),
      ),
    );
  }
  return steps;
}
