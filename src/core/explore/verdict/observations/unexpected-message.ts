import type { Step } from '../../plant/composed-plant.ts';
import { TRUE } from '../../plant/simplify.ts';
import type { AskedObservation, ObservedWorld } from './observation-kind.ts';

/** A message that arrives where no step receives it: ignored, as declared, or an error. */
export function unexpectedMessage({ plant }: ObservedWorld): readonly AskedObservation[] {
  const groups = new Map<string, { readonly first: Step; readonly steps: number[] }>();
  for (const step of plant.steps) {
    if (step.outcome !== 'ignored' && step.outcome !== 'error') continue;
    if (step.channel === undefined) continue;
    const key = `${step.outcome} ${messageName(plant, step)} ${plant.channels[step.channel]?.receiver ?? ''}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { first: step, steps: [step.id] });
    else known.steps.push(step.id);
  }
  return [...groups.values()].map(({ first, steps }) => {
    const name = messageName(plant, first);
    const receiver = plant.channels[first.channel ?? -1]?.receiver ?? '';
    const then =
      first.outcome === 'ignored'
        ? 'it is ignored, as the interface declares'
        : 'that is an error, and the interface declares no other way';
    return {
      alike: `${name} to ${receiver} ${first.outcome ?? ''}`,
      property: {
        kind: 'atStep',
        id: `unexpected-message ${name} ${receiver} ${first.outcome ?? ''}`,
        at: steps.map((step) => ({ step, bad: TRUE })),
      },
      observation: {
        kind: 'unexpected-message',
        subject: name,
        text: `${name} can arrive in ${receiver} where no step receives it: ${then}.`,
      },
    };
  });
}

/** `IF-002.HOLD`, or the interface where its messages have no names. */
function messageName(plant: ObservedWorld['plant'], step: Step): string {
  const channel = plant.channels[step.channel ?? -1];
  const message = channel?.messages[(step.message ?? 0) - 1]?.message;
  return `${channel?.interface ?? step.interface ?? ''}${message === undefined ? '' : `.${message}`}`;
}
