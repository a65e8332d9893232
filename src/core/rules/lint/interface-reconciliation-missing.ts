import { listed } from '../judging/wording.ts';
import { defineLint } from '../lint-rule.ts';
import { doesNotApply } from '../linting/declared.ts';
import { isCriticalFlow, isQuestion, quantitiesIn, statusesIn, useOf } from '../linting/flow-use.ts';

/** Interfaces whose losses nobody finds. */
export const interfaceReconciliationMissing = defineLint({
  id: 'interface-reconciliation-missing',
  source: 'lint',
  judges: 'model',
  severity: 'warning',
  stance: 'expectation',
  stanceReason: 'A detective control is declared later than the flow that it watches.',
  purpose:
    'Reports a critical interface that carries statuses or quantities and that no reconciliation watches at regular times.',
  why: 'What was lost or changed on the way is found by chance, if at all.',
  fix: 'Name a reconciliation in `reconcile`, and say there how often it runs (`every`).',
  reads: [
    'interfaces.reconcile',
    'interfaces.critical',
    'interfaces.field.critical',
    'interfaces.field.from',
    'interfaces.field.unit',
    'interfaces.field.conversion',
    'objects.field.unit',
    'lifecycles.transition.receives',
    'reconciliations.every',
  ],
  examples: [
    {
      name: 'a status, a quantity and messages that start a step, without a control or with one that runs at no time',
      spec: `
        systems: {QMS: {}, ERP: {}}
        lifecycles:
          NCR: {states: {A: open}}
          INV: {states: {QI: quarantine, Held: held}, transitions: {T: {from: QI, to: Held, receives: IF-3}}}
        interfaces:
          IF-1: {from: QMS, to: ERP, critical: true, fields: {s: {from: NCR}}}
          IF-2: {from: QMS, to: ERP, fields: {q: {unit: EA, critical: true}}}
          IF-3: {from: QMS, to: ERP, reconcile: REC}
        reconciliations: {REC: {what: held lots are blocked}}`,
      expect: [
        '6:3 warning IF-1: IF-1 is critical and carries s, but no reconciliation finds what it loses.',
        '7:3 warning IF-2: IF-2 is critical and carries q, but no reconciliation finds what it loses.',
        '8:41 warning IF-3: IF-3 is critical and starts INV.T, but REC does not say how often it runs.',
      ],
    },
    {
      name: 'reconciled, not critical, a question of which nothing is kept, another content, and a reason',
      spec: `
        systems: {QMS: {}, ERP: {}}
        lifecycles: {NCR: {states: {A: open}}}
        interfaces:
          IF-1: {from: QMS, to: ERP, critical: true, reconcile: REC, fields: {s: {from: NCR}}}
          IF-2: {from: QMS, to: ERP, fields: {q: {unit: EA}}}
          IF-3: {from: ERP, to: QMS, critical: true, pattern: request-reply, reply: {s: {from: NCR}}}
          IF-4: {from: QMS, to: ERP, critical: true, fields: {name: {type: text}}}
          IF-5: {from: QMS, to: ERP, critical: true, fields: {s: {from: NCR}}, reconcile: {notApplicable: both read one table}}
        reconciliations: {REC: {what: statuses are equal, every: 1 h}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const flow of model.ofKind('interface')) {
      if (isQuestion(model, flow) || doesNotApply(flow, 'reconcile') || !isCriticalFlow(model, flow)) continue;
      const carried = [...statusesIn(model, flow), ...quantitiesIn(model, flow)].map(({ localId }) => localId);
      const started = useOf(model, flow).starts.map(({ transition }) => transition.id);
      if (carried.length === 0 && started.length === 0) continue;
      const content =
        carried.length > 0 ? `carries ${listed([...new Set(carried)])}` : `starts ${listed([...new Set(started)])}`;
      const { reconcile } = flow.attributes;
      const control = reconcile === undefined ? undefined : model.get('reconciliation', reconcile);
      if (reconcile === undefined) {
        yield {
          element: flow,
          path: [],
          part: 'key' as const,
          message: `${flow.id} is critical and ${content}, but no reconciliation finds what it loses.`,
          hint: `Name a reconciliation in \`reconcile\` of ${flow.id}, or say why there is none: \`{notApplicable: why}\`.`,
          subject: ['none'],
        };
      } else if (control !== undefined && control.attributes.every === undefined && !doesNotApply(control, 'every')) {
        yield {
          element: flow,
          path: ['reconcile'],
          message: `${flow.id} is critical and ${content}, but ${control.id} does not say how often it runs.`,
          hint: `Say \`every\` in ${control.id}.`,
          subject: ['no frequency', reconcile],
          related: [{ message: `${control.id} is declared here.`, element: control, path: [], part: 'key' as const }],
        };
      }
    }
  },
});
