import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another treatment of a batch of which a part is bad. */
export const interfaceBatchingChanged = defineChangeRule({
  id: 'interface-batching-changed',
  family: 'interfaces',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-ERR'],
  approvers: { approve: ['IT'], inform: ['QA'] },
  purpose: 'Reports another treatment of a batch of which a part is bad.',
  why: 'Half a batch may now be kept, or a whole one be lost for one bad part.',
  fix: 'Test a batch with one bad part, and say who enters the rest.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['interface'], paths: ['delivery.onPartial'] }],
  check: ({ after, path, from, to }) => [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }],
  examples: [
    {
      name: 'the good part is kept',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {onPartial: all-or-nothing}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {onPartial: keep-valid}}}`,
      expect: ['risky M interface:IF-1 delivery.onPartial'],
    },
    {
      name: 'another treatment of a rejected message',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {onReject: reject}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {onReject: skip}}}`,
      expect: [],
    },
  ],
});
