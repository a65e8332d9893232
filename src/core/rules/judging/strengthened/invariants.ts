import { INVARIANT_CLAIMS, invariantVerdict } from '../invariant-strength.ts';
import type { Strengthening } from './strengthening.ts';

const PLANT = (invariant: string): string =>
  `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed}, T2: {from: Review, to: Closed}}}}
invariants: {I1: {${invariant}}}`;

/** An invariant that forbids all that it forbade, and more. */
export const invariants: Strengthening = {
  claims: INVARIANT_CLAIMS,
  check: (change, context) => invariantVerdict(change, context, 'stronger'),
  examples: [
    {
      name: 'one more state is forbidden',
      before: PLANT('never: {NCR: Open}'),
      after: PLANT('never: {NCR: [Open, Review]}'),
      expect: ['compatible M invariant:I1 never'],
    },
    {
      name: 'fewer steps may enter, each signed',
      before: PLANT('gate: {NCR: Closed}, only: [NCR.T1, NCR.T2]'),
      after: PLANT('gate: {NCR: Closed}, only: [NCR.T1], signed: true'),
      expect: ['compatible M invariant:I1 only', 'compatible M invariant:I1 signed'],
    },
    {
      name: 'one more step is watched, and asks for less',
      before: PLANT('step: [NCR.T1], requires: {NCR: Open}'),
      after: PLANT('step: [NCR.T1, NCR.T2], requires: {NCR: [Open, Review]}'),
      expect: ['compatible M invariant:I1 step'],
    },
    {
      name: 'in every situation, not only once nothing is on its way',
      before: PLANT('never: {NCR: Open}, once: settled'),
      after: PLANT('never: {NCR: Open}'),
      expect: ['compatible M invariant:I1 once'],
    },
    {
      name: 'something else is forbidden',
      before: PLANT('never: {NCR: Open}'),
      after: PLANT('never: {NCR: Review}'),
      expect: [],
    },
  ],
};
