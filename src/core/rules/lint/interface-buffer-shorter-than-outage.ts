import { defineLint } from '../lint-rule.ts';
import { isShorter } from '../linting/shorter-time.ts';

/** Messages that are lost in an outage that is to be survived. */
export const interfaceBufferShorterThanOutage = defineLint({
  id: 'interface-buffer-shorter-than-outage',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'Both times are declared, and they do not go together.',
  purpose:
    'Reports an interface that keeps messages for a shorter time than the outage of its receiver or carrier that is to be survived.',
  why: 'An outage that everybody was told the interfaces survive loses the messages of its last hours.',
  fix: 'Keep messages at least as long as the longest outage, or say honestly which outage is survived.',
  reads: ['interfaces.whenDown.buffer', 'interfaces.to', 'interfaces.transport.via', 'systems.maxOutage'],
  examples: [
    {
      name: 'shorter than an outage of a receiver, and of the carrier',
      spec: `
        systems: {QMS: {}, MES: {maxOutage: 24 h}, ERP: {}, BUS: {maxOutage: 3 d}}
        interfaces:
          IF-1: {from: QMS, to: [ERP, MES], whenDown: {mode: queue, buffer: 4 h}}
          IF-2: {from: QMS, to: ERP, transport: {via: BUS}, whenDown: {mode: queue, buffer: 48 h}}`,
      expect: [
        '3:69 error IF-1: IF-1 keeps messages for 4 h, but an outage of MES of 24 h is to be survived.',
        '4:85 error IF-2: IF-2 keeps messages for 48 h, but an outage of BUS of 3 d is to be survived.',
      ],
    },
    {
      name: 'as long in another unit, the sender that sends nothing meanwhile, and what is not declared',
      spec: `
        systems: {QMS: {maxOutage: 7 d}, MES: {maxOutage: 24 h}, ERP: {}}
        interfaces:
          IF-1: {from: QMS, to: MES, whenDown: {mode: queue, buffer: 1 d}}
          IF-2: {from: QMS, to: ERP, whenDown: {mode: queue, buffer: 1 h}}
          IF-3: {from: QMS, to: MES, whenDown: {mode: queue}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const flow of model.ofKind('interface')) {
      const { to, transport, whenDown } = flow.attributes;
      const buffer = whenDown?.buffer;
      if (buffer === undefined) continue;
      for (const name of new Set([...to, ...(transport?.via === undefined ? [] : [transport.via])])) {
        const system = model.get('system', name);
        const outage = system?.attributes.maxOutage;
        if (system === undefined || outage === undefined || !isShorter(buffer, outage)) continue;
        yield {
          element: flow,
          path: ['whenDown', 'buffer'],
          message: `${flow.id} keeps messages for ${buffer}, but an outage of ${name} of ${outage} is to be survived.`,
          hint: `Let messages wait for ${outage} or longer.`,
          subject: [name, buffer, outage],
          related: [{ message: 'The outage is declared here.', element: system, path: ['maxOutage'] }],
        };
      }
    }
  },
});
