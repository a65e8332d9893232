import { defineLint } from '../lint-rule.ts';
import { doesNotApply } from '../linting/declared.ts';

/** Steps of the process that nothing of the model carries. */
export const processStepUnbound = defineLint({
  id: 'process-step-unbound',
  source: 'lint',
  judges: 'model',
  severity: 'warning',
  stance: 'expectation',
  stanceReason: 'A sketch may list the steps of the process before what carries them.',
  purpose:
    'Reports a process step that is not declared uncritical and names neither a transition, lifecycle or interface nor the system that holds its record.',
  why: 'What people do there is not documented: no change reaches it, and no test shows it.',
  fix: 'Name its `elements`, or the `systemOfRecord` of its record.',
  reads: ['steps.critical', 'steps.elements', 'steps.systemOfRecord', 'steps.outputs'],
  examples: [
    {
      name: 'a step that names nothing',
      spec: 'steps: {PS-1: {title: Receive material}}',
      expect: ['1:9 warning PS-1: PS-1 names no transition, interface or record.'],
    },
    {
      name: 'with elements, with a record, with an output, uncritical, or answered',
      spec: `
        systems: {ERP: {}}
        outputs: {RO-1: {}}
        steps:
          PS-1: {elements: [ERP]}
          PS-2: {systemOfRecord: ERP}
          PS-3: {outputs: [RO-1]}
          PS-4: {critical: false}
          PS-5: {elements: {notApplicable: work at the bench}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const step of model.ofKind('step')) {
      const { critical, elements = [], outputs = [], systemOfRecord } = step.attributes;
      if (critical === false || elements.length > 0 || outputs.length > 0 || systemOfRecord !== undefined) continue;
      if (doesNotApply(step, 'elements')) continue;
      yield {
        element: step,
        path: [],
        part: 'key' as const,
        message: `${step.id} names no transition, interface or record.`,
        hint: 'Name what it uses in `elements`, or write `critical: false`, or `elements: {notApplicable: why}`.',
        subject: 'unbound',
      };
    }
  },
});
