import { messageNeverConsumed } from './message-never-consumed.ts';
import type { AskedObservation, ObservedWorld } from './observation-kind.ts';
import { recordStuck } from './record-stuck.ts';
import { releasedWithoutSignature } from './released-without-signature.ts';
import { unexpectedMessage } from './unexpected-message.ts';
import { viewsDisagree } from './views-disagree.ts';

/** What is asked of every world without anybody having written it. */
export function askedObservations(world: ObservedWorld): readonly AskedObservation[] {
  return [messageNeverConsumed, recordStuck, releasedWithoutSignature, unexpectedMessage, viewsDisagree].flatMap(
    (ask) => ask(world),
  );
}
