import { Args } from '@oclif/core';

import { openLines, openWorkbench, readReport, writeReport } from '../app/compose.ts';
import { openSimulation } from '../app/explore-simulation.ts';
import { Failure, usageFailure } from '../core/diagnostics/failure.ts';
import { replayStory } from '../core/explore/story/replay-story.ts';
import { scenarioText } from '../core/explore/story/scenario-text.ts';
import { nextSteps, storySoFar, type Simulation } from '../core/explore/story/simulation.ts';
import { OF_SIMULATION, readTraceFile, traceFileOf } from '../core/explore/story/trace-file.ts';
import type { Trace } from '../core/explore/search/search-result.ts';
import {
  SIMULATION_HELP,
  simulationInvariants,
  simulationPlace,
  simulationStatuses,
  simulationStory,
  simulationTitle,
} from '../render/explore/simulation-text.ts';
import { replaySentence } from '../render/explore/replay-report.ts';
import { STORY_WIDTH } from '../render/explore/story-text.ts';
import { jsonText } from '../render/json/json-text.ts';
import type { Paint } from '../render/paint.ts';
import { shown } from '../render/shown.ts';
import { cacheFlag, projectFlag } from './base-command.ts';
import { boundsFlags, readExplorationFlags } from './exploration-flags.ts';
import { listFrame } from './list-frame.ts';
import { RangeCommand } from './range-command.ts';

/** Where somebody stands, and what is said of the last line that was typed. */
interface Turn {
  readonly trace: Trace;
  readonly said: readonly string[];
  readonly ended?: true;
}

export default class Simulate extends RangeCommand {
  static override summary = 'Go through the plant one step at a time.';
  static override description =
    'Lists what can happen next, by whom and where; you choose. Reads lines, so that it also works from a pipe. Invariants that are violated where you stand are named at once.';
  static override examples = [
    '<%= config.bin %> <%= command.id %> v1.0.0',
    '<%= config.bin %> <%= command.id %> cr-2041 --faults 1',
  ];
  static override args = {
    revision: Args.string({ description: 'one revision; default: the files as they lie there' }),
  };
  static override flags = { ...projectFlag, ...cacheFlag, ...boundsFlags };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Simulate);
    const request = readExplorationFlags(flags);
    const workbench = await openWorkbench({
      project: flags.project,
      cache: flags.cache,
      progress: this.progress(flags),
    });
    const outcome = await openSimulation(workbench, args.revision, request);
    const frame = await listFrame(workbench, 'simulate', []);
    const opened = await this.compared(outcome, flags, { outputs: [], frame });
    if (opened === undefined) return;
    const { simulation } = opened;
    const paint = this.paint(flags);
    const lines = openLines();
    try {
      this.show([...simulationTitle(simulation, paint)]);
      let turn: Turn = { trace: { initial: 0, steps: [] }, said: simulationPlace(simulation, START, paint) };
      while (turn.ended !== true) {
        this.show(turn.said);
        // oxlint-disable-next-line no-await-in-loop -- one line after the other
        const line = await lines.next('> ');
        if (line === undefined) return;
        // oxlint-disable-next-line no-await-in-loop -- one line after the other
        turn = await this.answer(simulation, turn.trace, line.trim(), paint);
      }
    } finally {
      lines.close();
    }
  }

  private show(lines: readonly string[]): void {
    if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
  }

  /** What follows from one line. A mistake is said and changes nothing. */
  private async answer(simulation: Simulation, trace: Trace, line: string, paint: Paint): Promise<Turn> {
    try {
      return await turnOf(simulation, trace, line, paint);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return { trace, said: [shown(error.message), shown(error.hint)] };
    }
  }
}

const START: Trace = { initial: 0, steps: [] };

async function turnOf(simulation: Simulation, trace: Trace, line: string, paint: Paint): Promise<Turn> {
  const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/su.exec(line) ?? [];
  const stay = (said: readonly string[]): Turn => ({ trace, said });
  const go = (to: Trace, before: readonly string[] = []): Turn => ({
    trace: to,
    said: [...before, ...simulationPlace(simulation, to, paint)],
  });
  if (/^\d+$/.test(word)) return chosen(simulation, trace, Number(word), go);
  switch (word) {
    case '':
      return go(trace);
    case 'b':
    case 'back':
      return trace.steps.length === 0
        ? stay(['This is the beginning.'])
        : go({ ...trace, steps: trace.steps.slice(0, -1) });
    case 's':
      return stay(simulationStatuses(simulation, trace, paint));
    case 'i':
      return stay(simulationInvariants(simulation, trace, paint));
    case 'h':
      return stay(simulationStory(simulation, trace, paint, process.stdout.columns ?? STORY_WIDTH));
    case 't':
      return jumped(simulation, rest, go);
    case 'w':
      return stay([await written(simulation, trace, rest)]);
    case 'q':
    case 'quit':
    case 'exit':
      return { trace, said: [], ended: true };
    case '?':
    case 'help':
      return stay(SIMULATION_HELP);
    default:
      return stay([`'${shown(word)}' means nothing here: type a number, or ? for what else can be typed.`]);
  }
}

function chosen(simulation: Simulation, trace: Trace, number: number, go: (to: Trace) => Turn): Turn {
  const next = nextSteps(simulation, trace);
  const picked = next[number - 1];
  if (picked === undefined) {
    const range = next.length === 0 ? 'Nothing can happen next.' : `Choose a number from 1 to ${next.length}.`;
    throw usageFailure('step-unknown', `There is no step ${number} here.`, range);
  }
  return go({ ...trace, steps: [...trace.steps, picked.step.id] });
}

/** To the end of a trace, or as far as it goes here. */
async function jumped(
  { plant }: Simulation,
  rest: string,
  go: (to: Trace, before: readonly string[]) => Turn,
): Promise<Turn> {
  const [file = '', id] = rest.split(/\s+/u);
  if (file === '') throw usageFailure('file-missing', 'Which file?', 'Write: t trace.json');
  const { traces } = readTraceFile(await readReport(file));
  const wanted = id === undefined ? traces[0] : traces.find(({ about }) => about === id);
  if (wanted === undefined) {
    const known = traces.map(({ about }) => about).join(', ') || 'none';
    throw usageFailure('trace-unknown', 'The file holds no such trace.', `It holds: ${known}.`);
  }
  const start = Object.entries(wanted.start).map(([name, value]) => ({ name, lifecycle: '', value }));
  const { trace, refused, notices } = replayStory(plant, { start, replay: wanted.steps });
  const said = refused === undefined ? [] : [replaySentence({ steps: wanted.steps.length, refused })];
  return go(trace, [...notices, ...said].map(shown));
}

/** Writes the story so far; what was written is said. */
async function written(simulation: Simulation, trace: Trace, file: string): Promise<string> {
  if (file === '') throw usageFailure('file-missing', 'Into which file?', 'Write: w trace.json, or w scenario.yaml');
  const story = storySoFar(simulation, trace);
  const isScenario = /\.ya?ml$/iu.test(file);
  const text = isScenario
    ? scenarioText(story, 'A story from a simulation')
    : jsonText(traceFileOf(simulation.plant.bounds, [{ about: OF_SIMULATION, story }]));
  await writeReport(file, text);
  return `The ${isScenario ? 'scenario' : 'trace'} was written to ${shown(file)}.`;
}
