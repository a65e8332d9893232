import type { Condition } from '../../language/condition.ts';
import { partsOf } from '../../model/condition/normal-form.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { defineLint } from '../lint-rule.ts';
import { statusOf } from '../linting/declared.ts';
import { mappedFields } from '../linting/mapped-value.ts';

/** Codes that are still written though they are only to be read. */
export const codeDeprecatedInUse = defineLint({
  id: 'code-deprecated-in-use',
  source: 'lint',
  judges: 'model',
  severity: 'warning',
  stance: 'contradiction',
  stanceReason: 'The code is declared as no longer written, and something writes it or waits for it.',
  purpose:
    'Reports a value map, constant, default or step that writes a deprecated code, and a condition of a step that no other code can meet.',
  why: 'It breaks on the day on which the code goes, and until then brings new records with an old code.',
  fix: 'Use the code that replaced it, or take the deprecation back.',
  reads: [
    'codes.value.use',
    'valueMaps.to',
    'valueMaps.map',
    'valueMaps.unknown',
    'objects.field.codes',
    'objects.field.default',
    'interfaces.field.codes',
    'interfaces.field.constant',
    'interfaces.field.default',
    'lifecycles.transition.fills',
    'lifecycles.transition.when',
  ],
  examples: [
    {
      name: 'written by a map, as its default, by a constant, by a step, as a default, and waited for by a condition',
      spec: `
        systems: {QMS: {}, MES: {}}
        codes: {CL: {values: {RW: Rework, OLD: {title: Old, use: deprecated}}}}
        objects: {ncr: {fields: {kind: {type: code, codes: CL, default: OLD}}}}
        valueMaps: {VM: {to: CL, map: {A: RW, B: OLD}, unknown: {default: OLD}}}
        interfaces: {IF-1: {from: QMS, to: MES, fields: {kind: {constant: OLD, type: code, codes: CL}}}}
        lifecycles:
          NCR:
            object: ncr
            initial: A
            states: {A: open}
            transitions:
              T1: {from: A, to: A, auto: true, fills: {ncr.kind: OLD}}
              T2: {from: A, to: A, auto: true, when: {field: ncr.kind, equals: OLD}}`,
      expect: [
        '3:65 warning ncr.kind: ncr.kind falls back on OLD of the list CL, which is deprecated.',
        '4:42 warning VM: VM writes OLD of the list CL, which is deprecated.',
        '4:67 warning VM: VM writes OLD of the list CL, which is deprecated.',
        '5:67 warning IF-1.kind: IF-1.kind writes OLD of the list CL, which is deprecated.',
        '12:58 warning NCR.T1: NCR.T1 enters OLD of the list CL, which is deprecated.',
        '13:46 warning NCR.T2: NCR.T2 waits for OLD of the list CL, which is deprecated.',
      ],
    },
    {
      name: 'read only: a map from it, a choice with others, an active code, what is not in force',
      spec: `
        systems: {QMS: {}, MES: {}}
        codes: {CL: {values: {RW: Rework, OLD: {title: Old, use: deprecated}}}}
        objects: {ncr: {fields: {kind: {type: code, codes: CL, default: RW}}}}
        valueMaps: {VM: {from: CL, to: CL, map: {RW: RW, OLD: RW}, unknown: reject}}
        lifecycles:
          NCR:
            object: ncr
            initial: A
            states: {A: open}
            transitions:
              T1: {from: A, to: A, auto: true, fills: {ncr.kind: RW}, when: {field: ncr.kind, in: [RW, OLD]}}
              T2: {from: A, to: A, auto: true, status: draft, when: {field: ncr.kind, equals: OLD}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const { element, path, code, list, verb } of uses(model)) {
      const deprecated = list === undefined ? undefined : model.get('code', `${list}.${code}`);
      if (deprecated?.attributes.use !== 'deprecated' || statusOf(model, element) !== 'effective') continue;
      yield {
        element,
        path,
        message: `${element.id} ${verb} ${code} of the list ${list ?? ''}, which is deprecated.`,
        hint: 'Use the code that replaced it; records that have the old one are read by the value maps.',
        subject: [verb, list ?? '', code, path.join('.')],
        related: [{ message: `${code} is only read.`, element: deprecated, path: ['use'] }],
      };
    }
  },
});

interface Use {
  readonly element: Element;
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly list: string | undefined;
  readonly verb: string;
}

function* uses(model: SpecModel): Generator<Use> {
  for (const map of model.ofKind('value-map')) {
    const { to: list, unknown, map: pairs } = map.attributes;
    for (const [source, code] of Object.entries(pairs))
      yield { element: map, path: ['map', source], code, list, verb: 'writes' };
    if (typeof unknown === 'object')
      yield { element: map, path: ['unknown', 'default'], code: unknown.default, list, verb: 'writes' };
  }
  for (const field of [...model.ofKind('field'), ...mappedFields(model)]) {
    const { codes: list, default: value } = field.attributes;
    if (value !== undefined) yield { element: field, path: ['default'], code: value, list, verb: 'falls back on' };
    const constant = 'constant' in field.attributes ? field.attributes.constant : undefined;
    if (constant !== undefined) yield { element: field, path: ['constant'], code: constant, list, verb: 'writes' };
  }
  for (const transition of model.ofKind('transition')) {
    const { fills = {}, when } = transition.attributes;
    for (const [field, values] of Object.entries(fills)) {
      const [only, ...others] = values;
      const list = model.get('field', field)?.attributes.codes;
      if (only !== undefined && others.length === 0)
        yield { element: transition, path: ['fills', field], code: only, list, verb: 'enters' };
    }
    if (when !== undefined) yield* awaited(model, transition, when);
  }
}

/** Codes without which the step is not possible. */
function* awaited(model: SpecModel, transition: Element<'transition'>, condition: Condition): Generator<Use> {
  if (condition.kind === 'comparison' && condition.comparison === 'equals' && condition.operand.kind === 'value') {
    const list = model.get('field', condition.field)?.attributes.codes;
    yield { element: transition, path: ['when'], code: condition.operand.value, list, verb: 'waits for' };
  }
  // Of an opposite, and of several that may hold, none has to hold.
  if (condition.kind === 'all') for (const part of partsOf(condition)) yield* awaited(model, transition, part);
}
