import { VERDICTS } from '../../../core/report/exploration-report.ts';
import { closed, list, nullable, outputSchema, ref, words } from './shared.ts';

const text = { type: 'string' };
const texts = list(text);
const flag = { type: 'boolean' };
const byName = (of: unknown) => ({ type: 'object', additionalProperties: of });

const bounds = {
  instances: byName(ref('count')),
  spare: byName(ref('count')),
  start: byName(text),
  without: texts,
  messages: { type: 'integer', minimum: 1 },
  faults: ref('count'),
  timing: words('any', 'settled'),
  procedures: { ...flag, description: 'False: conditions that only people enforce were ignored.' },
};
const value = closed({ name: text, lifecycle: text, system: nullable(text), record: nullable(text), value: text });
const message = closed({
  interface: text,
  message: nullable(text),
  from: nullable(text),
  to: text,
  content: texts,
  sentIn: nullable({ type: 'integer', minimum: 1, description: 'Number of the step in which it was sent.' }),
});

const story = closed({
  start: list(value),
  steps: list(
    closed({
      number: { type: 'integer', minimum: 1 },
      kind: words('person', 'automatic', 'timed', 'delivery', 'outside', 'fault', 'recovery'),
      fault: nullable(words('lose', 'duplicate', 'overtake', 'outage')),
      who: text,
      roles: texts,
      where: nullable(text),
      what: text,
      transitions: texts,
      record: nullable(text),
      entered: byName(text),
      signed: texts,
      assumed: { ...texts, description: 'What only people can know, and was taken as so or not so.' },
      after: list(value),
      changed: texts,
      onTheWay: texts,
      sends: list(message),
      receives: nullable(message),
      effect: nullable(text),
      discards: list(message),
    }),
  ),
  faults: ref('count'),
  byPeople: ref('count'),
  replay: { ...texts, description: 'Names of the steps, parallel to them, as a trace file has them.' },
});

const run = closed({
  messages: { type: 'integer', minimum: 1 },
  faults: ref('count'),
  states: ref('count'),
  steps: ref('count'),
  depth: ref('count'),
  bytes: ref('count'),
  complete: flag,
  ended: words('whole', 'widened', 'settled', 'shorter', 'open'),
});

const refusal = closed({ step: { type: 'integer', minimum: 1 }, reason: text });

/** What `explore --format json` prints. */
export const EXPLORATION_SCHEMA = outputSchema('exploration', 'What is reachable, in one revision or across a change', {
  base: nullable(ref('revision')),
  head: ref('revision'),
  bounds: closed({ ...bounds, text }),
  complete: { ...flag, description: 'False: a bound or limit was reached, so that nothing is called holding.' },
  gaps: texts,
  boundsReached: {
    ...texts,
    description:
      'Complete though channels were full: which message bounds gave equal verdicts, so that no more were tried.',
  },
  leftOut: texts,
  runs: closed({ base: list(run), head: list(run) }),
  invariants: list(
    closed({
      id: text,
      title: text,
      kind: nullable(text),
      severity: nullable(words('high', 'medium', 'low')),
      verdict: words(...VERDICTS),
      reason: text,
      faults: nullable(ref('count')),
      baseFaults: nullable(ref('count')),
      asInBase: {
        ...flag,
        description:
          'Head removed the invariant or words it otherwise: what is told of head is told of it as base words it.',
      },
      steps: nullable(ref('count')),
      at: nullable(ref('location')),
      refusal: nullable(refusal),
      blame: nullable(
        closed({
          edits: list(closed({ element: text, what: text, at: nullable(ref('location')) })),
          invariantIsNew: {
            ...flag,
            description: 'The invariant itself is new: its own addition is not among the edits.',
          },
          searches: ref('count'),
          minimal: flag,
        }),
      ),
      story: nullable(story),
    }),
  ),
  observations: list(closed({ kind: text, subject: text, text, isNew: flag, story: nullable(story) })),
  newPaths: list(
    closed({
      what: text,
      states: list(closed({ lifecycle: text, state: text })),
      classes: texts,
      steps: ref('count'),
      story: nullable(story),
    }),
  ),
});

/** What `explore --replay FILE --format json` prints. */
export const REPLAY_SCHEMA = outputSchema('replay', 'Stories taken again on one revision', {
  head: ref('revision'),
  bounds: closed(bounds),
  traces: list(
    closed({
      about: text,
      steps: ref('count'),
      taken: ref('count'),
      verdict: {
        ...words('broken', 'not-broken', 'reached', 'not-reached', 'not-judged'),
        description: 'What the story shows of the invariant that it is about.',
      },
      reproduced: { ...flag, description: 'Every step is possible, and what the story is told for is so.' },
      refused: nullable(refusal),
      notices: texts,
      story,
    }),
  ),
});

/** What `explore --strength --format json` prints. */
export const STRENGTH_SCHEMA = outputSchema('strength', 'Weakenings of one revision that no invariant notices', {
  head: ref('revision'),
  bounds: closed(bounds),
  gaps: texts,
  counts: closed({
    noticed: ref('count'),
    onlyObserved: ref('count'),
    unnoticed: ref('count'),
    undecided: ref('count'),
    notTold: ref('count'),
  }),
  share: nullable({ type: 'integer', minimum: 0, maximum: 100 }),
  searches: ref('count'),
  weakenings: list(
    closed({
      kind: text,
      element: text,
      what: text,
      at: ref('location'),
      noticed: words('invariant', 'observation', 'nothing', 'undecided'),
      invariant: nullable(text),
      steps: nullable(ref('count')),
      observation: nullable(text),
      fullWith: {
        ...nullable(ref('count')),
        description: 'Where channels were full: with how many messages in one it was looked for.',
      },
      question: text,
    }),
  ),
  notTold: list(closed({ kind: text, element: text, what: text, at: ref('location') })),
});
