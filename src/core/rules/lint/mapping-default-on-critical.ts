import { defineLint } from '../lint-rule.ts';
import { criticalPlace } from '../linting/critical-value.ts';
import { mappedSubjects } from '../linting/mapped-value.ts';
import type { MappedField } from '../linting/mapped-value.ts';

/** Critical values that stand there though nobody provided them. */
export const mappingDefaultOnCritical = defineLint({
  id: 'mapping-default-on-critical',
  source: 'lint',
  judges: 'model',
  looksAt: 'neighbours',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'The value is declared critical, and something is declared that stands in for it.',
  purpose: 'Reports a critical field with a constant, a default, or the first of several sources that has a value.',
  why: 'Missing data look like data, and nobody asks where they come from.',
  fix: 'Refuse what is missing (`whenEmpty: reject`), or say in `rationale` why the value may be supplied.',
  reads: [
    'objects.field.default',
    'objects.field.critical',
    'interfaces.field.constant',
    'interfaces.field.default',
    'interfaces.field.transform',
    'interfaces.field.critical',
    'rationale',
  ],
  examples: [
    {
      name: 'a constant, a default, another source, a default of the object, and one that is justified',
      spec: `
        systems: {LIMS: {}, QMS: {}}
        objects: {result: {fields: {verdict: {type: code, default: PASS, critical: true}, unit: {type: code, critical: true}}}}
        interfaces:
          IF-5:
            from: LIMS
            to: QMS
            fields:
              verdict: {from: result.verdict, type: code, default: PASS}
              unit: {from: [result.unit, method_unit], type: code, transform: [{first: [result.unit, method_unit]}]}
              site: {constant: NMR, type: code, critical: true}
              lab: {constant: L1, type: code, critical: true, rationale: There is one laboratory}`,
      expect: [
        '2:60 error result.verdict: result.verdict is critical, and is PASS when nothing is entered.',
        '8:60 error IF-5.verdict: IF-5.verdict is critical, and is PASS when the source is empty.',
        '9:72 error IF-5.unit: IF-5.unit is critical, and takes the first of result.unit, method_unit that has a value.',
        '10:24 error IF-5.site: IF-5.site is critical, and is always NMR, whatever the sender knows.',
        '11:23 warning IF-5.lab: IF-5.lab is critical, and is always L1, whatever the sender knows, as justified (There is one laboratory).',
      ],
    },
    {
      name: 'nothing stands in, or the value is not critical',
      spec: `
        systems: {LIMS: {}, QMS: {}}
        objects: {result: {fields: {verdict: {type: code, critical: true}, note: {type: text, default: none}}}}
        interfaces:
          IF-5: {from: LIMS, to: QMS, fields: {verdict: {from: result.verdict, type: code, whenEmpty: reject}, note: {from: result.note, type: text, default: none}, site: {constant: NMR, type: code}}}`,
      expect: [],
    },
  ],
  *check({ model, subjects }) {
    for (const field of subjects.ofKind('field')) {
      const { critical, rationale, default: value } = field.attributes;
      if (critical !== true || value === undefined) continue;
      yield {
        element: field,
        path: ['default'],
        message: `${field.id} is critical, and is ${value} when nothing is entered${justified(rationale)}.`,
        hint: 'Let it be entered (`required: true`), or say in `rationale` why the default is right.',
        subject: ['default', value],
        ...(rationale === undefined ? {} : { severity: 'warning' as const }),
      };
    }
    for (const field of mappedSubjects(subjects)) {
      const critical = criticalPlace(model, field);
      const supplied = critical === undefined ? undefined : suppliedBy(field);
      if (critical === undefined || supplied === undefined) continue;
      const { rationale } = field.attributes;
      yield {
        element: field,
        path: supplied.path,
        message: `${field.id} is critical, and ${supplied.what}${justified(rationale)}.`,
        hint: 'Refuse what is missing (`whenEmpty: reject`), or say in `rationale` why the value may be supplied.',
        subject: [supplied.what],
        related: [{ message: `${critical.element.id} is critical.`, ...critical }],
        ...(rationale === undefined ? {} : { severity: 'warning' as const }),
      };
    }
  },
});

function justified(rationale: string | undefined): string {
  return rationale === undefined ? '' : `, as justified (${rationale})`;
}

function suppliedBy({
  attributes,
}: MappedField): { readonly what: string; readonly path: readonly (string | number)[] } | undefined {
  const { constant, transform = [], default: value } = attributes;
  if (constant !== undefined) return { what: `is always ${constant}, whatever the sender knows`, path: ['constant'] };
  if (value !== undefined) return { what: `is ${value} when the source is empty`, path: ['default'] };
  const index = transform.findIndex(({ first }) => first !== undefined);
  return index === -1
    ? undefined
    : {
        what: `takes the first of ${(transform[index]?.first ?? []).join(', ')} that has a value`,
        path: ['transform', index],
      };
}
