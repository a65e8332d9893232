import { boundsText } from '../../core/explore/compose/bounds-text.ts';
import {
  fullChannels,
  nextSteps,
  storySoFar,
  violatedAt,
  type NextStep,
  type Simulation,
} from '../../core/explore/story/simulation.ts';
import type { StoryValue } from '../../core/explore/story/story.ts';
import type { Trace } from '../../core/explore/search/search-result.ts';
import type { Paint } from '../paint.ts';
import { shown } from '../shown.ts';
import { wrapped } from '../text/wrap.ts';
import { counted } from '../words.ts';
import { stepSentence } from './story-table.ts';
import { storyText } from './story-text.ts';

/** The keys of a simulation. */
export const SIMULATION_HELP = [
  'NUMBER  let that happen          b       one step back',
  's       statuses and messages    i       which invariants are violated here',
  'h       the story so far         t FILE  jump to the end of a trace (t FILE ID: of this one)',
  'w FILE  write the story: a trace, or a scenario where FILE ends in .yaml',
  'q       end                      ?       this help',
];

/** Where a simulation begins. */
export function simulationTitle({ plant }: Simulation, paint: Paint): readonly string[] {
  return [
    paint.bold('One step at a time through the plant'),
    ...wrapped(shown(`Bounds: ${boundsText(plant.bounds)}.`), 0),
    ...SIMULATION_HELP,
  ];
}

/** The last step, what it changed, and what can happen next. */
export function simulationPlace(simulation: Simulation, trace: Trace, paint: Paint): readonly string[] {
  const last = storySoFar(simulation, trace).steps.at(-1);
  const next = nextSteps(simulation, trace);
  const { violated } = violatedAt(simulation, trace);
  return [
    '',
    ...(last === undefined
      ? [paint.bold('The story begins')]
      : [
          paint.bold(shown(`${last.number}. ${last.who}: ${stepSentence(last)}`)),
          ...last.after
            .filter(({ name }) => last.changed.includes(name))
            .map((value) => `   ${statusText(value, paint)}`),
        ]),
    ...violated.map(({ invariant, title }) => paint.critical(shown(`   Violated: ${invariant}  ${title}`))),
    ...choices(next, paint),
    ...full(simulation, trace, paint),
  ];
}

function choices(next: readonly NextStep[], paint: Paint): readonly string[] {
  if (next.length === 0) return ['Nothing can happen next.'];
  const width = String(next.length).length;
  return [
    'What can happen next:',
    ...next.flatMap(({ told }, index) => {
      const line = `${String(index + 1).padStart(width)}  ${told.who}: ${stepSentence(told)}`;
      const entered = Object.entries(told.entered ?? {}).map(([field, code]) => `${field} ${code}`);
      const notes = [...entered, ...told.signed.map((meaning) => `signed: ${meaning}`)];
      const all = shown(notes.length === 0 ? line : `${line} (${notes.join('; ')})`);
      return wrapped(all, 2).map((part) => (told.kind === 'fault' ? paint.warning(part) : part));
    }),
  ];
}

function full(simulation: Simulation, trace: Trace, paint: Paint): readonly string[] {
  const channels = fullChannels(simulation, trace);
  if (channels.length === 0) return [];
  const text = `Not offered, since a channel is full (more with --messages): what sends to ${channels.join(', ')}.`;
  return wrapped(shown(text), 2).map(paint.warning);
}

/** Every status, and what is on its way. */
export function simulationStatuses(simulation: Simulation, trace: Trace, paint: Paint): readonly string[] {
  const story = storySoFar(simulation, trace);
  const last = story.steps.at(-1);
  const statuses = (last?.after ?? story.start).map((value) => `  ${statusText(value, paint)}`);
  const waiting = last?.onTheWay ?? [];
  return [
    'Statuses:',
    ...statuses,
    waiting.length === 0 ? 'Nothing is on its way.' : 'On the way, the next to arrive first:',
    ...waiting.map((text) => `  ${shown(text)}`),
  ];
}

/** Which invariants are violated where the story stands. */
export function simulationInvariants(simulation: Simulation, trace: Trace, paint: Paint): readonly string[] {
  const { violated, notJudged } = violatedAt(simulation, trace);
  return [
    ...(violated.length === 0
      ? ['No invariant that one state can tell is violated here.']
      : violated.map(({ invariant, title }) => paint.critical(shown(`${invariant}  ${title}`)))),
    ...(notJudged.length === 0
      ? []
      : wrapped(
          shown(
            `${counted(notJudged.length, 'invariant')} that one state cannot tell (see explore): ${notJudged.join(', ')}`,
          ),
          0,
        )),
  ];
}

/** The story so far as a table. */
export function simulationStory(simulation: Simulation, trace: Trace, paint: Paint, width: number): readonly string[] {
  return storyText(storySoFar(simulation, trace), paint, undefined, width);
}

function statusText({ name, value }: StoryValue, paint: Paint): string {
  return `${shown(name)}: ${paint.bold(shown(value))}`;
}
