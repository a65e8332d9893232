import type { Condition, StatePattern } from '../../language/condition.ts';
import { partsOf } from '../../model/condition/normal-form.ts';
import { elementKey } from '../../model/element.ts';
import type { Element, ElementKey } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { oneHigher } from '../judging/raw-finding.ts';
import { defineAdjustment, keysOf } from './adjustment.ts';

type StateClass = Element<'state'>['attributes']['class'];

const LOCKED: ReadonlySet<StateClass> = new Set(['held', 'quarantine']);
const DONE: ReadonlySet<StateClass> = new Set(['released', 'closed', 'terminal']);

/** What says why a thing is so, or whose it is, changes nothing of what the step does. */
const DESCRIPTIVE: ReadonlySet<string> = new Set(['rationale', 'refs', 'satisfies', 'owner', 'lines']);

/**
 * A1. What a step does for release is told by the classes of its states, never by its name: it enters a released state, leaves
 * a held state or quarantine, puts on hold, or reopens what was released or closed. Sets that its conditions count by, and
 * interfaces over which they ask, belong to it.
 */
export const gatedStep = defineAdjustment({
  id: 'A1',
  purpose:
    'Raises by one what touches a step that releases, holds, lifts a hold or reopens, or what its conditions rest on.',
  lowers: false,
  prepare({ base, head }) {
    const reasons = new Map([...gated(base), ...gated(head)]);
    return (raw) => {
      const { risk, attribute } = raw.finding;
      if (DESCRIPTIVE.has(attribute)) return undefined;
      const reason = keysOf(raw)
        .map((key) => reasons.get(key))
        .find((text) => text !== undefined);
      if (reason === undefined || risk === undefined) return undefined;
      // What makes a control stronger, or only adds to what is there, is no reason to stop.
      return { risk: oneHigher(risk, raw.finding.class === 'compatible' ? 'M' : 'C'), reason };
    };
  },
});

const GATED = new WeakMap<SpecModel, ReadonlyMap<ElementKey, string>>();

/** Element → why it belongs to a gated step. */
export function gated(model: SpecModel): ReadonlyMap<ElementKey, string> {
  const known = GATED.get(model);
  if (known !== undefined) return known;
  const reasons = new Map<ElementKey, string>();
  GATED.set(model, reasons);
  for (const transition of model.ofKind('transition')) {
    const act = actOf(transition, model);
    if (act === undefined) continue;
    reasons.set(transition.key, `${transition.id} ${act}`);
    const { when, procedure, receives } = transition.attributes;
    for (const condition of [when, procedure, receives]) {
      if (condition === undefined || !('kind' in condition)) continue;
      for (const key of usedBy(condition)) {
        if (!reasons.has(key)) reasons.set(key, `the condition of ${transition.id} uses it, which ${act}`);
      }
    }
  }
  return reasons;
}

function actOf(transition: Element<'transition'>, model: SpecModel): string | undefined {
  const lifecycle = transition.parent === undefined ? undefined : model.elements.get(transition.parent);
  const { from, to } = transition.attributes;
  if (lifecycle === undefined || to === 'same') return undefined;
  const classOf = (state: string): StateClass => model.get('state', `${lifecycle.id}.${state}`)?.attributes.class;
  const states = model.partsOf(lifecycle, 'state').map(({ localId }) => localId);
  const sources = from.flatMap((name) => (name === 'any' ? states : [name])).map(classOf);
  const targets = (typeof to === 'string' ? [to] : to.last).map(classOf);
  if (targets.includes('released')) return 'leads into a released state';
  if (targets.includes('held')) return 'puts on hold';
  if (sources.some((state) => LOCKED.has(state))) return 'leads out of a held or quarantined state';
  const reopens = sources.some((state) => DONE.has(state)) && !targets.some((state) => DONE.has(state));
  return reopens ? 'reopens what was decided' : undefined;
}

/** Sets and queried interfaces anywhere in a condition. */
function* usedBy(condition: Condition): Generator<ElementKey> {
  if (condition.kind === 'status') yield* setsOf(condition.states);
  if (condition.kind === 'read' && condition.from === 'query') yield elementKey('interface', condition.interface);
  for (const part of partsOf(condition)) yield* usedBy(part);
}

function* setsOf(pattern: StatePattern): Generator<ElementKey> {
  if (pattern.kind === 'set') yield elementKey('set', pattern.set);
  if (pattern.kind === 'not') yield* setsOf(pattern.of);
}
