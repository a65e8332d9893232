import { storyTitle } from '../explore/verdict-words.ts';
import type { InvariantRowFacts, OpenedPathsFacts, StoryFacts } from '../../core/documents/impact/opened-paths.ts';
import { SEQUENCE_LEGEND, sequenceFigure } from '../figures/sequence/sequence-figure.ts';
import type { ViewData } from '../view-data.ts';
import { storyOfFacts } from './story-of-facts.ts';
import { capital, grouped, joined, notApplicable, number } from './view-words.ts';

type Change = InvariantRowFacts['change'];

const VERDICTS: Readonly<Record<Change, string>> = {
  'newly-broken': 'Newly broken',
  weakened: 'Broken as the base words it, which the head no longer asks',
  worse: 'Broken with fewer faults than before',
  'new-broken': 'New, and broken',
  'new-open': 'New, INCOMPLETE',
  'new-holds': 'New, no violation found',
  incomplete: 'INCOMPLETE',
  'newly-vacuous': 'Newly vacuous',
  'already-broken': 'Already broken',
  fixed: 'No longer broken',
  vacuous: 'Vacuous',
  'not-explored': 'Not explored',
  removed: 'Removed',
  holds: 'No violation found',
};

/** Only the search that counts says INCOMPLETE: that a smaller one met a full channel is why a larger one followed. */
const RUN_ENDS: Readonly<Record<OpenedPathsFacts['runs'][number]['ended'], string>> = {
  whole: 'Everything within its bounds',
  widened: 'All that fits its message bound; continued with the next larger one',
  settled: 'All that fits its message bound; larger ones change no verdict',
  shorter: 'Only shorter ways to what is broken',
  open: 'INCOMPLETE: a bound or limit was reached',
};

const TONES: Readonly<Partial<Record<Change, string>>> = {
  'newly-broken': 'critical',
  weakened: 'critical',
  worse: 'critical',
  'new-broken': 'critical',
  incomplete: 'warn',
  'new-open': 'warn',
  'newly-vacuous': 'warn',
  'already-broken': 'warn',
};

/** What the change breaks: told in print with its story; stories of what was broken already are in the data of the document. */
const TOLD: ReadonlySet<Change> = new Set(['newly-broken', 'weakened', 'worse', 'new-broken']);

/** Section “New or opened paths”. */
export function pathsView(facts: OpenedPathsFacts): ViewData {
  const breaks = facts.invariants.filter(({ change }) => TOLD.has(change));
  const summary =
    breaks.length === 0
      ? 'No invariant is newly broken within these bounds.'
      : `${number(breaks.length, 'invariant')} ${breaks.length === 1 ? 'is' : 'are'} newly broken: ${breaks.map(({ invariant, title }) => `${invariant} (${title})`).join('; ')}.`;
  return {
    firstPage:
      facts.notSearched === ''
        ? `${facts.complete ? '' : 'INCOMPLETE. '}${summary}`
        : `not searched: ${facts.notSearched} Whether the change opens a path is not known.`,
    searched: facts.notSearched === '',
    notSearched: facts.notSearched,
    complete: facts.complete,
    gaps: facts.gaps.join(' '),
    bounds: facts.bounds === '' ? '' : `Bounds: ${facts.bounds}.`,
    breaks: breaks.length > 0,
    summary,
    verdicts: facts.invariants.map((row) => ({
      ref: row.ref,
      tone: TONES[row.change] ?? 'plain',
      invariant: `${row.invariant}: ${row.title}`,
      severity: row.severity === null ? 'Not declared' : capital(row.severity),
      verdict: VERDICTS[row.change],
      reason: row.reason,
    })),
    stories: breaks.filter(({ story }) => story !== null).map((row) => storyView(row, storyTitle(facts))),
    newPaths: facts.newPaths.map(({ ref, what, classes, steps }) => ({
      ref,
      what,
      classes: joined(classes, notApplicable('no class is declared')),
      steps: grouped(steps),
    })),
    observations: facts.observations.map(({ ref, kind, subject, text }) => ({
      ref,
      kind: capital(kind.replaceAll('-', ' ')),
      subject,
      text,
    })),
    strength: facts.strength !== null,
    strengthWords:
      facts.strength === null
        ? ''
        : `Of ${number(facts.strength.weakenings, 'weakening')} of what this change touches in head, one step each, ${grouped(facts.strength.noticed)} would be noticed by an invariant, ${grouped(facts.strength.onlyObserved)} only by the built-in checks, ${grouped(facts.strength.unnoticed.length)} by nothing, and ${grouped(facts.strength.undecided)} could not be judged within the limits. ${facts.strength.gaps.join(' ')} Each that nothing notices is a question to the owner of the process: is the condition superfluous, or is an invariant missing?`,
    unnoticed: (facts.strength?.unnoticed ?? []).map(({ ref, element, question }) => ({ ref, element, question })),
    runs: facts.runs.map(({ revision, messages, faults, states, steps, depth, ended }) => ({
      revision: capital(revision),
      messages: grouped(messages),
      faults: grouped(faults),
      states: grouped(states),
      steps: grouped(steps),
      depth: grouped(depth),
      ended: RUN_ENDS[ended],
    })),
    leftOut: facts.leftOut.map((sentence) => ({ sentence })),
  };
}

function storyView(row: InvariantRowFacts, title: string): ViewData {
  const { story, refusal, blame } = row;
  return {
    ref: row.ref,
    title: `${row.invariant}: ${row.title}`,
    summary: story === null ? '' : storyWords(story, row, title),
    refusal: refusal === null ? '' : `Step ${refusal.step}: ${sentence(refusal.reason)}`,
    blame:
      blame === null || blame.edits.length === 0
        ? blame?.invariantIsNew === true
          ? 'The base breaks the invariant as the head words it, too: no other edit is needed.'
          : ''
        : `${blame.invariantIsNew ? 'With the invariant as the head words it: ' : ''}${blame.minimal ? 'The smallest set of edits that breaks it' : 'A set of edits that breaks it (a smaller one may exist)'}: ${blame.edits.map(({ element, what }) => `${element.slice(element.indexOf(':') + 1)} (${what})`).join('; ')}.`,
    ...(story === null
      ? {}
      : {
          chart: sequenceFigure(storyOfFacts(story), {
            about: `the story in which ${row.invariant} breaks`,
            refusal: refusal ?? undefined,
          }),
        }),
    legend: SEQUENCE_LEGEND,
    start: story === null ? '' : story.start.map(({ name, value }) => `${name}: ${value}`).join('; '),
    steps: (story?.steps ?? []).map((step) => ({
      number: `${step.number}`,
      tone: step.kind === 'fault' || step.number === refusal?.step ? 'high' : 'plain',
      who: step.who,
      what: [
        capital(step.what),
        ...(step.signed.length === 0 ? [] : [`Signed: ${step.signed.join('; ')}`]),
        ...(step.assumed.length === 0 ? [] : [`Assumed: ${step.assumed.join('; ')}`]),
        ...(step.number === refusal?.step ? ['The baseline stops here'] : []),
      ].join('. '),
      status: joined(
        step.changes.map(({ name, value }) => `${name}: ${value}`),
        'Unchanged',
      ),
      onTheWay: joined(step.onTheWay, 'Nothing'),
    })),
  };
}

function sentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

function storyWords({ steps, byPeople, faults }: StoryFacts, { reason }: InvariantRowFacts, title: string): string {
  const need = faults === 0 ? 'no fault is needed' : `${number(faults, 'fault')} needed`;
  return `${reason} ${title}: ${number(steps.length, 'step')}, ${grouped(byPeople)} of them by people; ${need}.`;
}
