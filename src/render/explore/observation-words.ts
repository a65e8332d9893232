import type { Observation, ObservationKind } from '../../core/explore/verdict/exploration.ts';

const TITLES: Readonly<Record<ObservationKind, string>> = {
  deadlock: 'nothing can go on',
  'record-stuck': 'a record can never leave',
  'dead-step': 'a step that can never happen',
  'state-not-reached': 'a state that nothing reaches',
  'message-never-consumed': 'a message that nobody takes',
  'unexpected-message': 'a message that meets no step',
  'views-disagree': 'two systems that stay at odds',
  'released-without-signature': 'released without its signature',
  'vacuous-invariant': 'an invariant that says nothing',
};

/** `a step that can never happen (INV.T05)`. */
export function observationTitle({ kind, subject }: Pick<Observation, 'kind' | 'subject'>): string {
  return subject === '' ? TITLES[kind] : `${TITLES[kind]} (${subject})`;
}
