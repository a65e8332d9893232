import { plantWithMessages } from '../plant/with-messages.ts';
import type { Composition } from './composition.ts';

/** The same composition with room for so many messages in each channel. */
export function compositionWithMessages(composition: Composition, messages: number): Composition {
  const plant = plantWithMessages(composition.plant, messages);
  return plant === composition.plant ? composition : { ...composition, plant };
}
