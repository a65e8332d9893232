import { defineChangeRule } from '../change-rule.ts';
import { weakensConditions } from '../judging/guard-meaning.ts';
import { membersChanged } from '../judging/set-members.ts';
import { named, shown } from '../judging/wording.ts';

/** Reports a code that is newly mapped, or newly in a set. */
export const valueMapEntryAdded = defineChangeRule({
  id: 'value-map-entry-added',
  family: 'codes',
  judges: 'attribute',
  class: 'compatible',
  risk: 'M',
  evidence: ['OQ-COD'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a code that is newly mapped, or newly in a set.',
  why: 'Traffic that used to stop now flows, with the meaning that the entry gives it.',
  fix: 'Have the owner of the receiving side confirm the meaning.',
  mirror: { rule: 'value-map-entry-removed' },
  core: true,
  claims: [
    { kinds: ['value-map'], paths: ['map.*'] },
    { kinds: ['set'], paths: ['members', 'except', 'classes'] },
  ],
  check(change, context) {
    if (change.after.kind === 'set') {
      if (!weakensConditions(change, context)) return membersChanged(change, context, 'gained', 'permits');
      const reason = 'a condition that names the set lets through more, or other cases than before';
      return (['permits', 'blocks'] as const).flatMap((effect) =>
        membersChanged(change, context, 'gained', effect).map((verdict) => ({
          ...verdict,
          raise: { class: 'risky' as const, reason },
        })),
      );
    }
    if (change.from !== undefined) return [];
    return [{ what: `${named(change.after)} now maps ${change.path[1] ?? ''} to ${shown(change.to)}.` }];
  },
  examples: [
    {
      name: 'new entry',
      before: `codes: {CL: {values: {A: {trait: blocking}, B: {}}}, CLX: {values: {X: {trait: blocking}, Z: {trait: usable}}}}
valueMaps: {VM: {from: CL, to: CLX, map: {A: X}}}`,
      after: `codes: {CL: {values: {A: {trait: blocking}, B: {}}}, CLX: {values: {X: {trait: blocking}, Z: {trait: usable}}}}
valueMaps: {VM: {from: CL, to: CLX, map: {A: X, B: Z}}}`,
      expect: ['compatible M value-map:VM map.B'],
    },
    {
      name: 'set of permitted states grows',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}}}
sets: {S: {of: NCR, members: [Closed]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}}}
sets: {S: {of: NCR, members: [Closed, Review]}}`,
      expect: ['compatible M set:S members'],
    },
    {
      name: 'set by which a filter selects grows',
      before: `systems: {A: {}, B: {}}
objects: {ncr: {}}
interfaces: {IF-1: {from: A, to: B, about: ncr, filter: {NCR: {in: S}}}}
lifecycles: {NCR: {object: ncr, initial: Open, states: {Open: open, Review: open, Closed: closed}}}
sets: {S: {of: NCR, members: [Closed]}}`,
      after: `systems: {A: {}, B: {}}
objects: {ncr: {}}
interfaces: {IF-1: {from: A, to: B, about: ncr, filter: {NCR: {in: S}}}}
lifecycles: {NCR: {object: ncr, initial: Open, states: {Open: open, Review: open, Closed: closed}}}
sets: {S: {of: NCR, members: [Closed, Review]}}`,
      expect: ['risky M set:S members'],
    },
    {
      name: 'entry retargeted',
      before: `codes: {CL: {values: {A: {trait: blocking}, B: {}}}, CLX: {values: {X: {trait: blocking}, Z: {trait: usable}}}}
valueMaps: {VM: {from: CL, to: CLX, map: {A: X}}}`,
      after: `codes: {CL: {values: {A: {trait: blocking}, B: {}}}, CLX: {values: {X: {trait: blocking}, Z: {trait: usable}}}}
valueMaps: {VM: {from: CL, to: CLX, map: {A: Z}}}`,
      expect: [],
    },
  ],
});
