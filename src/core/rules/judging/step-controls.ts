import type { Condition } from '../../language/condition.ts';
import { compareConditions } from '../../model/condition/compare.ts';
import { PLAIN_NAMES } from '../../model/condition/condition-names.ts';
import { conditionText, isAlways, partsOf } from '../../model/condition/normal-form.ts';
import { describeCondition } from '../../model/condition/words.ts';
import type { Element } from '../../model/element.ts';
import { conditionReading } from './condition-reading.ts';
import type { ComparedRevisions } from './compared-revisions.ts';
import type { StateGraph } from './state-graph.ts';

type Content = Element<'transition'>['attributes'];

/** What a step may carry and a way to a state may depend on: a signature, a condition. */
export interface StepControl {
  /** `the signature “Released”`, as it follows “without”. */
  readonly what: string;
  readonly kind: 'signature' | 'condition';
  /** One particular signature or condition, or any at all: said only where no particular one was lost. */
  readonly which: 'this' | 'any';
  has(content: Content): boolean;
}

/** Every signature and every single condition that some step of the graph carries, and “some signature”, “some condition”. */
export function stepControls(graph: StateGraph, revisions: ComparedRevisions): readonly StepControl[] {
  const carriers = new Set(graph.steps.flatMap(({ transition, senders }) => [transition, ...senders]));
  const contents = [...carriers].map((transition) => revisions.contentOf(transition, revisions.was));
  const meanings = new Set(contents.flatMap(meaningsOf));
  const conditions = new Map(contents.flatMap(conditionsOf).map((condition) => [conditionText(condition), condition]));
  const knowledge = { base: conditionReading(revisions.was), head: conditionReading(revisions.is) };
  return [
    ...[...meanings].map((meaning): StepControl => ({
      what: `the signature “${meaning}”`,
      kind: 'signature',
      which: 'this',
      has: (content) => meaningsOf(content).includes(meaning),
    })),
    { what: 'a signed step', kind: 'signature', which: 'any', has: (content) => meaningsOf(content).length > 0 },
    ...[...conditions].map(([text, condition]): StepControl => ({
      what: `the condition “${describeCondition(condition, PLAIN_NAMES)}”`,
      kind: 'condition',
      which: 'this',
      has: (content) =>
        conditionsOf(content).some((other) => conditionText(other) === text) ||
        [content.when, content.procedure].some((whole) => asksFor(whole, condition, knowledge)),
    })),
    {
      what: 'a step with a condition',
      kind: 'condition',
      which: 'any',
      has: (content) => conditionsOf(content).length > 0,
    },
  ];
}

/** Signatures as they are said, whatever the line breaks. */
export function meaningsOf({ sign = [] }: Content): readonly string[] {
  return sign.map(({ meaning }) => meaning.trim().replace(/\s+/gu, ' '));
}

/** What has to hold, one by one, by system or by procedure. */
function conditionsOf({ when, procedure }: Content): readonly Condition[] {
  return [when, procedure].flatMap((condition) => {
    if (condition === undefined || isAlways(condition)) return [];
    return condition.kind === 'all' ? condition.of : [condition];
  });
}

function sharesSubject(a: Condition, b: Condition): boolean {
  const subjects = new Set(subjectsOf(a));
  return [...subjectsOf(b)].some((subject) => subjects.has(subject));
}

/** The statuses, fields, facts and interfaces that a condition speaks of. */
function* subjectsOf(condition: Condition): Generator<string> {
  if (condition.kind === 'status') yield `status ${condition.lifecycle}`;
  if (condition.kind === 'comparison') yield `field ${condition.field}`;
  if (condition.kind === 'fact') yield `fact ${condition.text}`;
  if (condition.kind === 'settled') yield `settled ${condition.interface}`;
  if (condition.kind === 'message') for (const message of condition.messages) yield `message ${message}`;
  if (condition.kind === 'quantified') yield `records ${condition.object}`;
  for (const part of partsOf(condition)) yield* subjectsOf(part);
}

type Knowledge = ReturnType<typeof conditionReading>;

/** Whether a condition lets through nothing that the other one stops. */
function asksFor(
  whole: Condition | undefined,
  condition: Condition,
  knowledge: { readonly base: Knowledge; readonly head: Knowledge },
): boolean {
  // Comparing is dear; conditions about different things never imply each other.
  if (whole === undefined || !sharesSubject(whole, condition)) return false;
  const verdict = compareConditions(condition, whole, knowledge);
  return verdict === 'equal' || verdict === 'tightened';
}
