import { commonClaims } from '../common-attributes.ts';
import { items, without } from '../values.ts';
import { scopeMove } from '../list-move.ts';
import { isJudgedElsewhere, NOT_APPLICABLE_CLAIMS } from '../not-applicable.ts';
import { plainShift } from '../plain-shift.ts';
import { listed, named } from '../wording.ts';
import type { Strengthening } from './strengthening.ts';

/** A clause that is pointed to, something that is asked for again, a statement that nobody uses a thing that is taken back, a waiver for fewer product lines. */
export const commonAttributes: Strengthening = {
  claims: [...commonClaims('refs', 'consumers'), { kinds: ['waiver'], paths: ['lines'] }, ...NOT_APPLICABLE_CLAIMS],
  check(change) {
    const { after, path, from, to } = change;
    if (path[0] === 'refs') {
      const gained = without(items(to), items(from));
      return gained.length === 0 ? [] : [{ what: `${named(after)} now also refers to ${listed(gained)}.` }];
    }
    if (path.at(-2) === 'notApplicable')
      return to === undefined && !isJudgedElsewhere(change) ? [{ what: plainShift(change) }] : [];
    if (path[0] === 'consumers') return to === undefined ? [{ what: plainShift(change) }] : [];
    return scopeMove(from, to).lost ? [{ what: plainShift(change) }] : [];
  },
  examples: [
    {
      name: 'one more clause, and consumers are possible again',
      before: `systems: {MES: {consumers: none}}`,
      after: `systems: {MES: {refs: [D211-188]}}`,
      expect: ['compatible M system:MES consumers', 'compatible M system:MES refs'],
    },
    {
      name: 'asked for again',
      before: `systems: {MES: {supplier: {notApplicable: Written by ourselves}}}`,
      after: `systems: {MES: {}}`,
      expect: ['compatible M system:MES notApplicable.supplier'],
    },
    {
      name: 'a waiver for one line instead of all',
      before: `package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
systems: {MES: {}}
waivers: {W-1: {rule: state-dead-end, element: MES, finding: "h1:0", reason: Known, expires: 2026-12-31}}`,
      after: `package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
systems: {MES: {}}
waivers: {W-1: {lines: [A], rule: state-dead-end, element: MES, finding: "h1:0", reason: Known, expires: 2026-12-31}}`,
      expect: ['compatible M waiver:W-1 lines'],
    },
    {
      name: 'one clause fewer, and consumers denied',
      before: `systems: {MES: {refs: [D211-188]}}`,
      after: `systems: {MES: {consumers: none}}`,
      expect: [],
    },
  ],
};
