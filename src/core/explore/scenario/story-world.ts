import { compareText } from '../../diagnostics/order.ts';
import type { Condition } from '../../language/condition.ts';
import { elementKey } from '../../model/element.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { PlantBounds } from '../plant/composed-plant.ts';
import { elementWith, modelWith } from '../strength/weakened-model.ts';
import { interfacesRead, lifecyclesRead, messagesReceived } from './story-links.ts';
import type { StoryLinks } from './story-links.ts';
import { firstState, interfaceIdOf, lifecycleIdOf } from './story-records.ts';
import type { StoryRecord } from './growing-cast.ts';
import { expectations, givenRecords } from './written-scenario.ts';
import type { Scenario } from './written-scenario.ts';

/** Messages that may wait in one channel while a story is played: more than a story tells of. */
const MESSAGES = 64;

/** A world that is as large as these stories: their records, the lifecycles that they touch, the steps that they can take. */
export function storyBounds(
  scenarios: readonly Scenario[],
  records: readonly StoryRecord[],
  links: StoryLinks,
): PlantBounds {
  const { model } = links;
  const { lifecycles, transitions, interfaces } = touchedBy(scenarios, links);
  const objects = model.ofKind('object').map(({ id }) => id);
  const count = (object: string, given: boolean): number =>
    records.filter((record) => record.object === object && (record.origin === 'given') === given).length;
  const without = [
    ...model.ofKind('lifecycle').filter(({ id }) => !lifecycles.has(id)),
    ...[...lifecycles].flatMap((id) => links.transitionsOf(id)).filter(({ id }) => !transitions.has(id)),
    ...model.ofKind('interface').filter(({ id }) => !interfaces.has(id)),
  ];
  return {
    instances: Object.fromEntries(objects.map((object) => [object, count(object, true)])),
    spare: Object.fromEntries(objects.map((object) => [object, count(object, false)])),
    // Where nobody says how a lifecycle begins, one beginning is as good as another: the story says where it is.
    start: Object.fromEntries([...lifecycles].map((id) => [id, firstState(id, model)])),
    without: without.map(({ id }) => id).sort(compareText),
    messages: MESSAGES,
    faults: downIn(scenarios).size > 0 ? 1 : 0,
    timing: 'any',
    procedures: true,
  };
}

/**
 * The model as a story is told: what it lets go down can go down, nothing is asked of it but what the story expects, and
 * messages arrive one after the other over each interface. A story says itself in which order they do; so a message also
 * reaches what was split off while it was on its way.
 */
export function storyModel(scenarios: readonly Scenario[], model: SpecModel): SpecModel {
  const names = downIn(scenarios);
  const flows = model.ofKind('interface').flatMap((flow): readonly Element[] => {
    const { from, to, transport, delivery } = flow.attributes;
    const goesDown = [flow.id, from, ...to, transport?.via].some((name) => name !== undefined && names.has(name));
    if (!goesDown && delivery?.per === undefined) return [];
    const { per: _per, ...order } = delivery ?? {};
    const faults = goesDown ? { faults: ['outage'] as const } : {};
    return [
      elementWith(flow, { ...flow.attributes, ...(delivery === undefined ? {} : { delivery: order }), ...faults }),
    ];
  });
  const unasked = model.ofKind('invariant').map((invariant) => elementWith(invariant, {}));
  return modelWith(model, ...flows, ...unasked);
}

/** Systems and interfaces that these stories let go down. */
export function downIn(scenarios: readonly Scenario[]): ReadonlySet<string> {
  return new Set(scenarios.flatMap(({ steps }) => steps.flatMap(({ down }) => down ?? [])));
}

interface Touched {
  readonly lifecycles: ReadonlySet<string>;
  readonly transitions: ReadonlySet<string>;
  readonly interfaces: ReadonlySet<string>;
}

/**
 * What stories speak of, and all that this reads or can move. Of the steps that only people or time take, they can take those
 * that they name; machines and messages act on their own.
 */
function touchedBy(scenarios: readonly Scenario[], links: StoryLinks): Touched {
  const { model } = links;
  const steps = scenarios.flatMap((scenario) => scenario.steps);
  const named = new Set(steps.flatMap((step) => [step.do, step.refuse]).filter((id) => id !== undefined));
  const lifecycles = new Set<string>();
  const transitions = new Set<string>();
  const interfaces = new Set<string>();
  const add = (id: string): void => {
    if (model.elements.has(elementKey('lifecycle', id))) lifecycles.add(id);
  };
  const addRead = (condition: Condition | undefined): void => {
    if (condition === undefined) return;
    lifecyclesRead(condition).forEach(add);
    for (const id of interfacesRead(condition)) {
      interfaces.add(id);
      links.senders(id).forEach(add);
    }
  };
  for (const transition of named) add(lifecycleIdOf(transition));
  for (const scenario of scenarios) for (const { states } of givenRecords(scenario)) Object.keys(states).forEach(add);
  for (const step of steps) {
    for (const { condition } of expectations(step, [])) addRead(condition);
    if (step.send === undefined) continue;
    interfaces.add(interfaceIdOf(step.send));
    links.receivers(interfaceIdOf(step.send)).forEach(add);
  }
  // A set can be added to while it is walked: what is added is walked, too.
  for (const id of lifecycles) {
    for (const transition of links.transitionsOf(id)) {
      const { when, procedure, emits, auto, receives } = transition.attributes;
      if (!named.has(transition.id) && auto !== true && receives === undefined) continue;
      transitions.add(transition.id);
      addRead(when);
      addRead(procedure);
      for (const message of [...(emits ?? []), ...messagesReceived(receives)]) interfaces.add(interfaceIdOf(message));
      (emits ?? []).flatMap((message) => links.receivers(interfaceIdOf(message))).forEach(add);
    }
  }
  return { lifecycles, transitions, interfaces };
}
