import { defineLint } from '../lint-rule.ts';
import { untreatedExceptions } from '../linting/exception-cover.ts';
import { isCarriedByHand, isCriticalFlow } from '../linting/flow-use.ts';

/** Exceptions that a critical interface meets one day and for which there is no way. */
export const interfaceExceptionUncovered = defineLint({
  id: 'interface-exception-uncovered',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason: 'A sketch tells the ordinary story; what is out of the ordinary is declared later.',
  purpose:
    'Reports a critical interface with an exception that neither it nor an entry of `exceptions` treats, nor says cannot occur.',
  why: 'Exceptions are where records go wrong: people improvise, and no test has shown what the systems then do.',
  fix: 'Add an entry to `exceptions` with that class, and the interface, or a step that uses it, in `elements`; or `treatment: {notApplicable: why}`.',
  reads: [
    'exceptions.class',
    'exceptions.treatment',
    'exceptions.elements',
    'interfaces.lines',
    'interfaces.critical',
    'interfaces.field.critical',
    'interfaces.pattern',
    'interfaces.delivery.guarantee',
    'interfaces.delivery.key',
    'interfaces.delivery.order',
    'interfaces.delivery.onReject',
    'interfaces.delivery.deadLetter',
    'interfaces.delivery.onTimeout',
    'interfaces.delivery.onPartial',
    'interfaces.delivery.retry',
    'interfaces.whenDown',
    'interfaces.field.crosswalk',
    'interfaces.field.map',
    'crosswalks.unknown',
    'valueMaps.unknown',
  ],
  examples: [
    {
      name: 'hardly any treated, and what the interface does not treat itself',
      spec: `
        systems: {QMS: {}, MES: {}}
        interfaces:
          IF-1: {from: QMS, to: MES, critical: true}
          IF-2: {from: QMS, to: MES, critical: true, whenDown: {mode: queue}, delivery: {key: [msg_no], order: fifo, deadLetter: DLQ, retry: {max: 3}}, headers: [msg_no]}
        exceptions:
          EX-1: {class: cancel-void, treatment: automated, elements: [IF-1]}
          EX-2: {class: retroactive-correction, treatment: automated, elements: [IF-2]}
          EX-3: {class: duplicate, treatment: automated, elements: [IF-1], status: retired}`,
      expect: [
        '3:3 error IF-1: IF-1 is critical, and nothing treats a correction by hand.',
        '3:3 error IF-1: IF-1 is critical, and nothing treats a message that comes late or is overtaken.',
        '3:3 error IF-1: IF-1 is critical, and nothing treats a message that comes twice.',
        '3:3 error IF-1: IF-1 is critical, and nothing treats a message that is refused.',
        '3:3 error IF-1: IF-1 is critical, and nothing treats an outage of the other end.',
        '3:3 error IF-1: IF-1 is critical, and nothing treats an unknown outcome.',
        '3:3 error IF-1: IF-1 is critical, and nothing treats bad master data.',
        '4:3 error IF-2: IF-2 is critical, and nothing treats a cancellation.',
        '4:3 error IF-2: IF-2 is critical, and nothing treats bad master data.',
      ],
    },
    {
      name: 'treated by the interface, by a step that uses it, for the whole scope, or said not to occur; a question of which nothing is kept',
      spec: `
        systems: {QMS: {}, MES: {}}
        lifecycles: {NCR: {states: {A: open, B: closed}, transitions: {void: {from: A, to: B, emits: IF-1}}}}
        interfaces:
          IF-1: {from: QMS, to: MES, critical: true, whenDown: {mode: queue}, delivery: {key: [msg_no], order: none, deadLetter: DLQ, onTimeout: retry}, headers: [msg_no]}
          IF-2: {from: QMS, to: MES}
          IF-3: {from: QMS, to: MES, pattern: manual, critical: true}
          IF-4: {from: MES, to: QMS, pattern: request-reply, critical: true, whenDown: {mode: refuse}, delivery: {deadLetter: {notApplicable: the caller gets the error}, onTimeout: refuse}, fields: {lot: {from: lot_id, map: VM}}}
        valueMaps: {VM: {map: {A: B}, unknown: reject}}
        exceptions:
          EX-1: {class: cancel-void, treatment: automated, elements: [NCR.void]}
          EX-2: {class: manual-correction, treatment: procedural}
          EX-3: {class: bad-master-data, treatment: {notApplicable: no master data travel}, elements: [IF-1]}`,
      expect: [],
    },
  ],
  *check({ model, graph }) {
    for (const flow of model.ofKind('interface')) {
      if (isCarriedByHand(flow) || !isCriticalFlow(model, flow)) continue;
      for (const { what, classes } of untreatedExceptions(model, graph, flow)) {
        yield {
          element: flow,
          path: [],
          part: 'key' as const,
          message: `${flow.id} is critical, and nothing treats ${what}.`,
          hint: `Add to \`exceptions\` what then happens, with ${flow.id} in \`elements\`: class \`${classes[0]}\`.`,
          subject: [classes[0]],
        };
      }
    }
  },
});
