import { compareText } from '../../diagnostics/order.ts';
import { isObject } from '../../diff/comparable.ts';
import type { Change } from '../../diff/delta.ts';
import type { Json } from '../../language/canonical.ts';
import type { Condition, StatePattern } from '../../language/condition.ts';
import { explainComparison } from '../../model/condition/compare.ts';
import type { ConditionComparison, ConditionVerdict } from '../../model/condition/compare.ts';
import { partsOf } from '../../model/condition/normal-form.ts';
import { stateVocabulary } from '../../model/condition/state-vocabulary.ts';
import type { StateVocabulary } from '../../model/condition/state-vocabulary.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { conditionReading, subjectOfStep } from './condition-reading.ts';
import { inHeadNames } from './head-names.ts';
import { membersOf } from './set-members.ts';
import { onlyPutsOnHold } from './hold.ts';
import { listed, named } from './wording.ts';

/** What decides which states a set, or a class, means: a change of it changes every condition that names it. */
const SET_PATHS: ReadonlySet<string> = new Set(['members', 'except', 'classes', 'unknown']);

/** Conditions of a step whose words both revisions share. */
const CONDITION_PATHS = ['when', 'procedure'] as const;

interface ChangedMeaning {
  readonly before: Element<'transition'>;
  readonly after: Element<'transition'>;
  readonly path: (typeof CONDITION_PATHS)[number];
  readonly comparison: ConditionComparison;
  /** Changes of sets and of classes of states that the condition names, in the order of the comparison. */
  readonly causes: readonly Change[];
}

/** Whether a changed value says which states a set or a class means. */
export function changesStatesMeant({ after, path }: Change): boolean {
  return (
    (after.kind === 'set' && SET_PATHS.has(path.join('.'))) || (after.kind === 'state' && path.join('.') === 'class')
  );
}

/**
 * What a rule about conditions says of conditions whose words stay, and which mean something else since a set or a class of
 * states that they name has changed. Each is told once, at the first such change, and stands for what is said of the set.
 */
export function meaningVerdict(change: Change, context: ChangeContext, expected: ConditionVerdict): readonly Verdict[] {
  return changedMeanings(context).flatMap(({ before, after, path, comparison, causes }): readonly Verdict[] => {
    if (comparison.verdict !== expected || causes[0] !== change) return [];
    // A list of what blocks that grows is told as the stronger control that it is.
    if (expected === 'tightened' && causes.every((cause) => isBlockingSet(cause))) return [];
    const enforced = path === 'procedure' ? 'enforced by procedure' : 'enforced by the system';
    return [
      {
        what: `${named(after)}, condition ${enforced}. ${comparison.reason}`,
        before,
        after,
        path: [path],
        values: { from: meant(causes, context, 'base'), to: meant(causes, context, 'head') },
        partial: true,
        claims: causes.map((cause) => ({ element: cause.after.key, path: cause.path.join('.') })),
      },
    ];
  });
}

function isBlockingSet({ after }: Change): boolean {
  return after.kind === 'set' && (after as Element<'set'>).attributes.effect === 'blocks';
}

/**
 * Whether conditions of steps let through more, or other cases, because of this change; or whether a filter, a message that
 * starts a step or a mapped field selects cases by the set, where neither more nor fewer is the safe direction.
 */
export function weakensConditions(change: Change, context: ChangeContext): boolean {
  return (
    selectsCases(change, context) ||
    changedMeanings(context).some(
      ({ comparison: { verdict }, causes }) =>
        (verdict === 'weakened' || verdict === 'incomparable') && causes.some(({ after }) => after === change.after),
    )
  );
}

function selectsCases({ after }: Change, { graphHead, head }: ChangeContext): boolean {
  return graphHead.to(after.key).some(({ from, attribute }) => {
    const user = graphHead.element(from);
    const kind = user?.kind;
    if (kind === 'transition')
      return attribute === 'receives' && !isMoreOftenOnHold(user as Element<'transition'>, head);
    // A formula in words that uses the set is followed by impact; which way its value moves, nobody can say.
    if (attribute.startsWith('uses')) return false;
    return kind === 'interface' || kind === 'message' || kind === 'mapping' || kind === 'reply';
  });
}

/** Whether more members of a set that its message names only put more records on hold. */
function isMoreOftenOnHold(step: Element<'transition'>, model: SpecModel): boolean {
  const { receives } = step.attributes;
  return onlyPutsOnHold(step, model) && isObject(receives as Json) && asksOnlyForMembers(receives as Condition);
}

/** Whether a condition holds in more cases when its sets have more members: nothing in it asks for what they leave out. */
function asksOnlyForMembers(condition: Condition): boolean {
  if (condition.kind === 'not' || condition.kind === 'implies') return false;
  if (condition.kind === 'quantified' && condition.quantifier !== 'some') return false;
  if (condition.kind === 'status') return condition.states.kind !== 'not';
  return partsOf(condition).every(asksOnlyForMembers);
}

const KNOWN = new WeakMap<ChangeContext['diff'], readonly ChangedMeaning[]>();

function changedMeanings(context: ChangeContext): readonly ChangedMeaning[] {
  const known = KNOWN.get(context.diff);
  if (known !== undefined) return known;
  const found = [...findMeanings(context)];
  KNOWN.set(context.diff, found);
  return found;
}

function* findMeanings(context: ChangeContext): Generator<ChangedMeaning> {
  const { base, head, diff, inBase, changesOf } = context;
  const changes = diff.deltas.flatMap((delta) =>
    delta.action === 'changed' && changesStatesMeant(delta) ? [delta] : [],
  );
  if (changes.length === 0) return;
  const baseVocabulary = inNamesOfHead(stateVocabulary(base), context);
  for (const after of head.ofKind('transition')) {
    const before = inBase(after) as Element<'transition'> | undefined;
    if (before === undefined) continue;
    for (const path of CONDITION_PATHS) {
      const condition = after.attributes[path];
      if (condition === undefined || changesOf(after).some((other) => other.path[0] === path)) continue;
      const was = inHeadNames(before, base, context)[path];
      const causes = changes.filter((change) => names(condition, change, head) || names(condition, change, base));
      if (was === undefined || causes.length === 0) continue;
      const reading = conditionReading(head, subjectOfStep(after, head));
      const comparison = explainComparison(was, condition, {
        base: { ...reading, vocabulary: baseVocabulary },
        head: reading,
      });
      if (comparison.verdict !== 'equal') yield { before, after, path, comparison, causes };
    }
  }
}

/** Whether a condition of this revision names the set, or the class of a state of the lifecycle, directly or by a set of classes. */
function names(condition: Condition, change: Change, model: SpecModel): boolean {
  if (condition.kind === 'status') return meansBy(condition.states, condition.lifecycle, change, model);
  return partsOf(condition).some((part) => names(part, change, model));
}

function meansBy(pattern: StatePattern, lifecycle: string, { after, before }: Change, model: SpecModel): boolean {
  if (pattern.kind === 'not') return meansBy(pattern.of, lifecycle, { after, before } as Change, model);
  if (after.kind === 'set') return pattern.kind === 'set' && pattern.set === after.id;
  if (after.id !== `${lifecycle}.${after.localId}`) return false;
  if (pattern.kind === 'classes') return true;
  return pattern.kind === 'set' && model.get('set', pattern.set)?.attributes.classes !== undefined;
}

/** What base says about states, asked in the names of head. */
function inNamesOfHead(vocabulary: StateVocabulary, { head, inHead, inBase, base }: ChangeContext): StateVocabulary {
  const old = (kind: 'lifecycle' | 'set', id: string): string => {
    const element = head.get(kind, id);
    return (element === undefined ? undefined : inBase(element)?.id) ?? id;
  };
  const oldState = (lifecycle: string, state: string): string => {
    const element = head.get('state', `${lifecycle}.${state}`);
    return (element === undefined ? undefined : inBase(element)?.localId) ?? state;
  };
  return {
    statesOf: (lifecycle) =>
      vocabulary.statesOf(old('lifecycle', lifecycle))?.map((state) => {
        const element = base.get('state', `${old('lifecycle', lifecycle)}.${state}`);
        return (element === undefined ? undefined : inHead(element)?.localId) ?? state;
      }),
    classOf: (lifecycle, state) => vocabulary.classOf(old('lifecycle', lifecycle), oldState(lifecycle, state)),
    counts: (set, lifecycle, state) =>
      vocabulary.counts(old('set', set), old('lifecycle', lifecycle), oldState(lifecycle, state)),
  };
}

/** What the changed sets and classes mean in one revision: the states that a set counts in, the class of a state. */
function meant(causes: readonly Change[], context: ChangeContext, side: 'base' | 'head'): Json {
  const said = causes.map((cause): string => {
    const element = side === 'base' ? cause.before : cause.after;
    const { id } = cause.after;
    if (element.kind === 'state') return `${id} is ${(element as Element<'state'>).attributes.class ?? 'of no class'}`;
    const set = element as Element<'set'>;
    const members = membersOf(set, context[side]).map(({ localId }) => localId);
    const { unknown } = set.attributes;
    return `${id} is ${listed(members.toSorted(compareText))}${unknown === undefined ? '' : `, unknown ${unknown}`}`;
  });
  return [...new Set(said)];
}
