import { defineChangeRule } from '../change-rule.ts';
import { bindingVerdict } from '../judging/signature-binding.ts';

/** Reports another way in which signatures are tied to their record, or shown with it. */
export const signatureBindingWeakened = defineChangeRule({
  id: 'signature-binding-weakened',
  family: 'records',
  judges: 'attribute',
  class: 'breaking',
  risk: 'C',
  evidence: ['OQ-SIG', 'OQ-AUD'],
  approvers: { approve: ['QA', 'IT'], inform: [] },
  purpose: 'Reports another way in which signatures are tied to their record, or shown with it.',
  why: 'What was signed can change under the signature; whether words bind less cannot be told.',
  fix: 'Keep the binding and what is shown, or show that a signature cannot be cut out, copied or moved.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [
    { kinds: ['project'], paths: ['signatures.bound', 'signatures.shows'] },
    { kinds: ['transition'], paths: ['sign'] },
  ],
  check: (change) => bindingVerdict(change),
  examples: [
    {
      name: 'the time is no longer shown',
      before: `signatures: {shows: [name, time, meaning]}`,
      after: `signatures: {shows: [name, meaning]}`,
      expect: ['breaking C project:project signatures.shows'],
    },
    {
      name: 'bound otherwise',
      before: `signatures: {bound: By a hash of the record}`,
      after: `signatures: {bound: By its number}`,
      expect: ['breaking C project:project signatures.bound'],
    },
    {
      name: 'bound to another record',
      before: `objects: {lot: {}, ncr: {}}
roles: {QA: {}}
lifecycles: {L: {object: lot, states: {A: open, B: closed}, transitions: {T: {from: A, to: B, by: QA, sign: [{meaning: Released, by: [QA]}]}}}}`,
      after: `objects: {lot: {}, ncr: {}}
roles: {QA: {}}
lifecycles: {L: {object: lot, states: {A: open, B: closed}, transitions: {T: {from: A, to: B, by: QA, sign: [{meaning: Released, by: [QA], binds: ncr}]}}}}`,
      expect: ['breaking C transition:L.T sign'],
    },
    {
      name: 'bound for the first time, and the meaning is shown',
      before: `signatures: {shows: [name]}`,
      after: `signatures: {shows: [name, meaning], bound: By a hash of the record}`,
      expect: [],
    },
  ],
});
