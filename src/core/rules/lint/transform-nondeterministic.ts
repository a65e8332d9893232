import { defineLint } from '../lint-rule.ts';
import { mappedSubjects } from '../linting/mapped-value.ts';
import type { MappedField } from '../linting/mapped-value.ts';

/** Mappings that may yield something else the next time. */
export const transformNondeterministic = defineLint({
  id: 'transform-nondeterministic',
  source: 'lint',
  judges: 'model',
  looksAt: 'neighbours',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'A step is declared whose result nothing that is declared decides.',
  purpose:
    'Reports a mapped field whose value depends on the moment of sending, on chance, on settings of a machine, or on which of several values happens to come first.',
  why: 'It cannot be tested, and what was sent cannot be worked out again.',
  fix: 'Take the value from a field that is recorded, choose by a rule, or say in `rationale` why the moment is what is wanted.',
  reads: ['interfaces.field.transform', 'interfaces.field.derivation', 'rationale'],
  examples: [
    {
      name: 'the moment of sending, an unordered choice, chance and settings in words, and a moment that is justified',
      spec: `
        systems: {MES: {}, ERP: {}}
        interfaces:
          IF-1:
            from: MES
            to: ERP
            fields:
              posted: {type: timestamp, zone: UTC, transform: [{now: timestamp}]}
              operator: {from: operators, type: string, transform: [{aggregate: last}]}
              ticket: {from: lot, type: string, transform: [{custom: lot and a random number}]}
              age: {derivation: days from receipt until today, type: integer}
              sent: {type: timestamp, zone: UTC, transform: [{now: timestamp}], rationale: Only says when the message left}`,
      expect: [
        '7:56 error IF-1.posted: IF-1.posted is the moment of sending, which differs each time.',
        '8:61 error IF-1.operator: IF-1.operator is the last of several values, and nothing says in which order.',
        '9:53 error IF-1.ticket: IF-1.ticket depends on something that is not sent (“random number”).',
        '10:25 error IF-1.age: IF-1.age depends on something that is not sent (“today”).',
        '11:54 warning IF-1.sent: IF-1.sent is the moment of sending, which differs each time, as justified (Only says when the message left).',
      ],
    },
    {
      name: 'steps that depend on what is sent alone',
      spec: `
        systems: {MES: {}, ERP: {}}
        interfaces:
          IF-1:
            from: MES
            to: ERP
            fields:
              total: {from: quantities, type: decimal, unit: EA, transform: [{aggregate: sum}]}
              either: {from: [a, b], type: string, transform: [{first: [a, b]}]}
              open: {from: ncrs, type: integer, derivation: number of NCRs that are open}
              known: {from: note, type: string, transform: [{custom: the randomised sample is left out}]}`,
      expect: [],
    },
  ],
  *check({ subjects }) {
    for (const field of mappedSubjects(subjects)) {
      const { rationale } = field.attributes;
      for (const { what, path } of causesIn(field)) {
        yield {
          element: field,
          path,
          message: `${field.id} ${what}${rationale === undefined ? '' : `, as justified (${rationale})`}.`,
          hint: 'Take the value from a recorded field, or say which value is chosen by which rule.',
          subject: [what],
          ...(rationale === undefined ? {} : { severity: 'warning' as const }),
        };
      }
    }
  },
});

interface Cause {
  readonly what: string;
  readonly path: readonly (string | number)[];
}

function causesIn({ attributes: { transform = [], derivation } }: MappedField): readonly Cause[] {
  const steps = transform.flatMap((step, index): readonly Cause[] => {
    const path = ['transform', index];
    if (step.now !== undefined) return [{ what: 'is the moment of sending, which differs each time', path }];
    if (step.aggregate === 'first' || step.aggregate === 'last')
      return [{ what: `is the ${step.aggregate} of several values, and nothing says in which order`, path }];
    return step.custom === undefined ? [] : unsteadyWords(step.custom, path);
  });
  return derivation === undefined ? steps : [...steps, ...unsteadyWords(derivation, ['derivation'])];
}

/** Words for what changes though nothing that is sent does. */
const UNSTEADY =
  /\b(?:random(?: \w+)?|today|sysdate|getdate|now\(\)|current (?:date|time|day|timestamp|user)|system (?:date|time)|locale|environment variable)(?![\w])/iu;

function unsteadyWords(text: string, path: readonly (string | number)[]): readonly Cause[] {
  const word = UNSTEADY.exec(text)?.[0];
  return word === undefined ? [] : [{ what: `depends on something that is not sent (“${word}”)`, path }];
}
