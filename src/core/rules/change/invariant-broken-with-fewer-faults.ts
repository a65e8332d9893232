import { defineChangeRule } from '../change-rule.ts';
import { changedVerdicts } from '../judging/exploration-verdicts.ts';

/** A report that blocks stock by a message which can be lost, with the rest of the step that sends it. */
const blocking = (rest: string): string => `systems: {QMS: {}, ERP: {}}
explore: {faults: 1}
interfaces: {IF-1: {from: QMS, to: [ERP], pattern: event, faults: [lose]}}
lifecycles:
  NCR: {system: QMS, initial: None, states: {None: {class: pre, resting: true}, Open: {class: open, resting: true}}, transitions: {T01: {from: None, to: Open, by: anyone${rest}}}}
  INV: {system: ERP, initial: Released, states: {Released: {class: released, resting: true}, Blocked: {class: held, resting: true}}, transitions: {T01: {from: Released, to: Blocked, receives: IF-1}}}
invariants: {I1: {severity: high, never: {INV: Released, NCR: Open}, once: settled}}`;

/** Reports invariants that break in both revisions, but in head with fewer faults. */
export const invariantBrokenWithFewerFaults = defineChangeRule({
  id: 'invariant-broken-with-fewer-faults',
  family: 'lifecycles',
  judges: 'comparison',
  class: 'breaking',
  risk: 'C',
  evidence: ['OQ-NEG', 'OQ-DWN', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports invariants that break in both revisions, but in head with fewer faults.',
  why: 'What needed a failure until now happens in normal use, or with less going wrong.',
  fix: 'Take back the edits that are named, or add the condition that the story shows to be missing.',
  mirror: {
    elsewhere: 'An invariant that needs more faults than before is still broken; that it got better is no finding.',
  },
  core: true,
  claims: [],
  check: (context) => changedVerdicts(context, ['worse']),
  examples: [
    {
      name: 'the block, whose message could be lost, is not sent any more',
      before: blocking(', emits: IF-1'),
      after: blocking(', reason: true'),
      expect: ['breaking C invariant:I1'],
    },
    {
      name: 'as many faults as before',
      before: blocking(', emits: IF-1'),
      after: blocking(', reason: true, emits: IF-1'),
      expect: [],
    },
  ],
});
