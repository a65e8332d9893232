import type { Location } from '../../diagnostics/location.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { PlantBounds } from '../plant/composed-plant.ts';
import type { SearchWatch } from '../search/search-watch.ts';
import { DEFAULT_LIMITS } from '../verdict/exploration-request.ts';
import type { ExplorationRequest } from '../verdict/exploration-request.ts';
import { exploreModel, plannedBounds } from '../verdict/explore-model.ts';
import { judgeWeakening } from './judge-weakening.ts';
import type { Judgement } from './judge-weakening.ts';
import { unweakened } from './unweakened.ts';
import { WEAKENINGS } from './weakenings/index.ts';
import { weakeningScope } from './weakenings/weakening.ts';
import type { Weakening, WeakeningKind, WeakeningRule } from './weakenings/weakening.ts';

/** Whether the invariants protect the specification: what would be noticed if it asked for less, one step at a time. */
export interface RuleStrength {
  /** Bounds of the searches: the smallest at which the specification itself gets the same answers as at the largest. */
  readonly bounds: PlantBounds;
  /** Every step that a search can judge, by kind and element. */
  readonly weakenings: readonly JudgedWeakening[];
  /** How many an invariant notices. */
  readonly noticed: number;
  /** How many only a built-in check notices: a record that is stuck, a step that never happens. */
  readonly onlyObserved: number;
  /** How many nothing notices: each is a question to the process owner. */
  readonly unnoticed: number;
  /** How many could not be judged within the limits. */
  readonly undecided: number;
  /** Part of the judged ones that an invariant notices, in whole percent, rounded down; absent where nothing was judged. */
  readonly share?: number;
  /** Steps that no search can tell from the specification itself: they take away what only people can know. */
  readonly notTold: readonly UntoldWeakening[];
  /** Searches that it took. */
  readonly searches: number;
  /** Why the result is weaker than it looks, in whole sentences: the specification itself was not seen whole. */
  readonly gaps: readonly string[];
}

/** One step by which the specification would ask for less, and who notices. */
export interface JudgedWeakening extends UntoldWeakening, Judgement {
  /** `If NCR.T01 no longer sent IF-001, no invariant would notice: is the message superfluous, or is an invariant missing?` */
  readonly question: string;
}

/** A step by which the specification would ask for less. */
export interface UntoldWeakening {
  readonly kind: WeakeningKind;
  /** Element that would read differently: `NCR.T01`. */
  readonly element: string;
  /** What goes with its name: `no longer sent IF-001`. */
  readonly what: string;
  /** Where it says today what would go. */
  readonly at: Location;
}

/** What is weakened, and how far each weakened specification is searched. */
export interface StrengthRequest extends ExplorationRequest {
  /** Ids of the elements that are weakened; all of them where nothing is said. */
  readonly about?: ReadonlySet<string>;
}

/**
 * Weakens the specification one step at a time and looks who notices. Each weakened one is searched at the bounds at which the
 * specification itself was seen whole, until an invariant breaks that holds today.
 */
export function ruleStrength(model: SpecModel, request: StrengthRequest = {}, watch?: SearchWatch): RuleStrength {
  const exploration = exploreModel(model, { ...request, observations: false }, watch);
  const limits = request.limits ?? DEFAULT_LIMITS;
  const messagesAtMost = plannedBounds(model, request).bounds.messages;
  const base = unweakened(model, exploration, request.only, messagesAtMost, limits, watch);
  const scope = weakeningScope(model, base.bounds);
  const judged: JudgedWeakening[] = [];
  const notTold: UntoldWeakening[] = [];
  let searches = exploration.runs.length + base.searches;
  for (const rule of WEAKENINGS) {
    for (const weakening of rule.of(model, scope)) {
      if (request.about?.has(told(weakening).element) === false) continue;
      if (watch?.cancelled?.() === true) return summed(base.bounds, judged, notTold, searches, [CANCELLED]);
      const judgement = judgeWeakening(base, weakening, isAboutConditions(rule), limits, watch);
      if (judgement === undefined) notTold.push(told(weakening));
      else {
        searches += judgement.searches;
        judged.push({ ...told(weakening), ...judgement, question: questionOf(weakening, judgement) });
      }
    }
  }
  return summed(base.bounds, judged, notTold, searches, exploration.gaps);
}

const CANCELLED = 'The run was cancelled: what comes after was not weakened.';

function summed(
  bounds: PlantBounds,
  weakenings: readonly JudgedWeakening[],
  notTold: readonly UntoldWeakening[],
  searches: number,
  gaps: readonly string[],
): RuleStrength {
  const count = (by: JudgedWeakening['noticed']): number => weakenings.filter(({ noticed }) => noticed === by).length;
  const [noticed, onlyObserved, unnoticed] = [count('invariant'), count('observation'), count('nothing')];
  const decided = noticed + onlyObserved + unnoticed;
  return {
    bounds,
    weakenings,
    noticed,
    onlyObserved,
    unnoticed,
    undecided: weakenings.length - decided,
    ...(decided === 0 ? {} : { share: Math.floor((noticed * 100) / decided) }),
    notTold,
    searches,
    gaps,
  };
}

function isAboutConditions({ dropsCondition }: WeakeningRule): boolean {
  return dropsCondition === true;
}

function told({ kind, weakened, what, path }: Weakening): UntoldWeakening {
  return { kind, element: weakened.id, what, at: weakened.locate(path) };
}

function questionOf({ weakened, what, doubt }: Weakening, { fullWith }: Judgement): string {
  const within =
    fullWith === undefined
      ? ''
      : ` (looked for with at most ${fullWith} message${fullWith === 1 ? '' : 's'} in a channel, and channels were full: with more, one might)`;
  return `If ${weakened.id} ${what}, no invariant would notice${within}: ${doubt}, or is an invariant missing?`;
}
