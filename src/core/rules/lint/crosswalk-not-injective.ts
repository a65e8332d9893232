import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { defineLint } from '../lint-rule.ts';
import { criticalPlace, isCriticalObject } from '../linting/critical-value.ts';
import { doesNotApply, statusOf } from '../linting/declared.ts';
import { mappedFields } from '../linting/mapped-value.ts';

/** Tables of keys by which two records may become one, or that let through what they do not know. */
export const crosswalkNotInjective = defineLint({
  id: 'crosswalk-not-injective',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason:
    'Something critical rests on the table, and the table is declared as not one-to-one, or as not complete; silence is an expectation.',
  purpose:
    'Reports a crosswalk of a critical object, or used by a critical or key field, that is not one-to-one, matches by a part of the key, or lets an unknown key pass.',
  why: 'Genealogy, holds and results are attached to the wrong record.',
  fix: 'Make the table one-to-one and exact, and refuse what it does not know: `unknown: reject` or `quarantine`.',
  reads: [
    'crosswalks.object',
    'crosswalks.cardinality',
    'crosswalks.match',
    'crosswalks.unknown',
    'objects.critical',
    'objects.field.critical',
    'interfaces.field.crosswalk',
    'interfaces.field.critical',
    'interfaces.field.key',
  ],
  examples: [
    {
      name: 'several keys for one, a match by a part, unknown keys that pass, and a table that does not say',
      spec: `
        systems: {ERP: {}, MES: {}}
        objects: {lot: {material: true}, reason: {}}
        crosswalks:
          XW-1: {object: lot, sides: [ERP, MES], cardinality: many-to-one, match: partial, unknown: pass}
          XW-2: {object: reason, sides: [ERP, MES]}
        interfaces: {IF-1: {from: ERP, to: MES, fields: {reason: {from: reason, crosswalk: XW-2, critical: true}}}}`,
      expect: [
        '4:55 error XW-1: XW-1 joins the keys of lot, which is critical, and is many-to-one: different records may become one.',
        '4:75 error XW-1: XW-1 joins the keys of lot, which is critical, and looks a key up by a part of it: different records may become one.',
        '4:93 error XW-1: XW-1 joins the keys of lot, which is critical, and lets a key pass that it does not know.',
        '5:3 error XW-2: XW-2 joins the keys of reason for IF-1.reason, which is critical, and does not say that it is one-to-one.',
        '5:3 error XW-2: XW-2 joins the keys of reason for IF-1.reason, which is critical, and does not say what becomes of a key that it does not know.',
      ],
    },
    {
      name: 'one-to-one and refusing, answers that do not apply, nothing critical, and a retired table',
      spec: `
        systems: {ERP: {}, MES: {}}
        objects: {lot: {material: true}, reason: {}}
        crosswalks:
          XW-1: {object: lot, sides: [ERP, MES], cardinality: one-to-one, match: normalised, unknown: quarantine}
          XW-2: {object: lot, sides: [ERP, MES], cardinality: one-to-one, unknown: {notApplicable: the table is filled before a lot is made}}
          XW-3: {object: reason, sides: [ERP, MES], cardinality: many-to-one}
          XW-4: {object: lot, sides: [ERP, MES], status: retired}
        interfaces: {IF-1: {from: ERP, to: MES, fields: {reason: {from: reason, crosswalk: XW-3}}}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const crosswalk of model.ofKind('crosswalk')) {
      const dependent = dependentOn(model, crosswalk);
      if (dependent === undefined) continue;
      for (const { path, what, hint, silent } of weaknesses(crosswalk)) {
        yield {
          element: crosswalk,
          path,
          ...(path.length === 0 ? { part: 'key' as const } : {}),
          message: `${crosswalk.id} joins the keys of ${dependent.words}, and ${what}.`,
          hint,
          subject: [what],
          related: [
            {
              message: `${dependent.element.id} rests on it.`,
              element: dependent.element,
              path: [],
              part: 'key' as const,
            },
          ],
          ...(silent ? { stance: 'expectation' as const } : {}),
        };
      }
    }
  },
});

interface Weakness {
  readonly path: readonly string[];
  readonly what: string;
  readonly hint: string;
  readonly silent: boolean;
}

function weaknesses(crosswalk: Element<'crosswalk'>): readonly Weakness[] {
  const { cardinality, match, unknown } = crosswalk.attributes;
  const found: Weakness[] = [];
  if (cardinality !== 'one-to-one' && !doesNotApply(crosswalk, 'cardinality'))
    found.push({
      path: cardinality === undefined ? [] : ['cardinality'],
      what:
        cardinality === undefined
          ? 'does not say that it is one-to-one'
          : `is ${cardinality}: different records may become one`,
      hint: 'Make it `cardinality: one-to-one`, or let nothing critical rest on it.',
      silent: cardinality === undefined,
    });
  if (match === 'partial')
    found.push({
      path: ['match'],
      what: 'looks a key up by a part of it: different records may become one',
      hint: 'Look up the whole key: `match: exact`, or `normalised`.',
      silent: false,
    });
  if ((unknown === undefined || unknown === 'pass') && !doesNotApply(crosswalk, 'unknown'))
    found.push({
      path: unknown === undefined ? [] : ['unknown'],
      what:
        unknown === undefined
          ? 'does not say what becomes of a key that it does not know'
          : 'lets a key pass that it does not know',
      hint: 'Say `unknown: reject`, or `quarantine`.',
      silent: unknown === undefined,
    });
  return found;
}

/** The critical object or field that rests on the table. */
function dependentOn(
  model: SpecModel,
  crosswalk: Element<'crosswalk'>,
): { readonly element: Element; readonly words: string } | undefined {
  const object = model.get('object', crosswalk.attributes.object);
  if (object !== undefined && isCriticalObject(model, object))
    return { element: object, words: `${object.id}, which is critical` };
  const row = mappedFields(model).find(
    (field) =>
      field.attributes.crosswalk === crosswalk.id &&
      statusOf(model, field) !== 'retired' &&
      (field.attributes.key === true || criticalPlace(model, field) !== undefined),
  );
  return row === undefined
    ? undefined
    : {
        element: row,
        words: `${crosswalk.attributes.object} for ${row.id}, which is ${row.attributes.key === true ? 'a key' : 'critical'}`,
      };
}
