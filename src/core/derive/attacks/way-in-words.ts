import type { ComposedPlant, PlantRecord, Step } from '../../explore/plant/composed-plant.ts';
import type { Trace } from '../../explore/search/search-result.ts';
import type { StoryMessage, StoryStep } from '../../explore/story/story.ts';
import { tellStory } from '../../explore/story/tell-story.ts';
import { ABSENT } from '../../model/condition/state-vocabulary.ts';
import type { DerivationContext } from '../derivation-context.ts';
import type { Account } from '../draft.ts';
import type { TransitionView } from '../lifecycle-view.ts';
import { startAction, testSignatures } from '../wording/acting.ts';
import { filledValues, LEFT_EMPTY, type FilledValue } from '../wording/filled-values.ts';
import { listed } from '../wording/gaps.ts';
import { withinLatency } from '../wording/limits.ts';
import { aliasOf } from './test-records.ts';
import { accountOf, actingAccount, observerOf, recordOf } from '../wording/test-names.ts';

/** The way to a situation as a tester goes it. */
export interface WayInWords {
  /** One sentence or two for each act of the tester, in order. */
  readonly sentences: readonly string[];
  readonly accounts: readonly Account[];
  readonly transitions: readonly TransitionView[];
  /** Some message has to be kept back on the way. */
  readonly keepsBack: boolean;
  /** What has not arrived at its end: `IF-002.HOLD to ERP`. */
  readonly heldBack: readonly HeldBack[];
}

/** A message that waits. */
export interface HeldBack {
  readonly interface: string;
  readonly to: string;
  /** `IF-002.HOLD`, or the interface alone. */
  readonly name: string;
}

/** An act of the tester with all that machines do before the next one. */
interface Act {
  readonly first: StoryStep;
  /** The plant's own step that begins it. */
  readonly step: Step | undefined;
  readonly machines: readonly StoryStep[];
}

/** Tells the story act by act; messages arrive in between as they do in it, and the others are kept back. */
export function wayInWords(plant: ComposedPlant, trace: Trace, context: DerivationContext): WayInWords {
  const accounts: Account[] = [];
  const transitions: TransitionView[] = [];
  const waiting: HeldBack[] = [];
  let keepsBack = false;
  const sentences = actsOf(plant, trace, context).map((act, place, all) => {
    for (const step of [act.first, ...act.machines]) {
      transitions.push(...viewsOf(step, context));
      for (const gone of [...(step.receives === undefined ? [] : [step.receives]), ...(step.discards ?? [])])
        remove(waiting, held(gone));
      waiting.push(...step.sends.map(held));
    }
    const said = actWords(act, plant.records, accounts, context);
    keepsBack ||= waiting.length > 0;
    const kept = waiting.length === 0 ? '' : ` Still kept back: ${heldWords(waiting)}.`;
    return `Way ${place + 1} of ${all.length}: ${said}${kept}`;
  });
  return { sentences, accounts, transitions, keepsBack, heldBack: waiting };
}

/** `IF-001 to MES and IF-002.HOLD to ERP`. */
export function heldWords(waiting: readonly HeldBack[]): string {
  return listed([...new Set(waiting.map(({ name, to }) => `${name} to ${to}`))]);
}

function held({ interface: id, message, to }: StoryMessage): HeldBack {
  return { interface: id, to, name: message === undefined ? id : `${id}.${message}` };
}

function remove(waiting: HeldBack[], gone: HeldBack): void {
  const at = waiting.findIndex(({ name, to }) => name === gone.name && to === gone.to);
  if (at >= 0) waiting.splice(at, 1);
}

/** A person, time or the outside begins an act; what machines do belongs to the act before. */
function actsOf(plant: ComposedPlant, trace: Trace, context: DerivationContext): readonly Act[] {
  const acts: { first: StoryStep; step: Step | undefined; machines: StoryStep[] }[] = [];
  for (const [index, step] of tellStory(context.model, plant, trace).steps.entries()) {
    const last = acts.at(-1);
    const machine = step.kind === 'delivery' || step.kind === 'automatic' || step.kind === 'recovery';
    if (machine && last !== undefined) last.machines.push(step);
    else acts.push({ first: step, step: plant.steps[trace.steps[index] ?? -1], machines: [] });
  }
  return acts;
}

function actWords(
  { first, step, machines }: Act,
  records: readonly PlantRecord[],
  accounts: Account[],
  context: DerivationContext,
): string {
  const prepared = [...new Set([first, ...machines].flatMap(({ assumed }) => assumed))].map((text) =>
    text.replace(/^fact: /u, '').replace(/^not so: fact: /u, 'not so: '),
  );
  const arriving = machines.flatMap(({ receives }) => (receives === undefined ? [] : [receives]));
  const before = prepared.length === 0 ? '' : `Prepare: ${prepared.join('; ')}. `;
  const arrival =
    arriving.length === 0
      ? ''
      : ` Let ${listed(arriving.map((message) => `${held(message).name} arrive in ${message.to}`))}.`;
  const within = withinLatency(
    arriving.map(({ interface: id }) => id),
    context,
    'letting the first of them through',
  );
  return `${before}${firstWords(first, step, records, accounts, context)}${arrival}${seen(first, machines, arriving.length === 0 ? '' : `${within}: `, records)}`;
}

function firstWords(
  step: StoryStep,
  own: Step | undefined,
  records: readonly PlantRecord[],
  accounts: Account[],
  context: DerivationContext,
): string {
  const [transition] = viewsOf(step, context);
  const record = records.find(({ name }) => name === step.record || `${own?.name ?? ''} `.includes(` about ${name} `));
  const named = (text: string): string =>
    transition === undefined || record === undefined
      ? text
      : text.replaceAll(recordOf(context.lifecycle(transition.lifecycle)), aliasOf(record));
  if (step.kind === 'person' && transition !== undefined) {
    const [role] = step.roles;
    const actor = role === undefined ? actingAccount(transition) : accountOf(role);
    accounts.push(actor);
    const signing = testSignatures(transition, actor, context);
    accounts.push(...signing.map(({ signer }) => signer));
    const signed = signing
      .map(({ signer, meaning }) => ` Sign as ${signer.account} with the meaning "${meaning}".`)
      .join('');
    const values = valuesEntered(step, transition, context);
    return named(`${startAction({ transition, way: 'person' }, actor, values, context)}${signed}`);
  }
  if (transition !== undefined && (step.kind === 'timed' || step.kind === 'automatic')) {
    const way = step.kind === 'timed' ? 'time' : 'automatic';
    return named(startAction({ transition, way }, observerOf(transition, context), [], context));
  }
  const interfaceName = step.receives === undefined ? (own?.interface ?? step.who) : held(step.receives).name;
  const about = record === undefined ? '' : ` about ${aliasOf(record)}`;
  const view = own?.interface === undefined ? undefined : context.interface(own.interface);
  const asks = own?.actions.every(({ kind }) => kind === 'copy') === true;
  if (asks && view !== undefined) return `Let ${view.from} ask over ${view.id}${about} and keep the answer.`;
  const values = Object.entries(own?.carries ?? {}).map(
    ([field, value]) => `${field} = ${value.split(' or ')[0] ?? value}`,
  );
  const carrying = values.length === 0 ? '' : `, with ${listed(values)}`;
  return `Send one ${interfaceName}${about} with the approved message tool${carrying}.`;
}

/** What the story enters; any other field gets the usual test value. */
function valuesEntered(
  step: StoryStep,
  transition: TransitionView,
  context: DerivationContext,
): readonly FilledValue[] {
  return filledValues(transition, context.model).map(({ field, value }) => {
    const [entered] = step.entered?.[field]?.split(' or ') ?? [];
    return { field, value: entered === undefined ? value : entered === 'empty' ? LEFT_EMPTY : entered };
  });
}

function seen(
  first: StoryStep,
  machines: readonly StoryStep[],
  within: string,
  records: readonly PlantRecord[],
): string {
  const changed = new Set([first, ...machines].flatMap((step) => step.changed));
  const last = machines.at(-1) ?? first;
  const words = last.after
    .filter(({ name }) => changed.has(name))
    .map(({ lifecycle, record, value }) => {
      const owner = records.find(({ name }) => name === record);
      const of = owner === undefined ? '' : ` of ${aliasOf(owner)}`;
      return value === ABSENT ? `there is no ${lifecycle}${of}` : `${lifecycle}${of} is ${value}`;
    });
  return words.length === 0 ? '' : ` ${within}${listed(words)}.`;
}

function viewsOf(step: StoryStep, context: DerivationContext): readonly TransitionView[] {
  return step.transitions.flatMap((id) => {
    const lifecycle = context.lifecycle(id.slice(0, id.indexOf('.')));
    return lifecycle?.transitions.find((transition) => transition.id === id) ?? [];
  });
}
