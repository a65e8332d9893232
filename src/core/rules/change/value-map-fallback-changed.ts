import { defineChangeRule } from '../change-rule.ts';
import { defaultTarget, fatesOf, goesThrough } from '../judging/fallback.ts';
import { isUsableTarget } from '../judging/usability.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports that unknown codes go through as something else, are stopped otherwise, or that nobody says so any more. */
export const valueMapFallbackChanged = defineChangeRule({
  id: 'value-map-fallback-changed',
  family: 'codes',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-COD'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports that unknown codes become another code, are stopped otherwise, or that nobody says so any more.',
  why: 'Every code that nobody foresaw meets another fate at once.',
  fix: 'Refuse what is not listed (`unknown: reject`), and add the missing codes to the map.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['value-map'], paths: ['unknown', 'unknown.default'] }],
  check(change, { head }) {
    const [from, to] = fatesOf(change);
    // From nothing declared to something is a fallback that comes, or a control that does.
    if (from === undefined || (to !== undefined && goesThrough(from) !== goesThrough(to))) return [];
    if (to === undefined && goesThrough(from)) return [];
    const { after } = change;
    const what = shift(`${named(after)}, what becomes of an unknown code`, from, to);
    const target = defaultTarget(to);
    const usable = target !== undefined && isUsableTarget(after, target, head);
    return [usable ? { what, raise: { risk: 'C', reason: `the default ${target} makes usable` } } : { what }];
  },
  examples: [
    {
      name: 'another default',
      before: `codes: {CLX: {values: {X: {trait: blocking}, Z: {trait: neutral}}}}
valueMaps: {VM: {to: CLX, map: {A: X}, unknown: {default: X}}}`,
      after: `codes: {CLX: {values: {X: {trait: blocking}, Z: {trait: neutral}}}}
valueMaps: {VM: {to: CLX, map: {A: X}, unknown: {default: Z}}}`,
      expect: ['risky H value-map:VM unknown.default'],
    },
    {
      name: 'usable by default',
      before: `codes: {CLX: {values: {X: {trait: blocking}, Z: {trait: usable}}}}
valueMaps: {VM: {to: CLX, map: {A: X}, unknown: {default: X}}}`,
      after: `codes: {CLX: {values: {X: {trait: blocking}, Z: {trait: usable}}}}
valueMaps: {VM: {to: CLX, map: {A: X}, unknown: {default: Z}}}`,
      expect: ['risky C value-map:VM unknown.default'],
    },
    {
      name: 'passed on instead of a default, stopped otherwise, not said any more',
      before: `valueMaps: {V1: {map: {A: X}, unknown: {default: X}}, V2: {map: {A: X}, unknown: quarantine}, V3: {map: {A: X}, unknown: reject}}`,
      after: `valueMaps: {V1: {map: {A: X}, unknown: pass}, V2: {map: {A: X}, unknown: reject}, V3: {map: {A: X}}}`,
      expect: ['risky H value-map:V1 unknown', 'risky H value-map:V2 unknown', 'risky H value-map:V3 unknown'],
    },
    {
      name: 'refused instead of a default, and the other way round',
      before: `valueMaps: {V1: {map: {A: X}, unknown: {default: X}}, V2: {map: {A: X}, unknown: reject}}`,
      after: `valueMaps: {V1: {map: {A: X}, unknown: reject}, V2: {map: {A: X}, unknown: {default: X}}}`,
      expect: [],
    },
  ],
});
