import { isCloserClock } from '../clock.ts';
import { isKeyOfNewSystem } from '../key-components.ts';
import { listed, named, shift } from '../wording.ts';
import { items } from '../values.ts';
import { isObject } from '../../../diff/comparable.ts';
import type { Strengthening } from './strengthening.ts';

/** A clock that must be closer, a number that never returns, and the key of records in a system that is new itself. */
export const clocksAndKeys: Strengthening = {
  claims: [
    { kinds: ['system'], paths: ['clock.maxDrift'] },
    { kinds: ['object'], paths: ['keys.*', 'keys.*.reusable'] },
  ],
  check(change, context) {
    const { after, path, from, to } = change;
    if (after.kind === 'object' && path.length === 2) {
      if (from !== undefined || !isKeyOfNewSystem(change, context)) return [];
      const fields = isObject(to) ? items(to['fields']) : [];
      const what = `${named(after)} has a key in ${path[1] ?? ''}, which is new itself: ${listed(fields)}.`;
      return [{ what, why: 'Nobody has named a record there by anything else; show that the key is unique.' }];
    }
    const stronger = after.kind === 'object' ? to === false : isCloserClock(change);
    return stronger ? [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }] : [];
  },
  examples: [
    {
      name: 'a clock that must be closer',
      before: `systems: {MES: {clock: {source: NTP, maxDrift: 5 s}}}`,
      after: `systems: {MES: {clock: {source: NTP, maxDrift: 2 s}}}`,
      expect: ['compatible M system:MES clock.maxDrift'],
    },
    {
      name: 'a number that never returns',
      before: `systems: {MES: {}}
objects: {lot: {keys: {MES: [nr]}}}`,
      after: `systems: {MES: {}}
objects: {lot: {keys: {MES: {fields: [nr], reusable: false}}}}`,
      expect: ['compatible M object:lot keys.MES.reusable'],
    },
    {
      name: 'the key of a new system',
      before: `systems: {MES: {}}
objects: {lot: {keys: {MES: [nr]}}}`,
      after: `systems: {MES: {}, LIMS: {}}
objects: {lot: {keys: {MES: [nr], LIMS: [sample]}}}`,
      expect: ['compatible M object:lot keys.LIMS'],
    },
    {
      name: 'a clock that may be further off, and a key in a system that was there',
      before: `systems: {MES: {clock: {maxDrift: 2 s}}, ERP: {}}
objects: {lot: {keys: {MES: {fields: [nr], reusable: true}}}}`,
      after: `systems: {MES: {clock: {maxDrift: 5 s}}, ERP: {}}
objects: {lot: {keys: {MES: [nr], ERP: [batch]}}}`,
      expect: [],
    },
  ],
};
