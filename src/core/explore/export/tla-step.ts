import type { Action, ComposedPlant, Step } from '../plant/composed-plant.ts';
import { byResult } from './grouped-map.ts';
import { roomNeeded } from './exported-property.ts';
import { inert } from './identifiers.ts';
import type { PlantNames } from './plant-names.ts';
import { messageName, oneOf, tlaExpression } from './tla-expression.ts';

/** One action of the module: one indivisible event of the plant. */
export function tlaStep(plant: ComposedPlant, names: PlantNames, step: Step): readonly string[] {
  const room = roomNeeded(plant, step);
  const variables = step.actions.flatMap((action) => variableLine(names, action));
  const changed = new Set(step.actions.flatMap((action) => ('variable' in action ? [action.variable] : [])));
  const channels = [...new Set(step.actions.flatMap((action) => ('channel' in action ? [action.channel] : [])))];
  const unchanged = [
    ...names.variables.filter((_, variable) => !changed.has(variable)),
    ...names.channels.filter((_, channel) => !channels.includes(channel)),
  ];
  const guard = names.guards[step.id] ?? '';
  const who = [step.fault ?? step.kind, ...(step.by === undefined ? [] : [step.by.join(' or ')])].join(', ');
  return [
    `\\* ${step.id}: ${inert(`${step.name} (${who})`)}`,
    `${guard} ==`,
    ...guardLines(names, step).map((line) => `  /\\ ${line}`),
    `${names.steps[step.id] ?? ''} ==`,
    `  /\\ ${guard}`,
    ...room.map(({ channel, atMost }) => `  /\\ Len(${names.channels[channel] ?? ''}) <= ${atMost}`),
    ...variables.map((line) => `  /\\ ${line}`),
    ...channels.map((channel) => `  /\\ ${channelLine(plant, names, step, channel, changed)}`),
    ...(unchanged.length === 0 ? [] : [`  /\\ UNCHANGED <<${unchanged.join(', ')}>>`]),
  ];
}

function guardLines(names: PlantNames, { guard }: Step): readonly string[] {
  const parts = guard.kind === 'all' && guard.of.length > 0 ? guard.of : [guard];
  return parts.map((part) => tlaExpression(names, part));
}

function variableLine(names: PlantNames, action: Action): readonly string[] {
  if (!('variable' in action)) return [];
  const { variable } = action;
  const name = names.variables[variable] ?? '';
  const label = (value: number): string => names.values[variable]?.[value] ?? '';
  switch (action.kind) {
    case 'set':
      return [`${name}' = ${label(action.value)}`];
    case 'copy':
      return [`${name}' = ${chosen(names, action.source, action.map, label)}`];
    case 'increase': {
      const next = (names.values[variable] ?? []).slice(1).map((_, value) => value + 1);
      return [`${name}' = ${chosen(names, variable, next, label)}`];
    }
  }
}

/** What leaves a channel leaves it first, then what is sent follows, in the order of the actions. */
function channelLine(
  plant: ComposedPlant,
  names: PlantNames,
  step: Step,
  channel: number,
  changed: ReadonlySet<number>,
): string {
  const bag = plant.channels[channel]?.order === 'bag';
  const name = names.channels[channel] ?? '';
  let content = name;
  for (const action of step.actions) {
    if (action.kind === 'take' && action.channel === channel)
      content = action.position === 0 ? `Tail(${content})` : `Without(${content}, ${action.position + 1})`;
    if (action.kind === 'withdraw' && action.channel === channel)
      content = `Without(${content}, Place(${content}, ${messageName(names, channel, action.message)}))`;
  }
  for (const action of step.actions) {
    if ((action.kind !== 'send' && action.kind !== 'sendContent') || action.channel !== channel) continue;
    const message =
      action.kind === 'send' ? messageName(names, channel, action.message) : contentOf(names, action, changed);
    content = bag
      ? `Sorted(${names.messageLists[channel] ?? ''}, ${content}, ${message})`
      : `Append(${content}, ${message})`;
  }
  return `${name}' = ${content}`;
}

function contentOf(
  names: PlantNames,
  { channel, base, parts }: Extract<Action, { kind: 'sendContent' }>,
  changed: ReadonlySet<number>,
): string {
  const subject = (variable: number): string => `${names.variables[variable] ?? ''}${changed.has(variable) ? "'" : ''}`;
  const [part] = parts;
  if (parts.length === 1 && part !== undefined)
    return chosen(
      names,
      part.variable,
      part.map,
      (number) => messageName(names, channel, base + number),
      subject(part.variable),
    );
  const sum = [
    String(base),
    ...parts.map(({ variable, map }) => chosen(names, variable, map, String, subject(variable))),
  ];
  return `${names.messageLists[channel] ?? ''}[${sum.join(' + ')}]`;
}

/** What a map gives for a variable's value. */
function chosen(
  names: PlantNames,
  variable: number,
  map: readonly number[],
  label: (result: number) => string,
  subject?: string,
): string {
  const groups = byResult(map);
  const last = groups.at(-1);
  if (last === undefined || groups.length === 1) return label(last?.result ?? 0);
  const cases = groups
    .slice(0, -1)
    .map(({ result, values }) => `${oneOf(names, variable, values, subject)} -> ${label(result)}`);
  return `(CASE ${cases.join(' [] ')} [] OTHER -> ${label(last.result)})`;
}
