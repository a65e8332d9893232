import { defineChangeRule } from '../change-rule.ts';
import { claimsPath } from '../judging/claims.ts';
import { guardVerdict } from '../judging/guard.ts';
import { listed } from '../judging/wording.ts';

/** Conditions that a step has. */
const CONDITIONS = { kinds: ['transition'], paths: ['when', 'procedure'] } as const;

/** Reports files, and conditions, that are written differently and say the same. */
export const formattingChanged = defineChangeRule({
  id: 'formatting-changed',
  family: 'model',
  judges: 'comparison',
  class: 'editorial',
  risk: undefined,
  evidence: [],
  approvers: { approve: [], inform: [] },
  purpose: 'Reports files, and conditions, that are written differently and say the same.',
  why: 'Comments, quoting, order, line breaks and values that hold anyway are not meaning.',
  fix: 'Nothing to do.',
  mirror: { self: true },
  core: false,
  claims: [CONDITIONS],
  check(context) {
    const { head, base, diff } = context;
    const { reformatted, deltas } = diff;
    const conditions = deltas.flatMap((delta) => {
      if (delta.action !== 'changed' || !claimsPath([CONDITIONS], delta.after.kind, delta.path)) return [];
      const { before, after, path, from, to } = delta;
      return guardVerdict(delta, context, 'equal').map((verdict) => ({
        ...verdict,
        before,
        after,
        path,
        values: { from, to },
      }));
    });
    if (reformatted.length === 0) return conditions;
    const [before, after] = [base.project, head.project];
    const files =
      reformatted.length === 1
        ? '1 file differs only in how it is'
        : `${reformatted.length} files differ only in how they are`;
    return [
      {
        what: `${files} written: ${listed(reformatted)}.`,
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
        values: { from: undefined, to: reformatted },
      },
      ...conditions,
    ];
  },
  examples: [
    {
      name: 'a comment',
      before: `systems: {MES: {}}`,
      after: `# the plant
systems: {MES: {}}`,
      expect: ['editorial project:project'],
    },
    {
      name: 'a default said aloud',
      before: `lifecycles: {L: {states: {A: open}, transitions: {T: {from: A, to: A}}}}`,
      after: `lifecycles: {L: {states: {A: open}, transitions: {T: {from: A, to: A, auto: false}}}}`,
      expect: ['editorial project:project'],
    },
    {
      name: 'if and then, said as either or',
      before: `lifecycles: {L: {states: {X: open, Z: closed}, transitions: {T: {from: X, to: Z, when: {if: {fact: urgent}, then: {fact: signed}}}}}}`,
      after: `lifecycles: {L: {states: {X: open, Z: closed}, transitions: {T: {from: X, to: Z, when: {any: [{not: {fact: urgent}}, {fact: signed}]}}}}}`,
      expect: ['editorial transition:L.T when'],
    },
    {
      name: 'none of them, said as not some of them',
      before: `objects: {lot: {}, ncr: {of: lot}}
lifecycles: {NCR: {object: ncr, states: {Open: open, Closed: closed}}, L: {object: lot, states: {X: open, Z: closed}, transitions: {T: {from: X, to: Z, when: {none: ncr, NCR: Open}}}}}`,
      after: `objects: {lot: {}, ncr: {of: lot}}
lifecycles: {NCR: {object: ncr, states: {Open: open, Closed: closed}}, L: {object: lot, states: {X: open, Z: closed}, transitions: {T: {from: X, to: Z, when: {not: {some: ncr, NCR: Open}}}}}}`,
      expect: ['editorial transition:L.T when'],
    },
    {
      name: 'a copy that may be older',
      before: `objects: {lot: {}}
systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, about: lot, fields: {v: {from: v}}}}
lifecycles: {L: {object: lot, states: {X: open, Z: closed}, transitions: {T: {from: X, to: Z, when: {copy: IF-1, maxAge: 1 h, field: v, equals: P}}}}}`,
      after: `objects: {lot: {}}
systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, about: lot, fields: {v: {from: v}}}}
lifecycles: {L: {object: lot, states: {X: open, Z: closed}, transitions: {T: {from: X, to: Z, when: {copy: IF-1, maxAge: 2 h, field: v, equals: P}}}}}`,
      expect: [],
    },
    {
      name: 'a real change in the same file',
      before: `systems: {MES: {version: "1"}}`,
      after: `# the plant
systems: {MES: {version: "2"}}`,
      expect: [],
    },
  ],
});
