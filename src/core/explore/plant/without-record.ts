import type { ComposedPlant, Step } from './composed-plant.ts';

/** Whether the step would make a record of which the bounds leave none: it is never taken, and where it is met the bound was reached. */
export function isWithoutRecord({ channels }: Pick<ComposedPlant, 'channels'>, { actions }: Step): boolean {
  return actions.some((action) => action.kind === 'send' && channels[action.channel]?.runsOutOf !== undefined);
}

/** Channels among these that are lines of messages. */
export function linesAmong({ channels }: Pick<ComposedPlant, 'channels'>, some: readonly number[]): readonly number[] {
  return some.filter((channel) => channels[channel]?.runsOutOf === undefined);
}

/** Objects of which no record was left, where these channels were found full; sorted as the channels are. */
export function objectsLacking(
  { channels }: Pick<ComposedPlant, 'channels'>,
  some: readonly number[],
): readonly string[] {
  return some.flatMap((channel) => channels[channel]?.runsOutOf ?? []);
}
