import type { Change } from '../../diff/delta.ts';
import type { Element } from '../../model/element.ts';
import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another kind of start of an interface, another event or another time of day. */
export const interfaceTriggerChanged = defineChangeRule({
  id: 'interface-trigger-changed',
  family: 'interfaces',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-SYN', 'OQ-ERR', 'PQ-E2E'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports another kind of start of an interface, another event or another time of day.',
  why: 'Data now moves at another point of the process: early, late or never.',
  fix: 'Show for each step that needs the data that it is there in time.',
  mirror: { self: true },
  core: true,
  claims: [{ kinds: ['interface'], paths: ['trigger.*'] }],
  check(change, { changesOf }) {
    const { before, after, path, from, to } = change as Change & {
      before: Element<'interface'>;
      after: Element<'interface'>;
    };
    const leaves = changesOf(after).filter((other) => other.path[0] === 'trigger');
    const isInterval = leaves.length === 1 && path[1] === 'every' && from !== undefined && to !== undefined;
    // One edit of the trigger touches several attributes; only the interval itself is judged as a delay.
    if (isInterval || leaves[0]?.path[1] !== path[1]) return [];
    const values = { from: before.attributes.trigger, to: after.attributes.trigger };
    const explains = leaves.map((leaf) => leaf.path.join('.'));
    return [{ what: shift(`${named(after)}, start`, values.from, values.to), path: ['trigger'], values, explains }];
  },
  examples: [
    {
      name: 'schedule instead of event',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, trigger: {event: order released}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, trigger: {every: 15 min}}}`,
      expect: ['risky H interface:IF-1 trigger'],
    },
    {
      name: 'longer interval',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, trigger: {every: 15 min}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, trigger: {every: 1 h}}}`,
      expect: [],
    },
  ],
});
