import { boundsText } from '../../explore/compose/bounds-text.ts';
import type { ChangeExploration, InvariantChange, NewPath } from '../../explore/change/change-exploration.ts';
import { toldVerdict } from '../../explore/change/told-verdict.ts';
import type { ToldVerdict } from '../../explore/change/told-verdict.ts';
import type { RuleStrength } from '../../explore/strength/rule-strength.ts';
import type { Story, StoryMessage, StoryStep, StoryValue } from '../../explore/story/story.ts';
import type { Exploration, Observation } from '../../explore/verdict/exploration.ts';
import { type FactsOf, count, facts, flag, list, nullable, text, texts, words } from '../fact-shape.ts';

const STATUS = facts({
  name: text,
  lifecycle: text,
  system: nullable(text),
  record: nullable(text),
  value: text,
});

const MESSAGE = facts({
  interface: text,
  message: nullable(text),
  from: nullable(text),
  to: text,
  content: texts,
  sentIn: nullable(count),
});

const STORY_STEP = facts({
  number: count,
  kind: words('person', 'automatic', 'timed', 'delivery', 'outside', 'fault', 'recovery'),
  fault: nullable(words('lose', 'duplicate', 'overtake', 'outage')),
  who: text,
  roles: texts,
  where: nullable(text),
  what: text,
  transitions: texts,
  record: nullable(text),
  entered: list(facts({ field: text, code: text })),
  signed: texts,
  assumed: texts,
  changes: list(STATUS),
  after: list(STATUS),
  onTheWay: texts,
  sends: list(MESSAGE),
  receives: nullable(MESSAGE),
  effect: nullable(text),
  discards: list(MESSAGE),
});

export const STORY = facts({ start: list(STATUS), faults: count, byPeople: count, steps: list(STORY_STEP) });

const VERDICT = words(
  'newly-broken',
  'worse',
  'fixed',
  'already-broken',
  'holds',
  'newly-vacuous',
  'vacuous',
  'incomplete',
  'not-explored',
  'new-broken',
  'new-open',
  'new-holds',
  'removed',
);

export const INVARIANT_ROW = facts({
  ref: text,
  invariant: text,
  title: text,
  severity: nullable(words('high', 'medium', 'low')),
  change: VERDICT,
  reason: text,
  baseFaults: nullable(count),
  headFaults: nullable(count),
  story: nullable(STORY),
  refusal: nullable(facts({ step: count, reason: text })),
  blame: nullable(facts({ edits: list(facts({ element: text, what: text })), searches: count, minimal: flag })),
});

export const OPENED_PATHS = facts({
  /** What was searched, in words; empty when nothing was. */
  bounds: text,
  /** Why nothing was searched; empty when something was. */
  notSearched: text,
  complete: flag,
  gaps: texts,
  runs: list(
    facts({
      revision: words('base', 'head'),
      messages: count,
      faults: count,
      states: count,
      steps: count,
      depth: count,
      ended: words('whole', 'widened', 'settled', 'shorter', 'open'),
    }),
  ),
  invariants: list(INVARIANT_ROW),
  newPaths: list(facts({ ref: text, what: text, classes: texts, steps: count, story: nullable(STORY) })),
  /** What is noticed in head and not in base. */
  observations: list(facts({ ref: text, kind: text, subject: text, text })),
  strength: nullable(
    facts({
      weakenings: count,
      noticed: count,
      onlyObserved: count,
      undecided: count,
      gaps: texts,
      unnoticed: list(facts({ ref: text, element: text, question: text })),
    }),
  ),
  leftOut: texts,
});

export type OpenedPathsFacts = FactsOf<typeof OPENED_PATHS>;
export type InvariantRowFacts = FactsOf<typeof INVARIANT_ROW>;
export type StoryFacts = FactsOf<typeof STORY>;

/** What needs attention first. */
const ORDER: readonly ToldVerdict[] = [
  'newly-broken',
  'worse',
  'new-broken',
  'incomplete',
  'new-open',
  'newly-vacuous',
  'already-broken',
  'fixed',
  'vacuous',
  'not-explored',
  'removed',
  'new-holds',
  'holds',
];

/** What the search of both revisions found, or why there was none. */
export function openedPaths(
  exploration: ChangeExploration | undefined,
  notSearched: string,
  strength?: RuleStrength,
): OpenedPathsFacts {
  if (exploration === undefined) {
    return {
      bounds: '',
      notSearched,
      complete: false,
      gaps: [],
      runs: [],
      invariants: [],
      newPaths: [],
      observations: [],
      strength: null,
      leftOut: [],
    };
  }
  const { base, head } = exploration;
  const told = exploration.invariants.map((change) => ({ change, verdict: toldVerdict(change, exploration) }));
  const ordered = ORDER.flatMap((verdict) => told.filter((one) => one.verdict === verdict));
  return {
    bounds: boundsText(head.bounds),
    notSearched: '',
    complete: exploration.complete,
    gaps: [...new Set([...head.gaps, ...base.gaps])],
    runs: [...runsOf('base', base), ...runsOf('head', head)],
    invariants: ordered.map(({ change, verdict }, index) => invariantRow(change, verdict, index)),
    newPaths: exploration.newPaths.map((path, index) => newPathRow(path, index)),
    observations: newObservations(base, head).map(({ kind, subject, text: sentence }, index) => ({
      ref: `O-${padded(index)}`,
      kind,
      subject,
      text: sentence,
    })),
    strength: strength === undefined ? null : strengthFacts(strength),
    leftOut: [...new Set([...head.leftOut, ...base.leftOut])],
  };
}

function runsOf(revision: 'base' | 'head', { runs }: Exploration): OpenedPathsFacts['runs'] {
  return runs.map(({ messages, faults, states, steps, depth, ended }) => ({
    revision,
    messages,
    faults,
    states,
    steps,
    depth,
    ended,
  }));
}

function invariantRow(change: InvariantChange, verdict: ToldVerdict, index: number): InvariantRowFacts {
  return {
    ref: `I-${padded(index)}`,
    invariant: change.invariant,
    title: change.title,
    severity: change.severity ?? null,
    change: verdict,
    reason: change.reason,
    baseFaults: change.baseFaults ?? null,
    headFaults: change.headFaults ?? null,
    story: change.story === undefined ? null : storyFacts(change.story),
    refusal: change.refusal ?? null,
    blame:
      change.blame === undefined
        ? null
        : { ...change.blame, edits: change.blame.edits.map(({ element, what }) => ({ element, what })) },
  };
}

function newPathRow({ what, classes, steps, story }: NewPath, index: number): OpenedPathsFacts['newPaths'][number] {
  return { ref: `N-${padded(index)}`, what, classes, steps, story: story === undefined ? null : storyFacts(story) };
}

/** A story as data of a document: names, not places. */
export function storyFacts({ start, faults, byPeople, steps }: Story): StoryFacts {
  return { start: start.map(statusFacts), faults, byPeople, steps: steps.map(stepFacts) };
}

function stepFacts(step: StoryStep): StoryFacts['steps'][number] {
  return {
    number: step.number,
    kind: step.kind,
    fault: step.fault ?? null,
    who: step.who,
    roles: step.roles,
    where: step.where ?? null,
    what: step.what,
    transitions: step.transitions,
    record: step.record ?? null,
    entered: Object.entries(step.entered ?? {}).map(([field, code]) => ({ field, code })),
    signed: step.signed,
    assumed: step.assumed,
    changes: step.after.filter(({ name }) => step.changed.includes(name)).map(statusFacts),
    after: step.after.map(statusFacts),
    onTheWay: step.onTheWay,
    sends: step.sends.map(messageFacts),
    receives: step.receives === undefined ? null : messageFacts(step.receives),
    effect: step.effect ?? null,
    discards: (step.discards ?? []).map(messageFacts),
  };
}

function statusFacts({ name, lifecycle, system, record, value }: StoryValue) {
  return { name, lifecycle, system: system ?? null, record: record ?? null, value };
}

function messageFacts({ interface: id, message, from, to, content, sentIn }: StoryMessage) {
  return { interface: id, message: message ?? null, from: from ?? null, to, content, sentIn: sentIn ?? null };
}

function newObservations(base: Exploration, head: Exploration): readonly Observation[] {
  const known = new Set(base.observations.map(({ kind, subject }) => `${kind} ${subject}`));
  return head.observations.filter(({ kind, subject }) => !known.has(`${kind} ${subject}`));
}

function strengthFacts(strength: RuleStrength): OpenedPathsFacts['strength'] {
  const unnoticed = strength.weakenings.filter(({ noticed }) => noticed === 'nothing');
  return {
    weakenings: strength.weakenings.length,
    noticed: strength.noticed,
    onlyObserved: strength.onlyObserved,
    undecided: strength.undecided,
    gaps: strength.gaps,
    unnoticed: unnoticed.map(({ element, question }, index) => ({ ref: `U-${padded(index)}`, element, question })),
  };
}

function padded(index: number): string {
  return `${index + 1}`.padStart(2, '0');
}
