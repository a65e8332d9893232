import type { Change } from '../../../diff/delta.ts';
import type { Json } from '../../../language/canonical.ts';
import { isObject } from '../../../diff/comparable.ts';
import type { Verdict } from '../../change-rule.ts';
import { items, without } from '../values.ts';
import { listed, named, shift } from '../wording.ts';
import type { Strengthening } from './strengthening.ts';

/** An audit trail, a review of it, versions or a bound signature that are promised now; a record that can no longer be erased. */
export const records: Strengthening = {
  claims: [
    {
      kinds: ['object'],
      paths: ['record.auditTrail', 'record.auditTrail.review', 'record.erasable', 'record.versions'],
    },
    { kinds: ['project'], paths: ['signatures.bound', 'signatures.shows'] },
  ],
  check: (change) => (isStronger(change) ? [verdictOf(change)] : []),
  examples: [
    {
      name: 'an audit trail is kept',
      before: `objects: {lot: {record: {regulated: true, auditTrail: none}}}`,
      after: `objects: {lot: {record: {regulated: true, auditTrail: {fields: all}}}}`,
      expect: ['compatible M object:lot record.auditTrail'],
    },
    {
      name: 'an audit trail that records nothing is none',
      before: `objects: {lot: {record: {regulated: true, auditTrail: none}}}`,
      after: `objects: {lot: {record: {regulated: true, auditTrail: {fields: []}}}}`,
      expect: [],
    },
    {
      name: 'it is reviewed',
      before: `objects: {lot: {record: {auditTrail: {fields: all}}}}`,
      after: `objects: {lot: {record: {auditTrail: {fields: all, review: By QA before release}}}}`,
      expect: ['compatible M object:lot record.auditTrail.review'],
    },
    {
      name: 'records can no longer be erased, and their versions are kept',
      before: `objects: {lot: {record: {erasable: true}}}`,
      after: `objects: {lot: {record: {erasable: false, versions: true}}}`,
      expect: ['compatible M object:lot record.erasable', 'compatible M object:lot record.versions'],
    },
    {
      name: 'the time is shown with a signature',
      before: `signatures: {shows: [name]}`,
      after: `signatures: {shows: [name, time], bound: By a hash of the record}`,
      expect: ['compatible M project:project signatures.bound', 'compatible M project:project signatures.shows'],
    },
    {
      name: 'records can be erased, and nobody says any more that they are reviewed',
      before: `objects: {lot: {record: {erasable: false, auditTrail: {fields: all, review: Weekly}}}}`,
      after: `objects: {lot: {record: {erasable: true, auditTrail: {fields: all}}}}`,
      expect: [],
    },
  ],
};

function isStronger({ path, from, to }: Change): boolean {
  switch (path.join('.')) {
    case 'record.auditTrail':
      return isObject(to) && recordsSomething(to);
    case 'record.erasable':
      return to === false;
    case 'record.versions':
      return to === true;
    case 'signatures.shows':
      return without(items(to), items(from)).length > 0;
    default:
      return from === undefined;
  }
}

/** A trail of no field, of no act or of no fact records nothing. */
function recordsSomething(trail: { readonly [name: string]: Json }): boolean {
  return ['fields', 'actions', 'captures'].every((name) => {
    const value = trail[name];
    return !Array.isArray(value) || value.length > 0;
  });
}

function verdictOf({ after, path, from, to }: Change): Verdict {
  if (path[0] !== 'signatures' || path[1] !== 'shows')
    return { what: shift(`${named(after)}, ${path.join('.')}`, from, to) };
  return { what: `A signature now also shows ${listed(without(items(to), items(from)))}.` };
}
