import type { DerivationContext } from '../derivation-context.ts';
import type { StepDraft } from '../draft.ts';
import { interfaceOf } from '../lifecycle-view.ts';
import { consequencesIn } from '../transition-stories.ts';
import type { Firing, Outcome } from '../settled/settled-plant.ts';
import { ABSENT } from '../../model/condition/state-vocabulary.ts';
import type { Situation } from '../settled/stories.ts';
import { listed, sentence } from './gaps.ts';
import { messageLogOf, nothingFailed, withinLatency } from './limits.ts';
import { recordOf, systemOf } from './test-names.ts';

/** A step in which a tester looks at another lifecycle, or at a system that has none. */
export interface Observation {
  readonly lifecycle: string | undefined;
  readonly step: StepDraft;
  /** Interfaces that lie between the tester's step and what is seen here. */
  readonly hops: number;
}

/** What is seen in every follower, within the latency of the way the message took: state, and the values brought. */
export function followerSteps(
  outcome: Outcome,
  situation: Situation,
  context: DerivationContext,
): readonly Observation[] {
  const steps: Observation[] = [];
  const shown = new Set<string>();
  for (const lifecycle of context.stories.related(outcome.step.transition.lifecycle)) {
    if (lifecycle.id === outcome.step.transition.lifecycle) continue;
    const fired = consequencesIn(outcome, lifecycle.id);
    const received = messagesTo(outcome, lifecycle.system);
    const concerned = lifecycle.transitions.some(({ receives }) =>
      received.some(({ message }) => receives?.messages.some((name) => interfaceOf(name) === interfaceOf(message))),
    );
    if (fired.length === 0 && !concerned) continue;
    const system = systemOf(lifecycle);
    const before = situation.world.states[lifecycle.id] ?? ABSENT;
    const last = fired.at(-1);
    const through = last?.through ?? received[0]?.through ?? [];
    const brought = shown.has(system) ? '' : valuesBrought(received, outcome.step, context);
    shown.add(system);
    const step = {
      system,
      action: `In ${system} open ${recordOf(lifecycle)} and read ${lifecycle.id}.`,
      expected: `${withinLatency(through, context)}: ${stateSeen(lifecycle.id, before, fired)}${brought}`,
      record: 'Write status, time seen and the values.',
      proves: [],
    };
    steps.push({ lifecycle: lifecycle.id, step, hops: through.length });
  }
  for (const system of systemsWithoutLifecycle(outcome, shown, context)) {
    const received = messagesTo(outcome, system);
    const step = {
      system,
      action: `In ${system} look up what ${listed([...new Set(received.map(({ message }) => message))])} brought for ${recordOf(context.lifecycle(outcome.step.transition.lifecycle))}.`,
      expected: `${withinLatency(received[0]?.through ?? [], context)}: one entry.${valuesBrought(received, outcome.step, context)}`,
      record: 'Write the values and the time seen.',
      proves: [],
    };
    steps.push({ lifecycle: undefined, step, hops: received[0]?.through.length ?? 0 });
  }
  return steps.sort((a, b) => a.hops - b.hops);
}

function stateSeen(lifecycle: string, before: string, fired: readonly Firing[]): string {
  const last = fired.at(-1);
  if (last === undefined) return before === ABSENT ? `still no ${lifecycle} record.` : `${lifecycle} stays ${before}.`;
  const steps = fired
    .map(({ transition, from, to }) => `${transition.id} from ${from === ABSENT ? 'no record' : from} to ${to}`)
    .join(', ');
  const prepared = fired.some((one) => one.prepared)
    ? ' This holds with the conditions of these steps prepared as listed.'
    : '';
  return `${lifecycle} is ${last.to} (${steps}).${prepared}`;
}

/** The values that messages bring, field by field, against the record at the sender. */
function valuesBrought(received: Outcome['messages'], step: Firing, context: DerivationContext): string {
  const sentences = [...new Set(received.map(({ message }) => interfaceOf(message)))].map((id) => {
    const view = context.interface(id);
    const names = (view?.fields ?? []).map(({ localId }) => localId);
    if (view === undefined || names.length === 0) return `${id} maps no field.`;
    const tables = (view?.fields ?? [])
      .flatMap(({ attributes }) => [attributes.map, attributes.conversion, attributes.crosswalk])
      .filter((table) => table !== undefined);
    const translated = tables.length === 0 ? '' : `, translated by ${listed([...new Set(tables)])} where declared`;
    const sender =
      step.transition.system === view.from ? ` of ${recordOf(context.lifecycle(step.transition.lifecycle))}` : '';
    return `Values brought by ${id} (${names.join(', ')}) equal those${sender} in ${view.from}${translated}.`;
  });
  return sentences.length === 0 ? '' : ` ${sentences.join(' ')}`;
}

function messagesTo(outcome: Outcome, system: string | undefined): Outcome['messages'] {
  return outcome.messages.filter(({ targets }) => system !== undefined && targets.includes(system));
}

function systemsWithoutLifecycle(
  outcome: Outcome,
  shown: ReadonlySet<string>,
  context: DerivationContext,
): readonly string[] {
  const found = new Set<string>();
  for (const { targets } of outcome.messages) for (const system of targets) if (!shown.has(system)) found.add(system);
  const own = context.lifecycle(outcome.step.transition.lifecycle)?.system;
  return [...found].filter((system) => system !== own).sort();
}

/** Both sides of every message in the log: how many, acknowledged, none set aside. */
export function messageLogSteps(outcome: Outcome, context: DerivationContext): readonly StepDraft[] {
  const byLog = new Map<
    string,
    { readonly names: string[]; readonly interfaces: Set<string>; through: readonly string[] }
  >();
  for (const { message, through } of outcome.messages) {
    const id = interfaceOf(message);
    const log = messageLogOf(id, context);
    const entry = byLog.get(log) ?? { names: [], interfaces: new Set<string>(), through: [] };
    entry.names.push(message);
    entry.interfaces.add(id);
    if (through.length > entry.through.length) entry.through = through;
    byLog.set(log, entry);
  }
  return [...byLog].map(([log, { names, interfaces, through }]) => {
    const ids = [...interfaces];
    const keys = ids.map((id) => context.interface(id)?.attributes.delivery?.key).filter((key) => key !== undefined);
    const key =
      keys.length === 0 ? 'the test record' : `the same key as at the sender (${[...new Set(keys.flat())].join(', ')})`;
    return {
      system: log,
      action: `Open the message log of ${log} from T0 on and look up the messages of ${listed(ids)}.`,
      expected: `${withinLatency(through, context)}: ${sentence(counted(names))}, with ${key}, acknowledged by each receiver. ${sentence(nothingFailed(ids, context))}.`,
      record: 'Write message ids, times and the number of messages; attach the log extract of both sides.',
      proves: [],
    };
  });
}

/** `exactly one IF-001 and two IF-002.HOLD messages`. */
function counted(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const words = ['no', 'one', 'two', 'three', 'four', 'five'];
  const single = [...counts.values()].every((count) => count === 1) ? 'message' : 'messages';
  return `exactly ${listed([...counts].map(([name, count]) => `${words[count] ?? String(count)} ${name}`))} ${single}`;
}

/** After a refusal: nothing was sent by what did not happen. */
export function noMessageStep(
  messages: readonly string[],
  record: string,
  until: string,
  context: DerivationContext,
): readonly StepDraft[] {
  const ids = [...new Set(messages.map(interfaceOf))];
  if (ids.length === 0) return [];
  const log = messageLogOf(ids[0] ?? '', context);
  return [
    {
      system: log,
      action: `Open the message log of ${log} and look up ${listed(ids)} for ${record} from T0 to ${until}.`,
      expected: `No message of ${listed(ids)} for ${record} in that time.`,
      record: 'Write the number of messages found and the times searched.',
      proves: [],
    },
  ];
}
