import { defineLint } from '../lint-rule.ts';
import { mappedSubjects, placeOrField, receiverOf, sendersOf } from '../linting/mapped-value.ts';
import type { ValueFacts } from '../linting/mapped-value.ts';
import { takes, typeAfterSteps } from '../linting/value-type.ts';
import type { ValueType } from '../linting/value-type.ts';

/** Type of what a mapping hands over against the type at arrival. */
export const mappingTypeIncompatible = defineLint({
  id: 'mapping-type-incompatible',
  source: 'lint',
  judges: 'model',
  looksAt: 'neighbours',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'Both types are declared, and no step turns one into the other.',
  purpose:
    'Reports a mapped field whose value, after the steps of the mapping, is not of a type that the receiver can take.',
  why: 'The receiver cannot read the message, or reads something else from it.',
  fix: 'Add the step that turns one type into the other (`toText`, `toDate`, `round`, a value map), or correct a type.',
  reads: [
    'objects.field.type',
    'interfaces.field.source',
    'interfaces.field.type',
    'interfaces.field.transform',
    'interfaces.field.map',
    'interfaces.field.conversion',
  ],
  examples: [
    {
      name: 'text into a number, a time into a date, decimals into an integer',
      spec: `
        systems: {QMS: {}, MES: {}}
        objects:
          ncr: {fields: {number: {type: string}, raised: {type: timestamp}, quantity: {type: decimal, decimals: 2}}}
        interfaces:
          IF-1:
            from: QMS
            to: MES
            fields:
              number: {from: ncr.number, type: integer}
              day: {from: ncr.raised, type: date}
              pieces: {from: ncr.quantity, type: integer}
              moment: {from: stamp, source: {type: date}, type: timestamp}`,
      expect: [
        '9:40 error IF-1.number: IF-1.number arrives as integer, but ncr.number is a string: no step turns one into the other.',
        '10:37 error IF-1.day: IF-1.day arrives as date, but ncr.raised is a timestamp: no step turns one into the other.',
        '11:42 error IF-1.pieces: IF-1.pieces arrives as integer, but ncr.quantity is a decimal: no step turns one into the other.',
        '12:57 error IF-1.moment: IF-1.moment arrives as timestamp, but stamp is a date: no step turns one into the other.',
      ],
    },
    {
      name: 'steps that turn one type into another, text that takes anything, whole decimals, statuses, formulas, and what is not declared',
      spec: `
        systems: {QMS: {}, MES: {}}
        objects:
          ncr: {fields: {number: {type: string}, raised: {type: timestamp}, quantity: {type: decimal, decimals: 0, unit: EA}, lot: {type: string}}}
        lifecycles: {NCR: {states: {Open: open}}}
        valueMaps: {VM: {map: {A: "1"}}}
        interfaces:
          IF-1:
            from: QMS
            to: MES
            fields:
              day: {from: ncr.raised, type: date, transform: [{toDate: UTC}]}
              text: {from: ncr.raised, type: string}
              pieces: {from: ncr.quantity, type: integer}
              exact: {from: ncr.quantity, type: decimal, transform: [{round: {decimals: 0}}]}
              status: {from: NCR, type: code}
              kind: {from: message, type: code}
              number: {from: ncr.number, type: integer, map: VM}
              parsed: {from: ncr.number, type: integer, transform: [{custom: digits after the dash}]}
              count: {from: NCR, type: integer, derivation: number of open NCRs}
              counted: {from: ncr.lot, type: integer, transform: [{aggregate: count}]}
              plain: {from: somewhere, type: boolean}
              unsaid: {from: ncr.raised}
              several: {from: [ncr.number, ncr.lot], type: string, transform: [{join: "-"}]}`,
      expect: [],
    },
  ],
  *check({ model, subjects }) {
    for (const field of mappedSubjects(subjects)) {
      const receiver = receiverOf(model, field);
      const at = receiver.place('type');
      const wanted = receiver.facts.type;
      if (wanted === undefined || at === undefined) continue;
      for (const sender of sendersOf(model, field)) {
        const value = typeAfterSteps(field, sender.facts.type);
        if (
          value === undefined ||
          sender.facts.type === undefined ||
          isTaken(wanted, value, sender.facts, receiver.facts)
        )
          continue;
        const changed =
          value === sender.facts.type
            ? `is a ${value}`
            : `is a ${sender.facts.type} and a ${value} after the steps of the mapping`;
        yield {
          element: field,
          path: at.element.key === field.key ? at.path : ['to'],
          message: `${field.id} arrives as ${wanted}, but ${sender.name} ${changed}: no step turns one into the other.`,
          hint: 'Add a step to `transform`, a value map or a conversion that does, or correct the type of one end.',
          subject: [sender.name, value, wanted],
          related: [{ message: `${sender.name} is a ${sender.facts.type}.`, ...placeOrField(sender, 'type', field) }],
        };
      }
    }
  },
});

/** Types that go together, and amounts that differ in type only: whole decimals, and times that carry their unit. */
function isTaken(wanted: ValueType, value: ValueType, sent: ValueFacts, arriving: ValueFacts): boolean {
  if (takes(wanted, value)) return true;
  if (wanted === 'integer' && value === 'decimal') return sent.decimals === 0;
  if (value === 'duration') return (wanted === 'integer' || wanted === 'decimal') && arriving.unit !== undefined;
  return wanted === 'duration' && (value === 'integer' || value === 'decimal') && sent.unit !== undefined;
}
