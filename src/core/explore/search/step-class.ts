import type { Step } from '../plant/composed-plant.ts';

/** It happens without a person: nobody has to remember it. */
export function isMachine({ kind }: Step): boolean {
  return kind === 'automatic' || kind === 'timed' || kind === 'delivery' || kind === 'recovery';
}

/** It may be part of an answer to something that happened: a fault never is. */
export function isAnswer({ kind }: Step): boolean {
  return kind !== 'fault';
}

/** It counts as a way out: no fault and no correction. */
export function isWayOut(step: Step): boolean {
  return isAnswer(step) && !step.correction;
}

/** It is possible wherever it seems to be: nothing of its guard is left open that a message really tells. */
export function isSure({ loosened }: Step): boolean {
  return loosened === undefined;
}

/** A way out that is sure. */
export function isSureWayOut(step: Step): boolean {
  return isWayOut(step) && isSure(step);
}

/** A part of an answer that is sure. */
export function isSureAnswer(step: Step): boolean {
  return isAnswer(step) && isSure(step);
}

/** What is lost for each question about ways when this step finds a full channel. */
export function blockedBits(step: Step): number {
  return (
    (isMachine(step) ? BLOCKED.machine : 0) |
    (isAnswer(step) ? BLOCKED.answer : 0) |
    (isWayOut(step) ? BLOCKED.wayOut : 0)
  );
}

/** Bits of `Ways.blocked`. */
export const BLOCKED = { machine: 1, answer: 2, wayOut: 4 } as const;
