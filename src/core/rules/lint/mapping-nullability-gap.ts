import { conditionText } from '../../model/condition/normal-form.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { defineLint } from '../lint-rule.ts';
import type { LintReport } from '../lint-rule.ts';
import { statusOf } from '../linting/declared.ts';
import { interfaceOf, mappedSubjects } from '../linting/mapped-value.ts';
import type { MappedField } from '../linting/mapped-value.ts';
import { emptySource, insistence } from '../linting/source-emptiness.ts';
import type { LintSubjects } from '../linting/subjects.ts';

/** Values that may be missing at the sender and must not be missing at the receiver. */
export const mappingNullabilityGap = defineLint({
  id: 'mapping-nullability-gap',
  source: 'lint',
  judges: 'model',
  looksAt: 'neighbours',
  severity: 'error',
  stance: 'contradiction',
  stanceReason:
    'The sender may leave the value empty and the receiver insists on it; what is not declared is an expectation.',
  purpose:
    'Reports a required value at arrival whose source may be empty, where nothing says what happens then, and a required evidence link over an optional field.',
  why: 'It fails in the rare case only: the message that matters most is the one that does not get through.',
  fix: 'Say `whenEmpty: reject`, give a `default`, say what the interface does with what it cannot map (`onReject`), or let the sender always fill it.',
  reads: [
    'objects.field.required',
    'interfaces.field.source',
    'interfaces.field.required',
    'interfaces.field.default',
    'interfaces.field.whenEmpty',
    'interfaces.field.onError',
    'interfaces.delivery.onReject',
    'evidenceLinks.key',
    'evidenceLinks.required',
  ],
  examples: [
    {
      name: 'the source is optional, conditional, or does not say; and an empty source is left out though it must be there',
      spec: `
        systems: {ERP: {}, MES: {}}
        lifecycles: {LOT: {object: lot, system: MES, initial: A, states: {A: active, B: closed}}}
        objects: {lot: {fields: {note: {type: text, required: false}, grade: {type: code, required: {when: {LOT: B}}}, size: {type: code}}}}
        interfaces:
          IF-1:
            from: MES
            to: ERP
            fields:
              note: {from: lot.note, type: text, required: true}
              grade: {from: lot.grade, type: code, required: true}
              size: {from: lot.size, type: code, required: true}
              plain: {from: plain, source: {required: false}, type: code, required: {when: {fact: it is a large lot}}}
              left_out: {from: lot.note, type: text, required: true, whenEmpty: omit}`,
      expect: [
        '9:52 error IF-1.note: IF-1.note must be filled, but lot.note may be empty, and nothing says what happens then.',
        '10:54 error IF-1.grade: IF-1.grade must be filled, but lot.grade is filled in some cases only, and nothing says what happens then.',
        '11:52 error IF-1.size: IF-1.size must be filled, but lot.size is not said to be always filled, and nothing says what happens then.',
        '12:77 error IF-1.plain: IF-1.plain must be filled in some cases, but plain may be empty, and nothing says what happens then.',
        '13:73 error IF-1.left_out: IF-1.left_out must be filled, but lot.note may be empty, and an empty source is left out.',
      ],
    },
    {
      name: 'an evidence link must be there, and the field that carries it need not',
      spec: `
        systems: {QMS: {}, MES: {}}
        objects: {ncr: {fields: {lot: {type: string, required: true}}}, lot: {}}
        interfaces: {IF-1: {from: QMS, to: MES, fields: {lot_id: {from: ncr.lot, type: string}}}}
        evidenceLinks: {EL-1: {from: ncr, to: lot, via: IF-1, key: lot_id, required: true}}`,
      expect: [
        '4:60 error EL-1: Every record must have the link EL-1, but IF-1.lot_id, which carries it, is not said to be required.',
      ],
    },
    {
      name: 'always filled, optional on both sides, the same cases, a default, a refusal here or of the whole interface, nothing known',
      spec: `
        systems: {ERP: {}, MES: {}}
        lifecycles: {LOT: {object: lot, system: MES, initial: A, states: {A: active, B: closed}}}
        objects:
          lot:
            fields:
              id: {type: string, required: true}
              note: {type: text, required: false}
              grade: {type: code, required: {when: {LOT: B}}}
              site: {type: string, default: NMR}
        interfaces:
          IF-1:
            from: MES
            to: ERP
            fields:
              id: {from: lot.id, type: string, required: true}
              note: {from: lot.note, type: text, required: false}
              grade: {from: lot.grade, type: code, required: {when: {LOT: B}}}
              site: {from: lot.site, type: string, required: true}
              filled: {from: lot.note, type: text, required: true, default: none}
              kept: {from: lot.note, type: text, required: true, whenEmpty: keep}
              refused: {from: lot.note, type: text, required: true, whenEmpty: reject}
              count: {from: lot.note, type: integer, required: true, transform: [{aggregate: count}]}
              either: {from: [lot.note, lot.id], type: string, required: true, transform: [{first: [lot.note, lot.id]}]}
              status: {from: LOT, type: code, required: true}
              plain: {from: plain, type: code, required: true}
          IF-2: {from: MES, to: ERP, delivery: {onReject: dead-letter}, fields: {note: {from: lot.note, type: text, required: true}}}
        evidenceLinks: {EL-1: {from: lot, to: lot, via: IF-1, key: id, required: true}, EL-2: {from: lot, to: lot, via: IF-1, key: note}}`,
      expect: [],
    },
  ],
  *check({ model, subjects }) {
    for (const field of mappedSubjects(subjects)) yield* gapOf(model, field);
    yield* looseLinks(model, subjects);
  },
});

function* gapOf(model: SpecModel, field: MappedField): Generator<LintReport> {
  const wanted = insistence(model, field);
  const source = emptySource(model, field);
  if (wanted === undefined || wanted === false || source === undefined) return;
  const { whenEmpty } = field.attributes;
  const dropped = wanted === true && (whenEmpty === 'omit' || whenEmpty === 'clear');
  if (typeof wanted === 'object') {
    // Required in the cases in which it is filled; in the others, or when nothing is known of the source, there is no gap to see.
    if (!source.declared || whenEmpty !== undefined) return;
    if (source.filledWhen !== undefined && conditionText(source.filledWhen) === conditionText(wanted.when)) return;
  }
  if (!dropped && isAnswered(model, field)) return;
  const how = source.declared
    ? source.filledWhen === undefined
      ? 'may be empty'
      : 'is filled in some cases only'
    : 'is not said to be always filled';
  const what = dropped
    ? `an empty source is ${whenEmpty === 'omit' ? 'left out' : 'cleared'}`
    : 'nothing says what happens then';
  yield {
    element: field,
    path: dropped ? ['whenEmpty'] : field.attributes.required === undefined ? ['to'] : ['required'],
    message: `${field.id} must be filled${wanted === true ? '' : ' in some cases'}, but ${source.name} ${how}, and ${what}.`,
    hint: 'Say `whenEmpty: reject`, give a `default`, or declare that the source is always filled (`required: true`).',
    subject: [source.name, source.declared, whenEmpty ?? null],
    related: [{ message: `${source.name} ${how}.`, ...source.place }],
    ...(source.declared || dropped ? {} : { stance: 'expectation' as const }),
  };
}

/** Whether it is said, here or for the whole interface, what becomes of a value that is missing. */
function isAnswered(model: SpecModel, field: MappedField): boolean {
  const { whenEmpty, onError, capture } = field.attributes;
  if (field.attributes.default !== undefined || whenEmpty !== undefined || capture !== undefined) return true;
  const onReject = interfaceOf(model, field)?.attributes.delivery?.onReject;
  return onError === 'reject' || onReject === 'dead-letter' || onReject === 'reject';
}

/** Links of evidence that every record must have, over a mapped field that need not be filled. */
function* looseLinks(model: SpecModel, subjects: LintSubjects): Generator<LintReport> {
  for (const link of subjects.ofKind('evidence-link')) {
    const { via, key = [], required } = link.attributes;
    if (required !== true || via === undefined) continue;
    for (const [index, name] of key.entries()) {
      const field = model.get('mapping', `${via}.${name}`);
      if (field === undefined || statusOf(model, field) === 'retired') continue;
      const wanted = insistence(model, field);
      if ((wanted !== undefined && wanted !== false) || field.attributes.key === true) continue;
      yield {
        element: link,
        path: ['key', index],
        message: `Every record must have the link ${link.id}, but ${field.id}, which carries it, ${wanted === false ? 'is optional' : 'is not said to be required'}.`,
        hint: `Make ${field.id} required, or say in which cases the link must be there (\`required: {when: …}\`).`,
        subject: [field.id, wanted ?? null],
        related: [{ message: 'It carries the link.', element: field, path: ['required'] }],
        ...(wanted === false ? {} : { stance: 'expectation' as const }),
      };
    }
  }
}
