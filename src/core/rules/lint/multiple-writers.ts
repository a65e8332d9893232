import type { SpecModel } from '../../model/spec-model.ts';
import { defineLint } from '../lint-rule.ts';
import { maybeTogether, targetWriters } from '../linting/target-writers.ts';
import type { TargetWriter } from '../linting/target-writers.ts';

/** Targets that several mappings fill, without a word about which one wins. */
export const multipleWriters = defineLint({
  id: 'multiple-writers',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason:
    'Which of two sources wins is a declaration that a sketch may leave out; equal precedence is a contradiction.',
  purpose: 'Reports two mapped fields that fill one target at the same time, without precedence.',
  why: 'Whichever comes last wins, and the value depends on the order of messages.',
  fix: 'Give them `precedence`, let `when` of one exclude the other, or drop one.',
  reads: [
    'interfaces.to',
    'interfaces.filter',
    'interfaces.field.from',
    'interfaces.field.to',
    'interfaces.field.for',
    'interfaces.field.when',
    'interfaces.field.precedence',
    'phases.live',
  ],
  examples: [
    {
      name: 'two rows of one message, equal precedence, and two interfaces into one field of an object',
      spec: `
        systems: {ERP: {}, LIMS: {}, MES: {}}
        objects: {lot: {fields: {grade: {type: code}}}}
        interfaces:
          IF-1:
            from: ERP
            to: MES
            fields:
              a: {from: grade, to: GRADE}
              b: {from: class, to: GRADE, when: {fact: the class is known}}
              c: {from: x, to: SIZE, precedence: 1}
              d: {from: z, to: SIZE, precedence: 1}
          IF-2: {from: ERP, to: MES, fields: {grade: {from: grade, to: lot.grade}}}
          IF-3: {from: LIMS, to: MES, fields: {grade: {from: lot.grade}}}`,
      expect: [
        '9:28 error IF-1.b: IF-1.a and IF-1.b both fill GRADE in MES: whichever comes last wins.',
        '11:24 error IF-1.d: IF-1.c and IF-1.d both fill SIZE in MES: whichever comes last wins.',
        '13:40 error IF-3.grade: IF-2.grade and IF-3.grade both fill lot.grade in MES: whichever comes last wins.',
      ],
    },
    {
      name: 'precedence, conditions that exclude each other, other receivers, keys, one source by two messages, phases that do not meet',
      spec: `
        systems: {ERP: {}, LIMS: {}, MES: {}, QMS: {}}
        objects: {lot: {fields: {id: {type: string}, grade: {type: code}, size: {type: code}}}}
        interfaces:
          IF-1:
            from: ERP
            to: [MES, QMS]
            messages: [NEW, OLD]
            fields:
              a: {from: grade, to: GRADE, precedence: 1}
              b: {from: class, to: GRADE, precedence: 2}
              c: {from: x, to: SIZE, when: {message: NEW}}
              d: {from: z, to: SIZE, when: {message: OLD}}
              e: {from: u, to: V, for: MES}
              f: {from: w, to: V, for: QMS}
          IF-2: {from: LIMS, to: MES, fields: {id: {from: lot.id, key: true}, grade: {from: lot.grade}, size: {from: lot.size}}}
          IF-3: {from: ERP, to: MES, fields: {id: {from: lot.id, key: true}, size: {from: lot.size}}}
          IF-4: {from: LIMS, to: MES, fields: {grade: {from: lot.grade}}}
          IF-5: {from: ERP, to: MES, status: draft, fields: {grade: {from: lot.grade}}}
        phases: {P1: {live: [IF-2, IF-4]}, P2: {live: [IF-1, IF-3, IF-4]}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    const first = new Map<string, TargetWriter>();
    const several = new Map<string, TargetWriter[]>();
    for (const writer of targetWriters(model)) {
      const { target } = writer;
      const before = first.get(target);
      if (before === undefined) {
        first.set(target, writer);
        continue;
      }
      const others = several.get(target) ?? [before];
      const rival = others.find((other) => compete(model, other, writer));
      if (rival !== undefined) {
        yield {
          element: writer.row,
          path: writer.row.attributes.to === undefined ? [] : ['to'],
          ...(writer.row.attributes.to === undefined ? { part: 'key' as const } : {}),
          message: `${rival.row.id} and ${writer.row.id} both fill ${writer.name} in ${writer.receiver}: whichever comes last wins.`,
          hint: 'Give each a `precedence`, or a `when` that excludes the other.',
          subject: [rival.row.id, writer.name, writer.receiver],
          related: [{ message: `${rival.row.id} fills it, too.`, element: rival.row, path: [], part: 'key' as const }],
          ...(writer.row.attributes.precedence === undefined || rival.row.attributes.precedence === undefined
            ? {}
            : { stance: 'contradiction' as const }),
        };
      }
      others.push(writer);
      several.set(target, others);
    }
  },
});

function compete(model: SpecModel, a: TargetWriter, b: TargetWriter): boolean {
  const [first, second] = [a.row.attributes.precedence, b.row.attributes.precedence];
  return (first === undefined || second === undefined || first === second) && maybeTogether(model, a, b);
}
