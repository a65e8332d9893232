import { isObject } from '../../diff/comparable.ts';
import type { Json } from '../../language/canonical.ts';
import { defineChangeRule } from '../change-rule.ts';
import { isPermissiveForSet } from '../judging/unknown-states.ts';
import { isUsableTarget } from '../judging/usability.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports that an unknown code is no longer stopped but passed on, given a default, or counted as harmless. */
export const valueMapFallbackAdded = defineChangeRule({
  id: 'value-map-fallback-added',
  family: 'codes',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-COD', 'OQ-ERR', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports that an unknown code is no longer stopped but passed on, given a default, or counted as harmless.',
  why: 'Unknown codes stop being an error: what nobody foresaw goes through.',
  fix: 'Keep `reject` or `quarantine`, and add the missing codes to the map.',
  mirror: { rule: 'value-map-fallback-removed' },
  core: true,
  claims: [{ kinds: ['value-map', 'set'], paths: ['unknown'] }],
  check(change, { head }) {
    const { after, from, to } = change;
    const what = shift(`${named(after)}, what counts for an unknown code`, from, to);
    if (after.kind === 'set')
      return isPermissiveForSet(after, to) && !isPermissiveForSet(after, from) ? [{ what }] : [];
    if (!isFallback(to) || isFallback(from)) return [];
    const target = isObject(to) ? to['default'] : undefined;
    const usable = typeof target === 'string' && isUsableTarget(after, target, head);
    return [usable ? { what, raise: { risk: 'C', reason: `the default ${target} makes usable` } } : { what }];
  },
  examples: [
    {
      name: 'default instead of reject',
      before: `codes: {CL: {values: {A: {trait: blocking}, B: {}}}, CLX: {values: {X: {trait: blocking}, Z: {trait: usable}}}}
valueMaps: {VM: {from: CL, to: CLX, map: {A: X}, unknown: reject}}`,
      after: `codes: {CL: {values: {A: {trait: blocking}, B: {}}}, CLX: {values: {X: {trait: blocking}, Z: {trait: usable}}}}
valueMaps: {VM: {from: CL, to: CLX, map: {A: X}, unknown: {default: X}}}`,
      expect: ['risky H value-map:VM unknown'],
    },
    {
      name: 'usable by default',
      before: `codes: {CL: {values: {A: {trait: blocking}, B: {}}}, CLX: {values: {X: {trait: blocking}, Z: {trait: usable}}}}
valueMaps: {VM: {from: CL, to: CLX, map: {A: X}, unknown: reject}}`,
      after: `codes: {CL: {values: {A: {trait: blocking}, B: {}}}, CLX: {values: {X: {trait: blocking}, Z: {trait: usable}}}}
valueMaps: {VM: {from: CL, to: CLX, map: {A: X}, unknown: {default: Z}}}`,
      expect: ['risky C value-map:VM unknown'],
    },
    {
      name: 'unknown states no longer block',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}}}
sets: {S: {of: NCR, members: [Open], effect: blocks, unknown: in}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}}}
sets: {S: {of: NCR, members: [Open], effect: blocks, unknown: out}}`,
      expect: ['risky H set:S unknown'],
    },
    {
      name: 'reject instead of quarantine',
      before: `codes: {CL: {values: {A: {trait: blocking}, B: {}}}, CLX: {values: {X: {trait: blocking}, Z: {trait: usable}}}}
valueMaps: {VM: {from: CL, to: CLX, map: {A: X}, unknown: quarantine}}`,
      after: `codes: {CL: {values: {A: {trait: blocking}, B: {}}}, CLX: {values: {X: {trait: blocking}, Z: {trait: usable}}}}
valueMaps: {VM: {from: CL, to: CLX, map: {A: X}, unknown: reject}}`,
      expect: [],
    },
  ],
});

function isFallback(unknown: Json | undefined): boolean {
  return unknown === 'pass' || isObject(unknown);
}
