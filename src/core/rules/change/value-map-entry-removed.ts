import { defineChangeRule } from '../change-rule.ts';
import { membersChanged } from '../judging/set-members.ts';
import { named, shown } from '../judging/wording.ts';

/** Reports a code that is no longer mapped, or no longer in a set. */
export const valueMapEntryRemoved = defineChangeRule({
  id: 'value-map-entry-removed',
  family: 'codes',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-COD', 'OQ-ERR', 'REG-DEP'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a code that is no longer mapped, or no longer in a set.',
  why: 'At run time the code is unmapped: the message fails or falls into the fallback.',
  fix: 'Keep the entry while the code can still be sent, or deprecate the code first.',
  mirror: { rule: 'value-map-entry-added' },
  core: true,
  claims: [
    { kinds: ['value-map'], paths: ['map.*'] },
    { kinds: ['set'], paths: ['members', 'except', 'classes'] },
  ],
  check(change, context) {
    if (change.after.kind === 'set') return membersChanged(change, context, 'lost', 'permits');
    if (change.to !== undefined) return [];
    return [
      { what: `${named(change.after)} no longer maps ${change.path[1] ?? ''} (to ${shown(change.from)} before).` },
    ];
  },
  examples: [
    {
      name: 'entry dropped',
      before: `codes: {CL: {values: {A: {trait: blocking}, B: {}}}, CLX: {values: {X: {trait: blocking}, Z: {trait: usable}}}}
valueMaps: {VM: {from: CL, to: CLX, map: {A: X, B: Z}}}`,
      after: `codes: {CL: {values: {A: {trait: blocking}, B: {}}}, CLX: {values: {X: {trait: blocking}, Z: {trait: usable}}}}
valueMaps: {VM: {from: CL, to: CLX, map: {A: X}}}`,
      expect: ['breaking H value-map:VM map.B'],
    },
    {
      name: 'a state leaves the set',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}}}
sets: {S: {of: NCR, members: [Closed, Review]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}}}
sets: {S: {of: NCR, members: [Closed]}}`,
      expect: ['breaking H set:S members'],
    },
    {
      name: 'the same set said otherwise',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}}}
sets: {S: {of: NCR, members: [Open, Review]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}}}
sets: {S: {of: NCR, classes: [open]}}`,
      expect: [],
    },
  ],
});
