import type { DerivationContext } from '../derivation-context.ts';
import type { InitialState } from '../draft.ts';
import { interfaceOf } from '../lifecycle-view.ts';
import { MOST_SITUATIONS, type Situation } from '../settled/stories.ts';
import type { Firing } from '../settled/settled-plant.ts';
import { ABSENT } from '../../model/condition/state-vocabulary.ts';
import { compareText } from '../../diagnostics/order.ts';
import { listed, notDeclared } from './gaps.ts';
import { recordOf, systemOf } from './test-names.ts';

/** State of every lifecycle that has to do with this one, as a tester must find it before the first step. */
export function initialStates(
  situation: Situation | undefined,
  lifecycle: string,
  state: string,
  context: DerivationContext,
): readonly InitialState[] {
  const own = context.lifecycle(lifecycle);
  if (situation === undefined) return [{ system: systemOf(own), state: stateWords(lifecycle, state, context) }];
  const rows = Object.entries(situation.world.states).map(([id, at]) => ({
    system: systemOf(context.lifecycle(id)),
    state: stateWords(id, at, context),
  }));
  return rows.sort((a, b) => compareText(a.system, b.system) || compareText(a.state, b.state));
}

/** `TEST-NCR-1: NCR UnderReview`. */
export function stateWords(lifecycle: string, state: string, context: DerivationContext): string {
  const record = recordOf(context.lifecycle(lifecycle));
  return state === ABSENT ? `${record}: no ${lifecycle} record yet` : `${record}: ${lifecycle} ${state}`;
}

/** How the records get into their initial states, and what must be up and agreed before the first step. */
export function startingPoint(
  situation: Situation | undefined,
  lifecycle: string,
  state: string,
  context: DerivationContext,
): readonly string[] {
  if (situation === undefined) {
    const found = context.stories.cut(lifecycle) ? `within ${MOST_SITUATIONS} situations` : 'by the declared steps';
    return [
      `No way to ${lifecycle} ${state} was found ${found}: the record has to be placed there. ` +
        `${notDeclared(`how a record is placed in ${lifecycle} ${state}`)}; write the way that was used.`,
    ];
  }
  const placed = situation.placed.map(
    (id) =>
      `${notDeclared(`how a record of ${id} begins`)}; place it in ${situation.world.states[id] ?? 'its state'} and write how.`,
  );
  const begun = Object.entries(situation.begun).map(
    ([id, at]) => `${recordOf(context.lifecycle(id))} begins in ${id} ${at}, as the project's stories do.`,
  );
  const path = situation.path.map(stepWords);
  const way =
    path.length === 0
      ? 'The other initial states are those of new records.'
      : `Initial states are reached by ${path.join(', ')}, each followed by its messages; or by loading the data set in that state.`;
  return [...placed, ...begun, begun.length === 0 ? way.replace('The other initial', 'Initial') : way];
}

function stepWords({ transition, from, way }: Firing): string {
  const start =
    way === 'person'
      ? ''
      : way === 'message'
        ? ' by message'
        : way === 'time'
          ? ' by time'
          : way === 'automatic'
            ? ' by the system'
            : '';
  return `${transition.id} (${transition.event}${transition.sources.length > 1 ? ` from ${from}` : ''}${start})`;
}

/** Systems that must be up for messages to pass. */
export function systemsUp(messages: readonly string[], context: DerivationContext): readonly string[] {
  const systems = new Set<string>();
  for (const message of messages) {
    const view = context.interface(interfaceOf(message));
    if (view === undefined) continue;
    for (const system of [view.from, ...view.to, view.attributes.transport?.via])
      if (system !== undefined) systems.add(system);
  }
  return systems.size === 0
    ? []
    : [
        `${listed([...systems].sort(compareText))} are up; nothing of ${listed([...new Set(messages.map(interfaceOf))].sort(compareText))} is on its way.`,
      ];
}

/** Records that the case uses, marked as what they are. */
export function testRecords(lifecycles: readonly string[], context: DerivationContext): readonly string[] {
  const byRecord = new Map<string, Set<string>>();
  for (const id of lifecycles) {
    const view = context.lifecycle(id);
    const record = recordOf(view);
    const systems = byRecord.get(record) ?? new Set<string>();
    systems.add(systemOf(view));
    byRecord.set(record, systems);
  }
  return [...byRecord]
    .sort(([a], [b]) => compareText(a, b))
    .map(
      ([record, systems]) =>
        `${record}: test record, to be prepared in ${listed([...systems].sort(compareText))}; write the number that the system issues for it.`,
    );
}

/** What is done with the records afterwards. */
export function cleanUp(lifecycles: readonly string[], context: DerivationContext): readonly string[] {
  const records = [...new Set(lifecycles.map((id) => recordOf(context.lifecycle(id))))].sort(compareText);
  return [
    `Mark ${listed(records)} as test material that must not be used or shipped.`,
    'Restore the test data set before the next case.',
  ];
}

/** Lifecycles that a situation speaks of, the own one always among them. */
export function lifecyclesIn(situation: Situation | undefined, own: string): readonly string[] {
  return situation === undefined ? [own] : Object.keys(situation.world.states).sort(compareText);
}
