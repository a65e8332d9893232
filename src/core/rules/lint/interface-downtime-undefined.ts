import { defineLint } from '../lint-rule.ts';
import { doesNotApply } from '../linting/declared.ts';
import { isCarriedByHand, isCriticalFlow } from '../linting/flow-use.ts';

/** Interfaces of which nobody knows what is done while the other end is down. */
export const interfaceDowntimeUndefined = defineLint({
  id: 'interface-downtime-undefined',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason: 'What is done during an outage is said later than that there is a flow.',
  purpose:
    'Reports an interface that does not say what happens while the other end is down, or a critical one without the procedure for it or the way back.',
  why: 'People then keep records as they can, and nobody knows afterwards what has to be entered.',
  fix: 'Declare `whenDown` with its `mode`, the controlled form or procedure in `fallback`, and in `catchUp` how entries come back.',
  reads: [
    'interfaces.whenDown',
    'interfaces.whenDown.mode',
    'interfaces.whenDown.fallback',
    'interfaces.whenDown.catchUp',
    'interfaces.critical',
    'interfaces.field.critical',
    'interfaces.pattern',
    'interfaces.transport.kind',
  ],
  examples: [
    {
      name: 'nothing said, a remark instead of a procedure, people without a form',
      spec: `
        systems: {QMS: {}, MES: {}}
        interfaces:
          IF-1: {from: QMS, to: MES}
          IF-2: {from: QMS, to: MES, critical: true, whenDown: {mode: queue, note: QA is called}}
          IF-3: {from: QMS, to: MES, whenDown: {mode: manual, catchUp: entered by two persons}}`,
      expect: [
        '3:3 error IF-1: IF-1 does not say what happens while the other end is down.',
        '4:56 error IF-2: IF-2 says what happens while the other end is down (queue), but not by which procedure people then work.',
        '4:56 error IF-2: IF-2 says what happens while the other end is down (queue), but not how entries come back afterwards.',
        '5:40 error IF-3: IF-3 says what happens while the other end is down (manual), but not by which procedure people then work.',
      ],
    },
    {
      name: 'behaviour, procedure and way back; a reason for each that is not there; not critical; carried by hand',
      spec: `
        systems: {QMS: {}, MES: {}}
        documents: {FRM-1: {kind: form}}
        interfaces:
          IF-1: {from: QMS, to: MES, critical: true, whenDown: {mode: queue, fallback: FRM-1, catchUp: replayed in order}}
          IF-2: {from: QMS, to: MES, critical: true, whenDown: {mode: refuse, fallback: {notApplicable: the step waits}, catchUp: {notApplicable: nothing is entered meanwhile}}}
          IF-3: {from: QMS, to: MES, whenDown: {mode: queue}}
          IF-4: {from: QMS, to: MES, critical: true, pattern: manual}
          IF-5: {from: QMS, to: MES, critical: true, whenDown: {notApplicable: both run in one process}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const flow of model.ofKind('interface')) {
      const { whenDown } = flow.attributes;
      if (isCarriedByHand(flow) || doesNotApply(flow, 'whenDown')) continue;
      if (whenDown === undefined) {
        yield {
          element: flow,
          path: [],
          part: 'key' as const,
          message: `${flow.id} does not say what happens while the other end is down.`,
          hint: 'Declare `whenDown: {mode: …, fallback: …, catchUp: …}`.',
          subject: ['whenDown'],
        };
        continue;
      }
      const { mode, fallback, catchUp, notApplicable = {} } = whenDown;
      const critical = isCriticalFlow(model, flow);
      const missing = [
        ...(fallback === undefined && !('fallback' in notApplicable) && (critical || mode === 'manual')
          ? [{ attribute: 'fallback', what: 'by which procedure people then work' }]
          : []),
        ...(catchUp === undefined && !('catchUp' in notApplicable) && critical
          ? [{ attribute: 'catchUp', what: 'how entries come back afterwards' }]
          : []),
      ];
      for (const { attribute, what } of missing) {
        yield {
          element: flow,
          path: ['whenDown'],
          message: `${flow.id} says what happens while the other end is down (${mode}), but not ${what}.`,
          hint: `Add \`${attribute}\`, or say why there is none: \`{notApplicable: why}\`.`,
          subject: [attribute],
        };
      }
    }
  },
});
