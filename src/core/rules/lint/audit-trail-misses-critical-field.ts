import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { listed } from '../judging/wording.ts';
import { defineLint } from '../lint-rule.ts';

type AuditTrail = Exclude<NonNullable<NonNullable<Element<'object'>['attributes']['record']>['auditTrail']>, string>;

/** Words for what an audit trail must hold, with those that mean the same. */
const ACTS: Readonly<Record<string, RegExp>> = {
  create: /\b(?:creat|add|enter|insert)/iu,
  modify: /\b(?:modif|chang|updat|edit|correct)/iu,
  delete: /\b(?:delet|remov|eras|purg)/iu,
};
const FACTS: Readonly<Record<string, RegExp>> = {
  who: /\b(?:who|user|person|author|name)/iu,
  when: /\b(?:when|time|date)/iu,
  old: /\b(?:old|before|previous|former)/iu,
  new: /\b(?:new|after)/iu,
};

/** Audit trails with a blind spot. */
export const auditTrailMissesCriticalField = defineLint({
  id: 'audit-trail-misses-critical-field',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'The audit trail is declared, and its own list leaves something critical out.',
  purpose:
    'Reports a critical field that the audit trail of its object leaves out, and an audit trail that does not record that something is created, modified or deleted, or who did it, when, and the old and new value.',
  why: 'A blind spot: the change that matters is the one that nobody can trace.',
  fix: 'Add what is left out, or let the trail record all or all critical fields.',
  reads: [
    'objects.field.critical',
    'objects.record.auditTrail',
    'objects.auditTrail.fields',
    'objects.auditTrail.actions',
    'objects.auditTrail.captures',
    'objects.record.erasable',
  ],
  examples: [
    {
      name: 'a critical field, an act and a fact that are left out',
      spec: `
        objects:
          lot:
            record: {regulated: true, auditTrail: {fields: [qty], actions: [create], captures: [who, when, new]}}
            fields: {qty: {critical: true}, expiry: {critical: true}, note: {}}`,
      expect: [
        '3:52 error lot: The audit trail of lot does not record changes of lot.expiry, which is critical.',
        '3:68 error lot: The audit trail of lot leaves out modify and delete (actions).',
        '3:88 error lot: The audit trail of lot leaves out old (captures).',
      ],
    },
    {
      name: 'all, all critical ones, a list with every critical one, other words for the same, and nothing that can be deleted',
      spec: `
        objects:
          lot: {record: {auditTrail: {fields: all}}, fields: {qty: {critical: true}}}
          ncr: {record: {auditTrail: {fields: critical, actions: [added, changed, removed], captures: [user, time stamp, value before, value after]}}, fields: {qty: {critical: true}}}
          result: {record: {erasable: false, auditTrail: {fields: [value], actions: [create, modify]}}, fields: {value: {critical: true}, note: {}}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const object of model.ofKind('object')) {
      const trail = object.attributes.record?.auditTrail;
      if (trail === undefined || trail === 'none') continue;
      for (const field of missedFields(model, object, trail)) {
        yield {
          element: object,
          path: ['record', 'auditTrail', 'fields'],
          message: `The audit trail of ${object.id} does not record changes of ${field.id}, which is critical.`,
          hint: `Add ${field.localId} to its fields, or write \`fields: critical\`.`,
          subject: ['field', field.localId],
          related: [{ message: 'It is declared as critical here.', element: field, path: ['critical'] }],
        };
      }
      const acts = missing(ACTS, trail.actions).filter(
        (act) => act !== 'delete' || object.attributes.record?.erasable !== false,
      );
      const lists = [
        { attribute: 'actions', what: acts },
        { attribute: 'captures', what: missing(FACTS, trail.captures) },
      ];
      for (const { attribute, what } of lists) {
        if (what.length === 0) continue;
        yield {
          element: object,
          path: ['record', 'auditTrail', attribute],
          message: `The audit trail of ${object.id} leaves out ${listed(what)} (${attribute}).`,
          hint: `Add ${listed(what)} to \`${attribute}\`.`,
          subject: [attribute, what],
        };
      }
    }
  },
});

function missedFields(
  model: SpecModel,
  object: Element<'object'>,
  { fields }: AuditTrail,
): readonly Element<'field'>[] {
  if (fields === 'all' || fields === 'critical') return [];
  return model
    .partsOf(object, 'field')
    .filter(({ localId, attributes }) => attributes.critical === true && !fields.includes(localId));
}

/** Words of which a declared list holds none; a list that is not declared holds all of them by default. */
function missing(words: Readonly<Record<string, RegExp>>, declared: readonly string[] | undefined): readonly string[] {
  if (declared === undefined) return [];
  return Object.entries(words).flatMap(([word, pattern]) =>
    declared.some((text) => pattern.test(text)) ? [] : [word],
  );
}
