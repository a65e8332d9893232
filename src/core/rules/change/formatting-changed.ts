import type { Change } from '../../diff/delta.ts';
import { defineChangeRule } from '../change-rule.ts';
import type { AttributeClaim, ChangeContext, Verdict } from '../change-rule.ts';
import { claimsPath } from '../judging/claims.ts';
import { amountOrder } from '../judging/amount-order.ts';
import { guardVerdict } from '../judging/guard.ts';
import { differInRepeatsOnly } from '../judging/transform-steps.ts';
import { VALUE_KINDS } from '../judging/value-kinds.ts';
import { listed, named, shift } from '../judging/wording.ts';

/** Conditions that a step has, and the one under which an output is issued. */
const CONDITIONS = [
  { kinds: ['transition'], paths: ['when', 'procedure'] },
  { kinds: ['output'], paths: ['issue.when'] },
] as const;

/** Amounts that may be written in another unit of known size. */
const AMOUNTS: readonly AttributeClaim[] = [
  { kinds: VALUE_KINDS, paths: ['min', 'max'] },
  { kinds: ['unit'], paths: ['equals'] },
];

/** Chains of steps, in which a trim that is repeated changes nothing. */
const CHAINS: readonly AttributeClaim[] = [{ paths: ['transform'] }];

/** Reports files, conditions and amounts that are written differently and say the same. */
export const formattingChanged = defineChangeRule({
  id: 'formatting-changed',
  family: 'model',
  judges: 'comparison',
  class: 'editorial',
  risk: undefined,
  evidence: [],
  approvers: { approve: [], inform: [] },
  purpose: 'Reports files, conditions and amounts that are written differently and say the same.',
  why: 'Comments, quoting, order, line breaks and values that hold anyway are not meaning.',
  fix: 'Nothing to do.',
  mirror: { self: true },
  core: false,
  claims: [...CONDITIONS, ...AMOUNTS, ...CHAINS],
  check(context) {
    const { head, base, diff } = context;
    const { reformatted, deltas } = diff;
    const conditions = deltas.flatMap((delta) => {
      if (delta.action !== 'changed') return [];
      if (claimsPath(AMOUNTS, delta.after.kind, delta.path)) return sameAmount(delta, context);
      if (claimsPath(CHAINS, delta.after.kind, delta.path)) return repeatedSteps(delta);
      if (!claimsPath(CONDITIONS, delta.after.kind, delta.path)) return [];
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
      name: 'a limit in another unit of known size, and one that is another amount',
      before: `objects: {lot: {fields: {net: {type: decimal, unit: kg, max: 10 kg}, tare: {type: decimal, unit: kg, max: 10 kg}}}}`,
      after: `objects: {lot: {fields: {net: {type: decimal, unit: kg, max: 10000 g}, tare: {type: decimal, unit: kg, max: 1000 g}}}}`,
      expect: ['editorial field:lot.net max'],
    },
    {
      name: 'a second trim, and one that is not repeated',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: nr, transform: [{trim: both}, {case: upper}]}, id: {from: id, transform: [{case: upper}]}}}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: nr, transform: [{trim: both}, {case: upper}, {trim: both}]}, id: {from: id, transform: [{case: upper}, {trim: both}]}}}}`,
      expect: ['editorial mapping:IF-1.nr transform'],
    },
    {
      name: 'what a unit equals, in another unit of known size',
      before: `units: {box: {dimension: mass, equals: 10 kg}}`,
      after: `units: {box: {dimension: mass, equals: 10000 g}}`,
      expect: ['editorial unit:box equals'],
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

function sameAmount(change: Change, context: ChangeContext): readonly Verdict[] {
  const { before, after, path, from, to } = change;
  if (amountOrder(from, to, context) !== 0) return [];
  const what = `${shift(`${named(after)}, ${path.join('.')}`, from, to)} It is the same amount.`;
  return [{ what, before, after, path, values: { from, to } }];
}

function repeatedSteps(change: Change): readonly Verdict[] {
  const { before, after, path, from, to } = change;
  if (!differInRepeatsOnly(from, to)) return [];
  const what = `${shift(`${named(after)}, steps`, from, to)} A step that is repeated changes nothing.`;
  return [{ what, before, after, path, values: { from, to } }];
}
