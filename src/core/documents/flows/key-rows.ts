import type { Json } from '../../language/canonical.ts';
import { elementTitle } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { shown } from '../../rules/judging/wording.ts';
import { ROW_CHANGE } from '../compared-rows.ts';
import { type FactsOf, facts, flag, text } from '../fact-shape.ts';
import { inForce } from '../in-force.ts';
import { STATED, notApplicable, stated, statedAttribute } from '../stated.ts';

export const KEY_ROW = facts({
  key: text,
  change: ROW_CHANGE,
  id: text,
  system: text,
  freeText: flag,
  components: STATED,
  length: STATED,
  format: STATED,
  normalised: STATED,
  uniqueIn: STATED,
  issuedBy: STATED,
});
export const CROSSWALK_ROW = facts({
  key: text,
  change: ROW_CHANGE,
  id: text,
  title: text,
  object: text,
  sides: STATED,
  cardinality: STATED,
  match: STATED,
  precedence: STATED,
  unknown: STATED,
  keptIn: STATED,
  owner: STATED,
});

/** How one system names the records of an object; an object without keys stands in it once, as a gap. */
export type KeyRow = FactsOf<typeof KEY_ROW>;
/** The table that joins the names of one object. */
export type CrosswalkRow = FactsOf<typeof CROSSWALK_ROW>;

export const KEY_TABLE = 'Identifiers';
export const CROSSWALK_TABLE = 'Crosswalks';

export function keyRows(model: SpecModel): readonly KeyRow[] {
  return inForce(model, 'object').flatMap((object): KeyRow[] => {
    const keys = Object.entries(object.attributes.keys ?? {});
    if (keys.length === 0) {
      const none = notApplicable('no key is declared');
      return [
        {
          key: object.key,
          change: 'same',
          id: object.id,
          system: 'No system',
          freeText: false,
          components: statedAttribute(object.attributes, 'keys', 'how each system names a record'),
          length: none,
          format: none,
          normalised: none,
          uniqueIn: none,
          issuedBy: none,
        },
      ];
    }
    return keys.map(([system, key]) => ({
      key: `${object.key}|${system}`,
      change: 'same',
      id: object.id,
      system,
      freeText: key.freeText === true,
      components: stated(`${key.fields.join(' + ')}${key.freeText === true ? ' (FREE TEXT)' : ''}`, ''),
      length: statedAttribute(key, 'length', 'length'),
      format: statedAttribute(key, 'format', 'format'),
      normalised: stated(
        key.normalise === undefined
          ? 'None: compared as it is'
          : key.normalise.map((step) => shown(step as Json)).join('; '),
        '',
      ),
      uniqueIn: statedAttribute(key, 'uniqueIn', 'scope'),
      issuedBy: statedAttribute(key, 'issuedBy', 'issuer'),
    }));
  });
}

export function crosswalkRows(model: SpecModel): readonly CrosswalkRow[] {
  return inForce(model, 'crosswalk').map((table) => {
    const { attributes } = table;
    return {
      key: table.key,
      change: 'same',
      id: table.id,
      title: elementTitle(table),
      object: attributes.object,
      sides: stated(attributes.sides.join(', '), 'systems joined'),
      cardinality: statedAttribute(attributes, 'cardinality', 'how many of one side belong to how many of the others'),
      match: statedAttribute(attributes, 'match', 'how a key is looked up'),
      precedence: statedAttribute(attributes, 'precedence', 'which entry wins'),
      unknown: statedAttribute(attributes, 'unknown', 'what happens to a key that is not in it'),
      keptIn: statedAttribute(attributes, 'keptIn', 'where it is maintained'),
      owner: statedAttribute(attributes, 'owner', 'who maintains it'),
    };
  });
}
