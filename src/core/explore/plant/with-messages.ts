import type { ComposedPlant } from './composed-plant.ts';

/** The same plant with room for so many messages in each channel: nothing else of it depends on that. */
export function plantWithMessages(plant: ComposedPlant, messages: number): ComposedPlant {
  if (plant.bounds.messages === messages) return plant;
  return {
    ...plant,
    channels: plant.channels.map((channel) =>
      channel.runsOutOf === undefined ? { ...channel, capacity: messages } : channel,
    ),
    bounds: { ...plant.bounds, messages },
  };
}
