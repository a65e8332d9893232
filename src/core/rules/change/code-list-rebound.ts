import { defineChangeRule } from '../change-rule.ts';
import { VALUE_KINDS } from '../judging/value-kinds.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a field, a value map or a set that takes its codes from another list, newly from one, or from none any more. */
export const codeListRebound = defineChangeRule({
  id: 'code-list-rebound',
  family: 'codes',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-COD', 'MIG', 'REG-DEP'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose:
    'Reports a field, a value map or a set that takes its codes from another list, newly from one, or from none.',
  why: 'Every stored value is read against other meanings, and the same letters may say something else.',
  fix: 'Compare both lists code by code, and say what becomes of the records that exist.',
  mirror: { self: true },
  core: false,
  claims: [
    { kinds: VALUE_KINDS, paths: ['codes', 'source.codes'] },
    { kinds: ['value-map'], paths: ['from', 'to'] },
    { kinds: ['set'], paths: ['of'] },
  ],
  check: ({ after, path, from, to }) => [{ what: shift(`${named(after)}, ${listOf(path)}`, from, to) }],
  examples: [
    {
      name: 'another list',
      before: `codes: {CL: {values: {A: First}}, CM: {values: {A: Other}}}
objects: {lot: {fields: {kind: {type: code, codes: CL}}}}`,
      after: `codes: {CL: {values: {A: First}}, CM: {values: {A: Other}}}
objects: {lot: {fields: {kind: {type: code, codes: CM}}}}`,
      expect: ['breaking H field:lot.kind codes'],
    },
    {
      name: 'a value map reads another list',
      before: `codes: {CL: {values: {A: First}}, CM: {values: {A: Other}}}
valueMaps: {VM: {from: CL, map: {A: X}}}`,
      after: `codes: {CL: {values: {A: First}}, CM: {values: {A: Other}}}
valueMaps: {VM: {from: CM, map: {A: X}}}`,
      expect: ['breaking H value-map:VM from'],
    },
    {
      name: 'no list any more, at the sender',
      before: `systems: {A: {}, B: {}}
codes: {CL: {values: {A: First}}}
interfaces: {IF-1: {from: A, to: B, fields: {kind: {from: kind, source: {codes: CL}}}}}`,
      after: `systems: {A: {}, B: {}}
codes: {CL: {values: {A: First}}}
interfaces: {IF-1: {from: A, to: B, fields: {kind: {from: kind}}}}`,
      expect: ['breaking H mapping:IF-1.kind source.codes'],
    },
    {
      name: 'the same list under a declared new id',
      before: `codes: {CL: {values: {A: First}}}
objects: {lot: {fields: {kind: {type: code, codes: CL}}}}`,
      after: `codes: {CM: {formerIds: [CL], values: {A: First}}}
objects: {lot: {fields: {kind: {type: code, codes: CM}}}}`,
      expect: [],
    },
  ],
});

function listOf(path: readonly string[]): string {
  return path[0] === 'source' ? 'code list at the sender' : path[0] === 'codes' ? 'code list' : path.join('.');
}
