import { defineLint } from '../lint-rule.ts';
import { circlesOf, valueFlows } from '../linting/value-flow.ts';

/** Values that come back to where they came from. */
export const updateLoop = defineLint({
  id: 'update-loop',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason: 'How an echo is kept away is a declaration that a sketch may leave out.',
  purpose: 'Reports a circle of mapped fields in which a change of a value comes back to the system where it was made.',
  why: 'Values go to and fro without end, audit trails fill, and an old value may overwrite a newer one.',
  fix: 'Say on one interface of the circle how an echo is kept away: `echo: suppressed`, or `echo: stamped`.',
  reads: [
    'interfaces.echo',
    'interfaces.twoWay',
    'interfaces.pattern',
    'interfaces.field.from',
    'interfaces.field.to',
    'interfaces.field.key',
    'interfaces.field.write',
  ],
  examples: [
    {
      name: 'forth and back by two interfaces, a flow that runs both ways, and round three systems under plain names',
      spec: `
        systems: {ERP: {}, MES: {}, QMS: {}}
        objects: {lot: {fields: {quantity: {type: decimal, unit: EA}, grade: {type: code}}}}
        interfaces:
          IF-1: {from: ERP, to: MES, fields: {qty: {from: lot.quantity}}}
          IF-2: {from: MES, to: ERP, fields: {amount: {from: lot.quantity}}}
          IF-3: {from: ERP, to: QMS, twoWay: true, fields: {grade: {from: lot.grade}}}
          IF-4: {from: ERP, to: MES, fields: {remark: {from: note}}}
          IF-5: {from: MES, to: QMS, fields: {text: {from: remark}}}
          IF-6: {from: QMS, to: ERP, fields: {x: {from: text, to: note}}}`,
      expect: [
        '4:51 error IF-1.qty: lot.quantity goes round ERP → MES → ERP (IF-1.qty, IF-2.amount), and nothing keeps the echo away.',
        '6:67 error IF-3.grade: lot.grade goes round ERP → QMS → ERP (IF-3.grade, IF-3.grade), and nothing keeps the echo away.',
        '7:54 error IF-4.remark: note goes round ERP → MES → QMS → ERP (IF-4.remark, IF-5.text, IF-6.x), and nothing keeps the echo away.',
      ],
    },
    {
      name: 'one interface keeps the echo away, a key, a counter, a question, a value for new records only, a retired flow',
      spec: `
        systems: {ERP: {}, MES: {}}
        objects: {lot: {fields: {id: {type: string}, quantity: {type: decimal, unit: EA}, seq: {type: integer}}}}
        interfaces:
          IF-1: {from: ERP, to: MES, delivery: {order: sequence, sequence: seq}, fields: {id: {from: lot.id, key: true}, qty: {from: lot.quantity}, seq: {from: lot.seq}, note: {from: note}}}
          IF-2: {from: MES, to: ERP, echo: suppressed, fields: {qty: {from: lot.quantity}}}
          IF-3: {from: MES, to: ERP, fields: {id: {from: lot.id}, seq: {from: lot.seq}, first: {from: lot.quantity, write: insert}}}
          IF-4: {from: MES, to: ERP, pattern: request-reply, fields: {asked: {from: lot.quantity}}, reply: {qty: {from: lot.quantity}}}
          IF-5: {from: MES, to: ERP, status: retired, fields: {qty: {from: lot.quantity}}}
          IF-6: {from: MES, to: ERP, fields: {remark: {from: note}}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const circle of circlesOf(valueFlows(model))) {
      const [first] = circle;
      if (first === undefined) continue;
      const way = [first.sender, ...circle.map(({ receiver }) => receiver)].join(' → ');
      const rows = circle.map(({ by }) => by);
      yield {
        element: first.by,
        path: ['from'],
        message: `${first.from.slice(first.sender.length + 1)} goes round ${way} (${rows.map(({ id }) => id).join(', ')}), and nothing keeps the echo away.`,
        hint: `Say how: \`echo: suppressed\` or \`echo: stamped\` on ${[...new Set(circle.map(({ flow }) => flow.id))].join(' or ')}.`,
        subject: [way, ...circle.map(({ from }) => from)],
        related: rows
          .slice(1)
          .map((row) => ({ message: `${row.id} carries it on.`, element: row, path: [], part: 'key' as const })),
      };
    }
  },
});
