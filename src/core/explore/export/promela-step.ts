import type { Action, Step } from '../plant/composed-plant.ts';
import { roomNeeded } from './exported-property.ts';
import { byResult } from './grouped-map.ts';
import { inert } from './identifiers.ts';
import { lengthOf, messageName, oneOf, promelaExpression } from './promela-expression.ts';
import type { PromelaText } from './promela-expression.ts';

/** One option of the process: one indivisible event of the plant. */
export function promelaStep(text: PromelaText, step: Step): string {
  const guard = guardLines(text, step);
  const lines = withRoom(text, step, effectOf(text, step));
  const who = [step.fault ?? step.kind, ...(step.by === undefined ? [] : [step.by.join(' or ')])].join(', ');
  return [
    `/* ${step.id}: ${inert(`${step.name} (${who})`)} */`,
    `:: d_step {`,
    ...guard.map((line, index) => `     ${line}${index < guard.length - 1 ? '' : ' ->'}`),
    ...lines.map((line) => `       ${line}`),
    '   }',
  ].join('\n');
}

/** The effect where there is room for all that is sent; every channel without room is reported. */
function withRoom(text: PromelaText, step: Step, effect: readonly string[]): readonly string[] {
  const full = roomNeeded(text.plant, step).map(({ channel, atMost }) => ({
    when: atMost < 0 ? 'true' : `${lengthOf(text, channel)} > ${atMost}`,
    report: `BOUND_REACHED(${text.names.full[channel] ?? ''});`,
  }));
  if (full.length === 0) return effect;
  // Nothing is declared of a place without room, so that nothing can be sent there.
  if (full.some(({ when }) => when === 'true'))
    return full.flatMap(({ when, report }) =>
      when === 'true' ? [report] : ['if', `:: ${when} -> ${report}`, ':: else -> skip;', 'fi;'],
    );
  const [only] = full;
  const reports =
    only !== undefined && full.length === 1
      ? [`:: ${only.when} -> ${only.report}`]
      : [
          `:: ${full.map(({ when }) => when).join(' || ')} ->`,
          // Of several options that are possible at once an indivisible step takes only the first: so one choice for each.
          ...full.flatMap(({ when, report }) => [
            '   if',
            `   :: ${when} -> ${report}`,
            '   :: else -> skip;',
            '   fi;',
          ]),
        ];
  return ['if', ...reports, ':: else ->', ...effect.map((line) => `   ${line}`), 'fi;'];
}

/** The guard, one line for each part that must hold. */
export function guardLines(text: PromelaText, step: Step): readonly string[] {
  const { guard } = step;
  if (guard.kind !== 'all' || guard.of.length === 0) return [promelaExpression(text, guard)];
  // Spin takes a line that begins with an operator for a new statement.
  return guard.of.map((part, index) => `${promelaExpression(text, part)}${index < guard.of.length - 1 ? ' &&' : ''}`);
}

/** Assignments, then what leaves channels, then what is sent: content is what holds after the assignments. */
function effectOf(text: PromelaText, step: Step): readonly string[] {
  const kept = keptFromBefore(step);
  const of = (...kinds: readonly Action['kind'][]): readonly Action[] =>
    step.actions.filter(({ kind }) => kinds.includes(kind));
  const lines = [
    ...kept.map((variable) => `${text.names.before[variable] ?? ''} = ${text.names.variables[variable] ?? ''};`),
    ...[...of('set', 'copy', 'increase'), ...of('take', 'withdraw'), ...of('send', 'sendContent')].flatMap((action) =>
      actionLines(text, action, new Set(kept)),
    ),
    ...kept.map((variable) => `${text.names.before[variable] ?? ''} = 0;`),
  ];
  // Spin prints it when it replays a trace, and only then.
  return [`printf("${text.names.steps[step.id] ?? ''}\\n");`, ...lines];
}

/** Variables that this step writes and copies into others: copies are made of the values before it. */
export function keptFromBefore(step: Step): readonly number[] {
  const written = new Set<number>();
  for (const action of step.actions)
    if (action.kind === 'set' || action.kind === 'copy' || action.kind === 'increase') written.add(action.variable);
  const sources = step.actions.flatMap((action) =>
    action.kind === 'copy' && action.source !== action.variable && written.has(action.source) ? [action.source] : [],
  );
  return [...new Set(sources)].sort((a, b) => a - b);
}

function actionLines(text: PromelaText, action: Action, kept: ReadonlySet<number>): readonly string[] {
  const { names, arrays } = text;
  switch (action.kind) {
    case 'set':
      return [`${names.variables[action.variable] ?? ''} = ${names.values[action.variable]?.[action.value] ?? ''};`];
    case 'increase':
      return [`${names.variables[action.variable] ?? ''}++;`];
    case 'copy':
      return copyLines(text, action, kept);
    case 'send':
      return sendLines(text, action.channel, messageName(text, action.channel, action.message));
    case 'sendContent':
      return sendLines(text, action.channel, contentOf(text, action));
    case 'take': {
      const name = names.channels[action.channel] ?? '';
      if (!arrays.has(action.channel)) return [`${name}?_;`];
      const last = capacityOf(text, action.channel) - 1;
      const moved = Array.from({ length: last - action.position }, (_, index) => action.position + index);
      return [
        ...moved.map((place) => `${name}[${place}] = ${name}[${place + 1}];`),
        `${name}[${last}] = 0; ${names.lengths[action.channel] ?? ''}--;`,
      ];
    }
    case 'withdraw':
      return [`${names.channels[action.channel] ?? ''}??${messageName(text, action.channel, action.message)};`];
  }
}

function sendLines({ plant, names, arrays }: PromelaText, channel: number, message: string): readonly string[] {
  const name = names.channels[channel] ?? '';
  const length = names.lengths[channel] ?? '';
  if (arrays.has(channel)) return [`${name}[${length}] = ${message}; ${length}++;`];
  return [plant.channels[channel]?.order === 'bag' ? `${name}!!${message};` : `${name}!${message};`];
}

/** One option for each value that it can become. */
function copyLines(
  text: PromelaText,
  { variable, source, map }: Extract<Action, { kind: 'copy' }>,
  kept: ReadonlySet<number>,
): readonly string[] {
  const target = text.names.variables[variable] ?? '';
  const label = (value: number): string => text.names.values[variable]?.[value] ?? '';
  const groups = byResult(map);
  const [first] = groups;
  if (first === undefined) return [];
  if (groups.length === 1) return [`${target} = ${label(first.result)};`];
  const from = kept.has(source) ? text.names.before[source] : text.names.variables[source];
  return [
    'if',
    ...groups.map(({ result, values }, index) =>
      index === groups.length - 1
        ? `:: else -> ${target} = ${label(result)};`
        : `:: ${oneOf(text, source, values, from)} -> ${target} = ${label(result)};`,
    ),
    'fi;',
  ];
}

function contentOf(text: PromelaText, { channel, base, parts }: Extract<Action, { kind: 'sendContent' }>): string {
  const [part] = parts;
  if (parts.length === 1 && part !== undefined)
    return chosen(text, part, (number) => messageName(text, channel, base + number));
  return [String(base), ...parts.map((one) => chosen(text, one, String))].join(' + ');
}

function chosen(
  text: PromelaText,
  { variable, map }: { readonly variable: number; readonly map: readonly number[] },
  label: (number: number) => string,
): string {
  const groups = byResult(map);
  const last = groups.at(-1);
  if (last === undefined) return label(0);
  return groups
    .slice(0, -1)
    .reduceRight(
      (otherwise, { result, values }) => `(${oneOf(text, variable, values)} -> ${label(result)} : ${otherwise})`,
      label(last.result),
    );
}

function capacityOf({ plant }: PromelaText, channel: number): number {
  return plant.channels[channel]?.capacity ?? 0;
}
