import type { Element } from '../../../model/element.ts';
import { TRUE } from '../../plant/simplify.ts';
import { entriesInto } from '../kinds/entries-into.ts';
import type { AskedObservation, ObservedWorld } from './observation-kind.ts';

/** Something becomes usable by a step that nobody signs, in a lifecycle whose other releases are signed. */
export function releasedWithoutSignature({ model, plant }: ObservedWorld): readonly AskedObservation[] {
  return model.ofKind('lifecycle').flatMap((lifecycle) => {
    const released = new Set(
      model
        .partsOf(lifecycle, 'state')
        .filter(({ attributes }) => attributes.class === 'released')
        .map(({ localId }) => localId),
    );
    const entries = entriesInto(model, lifecycle, released).map(({ transition }) => transition);
    if (!entries.some(isSigned)) return [];
    return entries
      .filter((transition) => !isSigned(transition))
      .map((transition): AskedObservation => {
        const steps = plant.steps.filter(({ transitions }) =>
          transitions.some(
            ({ id, from, to, lifecycle: of }) =>
              id === transition.id && (of !== lifecycle.id || (!released.has(from) && released.has(to))),
          ),
        );
        return {
          alike: transition.id,
          property: {
            kind: 'atStep',
            id: `released-without-signature ${transition.id}`,
            at: steps.map(({ id }) => ({ step: id, bad: TRUE })),
          },
          observation: {
            kind: 'released-without-signature',
            subject: transition.id,
            text: `${transition.id} brings ${lifecycle.id} into a released status, and nobody signs it; ${entries
              .filter(isSigned)
              .map(({ id }) => id)
              .join(', ')} ${entries.filter(isSigned).length === 1 ? 'is' : 'are'} signed.`,
          },
        };
      });
  });
}

function isSigned({ attributes }: Element<'transition'>): boolean {
  return (attributes.sign ?? []).length > 0;
}
