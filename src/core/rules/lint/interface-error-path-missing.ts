import { listed } from '../judging/wording.ts';
import { defineLint } from '../lint-rule.ts';
import { errorOutcomes } from '../linting/error-outcomes.ts';
import { isCarriedByHand, isCriticalFlow } from '../linting/flow-use.ts';

/** Critical interfaces that do not say what becomes of a message that fails. */
export const interfaceErrorPathMissing = defineLint({
  id: 'interface-error-path-missing',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason: 'What happens to a message that fails is said later than that there is one.',
  purpose:
    'Reports a critical interface without an outcome for a message that is refused, of which nobody knows whether it arrived, or of which a part is bad.',
  why: 'The data are lost, or half of them are, and nobody is told.',
  fix: 'Say what happens: `onReject` or `deadLetter`, `onTimeout` or `retry`, and for batches and files `onPartial`.',
  reads: [
    'interfaces.critical',
    'interfaces.pattern',
    'interfaces.transport.kind',
    'interfaces.field.critical',
    'interfaces.delivery.onReject',
    'interfaces.delivery.deadLetter',
    'interfaces.delivery.onTimeout',
    'interfaces.delivery.retry',
    'interfaces.retry.max',
    'interfaces.delivery.onPartial',
  ],
  examples: [
    {
      name: 'nothing said, no repeat, a batch, and an interface that a step rests on',
      spec: `
        systems: {QMS: {}, MES: {}}
        interfaces:
          IF-1: {from: QMS, to: MES, critical: true}
          IF-2: {from: QMS, to: MES, critical: true, delivery: {retry: {max: 0}, deadLetter: DLQ}}
          IF-3: {from: QMS, to: MES, pattern: batch, delivery: {retry: {max: 3}, onReject: dead-letter}, fields: {id: {critical: true}}}
          IF-4: {from: QMS, to: MES, delivery: {onTimeout: retry}}
        lifecycles: {LOT: {states: {A: active, B: held}, transitions: {T: {from: A, to: B, receives: IF-4}}}}`,
      expect: [
        '3:9 error IF-1: IF-1 is critical and does not say what happens to a message that is refused and a message of which nobody knows whether it arrived.',
        '4:56 error IF-2: IF-2 is critical and does not say what happens to a message of which nobody knows whether it arrived.',
        '5:56 error IF-3: IF-3 is critical and does not say what happens to a transfer of which a part is bad.',
        '6:40 error IF-4: IF-4 is critical and does not say what happens to a message that is refused.',
      ],
    },
    {
      name: 'each outcome said or answered, one message at a time, carried by hand, and what is not critical',
      spec: `
        systems: {QMS: {}, MES: {}}
        interfaces:
          IF-1: {from: QMS, to: MES, critical: true, delivery: {onReject: dead-letter, retry: {max: 3, every: 60 s}}}
          IF-2: {from: QMS, to: MES, critical: true, delivery: {deadLetter: {notApplicable: the caller gets the error}, onTimeout: refuse}}
          IF-3: {from: QMS, to: MES, pattern: file, critical: true, delivery: {onReject: reject, onTimeout: reconcile, onPartial: all-or-nothing}}
          IF-4: {from: QMS, to: MES, pattern: manual, critical: true}
          IF-5: {from: QMS, to: MES, fields: {note: {critical: false}}}
          IF-6: {from: QMS, to: MES, critical: true, delivery: {notApplicable: files are copied by the IT service}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const flow of model.ofKind('interface')) {
      if (isCarriedByHand(flow) || !isCriticalFlow(model, flow)) continue;
      const missing = errorOutcomes(flow).filter(({ answered }) => !answered);
      if (missing.length === 0) continue;
      yield {
        element: flow,
        path: ['delivery'],
        message: `${flow.id} is critical and does not say what happens to ${listed(missing.map(({ what }) => what))}.`,
        hint: `Declare ${listed(missing.map(({ attribute }) => `\`${attribute}\``))} in \`delivery\`.`,
        subject: missing.map(({ attribute }) => attribute),
      };
    }
  },
});
