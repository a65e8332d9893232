import { defineLint } from '../lint-rule.ts';
import { doesNotApply } from '../linting/declared.ts';
import { isCarriedByHand, isCriticalFlow } from '../linting/flow-use.ts';

/** Critical data of which nobody can tell where they come from. */
export const interfaceUnauthenticated = defineLint({
  id: 'interface-unauthenticated',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason: 'Protection is declared late. That there is none is said on purpose, and contradicts what travels.',
  purpose:
    'Reports a critical interface whose data travel without protection, or that does not say how they are protected.',
  why: 'Anybody in the network can send a release or take a hold away, and the record shows the sender’s name.',
  fix: 'Declare `transport.secured`: `mutual-tls`, `tls` or `signed`.',
  reads: [
    'interfaces.transport.secured',
    'interfaces.transport.kind',
    'interfaces.pattern',
    'interfaces.critical',
    'interfaces.field.critical',
  ],
  examples: [
    {
      name: 'no protection, and none declared',
      spec: `
        systems: {QMS: {}, MES: {}}
        interfaces:
          IF-1: {from: QMS, to: MES, critical: true, transport: {kind: file, secured: none}}
          IF-2: {from: QMS, to: MES, critical: true, transport: {kind: queue}}`,
      expect: [
        '3:79 error IF-1: IF-1 is critical, and its data travel without protection.',
        '4:57 error IF-2: IF-2 is critical and does not say how its data are protected on their way.',
      ],
    },
    {
      name: 'protected, not critical, on paper, and a reason',
      spec: `
        systems: {QMS: {}, MES: {}}
        interfaces:
          IF-1: {from: QMS, to: MES, critical: true, transport: {kind: queue, secured: tls}}
          IF-2: {from: QMS, to: MES, transport: {kind: file, secured: none}}
          IF-3: {from: QMS, to: MES, critical: true, transport: {kind: paper}}
          IF-4: {from: QMS, to: MES, critical: true, transport: {kind: database, secured: {notApplicable: both run on one server}}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const flow of model.ofKind('interface')) {
      const { transport } = flow.attributes;
      if (isCarriedByHand(flow) || doesNotApply(flow, 'transport') || !isCriticalFlow(model, flow)) continue;
      if (transport?.secured === 'none') {
        yield {
          element: flow,
          path: ['transport', 'secured'],
          message: `${flow.id} is critical, and its data travel without protection.`,
          hint: 'Say how sender and content are protected: `mutual-tls`, `tls` or `signed`.',
          subject: ['none'],
          stance: 'contradiction' as const,
        };
      } else if (transport?.secured === undefined && !('secured' in (transport?.notApplicable ?? {}))) {
        yield {
          element: flow,
          path: ['transport'],
          message: `${flow.id} is critical and does not say how its data are protected on their way.`,
          hint: 'Declare `secured` in `transport`: `mutual-tls`, `tls` or `signed`.',
          subject: ['undeclared'],
        };
      }
    }
  },
});
