import { listed } from '../judging/wording.ts';
import { defineLint } from '../lint-rule.ts';
import { lifecycleSteps } from '../linting/lifecycle-steps.ts';
import { holderInWords, holdersOf } from '../linting/role-holders.ts';
import { startOf } from '../linting/step-start.ts';

/** Signatures that a machine could give, or that nobody is there to give. */
export const signatureByServiceAccount = defineLint({
  id: 'signature-by-service-account',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'A signature is the act of a person, and what is declared is a machine.',
  purpose:
    'Reports a signature that a service role may give, or that belongs to a step which a machine, a message or time starts.',
  why: 'The record shows a signature, and nobody signed.',
  fix: 'Name roles of persons in `by`, keep service roles from inheriting theirs, and let a person start a step that is signed.',
  reads: [
    'roles.kind',
    'roles.inherits',
    'lifecycles.transition.sign',
    'lifecycles.signature.by',
    'lifecycles.transition.by',
    'lifecycles.transition.auto',
    'lifecycles.transition.after',
    'lifecycles.transition.receives',
  ],
  examples: [
    {
      name: 'a service role named, one that inherits, and a step that a machine starts',
      spec: `
        systems: {QMS: {}, ERP: {}}
        roles: {QA: {}, SYS: {kind: service}, BOT: {kind: service, inherits: QA}}
        interfaces: {IF-1: {from: ERP, to: QMS}}
        lifecycles:
          NCR:
            system: QMS
            states: {A: open, B: closed}
            transitions:
              T1: {from: A, to: B, by: [SYS, QA], sign: {meaning: Closed}}
              T2: {from: A, to: B, auto: true, sign: {meaning: Closed, by: SYS}}
              T3: {from: A, to: B, receives: IF-1, sign: {meaning: Closed}}`,
      expect: [
        '9:59 error NCR.T1: The signature “Closed” of NCR.T1 may be given by a service role: BOT (through QA) and SYS.',
        '10:34 error NCR.T2: NCR.T2 is signed, but the machine can start it: then nobody signs.',
        '10:68 error NCR.T2: The signature “Closed” of NCR.T2 may be given by a service role: SYS.',
        '11:38 error NCR.T3: NCR.T3 is signed, but the message IF-1 can start it: then nobody signs.',
      ],
    },
    {
      name: 'persons sign; a machine acts without a signature',
      spec: `
        systems: {QMS: {}, ERP: {}}
        roles: {QA: {}, SYS: {kind: service}}
        interfaces: {IF-1: {from: ERP, to: QMS}}
        lifecycles:
          NCR:
            system: QMS
            states: {A: open, B: closed}
            transitions:
              T1: {from: A, to: B, by: QA, sign: {meaning: Closed}}
              T2: {from: A, to: B, by: [SYS, QA], sign: {meaning: Closed, by: QA}}
              T3: {from: A, to: B, receives: IF-1, as: SYS}
              T4: {from: A, to: B, by: SYS}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const { transitions } of lifecycleSteps(model)) {
      for (const transition of transitions) {
        const { sign = [], by = [] } = transition.attributes;
        if (sign.length === 0) continue;
        const { messages, auto, time } = startOf(model, transition);
        const machine = messages.length > 0 ? 'receives' : auto ? 'auto' : time === undefined ? undefined : 'after';
        if (machine !== undefined) {
          yield {
            element: transition,
            path: [machine],
            message: `${transition.id} is signed, but ${machine === 'receives' ? `the message ${messages.join(' or ')}` : machine === 'auto' ? 'the machine' : 'time'} can start it: then nobody signs.`,
            hint: 'Let a person start the step, or make two steps of it.',
            subject: ['machine', machine, messages, time ?? null],
          };
        }
        for (const [index, signature] of sign.entries()) {
          const services = holdersOf(model, signature.by ?? by).filter(
            ({ role }) => role.attributes.kind === 'service',
          );
          if (services.length === 0) continue;
          yield {
            element: transition,
            path: ['sign', index, signature.by === undefined ? 'meaning' : 'by'],
            message: `The signature “${signature.meaning}” of ${transition.id} may be given by a service role: ${listed(services.map(holderInWords))}.`,
            hint: 'Name roles of persons in `by` of the signature.',
            subject: ['service', signature.meaning, services.map(({ role }) => role.id)],
          };
        }
      }
    }
  },
});
