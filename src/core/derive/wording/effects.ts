import type { DerivationContext } from '../derivation-context.ts';
import type { InterfaceTrigger } from '../interface-trigger.ts';
import type { InterfaceView } from '../interface-view.ts';
import type { Firing } from '../settled/settled-plant.ts';
import { listed } from './gaps.ts';
import { recordOf, systemOf } from './test-names.ts';

/** What the message does at its receivers, state by state: `LOT of TEST-LOT-1 in MES is OnHold`. Empty where nothing moves. */
export function receiverEffects(
  view: InterfaceView,
  trigger: InterfaceTrigger,
  context: DerivationContext,
): readonly string[] {
  const fired =
    trigger.sending?.outcome.consequences.filter(({ transition }) => view.to.includes(transition.system ?? '')) ?? [];
  return effectWords(fired, context);
}

/** The state in which each lifecycle ends. */
export function effectWords(fired: readonly Firing[], context: DerivationContext): readonly string[] {
  const last = new Map(fired.map((firing) => [firing.transition.lifecycle, firing]));
  return [...last.values()].map(({ transition, to }) => {
    const lifecycle = context.lifecycle(transition.lifecycle);
    return `${transition.lifecycle} of ${recordOf(lifecycle)} in ${systemOf(lifecycle)} is ${to}`;
  });
}

/** The effect in one phrase, or what is seen where no state moves. */
export function effectPhrase(view: InterfaceView, trigger: InterfaceTrigger, context: DerivationContext): string {
  const effects = receiverEffects(view, trigger, context);
  if (view.attributes.pattern === 'request-reply') return `${view.from} has one answer of ${listed(view.to)}`;
  return effects.length === 0
    ? `the values of ${view.id} for ${trigger.record} are in ${listed(view.to)}, once`
    : listed(effects);
}
