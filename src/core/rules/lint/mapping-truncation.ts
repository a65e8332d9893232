import { defineLint } from '../lint-rule.ts';
import { longestValue } from '../linting/longest-value.ts';
import { mappedSubjects, receiverOf } from '../linting/mapped-value.ts';
import { isNumeric } from '../linting/value-type.ts';

/** Length of what a mapping can hand over against the length at arrival. */
export const mappingTruncation = defineLint({
  id: 'mapping-truncation',
  source: 'lint',
  judges: 'model',
  looksAt: 'neighbours',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'Both lengths are declared, and they do not go together.',
  purpose: 'Reports a mapped field that can receive a value longer than it can hold and does not reject it.',
  why: 'What is longer is cut: an identifier then names something else, or nothing.',
  fix: 'Widen the field at arrival, shorten it at the sender, or say `tooLong: reject`.',
  reads: [
    'objects.field.length',
    'objects.key.length',
    'interfaces.field.source',
    'interfaces.field.length',
    'interfaces.field.tooLong',
    'interfaces.field.transform',
    'interfaces.field.map',
    'interfaces.field.crosswalk',
  ],
  examples: [
    {
      name: 'the sender is wider',
      spec: `
        systems: {ERP: {}, MES: {}}
        interfaces:
          IF-004:
            from: ERP
            to: MES
            fields:
              supplier_name: {from: supplier_name, source: {length: 50}, type: string, length: 35}`,
      expect: [
        '7:88 error IF-004.supplier_name: IF-004.supplier_name can carry 50 characters (supplier_name) and arrives in 35: what is longer is cut.',
      ],
    },
    {
      name: 'a prefix makes it too long, a value map has a longer target, and a key of the receiver is longer',
      spec: `
        systems: {ERP: {}, MES: {}}
        objects:
          lot:
            keys: {MES: {fields: [lot_id], length: 14}, ERP: {fields: [batch], length: 10}}
            crosswalk: XW-LOT
            fields: {number: {type: string, length: 10}, kind: {type: code}}
        crosswalks: {XW-LOT: {object: lot, sides: [ERP, MES]}}
        valueMaps: {VM-KIND: {map: {A: ACTIVE, B: BLOCKED}}}
        interfaces:
          IF-1:
            from: ERP
            to: MES
            fields:
              prefixed: {from: lot.number, type: string, length: 11, transform: [{trim: both}, {prefix: "L-"}]}
              kind: {from: lot.kind, type: code, length: 6, map: VM-KIND}
              lot: {from: lot.number, type: string, length: 12, crosswalk: XW-LOT}`,
      expect: [
        '14:58 error IF-1.prefixed: IF-1.prefixed can carry 12 characters (lot.number, after the steps of the mapping) and arrives in 11: what is longer is cut.',
        '15:50 error IF-1.kind: IF-1.kind can carry 7 characters (VM-KIND (“BLOCKED”)) and arrives in 6: what is longer is cut.',
        '16:53 error IF-1.lot: IF-1.lot can carry 14 characters (the key of lot in MES) and arrives in 12: what is longer is cut.',
      ],
    },
    {
      name: 'a cut that is declared with its reason is only a warning',
      spec: `
        systems: {ERP: {}, MES: {}}
        interfaces:
          IF-1:
            from: ERP
            to: MES
            fields:
              note: {from: note, source: {length: 200}, type: string, length: 80, tooLong: truncate, lossy: {reason: The full text stays in ERP}}`,
      expect: [
        '7:71 warning IF-1.note: IF-1.note can carry 200 characters (note) and arrives in 80: what is longer is cut, as declared (The full text stays in ERP).',
      ],
    },
    {
      name: 'what is too long is refused, shortened by a step, replaced, a number, or of unknown length',
      spec: `
        systems: {ERP: {}, MES: {}}
        objects:
          lot:
            keys: {MES: {fields: [lot_id], length: 14}, ERP: {fields: [batch], length: 10}}
            crosswalk: XW-LOT
            fields: {number: {type: string, length: 14}, kind: {type: code, length: 30}, quantity: {type: decimal, length: 20}}
        crosswalks: {XW-LOT: {object: lot, sides: [ERP, MES]}}
        valueMaps: {VM-KIND: {map: {A: ACT, B: BLO}, unknown: reject}}
        interfaces:
          IF-1:
            from: MES
            to: ERP
            fields:
              refused: {from: lot.number, type: string, length: 10, tooLong: reject}
              shortened: {from: lot.number, type: string, length: 10, transform: [{part: {from: 1, length: 10}}]}
              replaced: {from: lot.number, type: string, length: 10, crosswalk: XW-LOT}
              mapped: {from: lot.kind, type: code, length: 3, map: VM-KIND}
              quantity: {from: lot.quantity, type: decimal, length: 8}
              in_words: {from: lot.number, type: string, length: 10, transform: [{custom: as the receiver likes it}]}
              unknown: {from: free_text, type: string, length: 10}
              equal: {from: lot.number, type: string, length: 14}`,
      expect: [],
    },
  ],
  *check({ model, subjects }) {
    for (const field of mappedSubjects(subjects)) {
      const receiver = receiverOf(model, field);
      const { facts } = receiver;
      const { tooLong, lossy } = field.attributes;
      const at = receiver.place('length');
      if (facts.length === undefined || at === undefined || tooLong === 'reject') continue;
      if (facts.type !== undefined && isNumeric(facts.type)) continue;
      const longest = longestValue(model, field);
      if (longest === undefined || longest.length <= facts.length) continue;
      const origin = `${longest.what}${longest.changed ? ', after the steps of the mapping' : ''}`;
      const decided = tooLong === 'truncate' && lossy !== undefined && field.attributes.critical !== true;
      yield {
        element: field,
        path: at.element.key === field.key ? at.path : ['to'],
        message: `${field.id} can carry ${longest.length} characters (${origin}) and arrives in ${facts.length}: what is longer is cut${decided ? `, as declared (${lossy.reason})` : ''}.`,
        hint: decided
          ? 'Nothing, if the loss is acceptable; else widen the receiver.'
          : `Widen the receiver to ${longest.length}, or say \`tooLong: reject\`; a cut that is wanted is \`tooLong: truncate\` with \`lossy: {reason: …}\`.`,
        subject: [field.attributes.from ?? [], longest.length, facts.length],
        related: [{ message: `${longest.what} may be as long as this.`, ...longest.place }],
        ...(decided ? { severity: 'warning' } : {}),
      };
    }
  },
});
