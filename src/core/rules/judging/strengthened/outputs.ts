import { demand } from '../demanded.ts';
import { issueGateVerdict } from '../issue-gate.ts';
import { items, without } from '../values.ts';
import { listed, named } from '../wording.ts';
import type { Strengthening } from './strengthening.ts';

/** An output that is issued in fewer cases or after more approvals, and an item that must be shown in more. */
export const outputs: Strengthening = {
  claims: [
    { kinds: ['output'], paths: ['issue.when', 'approvals', 'issue.by'] },
    { kinds: ['output-item'], paths: ['required'] },
  ],
  check(change, context) {
    const { after, path, from, to } = change;
    if (after.kind === 'output-item')
      return demand(to) > demand(from) ? [{ what: `${named(after)} must be shown in more cases.` }] : [];
    if (path.join('.') !== 'issue.by') return issueGateVerdict(change, context, 'tightened');
    const lost = from === undefined ? [] : without(items(from), items(to));
    const gained = without(items(to), items(from));
    if (items(to).length === 0 || (from !== undefined && gained.length > 0)) return [];
    return [
      {
        what:
          from === undefined
            ? `${named(after)} is issued only by ${listed(gained)}.`
            : `${named(after)} is no longer issued by ${listed(lost)}.`,
      },
    ];
  },
  examples: [
    {
      name: 'one more condition, and one more approval',
      before: `lifecycles: {L: {states: {A: open, B: closed, C: closed}, transitions: {T1: {from: A, to: B}, T2: {from: B, to: C}}}}
outputs: {RO: {issue: {when: {L: [B, C]}}, approvals: [L.T1]}}`,
      after: `lifecycles: {L: {states: {A: open, B: closed, C: closed}, transitions: {T1: {from: A, to: B}, T2: {from: B, to: C}}}}
outputs: {RO: {issue: {when: {L: C}}, approvals: [L.T1, L.T2]}}`,
      expect: ['compatible M output:RO approvals', 'compatible M output:RO issue.when'],
    },
    {
      name: 'shown always',
      before: `outputs: {RO: {content: {nr: {from: lot_no}}}}`,
      after: `outputs: {RO: {content: {nr: {from: lot_no, required: true}}}}`,
      expect: ['compatible M output-item:RO.nr required'],
    },
    {
      name: 'issued by fewer roles',
      before: `roles: {QA: {}, OP: {}}
outputs: {RO: {issue: {when: {fact: reviewed}, by: [QA, OP]}}}`,
      after: `roles: {QA: {}, OP: {}}
outputs: {RO: {issue: {when: {fact: reviewed}, by: [QA]}}}`,
      expect: ['compatible M output:RO issue.by'],
    },
    {
      name: 'issued in more cases and by more roles',
      before: `roles: {QA: {}, OP: {}}
lifecycles: {L: {states: {A: open, B: closed, C: closed}}}
outputs: {RO: {issue: {when: {L: C}, by: [QA]}}}`,
      after: `roles: {QA: {}, OP: {}}
lifecycles: {L: {states: {A: open, B: closed, C: closed}}}
outputs: {RO: {issue: {when: {L: [B, C]}, by: [QA, OP]}}}`,
      expect: [],
    },
  ],
};
