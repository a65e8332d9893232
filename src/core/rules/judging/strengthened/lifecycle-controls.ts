import { compareDurations } from '../../../diff/exact-amount.ts';
import { signatureVerdict } from '../signatures.ts';
import { items, without } from '../values.ts';
import { listed, named, shift } from '../wording.ts';
import type { Strengthening } from './strengthening.ts';

const STEP = (more: string): string =>
  `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Blocked: held}, transitions: {T1: {from: QI, to: Blocked, by: QA${more}}}}}
roles: {QA: {}}`;
const LIMIT = (more: string): string =>
  `lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}, INV: {initial: QI, states: {QI: quarantine, Blocked: held}}}
invariants: {I1: {after: {LOT: Hold}, must: {INV: Blocked}${more}}}`;
const TRAINED = (documents: string): string => `documents: {SOP-1: {}, TRN-1: {}}
roles: {QA: {training: [${documents}]}}`;

/** A signature with more behind it, a reason that must be given, a status that travels sooner, a training that is needed. */
export const lifecycleControls: Strengthening = {
  claims: [
    { kinds: ['transition'], paths: ['sign', 'reason'] },
    { kinds: ['project'], paths: ['signatures.components', 'signatures.later'] },
    { kinds: ['invariant'], paths: ['within'] },
    { kinds: ['role'], paths: ['training'] },
  ],
  check(change, context) {
    const { after, path, from, to } = change;
    switch (path[0]) {
      case 'sign':
        return signatureVerdict(change, 'stronger', context);
      case 'reason':
        return to === true ? [{ what: `${named(after)} now asks for a reason.` }] : [];
      case 'signatures':
        return typeof from === 'number' && typeof to === 'number' && to > from
          ? [{ what: shift(`${named(after)}, authentication components (${path[1] ?? ''})`, from, to) }]
          : [];
      case 'within': {
        const shorter = typeof from === 'string' && typeof to === 'string' && compareDurations(from, to) === 1;
        return shorter || from === undefined ? [{ what: shift(`${named(after)}, time limit`, from, to) }] : [];
      }
      default: {
        const come = without(items(to), items(from));
        return come.length === 0 ? [] : [{ what: `${named(after)} now also needs training on ${listed(come)}.` }];
      }
    }
  },
  examples: [
    {
      name: 'a reason must be given',
      before: STEP(''),
      after: STEP(', reason: true'),
      expect: ['compatible M transition:INV.T1 reason'],
    },
    {
      name: 'one authentication component more',
      before: STEP(', sign: {meaning: Held, components: 1}'),
      after: STEP(', sign: {meaning: Held, components: 2}'),
      expect: ['compatible M transition:INV.T1 sign'],
    },
    {
      name: 'the status must travel sooner',
      before: LIMIT(', within: 1 h'),
      after: LIMIT(', within: 15 min'),
      expect: ['compatible M invariant:I1 within'],
    },
    {
      name: 'one more training is needed',
      before: TRAINED('SOP-1'),
      after: TRAINED('SOP-1, TRN-1'),
      expect: ['compatible M role:QA training'],
    },
    {
      name: 'components are declared for the first time: more or fewer than before, nobody knows',
      before: STEP(', sign: {meaning: Held}'),
      after: STEP(', sign: {meaning: Held, components: 1}'),
      expect: [],
    },
    {
      name: 'a reason need not be given any more',
      before: STEP(', reason: true'),
      after: STEP(''),
      expect: [],
    },
  ],
};
