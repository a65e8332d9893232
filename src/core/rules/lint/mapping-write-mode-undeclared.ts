import { defineLint } from '../lint-rule.ts';
import { doesNotApply, statusOf } from '../linting/declared.ts';

/** Interfaces that may do anything to what is there. */
export const mappingWriteModeUndeclared = defineLint({
  id: 'mapping-write-mode-undeclared',
  source: 'lint',
  judges: 'model',
  severity: 'warning',
  stance: 'expectation',
  stanceReason: 'What the receiver does to an existing value is a declaration that a sketch may leave out.',
  purpose: 'Reports an interface of which no mapped field says whether it inserts, updates, overwrites or deletes.',
  why: 'How much power the interface has over the records of the receiver is not known, and not tested.',
  fix: 'Add `write` to the mapped fields, at least to those that name the record (`key: true`).',
  reads: ['interfaces.pattern', 'interfaces.field.write', 'interfaces.field.capture'],
  examples: [
    {
      name: 'no field says it',
      spec: `
        systems: {MES: {}, ERP: {}}
        interfaces: {IF-1: {from: MES, to: ERP, fields: {lot: {from: lot, key: true}, quantity: {from: quantity}}}}`,
      expect: ['2:14 warning IF-1: No mapped field of IF-1 says what the receiver does to a value that is there.'],
    },
    {
      name: 'a field says it, it does not apply, a question writes nothing, people enter it, there are no fields, or it is retired',
      spec: `
        systems: {MES: {}, ERP: {}}
        interfaces:
          IF-1: {from: MES, to: ERP, fields: {lot: {from: lot, key: true, write: upsert}, quantity: {from: quantity}}}
          IF-2: {from: MES, to: ERP, fields: {event: {from: message, write: {notApplicable: starts a step and writes nothing}}}}
          IF-3: {from: MES, to: ERP, pattern: request-reply, fields: {lot: {from: lot}}, reply: {quantity: {from: quantity}}}
          IF-4: {from: MES, to: ERP, pattern: manual, fields: {lot: {from: lot}}}
          IF-5: {from: MES, to: ERP}
          IF-6: {from: MES, to: ERP, status: retired, fields: {lot: {from: lot}}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const flow of model.ofKind('interface')) {
      const { pattern } = flow.attributes;
      if (pattern === 'request-reply' || pattern === 'manual' || statusOf(model, flow) === 'retired') continue;
      const rows = model.partsOf(flow, 'mapping');
      const said = rows.some((row) => row.attributes.write !== undefined || doesNotApply(row, 'write'));
      if (rows.length === 0 || said) continue;
      yield {
        element: flow,
        path: [],
        part: 'key' as const,
        message: `No mapped field of ${flow.id} says what the receiver does to a value that is there.`,
        hint: 'Add `write: insert`, `upsert`, `overwrite` or `delete`, at least to the key fields.',
        subject: 'write',
      };
    }
  },
});
