import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a mapped field that uses another value map, a first one, or none any more. */
export const mappingValueMapReplaced = defineChangeRule({
  id: 'mapping-value-map-replaced',
  family: 'codes',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-COD', 'REG-DEP'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a mapped field that uses another value map, a first one, or none any more.',
  why: 'Every code is read anew: the whole list may change its meaning at the receiver.',
  fix: 'Compare both maps code by code and attach the table.',
  mirror: { self: true },
  core: true,
  claims: [{ kinds: ['mapping', 'reply'], paths: ['map'] }],
  check: ({ after, from, to }) => [{ what: shift(`${named(after)}, value map`, from, to) }],
  examples: [
    {
      name: 'another map',
      before: `systems: {A: {}, B: {}}
codes: {CL: {values: {A: {}}}}
valueMaps: {VM: {map: {A: X}}, VN: {map: {A: Z}}}
interfaces: {IF-1: {from: A, to: B, fields: {code: {from: code, map: VM}}}}`,
      after: `systems: {A: {}, B: {}}
codes: {CL: {values: {A: {}}}}
valueMaps: {VM: {map: {A: X}}, VN: {map: {A: Z}}}
interfaces: {IF-1: {from: A, to: B, fields: {code: {from: code, map: VN}}}}`,
      expect: ['breaking H mapping:IF-1.code map'],
    },
    {
      name: 'map dropped',
      before: `systems: {A: {}, B: {}}
codes: {CL: {values: {A: {}}}}
valueMaps: {VM: {map: {A: X}}, VN: {map: {A: Z}}}
interfaces: {IF-1: {from: A, to: B, fields: {code: {from: code, map: VM}}}}`,
      after: `systems: {A: {}, B: {}}
codes: {CL: {values: {A: {}}}}
valueMaps: {VM: {map: {A: X}}, VN: {map: {A: Z}}}
interfaces: {IF-1: {from: A, to: B, fields: {code: {from: code}}}}`,
      expect: ['breaking H mapping:IF-1.code map'],
    },
    {
      name: 'title added',
      before: `systems: {A: {}, B: {}}
codes: {CL: {values: {A: {}}}}
valueMaps: {VM: {map: {A: X}}, VN: {map: {A: Z}}}
interfaces: {IF-1: {from: A, to: B, fields: {code: {from: code, map: VM}}}}`,
      after: `systems: {A: {}, B: {}}
codes: {CL: {values: {A: {}}}}
valueMaps: {VM: {map: {A: X}}, VN: {map: {A: Z}}}
interfaces: {IF-1: {from: A, to: B, fields: {code: {from: code, map: VM, title: Code}}}}`,
      expect: [],
    },
  ],
});
