import { defineLint } from '../lint-rule.ts';
import { doesNotApply } from '../linting/declared.ts';
import { lifecycleSteps } from '../linting/lifecycle-steps.ts';

/** Signatures of which a part is not said: who signs, and what it is bound to. The language itself demands the meaning. */
export const signatureMeaningMissing = defineLint({
  id: 'signature-meaning-missing',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason: 'Signer and record may be said later than that there is a signature.',
  purpose: 'Reports a signature that names neither who signs nor the record that it is bound to.',
  why: 'A signature says who answers for what; without either it proves nothing.',
  fix: 'Name the signers in `by` of the signature or of the transition, and the record in `binds` or as `object` of the lifecycle.',
  reads: [
    'lifecycles.transition.sign',
    'lifecycles.transition.by',
    'lifecycles.signature.meaning',
    'lifecycles.signature.by',
    'lifecycles.signature.binds',
    'lifecycles.object',
  ],
  examples: [
    {
      name: 'nobody signs, everybody signs, and nothing is signed',
      spec: `
        objects: {lot: {}}
        lifecycles:
          NCR: {initial: A, states: {A: open, B: closed}, transitions: {T: {from: A, to: B, by: anyone, sign: {meaning: NCR closed, binds: lot}}}}
          LOT: {initial: A, states: {A: open, B: closed}, transitions: {T: {from: A, to: B, auto: true, sign: {meaning: Lot closed}}}}`,
      expect: [
        '3:113 error NCR.T: The signature “NCR closed” of NCR.T may be anyone’s: no role is named that answers for it.',
        '4:113 error LOT.T: The signature “Lot closed” of LOT.T is bound to no record.',
        '4:113 error LOT.T: The signature “Lot closed” of LOT.T names no signer.',
      ],
    },
    {
      name: 'signers and record of the signature, or of the step and the lifecycle',
      spec: `
        objects: {lot: {}, ncr: {}}
        roles: {QA: {}, MRB: {}}
        lifecycles:
          NCR: {object: ncr, initial: A, states: {A: open, B: closed}, transitions: {T: {from: A, to: B, by: QA, sign: {meaning: NCR closed}}}}
          LOT: {initial: A, states: {A: open, B: closed}, transitions: {T: {from: A, to: B, auto: true, sign: [{meaning: Checked, by: QA, binds: lot}, {meaning: Closed, by: MRB, binds: lot}]}}}`,
      expect: [],
    },
    {
      name: 'a sketch may leave signer and record out',
      spec: 'lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}, transitions: {close: {from: Open, to: Closed, sign: {meaning: NCR closed}}}}}',
      project: 'profile: sketch',
      expect: [],
    },
  ],
  *check({ model }) {
    for (const { lifecycle, transitions } of lifecycleSteps(model)) {
      for (const transition of transitions) {
        for (const [index, signature] of (transition.attributes.sign ?? []).entries()) {
          const signers = signature.by ?? transition.attributes.by ?? [];
          const named = `The signature “${signature.meaning}” of ${transition.id}`;
          const path = ['sign', index, 'meaning'];
          const answered = signature.notApplicable ?? {};
          if (!('by' in answered) && signers.every((role) => role === 'anyone')) {
            yield {
              element: transition,
              path,
              message:
                signers.length === 0
                  ? `${named} names no signer.`
                  : `${named} may be anyone’s: no role is named that answers for it.`,
              hint: 'Name the roles that may sign in `by` of the signature, or in `by` of the transition.',
              subject: ['signer', signature.meaning, signers],
            };
          }
          if (
            signature.binds === undefined &&
            lifecycle.attributes.object === undefined &&
            !('binds' in answered) &&
            !doesNotApply(lifecycle, 'object')
          ) {
            yield {
              element: transition,
              path,
              message: `${named} is bound to no record.`,
              hint: `Name the record in \`binds\`, or the \`object\` of ${lifecycle.id}.`,
              subject: ['record', signature.meaning],
            };
          }
        }
      }
    }
  },
});
