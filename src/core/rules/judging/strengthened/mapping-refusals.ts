import { onErrorVerdict } from '../mapped-writing.ts';
import type { Strengthening } from './strengthening.ts';

/** A step that fails, or a value that is too long, is now refused. */
export const mappingRefusals: Strengthening = {
  claims: [{ kinds: ['mapping', 'reply'], paths: ['onError', 'tooLong'] }],
  check: (change) => onErrorVerdict(change, 'stronger'),
  examples: [
    {
      name: 'refused instead of left out',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, onError: skip}}}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, onError: reject}}}}`,
      expect: ['compatible M mapping:IF-1.nr onError'],
    },
    {
      name: 'refused instead of cut',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, length: 10, tooLong: truncate}}}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, length: 10, tooLong: reject}}}}`,
      expect: ['compatible M mapping:IF-1.nr tooLong'],
    },
    {
      name: 'declared that it is passed on as it is',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no}}}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, onError: raw}}}}`,
      expect: [],
    },
  ],
};
