import { defineLint } from '../lint-rule.ts';
import { doesNotApply } from '../linting/declared.ts';
import { mappedSubjects } from '../linting/mapped-value.ts';
import { emptySource, insistence } from '../linting/source-emptiness.ts';

/** Optional values of which nobody says what an empty one does. */
export const mappingNullPolicyUndeclared = defineLint({
  id: 'mapping-null-policy-undeclared',
  source: 'lint',
  judges: 'model',
  looksAt: 'neighbours',
  severity: 'error',
  stance: 'expectation',
  stanceReason: 'What an empty value does is a declaration that a sketch may leave out.',
  purpose: 'Reports an optional mapped field whose source may be empty, where nothing says what an empty source does.',
  why: 'Whether the receiver keeps its old value or loses it is then the default of some vendor.',
  fix: 'Add `whenEmpty`: `omit`, `keep`, `clear` or `reject`; or a `default`.',
  reads: [
    'objects.field.required',
    'interfaces.field.source',
    'interfaces.field.required',
    'interfaces.field.default',
    'interfaces.field.whenEmpty',
  ],
  examples: [
    {
      name: 'the source may be empty, as it says itself, and as it does not deny',
      spec: `
        systems: {ERP: {}, MES: {}}
        objects: {lot: {fields: {note: {type: text, required: false}, size: {type: code}}}}
        interfaces:
          IF-1:
            from: MES
            to: ERP
            fields:
              note: {from: lot.note, type: text}
              size: {from: lot.size, type: code, required: {when: {fact: the lot is large}}}
              plain: {from: plain, source: {required: false}, type: code}`,
      expect: [
        '8:20 error IF-1.note: lot.note may be empty, and IF-1.note does not say what an empty one does.',
        '9:20 error IF-1.size: lot.size is not said to be always filled, and IF-1.size does not say what an empty one does.',
        '10:21 error IF-1.plain: plain may be empty, and IF-1.plain does not say what an empty one does.',
      ],
    },
    {
      name: 'it is said, the receiver insists, the source is always filled, it does not apply, or nothing is known of the source',
      spec: `
        systems: {ERP: {}, MES: {}}
        objects: {lot: {fields: {id: {type: string, required: true}, note: {type: text, required: false}}}}
        interfaces:
          IF-1:
            from: MES
            to: ERP
            fields:
              note: {from: lot.note, type: text, whenEmpty: keep}
              other: {from: lot.note, type: text, default: none}
              wanted: {from: lot.note, type: text, required: true}
              id: {from: lot.id, type: string}
              printed: {from: lot.note, type: text, whenEmpty: {notApplicable: a blank is printed}}
              plain: {from: plain, type: code}
              fixed: {constant: "1", type: code}`,
      expect: [],
    },
  ],
  *check({ model, subjects }) {
    for (const field of mappedSubjects(subjects)) {
      // A receiver that insists refuses: whether that is handled is mapping-nullability-gap.
      if (insistence(model, field) === true || doesNotApply(field, 'whenEmpty')) continue;
      if (field.attributes.whenEmpty !== undefined || field.attributes.default !== undefined) continue;
      const source = emptySource(model, field);
      if (source === undefined) continue;
      yield {
        element: field,
        path: ['from'],
        message: `${source.name} ${source.declared ? 'may be empty' : 'is not said to be always filled'}, and ${field.id} does not say what an empty one does.`,
        hint: 'Add `whenEmpty: omit`, `keep`, `clear` or `reject`, or say `required: true` where the source is declared.',
        subject: [source.name, source.declared],
        related: [{ message: `${source.name} is read here.`, ...source.place }],
      };
    }
  },
});
