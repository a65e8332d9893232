import type { Change } from '../../diff/delta.ts';
import type { Element } from '../../model/element.ts';
import { defineChangeRule } from '../change-rule.ts';
import { isCloserClock } from '../judging/clock.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another source of time or zone of a system, or a clock that may be further off. */
export const systemTimeBasisChanged = defineChangeRule({
  id: 'system-time-basis-changed',
  family: 'data',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['IQ-REC', 'OQ-MAP', 'OQ-AUD', 'REG-DEP'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports another source of time or zone of a system, or a clock that may be further off.',
  why: 'The order of the audit trail, expiry and times on hold move, on every interface of the system.',
  fix: 'Show on records of both sides of the switch that their order and their times stay right.',
  mirror: { self: true },
  core: true,
  claims: [{ kinds: ['system'], paths: ['clock.*'] }],
  check(change, { changesOf }) {
    const { before, after, path } = change as Change & { before: Element<'system'>; after: Element<'system'> };
    if (isCloserClock(change)) return [];
    const leaves = changesOf(after).filter((other) => other.path[0] === 'clock' && !isCloserClock(other));
    if (leaves.length === 1) return [{ what: shift(`${named(after)}, ${path.join('.')}`, change.from, change.to) }];
    // One edit of the clock touches several attributes and is one finding.
    if (leaves[0] !== change) return [];
    const values = { from: before.attributes.clock, to: after.attributes.clock };
    const explains = leaves.map((leaf) => leaf.path.join('.'));
    return [{ what: shift(`${named(after)}, clock`, values.from, values.to), path: ['clock'], values, explains }];
  },
  examples: [
    {
      name: 'another zone',
      before: `systems: {MES: {clock: {source: NTP, stored: UTC}}}`,
      after: `systems: {MES: {clock: {source: NTP, stored: Europe/London}}}`,
      expect: ['risky H system:MES clock.stored'],
    },
    {
      name: 'set by hand, and further off',
      before: `systems: {MES: {clock: {source: NTP, stored: UTC, maxDrift: 2 s}}}`,
      after: `systems: {MES: {clock: {source: manual, stored: UTC, maxDrift: 1 min}}}`,
      expect: ['risky H system:MES clock'],
    },
    {
      name: 'no limit any more for how far it may be off',
      before: `systems: {MES: {clock: {source: NTP, maxDrift: 2 s}}}`,
      after: `systems: {MES: {clock: {source: NTP}}}`,
      expect: ['risky H system:MES clock.maxDrift'],
    },
    {
      name: 'a clock that must be closer, and the same limit in other units',
      before: `systems: {MES: {clock: {source: NTP, maxDrift: 5 s}}, ERP: {clock: {maxDrift: 60 s}}}`,
      after: `systems: {MES: {clock: {source: NTP, maxDrift: 2 s}}, ERP: {clock: {maxDrift: 1 min}}}`,
      expect: [],
    },
  ],
});
