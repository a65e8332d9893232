import type { Change } from '../../../diff/delta.ts';
import { demand } from '../demanded.ts';
import { isTypedNoMore } from '../typed.ts';
import { plainShift } from '../plain-shift.ts';
import { isPermissiveForSet } from '../unknown-states.ts';
import type { Strengthening } from './strengthening.ts';

const STEPS = (state: string, step: string): string =>
  `lifecycles: {L: {initial: A, states: {A: active, B: {class: held${state}}}, transitions: {T: {from: A, to: B${step}}}}}`;

/**
 * What is looked at again: a thing that is material, a state that must be left, a step that is no correction, a value that nobody types or that the
 * sender always fills, an unknown state that is stopped.
 */
export const markings: Strengthening = {
  claims: [
    { kinds: ['object'], paths: ['material'] },
    { kinds: ['state'], paths: ['resting'] },
    { kinds: ['transition'], paths: ['correction'] },
    { kinds: ['field'], paths: ['capture'] },
    { kinds: ['mapping', 'reply'], paths: ['source.required'] },
    { kinds: ['set'], paths: ['unknown'] },
  ],
  check: (change) => (isChecked(change) ? [{ what: plainShift(change) }] : []),
  examples: [
    {
      name: 'a thing, and a value that is scanned',
      before: `objects: {lot: {fields: {nr: {type: string, capture: manual}}}}`,
      after: `objects: {lot: {material: true, fields: {nr: {type: string, capture: scanned}}}}`,
      expect: ['compatible M field:lot.nr capture', 'compatible M object:lot material'],
    },
    {
      name: 'a state that must be left, and a step that is no correction',
      before: STEPS(', resting: true', ', correction: true'),
      after: STEPS('', ''),
      expect: ['compatible M state:L.B resting', 'compatible M transition:L.T correction'],
    },
    {
      name: 'the sender always fills it, and an unknown state blocks',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {}}}}
lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}}}
sets: {S: {of: NCR, effect: blocks, members: [Open]}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {source: {required: true}}}}}
lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}}}
sets: {S: {of: NCR, effect: blocks, members: [Open], unknown: in}}`,
      expect: ['compatible M mapping:IF-1.nr source.required', 'compatible M set:S unknown'],
    },
    {
      name: 'a state in which records may stay',
      before: STEPS('', ''),
      after: STEPS(', resting: true', ''),
      expect: [],
    },
  ],
};

function isChecked(change: Change): boolean {
  const { after, path, from, to } = change;
  switch (path[0]) {
    case 'capture':
      return isTypedNoMore(change);
    case 'material':
      return to === true;
    case 'source':
      return demand(to) > demand(from);
    case 'unknown':
      return from === undefined && !isPermissiveForSet(after, to);
    default:
      return to !== true;
  }
}
