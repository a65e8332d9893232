import { defineChangeRule } from '../change-rule.ts';
import { isBlockingTarget, isUsableTarget } from '../judging/usability.ts';
import { named } from '../judging/wording.ts';

/** Reports a code that is mapped to another one. */
export const valueMapEntryRetargeted = defineChangeRule({
  id: 'value-map-entry-retargeted',
  family: 'codes',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-COD', 'OQ-SYN', 'PQ-E2E'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a code that is mapped to another one.',
  why: 'Status or reason arrives with a different meaning.',
  fix: 'Have the owners of both sides confirm the new meaning, and say what holds for records already sent.',
  mirror: { self: true },
  core: true,
  claims: [{ kinds: ['value-map'], paths: ['map.*'] }],
  check(change, { base, head }) {
    const { before, after, path, from, to } = change;
    if (typeof from !== 'string' || typeof to !== 'string') return [];
    const what = `${named(after)}, ${path[1] ?? ''}: ${from} → ${to}.`;
    const freed = isBlockingTarget(before, from, base) && isUsableTarget(after, to, head);
    return [freed ? { what, raise: { risk: 'C', reason: `${from} blocks and ${to} makes usable` } } : { what }];
  },
  examples: [
    {
      name: 'blocking becomes usable',
      before: `codes: {CL: {values: {A: {trait: blocking}, B: {}}}, CLX: {values: {X: {trait: blocking}, Z: {trait: usable}}}}
valueMaps: {VM: {from: CL, to: CLX, map: {A: X}}}`,
      after: `codes: {CL: {values: {A: {trait: blocking}, B: {}}}, CLX: {values: {X: {trait: blocking}, Z: {trait: usable}}}}
valueMaps: {VM: {from: CL, to: CLX, map: {A: Z}}}`,
      expect: ['breaking C value-map:VM map.A'],
    },
    {
      name: 'new entry',
      before: `codes: {CL: {values: {A: {trait: blocking}, B: {}}}, CLX: {values: {X: {trait: blocking}, Z: {trait: usable}}}}
valueMaps: {VM: {from: CL, to: CLX, map: {A: X}}}`,
      after: `codes: {CL: {values: {A: {trait: blocking}, B: {}}}, CLX: {values: {X: {trait: blocking}, Z: {trait: usable}}}}
valueMaps: {VM: {from: CL, to: CLX, map: {A: X, B: Z}}}`,
      expect: [],
    },
  ],
});
