import { defineChangeRule } from '../change-rule.ts';
import { fatesOf, goesThrough } from '../judging/fallback.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports that an unknown code, which went through, is stopped now, or that nothing says what becomes of it. */
export const valueMapFallbackRemoved = defineChangeRule({
  id: 'value-map-fallback-removed',
  family: 'codes',
  judges: 'attribute',
  class: 'breaking',
  risk: 'M',
  evidence: ['OQ-COD', 'OQ-ERR'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports that an unknown code, which went through, is stopped now, or that nothing says what becomes of it.',
  why: 'It fails on the safe side, but what went through will stop: expect a backlog.',
  fix: 'Find the codes that lived on the fallback, and add them to the map first.',
  mirror: { rule: 'value-map-fallback-added' },
  core: false,
  claims: [{ kinds: ['value-map'], paths: ['unknown', 'unknown.default'] }],
  check(change) {
    const [from, to] = fatesOf(change);
    if (!goesThrough(from) || goesThrough(to)) return [];
    const what = shift(`${named(change.after)}, what becomes of an unknown code`, from, to);
    return [
      to === undefined
        ? { what, raise: { risk: 'H' as const, reason: 'what becomes of an unknown code is not declared any more' } }
        : { what },
    ];
  },
  examples: [
    {
      name: 'refused instead of a default',
      before: `valueMaps: {VM: {map: {A: X}, unknown: {default: X}}}`,
      after: `valueMaps: {VM: {map: {A: X}, unknown: reject}}`,
      expect: ['breaking M value-map:VM unknown'],
    },
    {
      name: 'not said any more',
      before: `valueMaps: {VM: {map: {A: X}, unknown: pass}}`,
      after: `valueMaps: {VM: {map: {A: X}}}`,
      expect: ['breaking H value-map:VM unknown'],
    },
    {
      name: 'another default',
      before: `valueMaps: {VM: {map: {A: X}, unknown: {default: X}}}`,
      after: `valueMaps: {VM: {map: {A: X}, unknown: {default: Z}}}`,
      expect: [],
    },
  ],
});
