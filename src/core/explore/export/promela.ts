import { boundsText } from '../compose/bounds-text.ts';
import type { ComposedPlant } from '../plant/composed-plant.ts';
import type { Property } from '../search/property.ts';
import { BRANCHING, exportedProperties, questionNames, roomNeeded } from './exported-property.ts';
import type { ExportedProperty } from './exported-property.ts';
import { inert } from './identifiers.ts';
import { numberLines, plantNames } from './plant-names.ts';
import { channelsSeenBehindTheFirst } from './positions.ts';
import { guardLines, keptFromBefore, promelaStep } from './promela-step.ts';
import { lengthOf, promelaExpression } from './promela-expression.ts';
import type { PromelaText } from './promela-expression.ts';

/**
 * The plant in Promela, for Spin 6.5: one process without a place of its own, so that Spin stores as many states as the plant
 * has; one more where stories can begin in several states: the one before the beginning is chosen.
 */
export function promelaOf(plant: ComposedPlant, properties: readonly Property[]): string {
  const names = plantNames(plant);
  const text: PromelaText = { plant, names, arrays: channelsSeenBehindTheFirst(plant, properties) };
  const { exported, leftOut } = exportedProperties(plant, properties);
  const questions = questionNames(names, exported);
  return `${[
    header(plant, [
      ...exported.map(({ id, meaning }, index) => `${index + 1}: ${questions[index] ?? ''}: ${id}: ${meaning}`),
      ...(leftOut.length === 0 ? [] : [`Not asked here, since ${BRANCHING}: ${leftOut.join(', ')}.`]),
    ]),
    [
      '/* Values and messages */',
      ...numberLines(names, (name, number, label) => `#define ${name} ${number}  /* ${inert(label)} */`),
    ],
    ['/* The world: what every record, copy and interface is now */', ...variableLines(text)],
    ['/* Messages on their way */', ...plant.channels.flatMap((_, channel) => channelLines(text, channel))],
    [
      '/* Constants, so that a failed assertion names what was found */',
      ...[...questions, names.stuck, ...sendingChannels(plant).map((channel) => names.full[channel] ?? '')].map(
        (name) => `bit ${name} = 1;`,
      ),
    ],
    scratchLines(text),
    [
      '/* Nothing is on its way */',
      `#define SETTLED ${enclosed(promelaExpression(text, plant.settled))}`,
      '/* Every record is where it may stay for good */',
      `#define RESTING ${enclosed(promelaExpression(text, plant.resting))}`,
      '/* A step that finds no room for what it sends is not taken: what lies beyond the bound is not seen */',
      '#ifdef ONLY',
      '#define BOUND_REACHED(channel) skip',
      '#else',
      '#define BOUND_REACHED(channel) assert(!channel)',
      '#endif',
    ],
    [
      'active proctype plant() {',
      ...beginning(text),
      'end_anywhere:',
      '  do',
      ...plant.steps.map((step) => indented(promelaStep(text, step))),
      '#ifndef ONLY',
      '  /* No step is possible */',
      `  :: d_step { else -> assert(RESTING || !${names.stuck}); }`,
      '#endif',
      '  od',
      '}',
    ],
    ...(exported.length === 0
      ? []
      : [
          [
            '/* Every question is an assertion that fails in the situation it asks for; it changes nothing. */',
            '#if !defined(ONLY) || ONLY > 0',
            'active proctype questions() {',
            'end_of_questions:',
            '  do',
            ...exported.flatMap((property, index) => questionLines(text, property, questions[index] ?? '', index + 1)),
            '  od',
            '}',
            '#endif',
          ],
        ]),
  ]
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`;
}

function header(plant: ComposedPlant, questions: readonly string[]): readonly string[] {
  const lines = [
    `World: ${boundsText(plant.bounds)}.`,
    ...plant.leftOut.map((sentence) => `Left out: ${sentence}`),
    ...plant.freeAtoms.map((atom) => `Not known, so either way in every step: ${atom}`),
    plant.initial.length === 1
      ? 'Spin stores as many states as the plant has.'
      : 'Spin stores one state more than the plant has: the one before the beginning is chosen.',
    'spin -a -o2 counts states and asks everything; -DONLY=0 only counts; -DONLY=n asks question n alone.',
    'An assertion that fails names what was found. broken_: must not be. reached_: should be. full_: the bound was reached,',
    'so that nothing may be called holding. stuck_: nothing can happen, though some record may not stay where it is.',
    ...questions,
  ];
  return ['/*', ...lines.map((line) => ` * ${inert(line)}`), ' */'];
}

function variableLines({ plant, names }: PromelaText): readonly string[] {
  return plant.variables.map(({ name, values }, variable) => {
    const type = values.length <= 2 ? 'bit' : values.length <= 256 ? 'byte' : 'short';
    const value = plant.initial[0]?.[variable] ?? 0;
    return `${type} ${names.variables[variable] ?? ''} = ${names.values[variable]?.[value] ?? ''};  /* ${inert(name)} */`;
  });
}

function channelLines({ plant, names, arrays }: PromelaText, index: number): readonly string[] {
  const channel = plant.channels[index];
  const name = names.channels[index] ?? '';
  if (channel === undefined) return [];
  const type = channel.messages.length <= 255 ? 'byte' : 'short';
  const remark = `/* ${inert(channel.name)}${channel.order === 'bag' ? '; in any order' : ''} */`;
  return arrays.has(index)
    ? [`${type} ${name}[${channel.capacity}];  ${remark}`, `byte ${names.lengths[index] ?? ''};`]
    : [`chan ${name} = [${channel.capacity}] of { ${type} };  ${remark}`];
}

/** The choice of the beginning, where there is one; the first is what the declarations say. */
function beginning({ plant, names }: PromelaText): readonly string[] {
  const [first, ...others] = plant.initial;
  if (first === undefined || others.length === 0) return [];
  const differences = others.map((values) =>
    values.flatMap((value, variable) =>
      value === first[variable]
        ? []
        : [`${names.variables[variable] ?? ''} = ${names.values[variable]?.[value] ?? ''};`],
    ),
  );
  return [
    '  if  /* where the story begins */',
    '  :: d_step { true -> skip; }',
    ...differences.map((lines) => `  :: d_step { true -> ${lines.length === 0 ? 'skip;' : lines.join(' ')} }`),
    '  fi;',
  ];
}

function questionLines(text: PromelaText, property: ExportedProperty, name: string, number: number): readonly string[] {
  return [
    `#if !defined(ONLY) || ONLY == ${number}`,
    `  /* ${inert(`${property.id}: ${property.meaning}`)} */`,
    ...(property.situations.length === 0 ? ['  :: false -> skip;'] : []),
    ...property.situations.map(({ when, step }) => {
      const parts = [
        ...(property.onceSettled ? ['SETTLED'] : []),
        ...(step === undefined
          ? []
          : [
              guardLines(text, step).join(' '),
              ...roomNeeded(text.plant, step).map(({ channel, atMost }) => `${lengthOf(text, channel)} <= ${atMost}`),
            ]),
        ...(when.kind === 'true' && step !== undefined ? [] : [promelaExpression(text, when)]),
      ];
      return `  :: d_step { ${parts.join(' && ')} -> assert(!${name}); }`;
    }),
    '#endif',
  ];
}

/** Places for values from before a step. Each step that uses them empties them, so that they add no states. */
function scratchLines({ plant, names }: PromelaText): readonly string[] {
  const kept = [...new Set(plant.steps.flatMap(keptFromBefore))].sort((a, b) => a - b);
  return kept.length === 0
    ? []
    : [
        '/* Values from before a step, within it; otherwise 0 */',
        ...kept.map((variable) => `short ${names.before[variable] ?? ''};`),
      ];
}

function sendingChannels(plant: ComposedPlant): readonly number[] {
  const sending = new Set(plant.steps.flatMap((step) => roomNeeded(plant, step).map(({ channel }) => channel)));
  return [...sending].sort((a, b) => a - b);
}

/** In parentheses, unless it begins with some already: every sum of parts is written in its own. */
function enclosed(expression: string): string {
  return expression.startsWith('(') ? expression : `(${expression})`;
}

function indented(option: string): string {
  return option.replaceAll(/^/gm, '  ');
}
