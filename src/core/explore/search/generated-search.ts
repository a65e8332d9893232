import type { ComposedPlant } from '../plant/composed-plant.ts';
import type { Expression } from '../plant/expression.ts';
import type { Explored } from './explored.ts';
import { conditionCode } from './generated-condition.ts';
import { conditionSource, programSource } from './generated-program.ts';
import { tables } from './generated-step.ts';
import { layoutOf, packInitial, type Layout } from './layout.ts';
import type { Compile } from './new-function.ts';
import type { Questions } from './questions.ts';
import { reachedValues } from './reached-values.ts';
import { searchMemory, STOP_REASONS, type SearchMemory } from './search-memory.ts';
import type { SearchLimits } from './search-result.ts';
import type { SearchWatch } from './search-watch.ts';
import { alikeStates } from './alike/alike-states.ts';
import type { RenamingGroup } from './alike/renaming-group.ts';
import { reachedUnderAnyName, underAnyName } from './alike/under-any-name.ts';
import { plainTrace } from './way.ts';

/** Explores with generated code. Throws an EvalError where the engine does not allow code generation. */
export function generatedSearch(
  plant: ComposedPlant,
  questions: Questions,
  limits: SearchLimits,
  watch: SearchWatch,
  stopWhenDecided: boolean,
  compile: Compile,
  group?: RenamingGroup,
): Explored {
  const renamings = group?.renamings ?? [];
  const layout = layoutOf(plant);
  const constants = tables();
  const source = programSource(plant, layout, questions, constants, renamings);
  const names = constants.all.map((_, index) => `t${index}`);
  const memory = searchMemory(plant, layout.words, questions, limits, watch, renamings);
  const run = compile(['m', 'G', ...names], source)(memory, Int32Array.from(constants.guards), ...constants.all);
  if (typeof run !== 'function') throw new TypeError('the generated search is no function');
  run(packInitial(plant, layout), stopWhenDecided);
  const stopped = STOP_REASONS[memory.stopped];
  const satisfying = (expression: Expression): Uint8Array => {
    const out = new Uint8Array(memory.count);
    const condition = conditionSource(layout, conditionCode(layout, expression, 's'));
    compile(['states', 'count', 'out'], condition)(memory.states, memory.count, out);
    return out;
  };
  return {
    states: memory.count,
    expanded: memory.expanded,
    steps: memory.edgeCount,
    bytes: memory.bytes(memory.count, memory.edgeCount),
    ...(stopped === undefined ? {} : { stopped }),
    levels: memory.levels,
    rootCount: memory.roots.length,
    back: (state) => ({ step: memory.via[state] ?? -1, from: memory.parents[state] ?? -1 }),
    ...(group === undefined
      ? { told: (way) => ({ trace: plainTrace(memory.roots, way) }) }
      : alikeStates(plant, group, memory, layout, compile)),
    full: underAnyName(memory.full, renamings, ({ channels }) => channels),
    taken: Float64Array.from(
      underAnyName(memory.taken.subarray(0, plant.steps.length), renamings, ({ steps }) => steps),
    ),
    reached: reachedUnderAnyName(reachedValues(plant, memory.roots, memory.taken, memory.reached), renamings),
    hits: memory.hits,
    hitSteps: memory.hitSteps,
    stuck: memory.stuck,
    values: (variable) => valuesIn(memory, layout, variable),
    satisfying,
    ...(questions.ofWays ? { ways: waysIn(memory, satisfying) } : {}),
  };
}

function valuesIn({ states, count }: SearchMemory, { words, variables }: Layout, variable: number): Int32Array {
  const field = variables[variable];
  if (field === undefined) throw new RangeError(`no variable ${variable}`);
  const { word, shift, bits } = field;
  const mask = bits === 0 ? 0 : -1 >>> (32 - bits);
  const values = new Int32Array(count);
  for (let state = 0, at = word; state < count; state++, at += words) values[state] = (states[at]! >>> shift) & mask;
  return values;
}

function waysIn(
  memory: SearchMemory,
  satisfying: NonNullable<Explored['ways']>['satisfying'],
): NonNullable<Explored['ways']> {
  return {
    starts: memory.edgeStarts,
    targets: memory.edgeTargets,
    steps: memory.edgeSteps,
    renamings: memory.edgeNames,
    blocked: memory.blocked,
    satisfying,
  };
}
