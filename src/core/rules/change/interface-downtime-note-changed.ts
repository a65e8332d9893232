import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports other words about what is done while the other end does not answer. */
export const interfaceDowntimeNoteChanged = defineChangeRule({
  id: 'interface-downtime-note-changed',
  family: 'interfaces',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-DWN', 'DOC'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports other words about what is done while the other end does not answer.',
  why: 'People work by that text while the interface is down.',
  fix: 'Check that procedure and training say the same.',
  mirror: { self: true },
  core: true,
  claims: [{ kinds: ['interface'], paths: ['whenDown.note'] }],
  check({ after, from, to, before }) {
    // With the whole treatment of an outage the note comes and goes as a part of it.
    const treated = [before, after].every((element) => 'whenDown' in element.attributes);
    return treated ? [{ what: shift(`${named(after)}, remark on an outage`, from, to) }] : [];
  },
  examples: [
    {
      name: 'other words',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: manual, note: Call the shift lead.}}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: manual, note: Go on.}}}`,
      expect: ['risky M interface:IF-1 whenDown.note'],
    },
    {
      name: 'another mode',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: manual}}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: queue}}}`,
      expect: [],
    },
  ],
});
