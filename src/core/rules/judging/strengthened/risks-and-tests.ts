import { refusalVerdict } from '../negative-cases.ts';
import { testLevelVerdict } from '../test-level.ts';
import { items, without } from '../values.ts';
import { listed, named } from '../wording.ts';
import type { Strengthening } from './strengthening.ts';

/** A risk with one more control, a test of a higher level, a refusal that is tested. */
export const risksAndTests: Strengthening = {
  claims: [
    { kinds: ['risk'], paths: ['controls'] },
    { kinds: ['test'], paths: ['level', 'rigour'] },
    { kinds: ['transition'], paths: ['negative', 'notApplicable.negative'] },
  ],
  check(change, context) {
    const { after, from, to } = change;
    if (after.kind === 'test') return testLevelVerdict(change, 'raised');
    if (after.kind === 'transition') return refusalVerdict(change, context, 'gained');
    const gained = without(items(to), items(from));
    return gained.length === 0 ? [] : [{ what: `${named(after)} is now controlled by ${listed(gained)} as well.` }];
  },
  examples: [
    {
      name: 'one more control',
      before: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, controls: [MES]}}`,
      after: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, controls: [MES, ERP]}}`,
      expect: ['compatible M risk:R-1 controls'],
    },
    {
      name: 'run in PQ',
      before: `tests: {T-1: {level: OQ, steps: [{do: Enter 5, expect: 5 is shown}]}}`,
      after: `tests: {T-1: {level: PQ, steps: [{do: Enter 5, expect: 5 is shown}]}}`,
      expect: ['compatible M test:T-1 level'],
    },
    {
      name: 'the refusal is tested again',
      before: `lifecycles: {L: {states: {A: open, B: closed}, transitions: {T: {from: A, to: B, negative: false}}}}`,
      after: `lifecycles: {L: {states: {A: open, B: closed}, transitions: {T: {from: A, to: B}}}}`,
      expect: ['compatible M transition:L.T negative'],
    },
    {
      name: 'one control fewer, and a test in OQ only',
      before: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, controls: [MES, ERP]}}
tests: {T-1: {level: PQ, steps: [{do: Enter 5, expect: 5 is shown}]}}`,
      after: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, controls: [MES]}}
tests: {T-1: {level: OQ, steps: [{do: Enter 5, expect: 5 is shown}]}}`,
      expect: [],
    },
  ],
};
