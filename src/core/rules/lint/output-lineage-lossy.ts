import { lineageOf } from '../../graph/queries/regulated-outputs-of.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { compareText } from '../../diagnostics/order.ts';
import { listed } from '../judging/wording.ts';
import { defineLint } from '../lint-rule.ts';
import { statusOf } from '../linting/declared.ts';
import { interfaceOf, mappedFields } from '../linting/mapped-value.ts';
import type { MappedField } from '../linting/mapped-value.ts';

/** Outputs whose values may have lost something on their way. */
export const outputLineageLossy = defineLint({
  id: 'output-lineage-lossy',
  source: 'lint',
  judges: 'model',
  severity: 'warning',
  stance: 'contradiction',
  stanceReason: 'The output and the lossy step on the way to it are both declared.',
  purpose:
    'Reports an output that rests on a mapped field which loses information, fills in a default or a constant, or is carried by hand.',
  why: 'What is printed may differ from the record.',
  fix: 'Take the value from its owner without loss, or reject what cannot be carried whole.',
  reads: [
    'outputs.item.from',
    'outputs.assembledIn',
    'interfaces.pattern',
    'interfaces.transport.kind',
    'interfaces.field.lossy',
    'interfaces.field.default',
    'interfaces.field.constant',
    'interfaces.field.tooLong',
    'interfaces.field.transform',
    'interfaces.field.map',
    'valueMaps.map',
    'valueMaps.lossy',
    'valueMaps.unknown',
  ],
  examples: [
    {
      name: 'declared loss, a default, a cut, codes that become one, an unknown code that becomes another, and paper',
      spec: `
        systems: {QMS: {}, LIMS: {}}
        objects: {result: {systemOfRecord: LIMS, fields: {a: {}, b: {}, c: {}, d: {}, e: {}, f: {}}}}
        codes: {CL: {values: {X: x, Z: z}}, CL2: {values: {P: p, Q: q}}}
        valueMaps:
          VM-1: {from: CL, to: CL2, map: {X: P, Z: P}}
          VM-2: {from: CL, to: CL2, map: {X: P, Z: Q}, unknown: {default: Q}}
        interfaces:
          IF-1:
            from: LIMS
            to: QMS
            fields:
              a: {from: result.a, lossy: {reason: free text}}
              b: {from: result.b, default: "0"}
              c: {from: result.c, transform: [{part: {from: 1, length: 2}}]}
              d: {from: result.d, map: VM-1}
              e: {from: result.e, map: VM-2}
          IF-2: {from: LIMS, to: QMS, pattern: manual, fields: {f: {from: result.f}}}
        outputs: {RO-1: {assembledIn: QMS, content: {a: {from: [result.a, result.b, result.c, result.d, result.e, result.f]}}}}`,
      expect: [
        '18:45 warning RO-1: RO-1 rests on IF-1.a, which loses information by its own words.',
        '18:45 warning RO-1: RO-1 rests on IF-1.b, which puts a default in place of what is missing.',
        '18:45 warning RO-1: RO-1 rests on IF-1.c, which takes a part or rounds.',
        '18:45 warning RO-1: RO-1 rests on IF-1.d, which makes one code of several (VM-1).',
        '18:45 warning RO-1: RO-1 rests on IF-1.e, which makes Q of an unknown code (VM-2).',
        '18:45 warning RO-1: RO-1 rests on IF-2.f, which is carried by hand.',
      ],
    },
    {
      name: 'whole values, on the way to another system, or shown by no output',
      spec: `
        systems: {QMS: {}, LIMS: {}, BI: {}}
        objects: {result: {systemOfRecord: LIMS, fields: {a: {}, b: {}}}}
        codes: {CL: {values: {X: x, Z: z}}, CL2: {values: {P: p, Q: q}}}
        valueMaps: {VM-1: {from: CL, to: CL2, map: {X: P, Z: Q}, unknown: reject}}
        interfaces:
          IF-1: {from: LIMS, to: QMS, fields: {a: {from: result.a, map: VM-1, transform: [{padLeft: {with: "0", to: 18}}]}, note: {from: note, lossy: {reason: free text}}}}
          IF-2: {from: LIMS, to: BI, fields: {a: {from: result.a, default: "0"}}}
        outputs: {RO-1: {assembledIn: QMS, content: {a: {from: result.a}, b: {from: result.b}}}}`,
      expect: [],
    },
  ],
  *check({ model, graph }) {
    const lossy = mappedFields(model).flatMap((field) => {
      const losses = lossesOf(model, field);
      return losses.length === 0 || statusOf(model, field) === 'retired' ? [] : [{ field, losses }];
    });
    if (lossy.length === 0) return;
    for (const output of model.ofKind('output')) {
      const lineage = lineageOf(graph, output);
      for (const { field, losses } of lossy.toSorted((a, b) => compareText(a.field.id, b.field.id))) {
        if (!lineage.has(field.key)) continue;
        yield {
          element: output,
          path: ['content'],
          message: `${output.id} rests on ${field.id}, which ${listed(losses)}.`,
          hint: `Carry the value whole in ${field.id}, or take it from where it is whole.`,
          subject: [field.id, losses],
          related: [{ message: 'The value is changed here.', element: field, path: [] }],
        };
      }
    }
  },
});

/** In what ways a value may arrive as another one. Conversions of units round by their own declaration and are judged there. */
function lossesOf(model: SpecModel, field: MappedField): readonly string[] {
  const { lossy, default: fallback, constant, tooLong, transform = [], map } = field.attributes;
  const flow = interfaceOf(model, field);
  const manual = flow?.attributes.pattern === 'manual' || flow?.attributes.transport?.kind === 'paper';
  const codes = map === undefined ? undefined : model.get('value-map', map);
  return [
    ...(lossy === undefined ? [] : ['loses information by its own words']),
    ...(fallback === undefined ? [] : ['puts a default in place of what is missing']),
    ...(constant === undefined ? [] : ['is a constant']),
    ...(tooLong === 'truncate' ? ['cuts what is too long'] : []),
    ...(transform.some(loses) ? ['takes a part or rounds'] : []),
    ...(codes === undefined ? [] : lossesOfCodes(codes)),
    ...(manual ? ['is carried by hand'] : []),
  ];
}

function loses(step: NonNullable<MappedField['attributes']['transform']>[number]): boolean {
  return [step.part, step.split, step.round, step.toDate, step.first, step.aggregate].some(
    (part) => part !== undefined,
  );
}

function lossesOfCodes(codes: Element<'value-map'>): readonly string[] {
  const { map, unknown } = codes.attributes;
  const targets = Object.values(map);
  return [
    ...(new Set(targets).size < targets.length ? [`makes one code of several (${codes.id})`] : []),
    ...(typeof unknown === 'object' ? [`makes ${unknown.default} of an unknown code (${codes.id})`] : []),
  ];
}
