import { all, not } from '../../plant/simplify.ts';
import type { AskedObservation, ObservedWorld } from './observation-kind.ts';

/** A message that can wait for ever: from some state on, no way leads to where it is gone. */
export function messageNeverConsumed({ plant }: ObservedWorld): readonly AskedObservation[] {
  return plant.channels.flatMap((channel, index) => {
    const waiting = { kind: 'waiting', channel: index } as const;
    return [
      {
        alike: `${channel.interface} to ${channel.receiver}`,
        property: {
          kind: 'possible',
          id: `message-never-consumed ${channel.name}`,
          from: all(waiting),
          goal: not(waiting),
        },
        observation: {
          kind: 'message-never-consumed',
          subject: channel.interface,
          text: `Messages of ${channel.name} can wait for ever: from some moment on no way leads to where none is left, unless by a fault or a correction.`,
        },
      },
    ];
  });
}
