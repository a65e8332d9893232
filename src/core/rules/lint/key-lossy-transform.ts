import type { Element } from '../../model/element.ts';
import { defineLint } from '../lint-rule.ts';
import type { LintReport } from '../lint-rule.ts';
import { castsToNumber, lossesOf } from '../linting/lossy-steps.ts';
import { mappedSubjects } from '../linting/mapped-value.ts';
import { listed } from '../judging/wording.ts';

/** Keys that are no longer different after a step. */
export const keyLossyTransform = defineLint({
  id: 'key-lossy-transform',
  source: 'lint',
  judges: 'model',
  looksAt: 'neighbours',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'The field is declared as key, and a declared step makes one key of two.',
  purpose:
    'Reports a key that passes a step which is not one-to-one, and a key that one system compares after dropping what another system keeps.',
  why: 'Two records become one: what belongs to the one is then found on the other.',
  fix: 'Hand the key over as it is, use a crosswalk, or let all systems treat it alike.',
  reads: [
    'objects.key.normalise',
    'interfaces.field.key',
    'interfaces.field.transform',
    'interfaces.field.tooLong',
    'interfaces.field.map',
    'interfaces.field.type',
    'interfaces.field.lossy',
  ],
  examples: [
    {
      name: 'a part of the key, letters made alike, blanks, a key read as a number, a cut, and a loss that is declared',
      spec: `
        systems: {ERP: {}, MES: {}}
        objects: {lot: {fields: {id: {type: string, length: 14}}}}
        interfaces:
          IF-1:
            from: MES
            to: ERP
            fields:
              batch: {from: lot.id, type: string, key: true, transform: [{part: {from: 1, length: 10}}]}
              folded: {from: lot.id, type: string, key: true, transform: [{case: upper}, {trim: both}]}
              number: {from: lot.id, type: integer, key: true}
              short: {from: lot.id, type: string, key: true, tooLong: truncate}
              known: {from: lot.id, type: string, key: true, transform: [{case: upper}], lossy: {reason: MES issues capitals only}}`,
      expect: [
        '8:66 error IF-1.batch: IF-1.batch is a key and keeps only a part of the text: two records may become one.',
        '9:67 error IF-1.folded: IF-1.folded is a key and makes large and small letters alike: two records may become one.',
        '9:82 error IF-1.folded: IF-1.folded is a key and takes off blanks: two records may become one.',
        '10:36 error IF-1.number: IF-1.number is a key and is read as a number, which drops leading zeros: two records may become one.',
        '11:63 error IF-1.short: IF-1.short is a key and cuts what is too long: two records may become one.',
        '12:66 warning IF-1.known: IF-1.known is a key and makes large and small letters alike: two records may become one, as declared (MES issues capitals only).',
      ],
    },
    {
      name: 'one system compares without regard to letters, another does not',
      spec: `
        systems: {ERP: {}, MES: {}, QMS: {}}
        objects:
          lot: {keys: {ERP: {fields: [batch], normalise: [{case: upper}]}, MES: [lot_id], QMS: {fields: [lot], normalise: [{case: upper}]}}}
          part: {keys: {ERP: {fields: [material], normalise: [{replace: {find: "-", with: ""}}, {part: {from: 1, length: 8}}]}}}`,
      expect: [
        '3:51 error lot: ERP drops the difference of large and small letters of the key of lot before it compares, which MES keeps: two records may become one.',
        '3:116 error lot: QMS drops the difference of large and small letters of the key of lot before it compares, which MES keeps: two records may become one.',
        '4:55 error part: ERP drops a part of the text (replace) of the key of part before it compares: two records may become one.',
        '4:89 error part: ERP drops a part of the text (part) of the key of part before it compares: two records may become one.',
      ],
    },
    {
      name: 'padding, a prefix, a crosswalk, a plain value, blanks before a comparison, and letters that no system tells apart',
      spec: `
        systems: {ERP: {}, MES: {}}
        objects:
          lot:
            keys: {ERP: {fields: [batch], normalise: [{trim: both}, {case: upper}, {padLeft: {with: "0", to: 10}}]}, MES: {fields: [lot_id], normalise: [{case: upper}]}}
            crosswalk: XW
            fields: {id: {type: string, length: 10}, seq: {type: integer}}
        crosswalks: {XW: {object: lot, sides: [ERP, MES]}}
        interfaces:
          IF-1:
            from: MES
            to: ERP
            fields:
              batch: {from: lot.id, type: string, key: true, transform: [{padLeft: {with: "0", to: 18}}, {prefix: L}]}
              looked: {from: lot.id, type: integer, key: true, crosswalk: XW}
              seq: {from: lot.seq, type: integer, key: true}
              note: {from: lot.id, type: string, transform: [{case: upper}]}`,
      expect: [],
    },
  ],
  *check({ model, subjects }) {
    for (const field of mappedSubjects(subjects)) {
      if (field.attributes.key !== true) continue;
      const { lossy } = field.attributes;
      const cast = castsToNumber(model, field)
        ? [{ kind: 'number', what: 'is read as a number, which drops leading zeros', path: ['type'] }]
        : [];
      for (const { kind, what, path } of [...lossesOf(model, field), ...cast]) {
        yield {
          element: field,
          path,
          message: `${field.id} is a key and ${what}: two records may become one${lossy === undefined ? '' : `, as declared (${lossy.reason})`}.`,
          hint:
            lossy === undefined
              ? 'Hand the key over as it is, or use a crosswalk; where keys surely stay different, say why: `lossy: {reason: …}`.'
              : 'Nothing, if keys surely stay different; else hand the key over as it is.',
          subject: [kind, what],
          ...(lossy === undefined ? {} : { severity: 'warning' as const }),
        };
      }
    }
    for (const object of subjects.ofKind('object')) yield* unevenComparison(object);
  },
});

type Key = NonNullable<Element<'object'>['attributes']['keys']>[string];
type Step = NonNullable<Key['normalise']>[number];

/** What a system drops before it compares keys; blanks and padding are no part of a key. */
function droppedBy(step: Step): string | undefined {
  if (step.case !== undefined) return 'the difference of large and small letters';
  if (step.replace !== undefined) return 'a part of the text (replace)';
  if (step.part !== undefined) return 'a part of the text (part)';
  if (step.split !== undefined) return 'a part of the text (split)';
  return step.custom === undefined ? undefined : 'something that is said in words only';
}

function* unevenComparison(object: Element<'object'>): Generator<LintReport> {
  const keys = Object.entries(object.attributes.keys ?? {});
  for (const [system, key] of keys) {
    for (const [index, step] of (key.normalise ?? []).entries()) {
      const dropped = droppedBy(step);
      if (dropped === undefined) continue;
      // What every system drops alike makes no key different from another.
      const keeping = keys.filter(
        ([other, { normalise = [] }]) => other !== system && !normalise.some((its) => droppedBy(its) === dropped),
      );
      if (keys.length > 1 && keeping.length === 0 && step.part === undefined && step.split === undefined) continue;
      const others = keeping.map(([other]) => other);
      yield {
        element: object,
        path: ['keys', system, 'normalise', index],
        message: `${system} drops ${dropped} of the key of ${object.id} before it compares${others.length === 0 ? '' : `, which ${listed(others)} keep${others.length === 1 ? 's' : ''}`}: two records may become one.`,
        hint: 'Compare keys as they are, or in all systems alike.',
        subject: [system, dropped, ...others],
      };
    }
  }
}
