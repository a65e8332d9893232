import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { defineLint } from '../lint-rule.ts';
import { doesNotApply } from '../linting/declared.ts';
import { mappedSubjects, sendersOf } from '../linting/mapped-value.ts';
import type { MappedField } from '../linting/mapped-value.ts';

/** Quantities that are bare numbers. */
export const unitMissing = defineLint({
  id: 'unit-missing',
  source: 'lint',
  judges: 'model',
  looksAt: 'neighbours',
  severity: 'error',
  stance: 'expectation',
  stanceReason: 'Nothing is wrong with a number whose unit is still to be said.',
  purpose: 'Reports a decimal field, of an object or at arrival, that has no unit.',
  why: 'A number without its unit means nothing: 5 is a different quantity in kg and in lb.',
  fix: 'Name the unit, or the field that holds it; a pure number says `unit: {notApplicable: why}`.',
  reads: ['objects.field.type', 'objects.field.unit', 'interfaces.field.type', 'interfaces.field.unit'],
  examples: [
    {
      name: 'decimals without unit on either side',
      spec: `
        systems: {LIMS: {}, QMS: {}}
        objects: {result: {fields: {value: {type: decimal}}}}
        interfaces:
          IF-5: {from: LIMS, to: QMS, fields: {value: {from: result.value, type: decimal}}}`,
      expect: [
        '2:43 error result.value: Nothing says in which unit result.value is measured.',
        '4:74 error IF-5.value: Nothing says in which unit IF-5.value arrives.',
      ],
    },
    {
      name: 'a unit, a field that holds it, a conversion into it, a pure number, a counter',
      spec: `
        systems: {LIMS: {}, QMS: {}}
        objects:
          result:
            fields:
              value: {type: decimal, unit: um}
              limit: {type: decimal, unit: {field: result.unit}}
              unit: {type: code}
              ph: {type: decimal, unit: {notApplicable: a logarithm has no unit}}
              revision: {type: integer}
        conversions: {UC: {from: uin, to: um, factor: 0.0254}}
        interfaces:
          IF-5: {from: LIMS, to: QMS, fields: {value: {from: result.value, type: decimal, conversion: UC}, ph: {from: result.ph, type: decimal}}}`,
      expect: [],
    },
    {
      name: 'counts: with the unit 1 or pieces, made by counting, or whole numbers before they became decimals',
      spec: `
        systems: {MES: {}, ERP: {}}
        objects: {lot: {fields: {rework_loops: {type: decimal, decimals: 0, unit: "1"}, pieces: {type: decimal, decimals: 0, unit: pcs}, revision: {type: integer}, ncr: {type: string}}}}
        interfaces:
          IF-1:
            from: MES
            to: ERP
            fields:
              revision: {from: lot.revision, type: decimal}
              ncrs: {from: lot.ncr, type: decimal, transform: [{aggregate: count}]}
              plain: {from: line_no, source: {type: integer}, type: decimal}`,
      expect: [],
    },
    {
      name: 'a whole number of something still has a unit: pieces are not boxes',
      spec: 'objects: {lot: {fields: {quantity: {type: decimal, decimals: 0}}}}',
      expect: ['1:43 error lot.quantity: Nothing says in which unit lot.quantity is measured.'],
    },
    {
      name: 'a sketch may leave units out',
      spec: 'objects: {result: {fields: {value: {type: decimal}}}}',
      project: 'profile: sketch',
      expect: [],
    },
    {
      name: 'a project that is not regulated is warned',
      spec: 'objects: {result: {fields: {value: {type: decimal}}}}',
      project: 'profile: project',
      expect: ['1:43 warning result.value: Nothing says in which unit result.value is measured.'],
    },
  ],
  *check({ model, subjects }) {
    for (const field of subjects.ofKind('field')) if (lacksUnit(field)) yield report(field, 'is measured');
    for (const field of mappedSubjects(subjects)) {
      if (field.attributes.conversion !== undefined || !lacksUnit(field) || isPureNumber(model, field)) continue;
      yield report(field, 'arrives');
    }
  },
});

function lacksUnit(field: Element<'field'> | MappedField): boolean {
  return field.attributes.type === 'decimal' && field.attributes.unit === undefined && !doesNotApply(field, 'unit');
}

/**
 * Whether a mapped field is a number without unit: a count of what is sent, or every source is one, because its object says so
 * or because it is a whole number without unit (a counter, a revision) before it becomes a decimal.
 */
function isPureNumber(model: SpecModel, field: MappedField): boolean {
  if (field.attributes.transform?.some(({ aggregate }) => aggregate === 'count') === true) return true;
  const senders = sendersOf(model, field);
  return (
    senders.length > 0 &&
    senders.every(({ name, facts }) => {
      const source = model.get('field', name);
      const whole = facts.type === 'integer' && facts.unit === undefined;
      return whole || (source !== undefined && doesNotApply(source, 'unit'));
    })
  );
}

function report(field: Element<'field'> | MappedField, verb: string) {
  return {
    element: field,
    path: ['type'],
    message: `Nothing says in which unit ${field.id} ${verb}.`,
    hint: 'Add `unit` (of a mere count `unit: "1"`), the field that holds it (`unit: {field: …}`), or `unit: {notApplicable: why}` for a pure number.',
    subject: 'unit',
  };
}
