import { compareText } from '../../diagnostics/order.ts';
import { jsonText } from '../../diff/comparable.ts';
import type { Json } from '../../language/canonical.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { backward, forward } from './compared-revisions.ts';
import type { ComparedRevisions } from './compared-revisions.ts';
import { elementContent } from './element-content.ts';
import { ABSENT, reaches, stateGraph } from './state-graph.ts';
import type { StateGraph, Step } from './state-graph.ts';
import { meaningsOf, stepControls } from './step-controls.ts';
import type { StepControl } from './step-controls.ts';
import { without } from './values.ts';
import { listed, named } from './wording.ts';

/**
 * Usable and final states of a lifecycle that base reaches only past a control, and head without it. A control is a state, a
 * signature or a condition. A step that is in both revisions keeps its controls for this purpose, whatever became of them:
 * rules about signatures and conditions judge that; here only new ways count. A usable state that is new is held to the
 * controls that every usable state of base has.
 */
export function bypasses(context: ChangeContext): readonly Verdict[] {
  const revisions = forward(context);
  return touchedLifecycles(context).flatMap(([before, after]) =>
    lostControls(before, after, revisions).map(({ origin, target, hold, lost, ways }) => ({
      what: `${named(target)} can now be reached${from(hold)} without ${listed(lost)}, by ${listed(wayNames(ways))}.`,
      ...(origin === undefined ? {} : { before: origin }),
      after: target,
      values: { from: controlNames(lost, hold), to: wayNames(ways) },
      identity: wayContents(ways, revisions),
      partial: true,
    })),
  );
}

/** The reverse: states that head reaches only past a control that base had a way around. */
export function closedBypasses(context: ChangeContext): readonly Verdict[] {
  const revisions = backward(context);
  return touchedLifecycles(context).flatMap(([before, after]) =>
    lostControls(after, before, revisions).flatMap(({ origin, target, hold, lost, ways }): readonly Verdict[] => {
      if (origin === undefined) return [];
      return [
        {
          what: `${named(origin)} can no longer be reached${from(hold)} without ${listed(lost)}.`,
          before: target,
          after: origin,
          values: { from: wayNames(ways), to: controlNames(lost, hold) },
          identity: wayContents(ways, revisions),
          partial: true,
        },
      ];
    }),
  );
}

function from(hold: string | undefined): string {
  return hold === undefined ? '' : ` from ${hold}`;
}

function controlNames(lost: readonly string[], hold: string | undefined): readonly string[] {
  return hold === undefined ? lost : lost.map((control) => `from ${hold}: ${control}`);
}

/** `STOCK.S2, sent by MLOT.M3`. */
function wayNames(ways: readonly Step[]): readonly string[] {
  const names = ways.map(({ transition, senders }) =>
    senders.length === 0 ? transition.id : `${transition.id} (sent by ${senders.map(({ id }) => id).join(', ')})`,
  );
  return [...new Set(names)].toSorted(compareText);
}

/** All that the steps of a way say: who accepts this way has not accepted another one of that name. */
function wayContents(ways: readonly Step[], { is }: ComparedRevisions): Json {
  const contents = ways.map(({ from: source, to, transition, senders }): Json => [
    source,
    to,
    ...[transition, ...senders].map((step): Json => [step.id, elementContent(step, is)]),
  ]);
  return contents.toSorted((a, b) => compareText(jsonText(a), jsonText(b)));
}

/** Lifecycles of both revisions of which anything differs, or of which any step creates records in some. */
function touchedLifecycles({
  diff,
  base,
  head,
  inHead,
}: ChangeContext): readonly (readonly [Element<'lifecycle'>, Element<'lifecycle'>])[] {
  const touched = new Set<string>();
  let everywhere = false;
  let messages = false;
  for (const delta of diff.deltas) {
    const elements = [
      ...(delta.action === 'added' ? [] : [delta.before]),
      ...(delta.action === 'removed' ? [] : [delta.after]),
    ];
    for (const element of elements) {
      touched.add(element.kind === 'lifecycle' ? element.key : (element.parent ?? ''));
      const { attributes, kind } = element;
      if (kind === 'lifecycle' && delta.action !== 'changed') everywhere = true;
      if (kind === 'transition' && (attributes as Element<'transition'>['attributes']).creates !== undefined)
        everywhere = true;
      if (kind === 'transition' && (attributes as Element<'transition'>['attributes']).emits !== undefined)
        messages = true;
    }
  }
  // What sends a message is a step on the way of those lifecycles that take it.
  const takes = (lifecycle: Element<'lifecycle'>, model: SpecModel): boolean =>
    messages && model.partsOf(lifecycle, 'transition').some(({ attributes }) => attributes.receives !== undefined);
  return base.ofKind('lifecycle').flatMap((before) => {
    const after = inHead(before) as Element<'lifecycle'> | undefined;
    if (after === undefined) return [];
    const concerned = touched.has(before.key) || touched.has(after.key) || takes(before, base) || takes(after, head);
    return everywhere || concerned ? [[before, after] as const] : [];
  });
}

interface LostControls {
  /** The state where it was controlled; undefined for a new one. */
  readonly origin: Element<'state'> | undefined;
  readonly target: Element<'state'>;
  /** The held state from which the way starts; undefined = from where records begin. */
  readonly hold: string | undefined;
  readonly lost: readonly string[];
  /** The new steps by which the state is reached without them. */
  readonly ways: readonly Step[];
}

/** A control that is lost, and the steps by which it is avoided. */
interface LostControl {
  readonly what: string;
  readonly ways: readonly Step[];
}

function lostControls(
  before: Element<'lifecycle'>,
  after: Element<'lifecycle'>,
  revisions: ComparedRevisions,
): readonly LostControls[] {
  const was = stateGraph(before, revisions.was);
  const is = stateGraph(after, revisions.is);
  const isNew = newWays(was, is, revisions);
  if (isNew === undefined) return [];
  return is.states.flatMap((target): readonly LostControls[] => {
    const origin = revisions.inWas(target) as Element<'state'> | undefined;
    const origins = isGated(target) ? originsOf(target, origin, was) : [];
    const told = (hold: string | undefined, found: readonly LostControl[]): readonly LostControls[] => {
      if (found.length === 0) return [];
      const steps = [...new Set(found.flatMap(({ ways }) => ways))];
      const added = steps.filter(isNew);
      return [{ origin, target, hold, lost: found.map(({ what }) => what), ways: added.length === 0 ? steps : added }];
    };
    const found = [
      ...lostStates(was, is, origins, target, revisions),
      ...lostSteps(was, is, origins, target, revisions),
    ];
    const known = new Set(found.map(({ what }) => what));
    // A hold is lifted past the controls of its own ways out, wherever records begin.
    const holds = target.attributes.class === 'released' ? heldInBoth(was, is, revisions) : [];
    const lifted = holds.flatMap(({ old, now }) => {
      const [wasFrom, isFrom] = [
        { ...was, start: [old] },
        { ...is, start: [now] },
      ];
      const reached = origins.filter(({ localId }) => reaches(wasFrom, localId, () => true));
      const lost = lostSteps(wasFrom, isFrom, reached, target, revisions).filter(({ what }) => !known.has(what));
      return told(now, lost);
    });
    return [...told(undefined, found), ...lifted];
  });
}

/** States of both revisions in which a record is held. */
function heldInBoth(
  was: StateGraph,
  is: StateGraph,
  { inWas }: ComparedRevisions,
): readonly { readonly old: string; readonly now: string }[] {
  return is.states.flatMap((state) => {
    const old = inWas(state) as Element<'state'> | undefined;
    if (old === undefined || state.attributes.class !== 'held' || old.attributes.class !== 'held') return [];
    return was.states.includes(old) ? [{ old: old.localId, now: state.localId }] : [];
  });
}

/**
 * Which steps lead where none did, or are started by what did not start them; undefined where there is none and records begin
 * where they did: then every way is an old one, with its controls.
 */
function newWays(was: StateGraph, is: StateGraph, { inIs }: ComparedRevisions): ((step: Step) => boolean) | undefined {
  const names = new Map([
    [ABSENT, ABSENT],
    ...was.states.map((state) => [state.localId, inIs(state)?.localId ?? ''] as const),
  ]);
  const known = new Set(
    was.steps.map(({ from: source, to, transition, senders }) =>
      wayKey(
        names.get(source),
        names.get(to),
        [transition, ...senders].map((step) => inIs(step)?.id),
      ),
    ),
  );
  const isNew = ({ from: source, to, transition, senders }: Step): boolean =>
    !known.has(
      wayKey(
        source,
        to,
        [transition, ...senders].map(({ id }) => id),
      ),
    );
  const starts = new Set(was.start.map((name) => names.get(name)));
  return is.start.some((name) => !starts.has(name)) || is.steps.some(isNew) ? isNew : undefined;
}

function wayKey(source: string | undefined, to: string | undefined, steps: readonly (string | undefined)[]): string {
  return `${source} ${to} ${steps.join(' ')}`;
}

/** Steps that lie on a way to the state and are allowed. */
function stepsOnTheWay(graph: StateGraph, target: string, allowed: (step: Step) => boolean): readonly Step[] {
  const steps = graph.steps.filter(allowed);
  const ahead = new Set(graph.start);
  for (const state of ahead) for (const step of steps) if (step.from === state) ahead.add(step.to);
  const back = new Set([target]);
  for (const state of back) for (const step of steps) if (step.to === state) back.add(step.from);
  return steps.filter((step) => ahead.has(step.from) && back.has(step.to));
}

/** The states of base whose controls the target must have: itself, or, of a new usable state, every usable one. */
function originsOf(
  target: Element<'state'>,
  origin: Element<'state'> | undefined,
  was: StateGraph,
): readonly Element<'state'>[] {
  const candidates =
    origin !== undefined
      ? [origin].filter(isGated)
      : target.attributes.class === 'released'
        ? was.states.filter(({ attributes }) => attributes.class === 'released')
        : [];
  return candidates.filter(({ localId }) => reaches(was, localId, () => true));
}

function isGated({ attributes }: Element<'state'>): boolean {
  return attributes.class === 'released' || attributes.class === 'closed' || attributes.class === 'terminal';
}

function lostStates(
  was: StateGraph,
  is: StateGraph,
  origins: readonly Element<'state'>[],
  target: Element<'state'>,
  { inIs }: ComparedRevisions,
): readonly LostControl[] {
  return was.states.flatMap((state): readonly LostControl[] => {
    const now = inIs(state);
    const isOrigin = origins.some(({ localId }) => localId === state.localId);
    if (origins.length === 0 || isOrigin || was.start.includes(state.localId)) return [];
    if (!controls(was, origins, ({ from, to }) => from !== state.localId && to !== state.localId)) return [];
    const around = (step: Step): boolean => step.from !== now?.localId && step.to !== now?.localId;
    if (!reaches(is, target.localId, around)) return [];
    const what = `passing through ${now?.localId ?? state.localId}`;
    return [{ what, ways: stepsOnTheWay(is, target.localId, around) }];
  });
}

function lostSteps(
  was: StateGraph,
  is: StateGraph,
  origins: readonly Element<'state'>[],
  target: Element<'state'>,
  revisions: ComparedRevisions,
): readonly LostControl[] {
  if (origins.length === 0) return [];
  const found = stepControls(was, revisions).flatMap((control) => {
    const carries = (content: Element<'transition'>['attributes']): boolean => control.has(content);
    const carriers = stepsWith(was, (transition) => carries(revisions.contentOf(transition, revisions.was)));
    if (!controls(was, origins, (step) => !carriers.has(step))) return [];
    const controlled = controlledSteps(control, is, was, carriers, revisions);
    const around = (step: Step): boolean => !controlled.has(step);
    return reaches(is, target.localId, around) ? [{ control, ways: stepsOnTheWay(is, target.localId, around) }] : [];
  });
  return found
    .filter(
      ({ control: { kind, which } }) =>
        which === 'this' || !found.some(({ control }) => control.kind === kind && control.which === 'this'),
    )
    .map(({ control: { what }, ways }) => ({ what, ways }));
}

/**
 * Steps that count as carrying the control: they do, they did in the other revision, or sign by its new name. So does one that
 * sends the message which starts them; where nobody sends it any more, nothing is lost by that.
 */
function controlledSteps(
  control: StepControl,
  is: StateGraph,
  was: StateGraph,
  carriers: ReadonlySet<Step>,
  { contentOf, inWas, was: wasModel, is: isModel }: ComparedRevisions,
): ReadonlySet<Step> {
  const earlier = (transition: Element<'transition'>): Element<'transition'>['attributes'] | undefined => {
    const before = inWas(transition) as Element<'transition'> | undefined;
    return before === undefined ? undefined : contentOf(before, wasModel);
  };
  const all = new Set(is.steps.flatMap(({ transition, senders }) => [transition, ...senders]));
  const newNames = new Set(
    [...all].flatMap((transition) => {
      const before = earlier(transition);
      const now = contentOf(transition, isModel);
      if (control.kind !== 'signature' || before === undefined || !control.has(before) || control.has(now)) return [];
      return without(meaningsOf(now), meaningsOf(before));
    }),
  );
  const carrying = stepsWith(is, (transition) => {
    const before = earlier(transition);
    const now = contentOf(transition, isModel);
    return (
      control.has(now) ||
      (before !== undefined && control.has(before)) ||
      meaningsOf(now).some((name) => newNames.has(name))
    );
  });
  const unsent = is.steps.filter(({ transition, senders }) => {
    if (senders.length > 0 || transition.attributes.receives === undefined) return false;
    const before = was.steps.filter((step) => step.transition === inWas(transition));
    return before.length > 0 && before.every((step) => step.senders.length > 0 && carriers.has(step));
  });
  return new Set([...carrying, ...unsent]);
}

/** Steps that carry something themselves or by whoever sends their message; each transition is asked once, however often it stands. */
function stepsWith({ steps }: StateGraph, has: (transition: Element<'transition'>) => boolean): ReadonlySet<Step> {
  const asked = new Map<Element, boolean>();
  const ask = (transition: Element<'transition'>): boolean => {
    const known = asked.get(transition) ?? has(transition);
    asked.set(transition, known);
    return known;
  };
  return new Set(steps.filter(({ transition, senders }) => [transition, ...senders].some(ask)));
}

/** Whether no way to these states avoids the control; `avoids` = the steps that do. */
function controls(was: StateGraph, origins: readonly Element<'state'>[], avoids: (step: Step) => boolean): boolean {
  return origins.every(({ localId }) => !reaches(was, localId, avoids));
}
