import { defineChangeRule } from '../change-rule.ts';
import { noLongerWatched } from '../judging/watched-release.ts';
import { listed, named, shift } from '../judging/wording.ts';

/** Reports a released state that becomes something else: what is in it may no longer be used. */
export const stateMadeUnusable = defineChangeRule({
  id: 'state-made-unusable',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'breaking',
  risk: 'M',
  evidence: ['OQ-SYN', 'MIG', 'DOC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a released state that becomes something else: what is in it may no longer be used.',
  why: 'Stock and orders stop at once.',
  fix: 'Say in `inFlight` of the change record what happens to what is in that state.',
  mirror: { rule: 'state-made-usable' },
  core: false,
  claims: [{ kinds: ['state'], paths: ['class'] }],
  check(change, context) {
    const { after, from, to } = change;
    if (from !== 'released' || typeof to !== 'string') return [];
    const what = shift(`${named(after)}, class`, from, to);
    const unwatched = noLongerWatched(change, context);
    if (unwatched.length === 0) return [{ what }];
    const why = `The state stays and can be reached as before, and what was asked of release is no longer asked of ${listed(unwatched)}.`;
    return [{ what, why, raise: { risk: 'H', reason: `no longer watched: ${unwatched.join(', ')}` } }];
  },
  examples: [
    {
      name: 'released becomes held',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Released: released}}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Released: held}}}`,
      expect: ['breaking M state:INV.Released class'],
    },
    {
      name: 'released becomes active, and the step into it is no release any more',
      before: `lifecycles: {INV: {initial: QI, states: {QI: open, Free: released}, transitions: {T1: {from: QI, to: Free, by: QA, sign: {meaning: Released}}}}}
roles: {QA: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: open, Free: active}, transitions: {T1: {from: QI, to: Free, by: QA, sign: {meaning: Released}}}}}
roles: {QA: {}}`,
      expect: ['breaking H state:INV.Free class'],
    },
    {
      name: 'released becomes held, and the step into it is watched as a hold',
      before: `lifecycles: {INV: {initial: QI, states: {QI: open, Free: released}, transitions: {T1: {from: QI, to: Free, by: QA, sign: {meaning: Released}}}}}
roles: {QA: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: open, Free: held}, transitions: {T1: {from: QI, to: Free, by: QA, sign: {meaning: Released}}}}}
roles: {QA: {}}`,
      expect: ['breaking M state:INV.Free class'],
    },
    {
      name: 'its meaning is no longer declared',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Released: released}}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Released: {}}}}`,
      expect: [],
    },
    {
      name: 'quarantine becomes held',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Released: released}}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: held, Released: released}}}`,
      expect: [],
    },
  ],
});
