import canonicalize from 'canonicalize';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { composePlant } from '../compose/compose-plant.ts';
import { interpret } from '../search/interpreter.ts';
import { beginning } from './beginning.ts';
import { knownRelations } from './casting.ts';
import type { StoryRecord } from './growing-cast.ts';
import { playStep } from './play-step.ts';
import type { PlayedScenario, PlayedStep } from './played-scenario.ts';
import type { Scene, Stage } from './scene.ts';
import { storyLinks } from './story-links.ts';
import type { StoryLinks } from './story-links.ts';
import { storyRecords } from './story-records.ts';
import { downIn, storyBounds, storyModel } from './story-world.ts';
import { expectations, scenarioOf } from './written-scenario.ts';
import type { Path, Scenario, WrittenStep } from './written-scenario.ts';

/** Plays the stories of one model; worlds that are alike are composed once. */
export type ScenarioPlayer = (exception: Element<'exception'>) => PlayedScenario;

/**
 * Records that one record may belong to, or that may belong to it, in a story that is played: a message reaches all of them at
 * once, and the ways in which they can take it double with each.
 */
const MOST_RELATED = 5;

/** What is played, by the word with which a step says it. */
const ACTIONS = [
  'do',
  'refuse',
  'deliver',
  'send',
  'duplicate',
  'overtake',
  'lose',
  'down',
  'up',
  'wait',
  'check',
] as const;

/** Plays the story of an exception against the composed plant of its model. */
export function playScenario(model: SpecModel, exception: Element<'exception'>): PlayedScenario {
  return scenarioPlayer(model)(exception);
}

/** Plays any number of stories of one model; stories with the same records share one world. */
export function scenarioPlayer(model: SpecModel): ScenarioPlayer {
  let worlds: ReadonlyMap<string, Stage> | undefined;
  return (exception) => {
    const scenario = scenarioOf(exception);
    if (scenario === undefined || !scenario.steps.some(isPlayed))
      return { exception: exception.id, outcome: 'nothing-to-play', steps: (scenario?.steps ?? []).map(printed) };
    const records = storyRecords(scenario, model);
    const large = tooLarge(records);
    if (large !== undefined) return unplayed(exception.id, scenario, large);
    worlds ??= stagesOf(model);
    const stage = worlds.get(exception.id) ?? stageFor(storyLinks(model), [scenario], records);
    return played(exception.id, scenario, stage);
  };
}

interface Group {
  readonly records: readonly StoryRecord[];
  readonly exceptions: string[];
  readonly scenarios: Scenario[];
}

/** What each story of a model is played on; a world is composed when the first of its stories is played. */
function stagesOf(model: SpecModel): ReadonlyMap<string, Stage> {
  const groups = new Map<string, Group>();
  for (const exception of model.ofKind('exception')) {
    const scenario = scenarioOf(exception);
    if (scenario === undefined || !scenario.steps.some(isPlayed)) continue;
    const records = storyRecords(scenario, model);
    if (tooLarge(records) !== undefined) continue;
    const key = canonicalize([records.map(({ of, ...record }) => [record, [...of]]), [...downIn([scenario])]]) ?? '';
    const group = groups.get(key) ?? { records, exceptions: [], scenarios: [] };
    groups.set(key, group);
    group.exceptions.push(exception.id);
    group.scenarios.push(scenario);
  }
  const links = storyLinks(model);
  return new Map(
    [...groups.values()].flatMap(({ exceptions, scenarios, records }) => {
      const stage = stageFor(links, scenarios, records);
      return exceptions.map((id) => [id, stage] as const);
    }),
  );
}

function stageFor(links: StoryLinks, scenarios: readonly Scenario[], records: readonly StoryRecord[]): Stage {
  const { model } = links;
  const composition = composePlant(storyModel(scenarios, model), storyBounds(scenarios, records, links), {
    conditions: scenarios.flatMap(({ steps }) =>
      steps.flatMap((step) => expectations(step, []).flatMap(({ condition }) => condition ?? [])),
    ),
    exact: true,
    belongs: knownRelations(records),
  });
  const { plant } = composition;
  return { model, composition, plant, interpreter: interpret(plant), records };
}

function played(exception: string, scenario: Scenario, stage: Stage): PlayedScenario {
  const steps: PlayedStep[] = [];
  let scene: Scene | undefined = beginning(stage, scenario);
  for (const [index, step] of scenario.steps.entries()) {
    const what = stepInWords(step);
    if (scene === undefined) {
      steps.push({ number: index + 1, what, outcome: 'not-reached', faults: [], undecided: [] });
      continue;
    }
    const path: Path = ['scenario', 'steps', index];
    const acted = playStep(stage, { ...scene, number: index + 1 }, step, path);
    const { faults, undecided } = acted;
    const outcome =
      faults.length > 0 ? 'failed' : undecided.length > 0 ? 'not-played' : isPlayed(step) ? 'ok' : 'printed';
    steps.push({ number: index + 1, what, outcome, faults, undecided });
    scene = acted.scene;
  }
  return { exception, outcome: steps.some(({ outcome }) => outcome === 'failed') ? 'fails' : 'plays', steps };
}

/** Why a story is not played at all; undefined when it can be. */
function tooLarge(records: readonly StoryRecord[]): string | undefined {
  for (const { name, of } of records) {
    const related = of.size + records.filter((other) => other.of.has(name)).length;
    if (related > MOST_RELATED)
      return `${name} belongs together with ${related} other records; a story with more than ${MOST_RELATED} is not played.`;
  }
  return undefined;
}

function unplayed(exception: string, { steps }: Scenario, reason: string): PlayedScenario {
  const told = steps.map((step, index): PlayedStep => {
    const { number, what } = printed(step, index);
    return {
      number,
      what,
      outcome: isPlayed(step) ? 'not-played' : 'printed',
      faults: [],
      undecided: isPlayed(step) ? [reason] : [],
    };
  });
  return { exception, outcome: 'not-played', steps: told };
}

function printed(step: WrittenStep, index: number): PlayedStep {
  return { number: index + 1, what: stepInWords(step), outcome: 'printed', faults: [], undecided: [] };
}

/** Whether something of the step is played, and not only said to people. */
function isPlayed(step: WrittenStep): boolean {
  const acts = ACTIONS.some((action) => action !== 'check' && action !== 'wait' && step[action] !== undefined);
  return acts || step.wait === 'settled' || step.expect !== undefined;
}

/** `do NCR.T01 on N1` */
function stepInWords(step: WrittenStep): string {
  const action = ACTIONS.find((word) => step[word] !== undefined);
  if (action === undefined) return 'expect';
  return `${action} ${step[action]}${step.record === undefined ? '' : ` on ${step.record}`}`;
}
