import { boundsText } from '../compose/bounds-text.ts';
import type { ComposedPlant } from '../plant/composed-plant.ts';
import type { Property } from '../search/property.ts';
import { BRANCHING, exportedProperties, questionNames, roomNeeded } from './exported-property.ts';
import type { ExportedProperty } from './exported-property.ts';
import { inert } from './identifiers.ts';
import { numberLines, plantNames } from './plant-names.ts';
import type { PlantNames } from './plant-names.ts';
import { tlaExpression } from './tla-expression.ts';
import { tlaStep } from './tla-step.ts';

/** Name of the module, and so of its file: TLC wants `Plant.tla`. */
export const TLA_MODULE = 'Plant';

/** A TLA+ module and the configuration with which TLC checks it: as many distinct states as the plant has. */
export interface TlaExport {
  /** Content of `Plant.tla`. */
  readonly module: string;
  /** Content of `Plant.cfg`. */
  readonly config: string;
}

/** The plant as a TLA+ module: one action for each step, one invariant for each question about single states. */
export function tlaOf(plant: ComposedPlant, properties: readonly Property[]): TlaExport {
  const names = plantNames(plant);
  const { exported, leftOut } = exportedProperties(plant, properties);
  const questions = questionNames(names, exported);
  const invariants = questions.map((name) => names.book.make(`not ${name}`));
  const full = fullLines(plant, names);
  const module = [
    [`---- MODULE ${TLA_MODULE} ----`, ...header(plant), 'EXTENDS Integers, Sequences'],
    ['\\* Values and messages', ...valueLines(names)],
    plant.channels.map(
      (_, channel) => `${names.messageLists[channel] ?? ''} == <<${(names.messages[channel] ?? []).join(', ')}>>`,
    ),
    [
      '\\* The world: what every record, copy and interface is now; messages on their way',
      ...variableLines(plant, names),
    ],
    [`vars == <<${[...names.variables, ...names.channels].join(', ')}>>`],
    SEQUENCES,
    ['TypeOK ==', ...typeLines(plant, names)],
    ['\\* Where stories can begin', ...beginning(plant, names)],
    ...plant.steps.map((step) => tlaStep(plant, names, step)),
    [
      'Next ==',
      ...(plant.steps.length === 0 ? ['  FALSE'] : plant.steps.map(({ id }) => `  \\/ ${names.steps[id] ?? ''}`)),
    ],
    ['Spec == Init /\\ [][Next]_vars'],
    ['\\* Nothing is on its way', `Settled == ${tlaExpression(names, plant.settled)}`],
    [
      '\\* Every record is where it may stay for good, or something can still happen',
      `NotStuck == ENABLED Next \\/ ${tlaExpression(names, plant.resting)}`,
    ],
    [
      '\\* A step that finds no room for what it sends is not taken: what lies beyond the bound is not seen',
      ...full.lines,
    ],
    ...exported.map((property, index) =>
      questionLines(plant, names, property, questions[index] ?? '', invariants[index] ?? ''),
    ),
    leftOut.length === 0 ? [] : [`\\* Not asked here, since ${BRANCHING}: ${inert(leftOut.join(', '))}.`],
    ['===='],
  ]
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n');
  const config = [
    'SPECIFICATION Spec',
    'INVARIANT TypeOK',
    '\\* Violated: the bound was reached, and nothing may be called holding.',
    ...full.invariants.map((name) => `INVARIANT ${name}`),
    '\\* Violated: not_broken is a broken property; not_reached is a goal that was reached, as it should be.',
    ...invariants.map((name) => `INVARIANT ${name}`),
    '\\* Slow, so asked only on request: a record that is stuck.',
    '\\* INVARIANT NotStuck',
  ].join('\n');
  return { module: `${module}\n`, config: `${config}\n` };
}

const SEQUENCES = [
  '\\* Sequences: without the message at a place; where a message is; with one more message, in the order of a list',
  'Without(s, i) == SubSeq(s, 1, i - 1) \\o SubSeq(s, i + 1, Len(s))',
  'Place(s, m) == CHOOSE i \\in DOMAIN s : s[i] = m /\\ \\A j \\in 1..(i - 1) : s[j] # m',
  'Sorted(list, s, m) ==',
  '  LET before(x) == Place(list, x) <= Place(list, m)',
  '      after(x) == Place(list, x) > Place(list, m)',
  '  IN SelectSeq(s, before) \\o <<m>> \\o SelectSeq(s, after)',
];

function header(plant: ComposedPlant): readonly string[] {
  return [
    `World: ${boundsText(plant.bounds)}.`,
    ...plant.leftOut.map((sentence) => `Left out: ${sentence}`),
    ...plant.freeAtoms.map((atom) => `Not known, so either way in every step: ${atom}`),
    'TLC finds as many distinct states as the plant has.',
  ].map((line) => `\\* ${inert(line)}`);
}

/** Values are strings that read as their names, so that a trace can be read. */
function valueLines(names: PlantNames): readonly string[] {
  return numberLines(names, (name, _, label) => `${name} == "${name}"  \\* ${inert(label)}`);
}

function variableLines(plant: ComposedPlant, names: PlantNames): readonly string[] {
  const declared = [
    ...plant.variables.map(({ name }, variable) => ({ name, as: names.variables[variable] ?? '' })),
    ...plant.channels.map(({ name, order }, channel) => ({
      name: order === 'bag' ? `${name}; in any order` : name,
      as: names.channels[channel] ?? '',
    })),
  ];
  return [
    'VARIABLES',
    ...declared.map(({ name, as }, index) => `  ${as}${index === declared.length - 1 ? ' ' : ','} \\* ${inert(name)}`),
  ];
}

function typeLines(plant: ComposedPlant, names: PlantNames): readonly string[] {
  return [
    ...names.variables.map((name, variable) => `  /\\ ${name} \\in {${(names.values[variable] ?? []).join(', ')}}`),
    ...plant.channels.flatMap(({ capacity }, channel) => {
      const name = names.channels[channel] ?? '';
      const messages = (names.messages[channel] ?? []).join(', ');
      return [`  /\\ Len(${name}) <= ${capacity}`, `  /\\ \\A i \\in DOMAIN ${name} : ${name}[i] \\in {${messages}}`];
    }),
  ];
}

/** What all beginnings share stands once. */
function beginning(plant: ComposedPlant, names: PlantNames): readonly string[] {
  const [first = []] = plant.initial;
  const shared = first.map((value, variable) => plant.initial.every((values) => values[variable] === value));
  const is = (variable: number, value: number): string =>
    `${names.variables[variable] ?? ''} = ${names.values[variable]?.[value] ?? ''}`;
  const choices = plant.initial.map((values) =>
    values.flatMap((value, variable) => (shared[variable] === true ? [] : [is(variable, value)])),
  );
  return [
    'Init ==',
    ...first.flatMap((value, variable) => (shared[variable] === true ? [`  /\\ ${is(variable, value)}`] : [])),
    ...names.channels.map((name) => `  /\\ ${name} = <<>>`),
    ...(choices.some((choice) => choice.length > 0)
      ? choices.map((choice, index) => `  ${index === 0 ? '/\\ ' : '   '}\\/ ${choice.join(' /\\ ')}`)
      : []),
  ];
}

function fullLines(
  plant: ComposedPlant,
  names: PlantNames,
): { readonly lines: readonly string[]; readonly invariants: readonly string[] } {
  const senders = new Map<number, string[]>();
  for (const step of plant.steps)
    for (const { channel, atMost } of roomNeeded(plant, step))
      senders.set(channel, [
        ...(senders.get(channel) ?? []),
        `  \\/ ${names.guards[step.id] ?? ''} /\\ Len(${names.channels[channel] ?? ''}) > ${atMost}`,
      ]);
  const channels = [...senders].sort(([a], [b]) => a - b);
  const invariants = channels.map(([channel]) => names.book.make(`not ${names.full[channel] ?? ''}`));
  return {
    lines: channels.flatMap(([channel, lines], index) => [
      `${names.full[channel] ?? ''} ==`,
      ...lines,
      `${invariants[index] ?? ''} == ~${names.full[channel] ?? ''}`,
    ]),
    invariants,
  };
}

function questionLines(
  plant: ComposedPlant,
  names: PlantNames,
  property: ExportedProperty,
  name: string,
  invariant: string,
): readonly string[] {
  const settled = tlaExpression(names, plant.settled);
  const situations = property.situations.map(({ when, step }) => {
    const asked = tlaExpression(names, when);
    // TLC asks no question of states that names nothing of them: then it has to name all.
    const namesNothing = step === undefined && !/[a-z]/.test(property.onceSettled ? settled + asked : asked);
    return [
      ...(property.onceSettled ? ['Settled'] : []),
      ...(step === undefined ? [] : [`ENABLED ${names.steps[step.id] ?? ''}`]),
      ...(when.kind === 'true' && step !== undefined ? [] : [asked]),
      ...(namesNothing ? ['vars = vars'] : []),
    ].join(' /\\ ');
  });
  return [
    `\\* ${inert(`${property.id}: ${property.meaning}`)}`,
    `${name} ==`,
    ...(situations.length === 0 ? ['  FALSE'] : situations.map((situation) => `  \\/ ${situation}`)),
    `${invariant} == ~${name}`,
  ];
}
