import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { boundsText } from '../compose/bounds-text.ts';
import type { Trace } from '../search/search-result.ts';
import type { Story } from '../story/story.ts';
import { tellStory } from '../story/tell-story.ts';
import { answerWord, shortestViolation, vacuousReason, witness } from './answers.ts';
import type { InvariantVerdict } from './exploration.ts';
import type { FaultLevel } from './fault-level.ts';
import { counted, grouped } from './wording.ts';
import type { SearchedWorld } from './world.ts';

/** Tells a way through a world that was searched. */
export type TellWay = (world: SearchedWorld, trace: Trace) => Story;

/** What the searches say of one invariant: `index` is its place among those that were asked. */
export function judgeInvariant(
  model: SpecModel,
  invariant: Element<'invariant'>,
  index: number,
  levels: readonly FaultLevel[],
  tell: TellWay = ({ plant }, trace) => tellStory(model, plant, trace),
): InvariantVerdict {
  const last = levels.at(-1)?.last;
  const compiled = last?.invariants[index];
  const { title, severity } = invariant.attributes;
  const says = (verdict: Omit<InvariantVerdict, 'invariant' | 'title' | 'kind' | 'severity'>): InvariantVerdict => ({
    invariant: invariant.id,
    title: title ?? invariant.id,
    kind: compiled?.kind ?? 'unknown',
    ...(severity === undefined ? {} : { severity }),
    ...verdict,
    reason: [verdict.reason, ...(compiled?.notes ?? [])].join(' '),
  });
  if (last === undefined || compiled === undefined)
    return says({ verdict: 'incomplete', reason: 'It was not searched.' });
  if (compiled.notExplored !== undefined) return says({ verdict: 'not-explored', reason: compiled.notExplored });
  const broken = firstViolation(levels, index);
  if (compiled.kind === 'reachable' && compiled.declared === undefined)
    return says(reachability(levels, index, broken, tell));
  if (broken !== undefined) {
    const { level, world, trace } = broken;
    const story = tell(world, trace);
    const reason = [
      ...(compiled.declared?.verdict === 'broken' ? [compiled.declared.reason] : []),
      brokenText(level, story),
    ];
    return says({
      verdict: 'broken',
      reason: reason.join(' '),
      faults: level.faults,
      story,
    });
  }
  if (compiled.declared !== undefined) {
    const { verdict, reason } = compiled.declared;
    const unreached = verdict === 'broken' && compiled.properties.length > 0;
    return says({
      verdict,
      reason: unreached ? `${reason} No way to it was found within these bounds: ${bounded(last)}.` : reason,
    });
  }
  const gap = incompleteReason(levels, index);
  if (gap !== undefined) return says({ verdict: 'incomplete', reason: gap });
  const vacuous = vacuousReason(last, index);
  if (vacuous !== undefined)
    return says({ verdict: 'vacuous', reason: `${vacuous} Searched within these bounds: ${bounded(last)}.` });
  return says({ verdict: 'holds', reason: holdsText(levels, last) });
}

/** Where an invariant breaks. */
export interface Violation {
  readonly level: FaultLevel;
  readonly world: SearchedWorld;
  readonly trace: Trace;
}

/** The shortest violation with the fewest faults; of equally long ones that of the largest world that was searched whole. */
export function firstViolation(levels: readonly FaultLevel[], index: number): Violation | undefined {
  for (const level of levels) {
    let best: Violation | undefined;
    for (const world of [...level.shorter, ...level.worlds.toReversed()]) {
      const trace = shortestViolation(world, index);
      if (trace !== undefined && (best === undefined || trace.steps.length < best.trace.steps.length))
        best = { level, world, trace };
    }
    if (best !== undefined) return best;
  }
  return undefined;
}

/** That something can be reached is asked of the regular course: a way that needs a fault is none. */
function reachability(
  levels: readonly FaultLevel[],
  index: number,
  broken: Violation | undefined,
  tell: TellWay,
): Pick<InvariantVerdict, 'verdict' | 'reason' | 'story' | 'faults'> {
  const [regular] = levels;
  for (const world of regular?.worlds ?? []) {
    const trace = witness(world, index);
    if (trace === undefined) continue;
    const story = tell(world, trace);
    return { verdict: 'holds', reason: `A way of ${counted(story.steps.length, 'step')} leads there.`, story };
  }
  const unreached =
    regular?.complete === true && (broken?.level === regular || answerWord(regular.last, index) === 'unreached');
  if (!unreached)
    return { verdict: 'incomplete', reason: ['No way there was found.', ...(regular?.gaps ?? [])].join(' ') };
  const settled = regular.settledBy === undefined ? '' : ` ${regular.settledBy}`;
  return {
    verdict: 'broken',
    reason: `No way leads there within these bounds: ${bounded(regular.last)}.${settled}`,
    faults: regular.faults,
  };
}

function brokenText({ faults }: FaultLevel, { steps }: Story): string {
  const cause = faults === 0 ? 'without any fault' : `with ${counted(faults, 'fault')}`;
  return steps.length === 0
    ? `It is broken from the beginning, ${cause}.`
    : `It breaks ${cause}, in ${counted(steps.length, 'step')}.`;
}

/** Why nothing can be said; undefined when everything within the bounds was seen. */
function incompleteReason(levels: readonly FaultLevel[], index: number): string | undefined {
  const open = levels.find((level) => !level.complete || answerWord(level.last, index) === 'undecided');
  if (open === undefined) return undefined;
  if (open.complete && open.gaps.length === 0)
    return 'Whether it holds depends on what lies beyond full channels: no violation was found in what was seen.';
  return ['No violation was found in what was seen.', ...open.gaps].join(' ');
}

function holdsText(levels: readonly FaultLevel[], last: SearchedWorld): string {
  const settled = [...new Set(levels.flatMap(({ settledBy }) => (settledBy === undefined ? [] : [settledBy])))];
  return [`No violation found within these bounds: ${bounded(last)}.`, ...settled].join(' ');
}

/** `1 lot, 1 ncr, at most 4 messages …; 1,310 states` */
function bounded({ plant, result }: SearchedWorld): string {
  return `${boundsText(plant.bounds)}; ${grouped(result.states)} states`;
}
