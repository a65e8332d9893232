import type { SpecGraph } from '../../graph/spec-graph.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { listed } from '../judging/wording.ts';
import { defineLint } from '../lint-rule.ts';
import { statusOf } from '../linting/declared.ts';
import { isTested, isVerified, realising } from '../linting/requirement-links.ts';

/** Risks that nothing reduces, or nothing of which anybody will have seen that it works. */
export const riskUncontrolled = defineLint({
  id: 'risk-uncontrolled',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason: 'Controls and tests come after the risk; a sketch need not have them.',
  purpose:
    'Reports a risk that is not low, has no control in force and was accepted by nobody, and one of whose controls no test, procedure or measurement shows that it works.',
  why: 'The risk is accepted by accident.',
  fix: 'Name what reduces it in `controls` and what tests it, or who accepted it in `accepted`.',
  reads: [
    'risks.severity',
    'risks.processRisk',
    'risks.controls',
    'risks.accepted',
    'tests.verifies',
    'exceptions.scenario',
    'measures.measured',
  ],
  examples: [
    {
      name: 'no control, a retired one, and controls that nothing tests',
      spec: `
        systems: {ERP: {}, MES: {}}
        interfaces: {IF-1: {from: MES, to: ERP, status: retired}}
        reconciliations: {REC-1: {what: Stock agrees}}
        risks:
          RSK-1: {element: ERP, failure: Stock is lost, severity: high}
          RSK-2: {element: ERP, failure: Stock is lost, controls: [IF-1]}
          RSK-3: {element: ERP, failure: Stock is lost, severity: medium, controls: [REC-1]}`,
      expect: [
        '5:3 error RSK-1: RSK-1 (severity high) has no control, and nobody has accepted it.',
        '6:59 error RSK-2: RSK-2 (severity not declared) has no control in force, and nobody has accepted it.',
        '7:77 error RSK-3: RSK-3 (severity medium) rests on REC-1, and no test, procedure or measurement shows that it works.',
      ],
    },
    {
      name: 'controls with derived or authored tests, a procedure, an invariant over tested steps; accepted, low, answered',
      spec: `
        systems: {ERP: {}, MES: {}}
        interfaces: {IF-1: {from: MES, to: ERP}}
        documents: {SOP-1: {}}
        lifecycles: {L: {initial: A, states: {A: open, B: closed}}}
        invariants: {INV-1: {never: {L: B}}}
        reconciliations: {REC-1: {what: Stock agrees}}
        tests: {PQ-1: {level: PQ, verifies: REC-1, steps: [{do: a, expect: b}]}}
        risks:
          RSK-1: {element: ERP, failure: f, severity: high, controls: [IF-1]}
          RSK-2: {element: ERP, failure: f, severity: high, controls: [REC-1]}
          RSK-3: {element: ERP, failure: f, severity: high, controls: [SOP-1]}
          RSK-4: {element: ERP, failure: f, severity: high, controls: [INV-1]}
          RSK-5: {element: ERP, failure: f, severity: high, accepted: [{function: QA, name: A. Bell, date: 2026-03-02}]}
          RSK-6: {element: ERP, failure: f, severity: low, processRisk: not-high}
          RSK-7: {element: ERP, failure: f, severity: high, controls: {notApplicable: cannot be reduced}}`,
      expect: [],
    },
  ],
  *check({ model, graph }) {
    for (const risk of model.ofKind('risk')) {
      const { severity, processRisk, accepted = [], controls = [], notApplicable = {} } = risk.attributes;
      if ((severity === 'low' && processRisk !== 'high') || accepted.length > 0 || 'controls' in notApplicable)
        continue;
      const named = graph.from(risk.key).filter(({ attribute }) => attribute === 'controls');
      const inForce = named.flatMap(({ to }) => {
        const control = graph.element(to);
        return control !== undefined && statusOf(model, control) === 'effective' ? [control] : [];
      });
      if (inForce.some((control) => isShown(model, graph, control))) continue;
      const weight = severity === undefined ? 'severity not declared' : `severity ${severity}`;
      const none = controls.length === 0 ? 'has no control' : 'has no control in force';
      yield {
        element: risk,
        path: controls.length === 0 ? [] : ['controls'],
        ...(controls.length === 0 ? { part: 'key' as const } : {}),
        message:
          inForce.length === 0
            ? `${risk.id} (${weight}) ${none}, and nobody has accepted it.`
            : `${risk.id} (${weight}) rests on ${listed(inForce.map(({ id }) => id))}, and no test, procedure or measurement shows that ${inForce.length === 1 ? 'it works' : 'one of them works'}.`,
        hint: 'Name a control that is tested, write a test that `verifies` one, or say who accepted the risk: `accepted: […]`.',
        subject: inForce.map(({ id }) => id),
      };
    }
  },
});

/** Whether a test, a procedure or a measurement shows that a control works. */
function isShown(model: SpecModel, graph: SpecGraph, control: Element): boolean {
  if (isTested(control) || isVerified(model, graph, control.key)) return true;
  switch (control.kind) {
    case 'document':
    case 'test':
      return true;
    case 'exception':
      return (control as Element<'exception'>).attributes.scenario !== undefined;
    case 'measure':
      return (control as Element<'measure'>).attributes.measured !== undefined;
    case 'requirement':
      return realising(model, graph, control as Element<'requirement'>).some(isTested);
    // What must always hold is shown by the tests of what it speaks about.
    case 'invariant':
      return graph.from(control.key).some(({ to }) => {
        const element = graph.element(to);
        return element !== undefined && isTested(element);
      });
    default:
      return false;
  }
}
