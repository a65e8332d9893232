import Fraction from 'fraction.js';
import { conditionWords } from '../../derive/wording/condition-words.ts';
import type { Element } from '../../model/element.ts';
import { elementTitle } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { declaredOwners } from '../../rules/linting/ownership-phases.ts';
import { ROW_CHANGE } from '../compared-rows.ts';
import { type FactsOf, facts, flag, text } from '../fact-shape.ts';
import { inForce } from '../in-force.ts';
import { STATED, type Stated, notApplicable, stated, statedAttribute, statedList } from '../stated.ts';
import { FUNCTIONS } from './owner-words.ts';

export const OBJECT_ROW = facts({
  key: text,
  change: ROW_CHANGE,
  id: text,
  title: text,
  master: STATED,
  copies: STATED,
  keys: STATED,
  crosswalk: STATED,
  steward: STATED,
  qualityLimit: STATED,
  belowLimit: flag,
});

/** A data object: where it is true, how each system names it, who answers for it and how good it must be. */
export type ObjectRow = FactsOf<typeof OBJECT_ROW>;

export const OBJECT_TABLE = 'Data objects';

export function objectRows(model: SpecModel): readonly ObjectRow[] {
  return inForce(model, 'object').map((object) => {
    const { attributes } = object;
    const measures = measuresOf(object, model);
    return {
      key: object.key,
      change: 'same',
      id: object.id,
      title: elementTitle(object),
      master: masterCell(object, model),
      copies:
        attributes.copies === undefined && Object.keys(attributes.keys ?? {}).length === 1
          ? notApplicable('one system names it')
          : statedAttribute(attributes, 'copies', 'systems that hold a copy', (copies) =>
              Object.entries(copies)
                .map(([system, use]) => `${system} (${use})`)
                .join(', '),
            ),
      keys: statedAttribute(attributes, 'keys', 'how each system names a record', (keys) =>
        Object.entries(keys)
          .map(([system, key]) => `${system}: ${key.fields.join(' + ')}${key.freeText === true ? ' (FREE TEXT)' : ''}`)
          .join('; '),
      ),
      crosswalk:
        attributes.crosswalk === undefined && Object.keys(attributes.keys ?? {}).length === 1
          ? notApplicable('one system names it')
          : statedAttribute(attributes, 'crosswalk', 'the table that joins these keys'),
      steward: stewardCell(object, model),
      qualityLimit: statedList(
        measures.map(({ words }) => words),
        'a measure of data quality that covers it',
      ),
      belowLimit: measures.some(({ below }) => below),
    };
  });
}

function masterCell(object: Element<'object'>, model: SpecModel): Stated {
  return statedAttribute(object.attributes, 'systemOfRecord', 'its system of record', () =>
    declaredOwners(object)
      .map(({ system, under }) => (under === undefined ? system : `${system} while ${conditionWords(under, model)}`))
      .join('; '),
  );
}

/** People who answer: of the object, its crosswalk, or else of the system that owns it, which is said. */
function stewardCell({ attributes, ...object }: Element<'object'>, model: SpecModel): Stated {
  const own = attributes.owner ?? namesOf(attributes.owners);
  if (own !== undefined) return stated(own, '');
  const reason = attributes.notApplicable?.['owner'] ?? attributes.notApplicable?.['owners'];
  if (reason !== undefined) return notApplicable(reason);
  const table = attributes.crosswalk === undefined ? undefined : model.get('crosswalk', attributes.crosswalk);
  if (table?.attributes.owner !== undefined)
    return stated(`${table.attributes.owner} (of the crosswalk ${table.id})`, '');
  const systems = declaredOwners({ attributes, ...object }).map(({ system }) => system);
  const named = systems.flatMap((id) => {
    const names = namesOf(model.get('system', id)?.attributes.owners);
    return names === undefined ? [] : [`${names} (owners of ${id})`];
  });
  return statedList(named, 'who answers for the data');
}

function namesOf(owners: Element<'object'>['attributes']['owners']): string | undefined {
  const names = [...new Set(FUNCTIONS.flatMap((owner) => owners?.[owner] ?? []))];
  return names.length === 0 ? undefined : names.join(', ');
}

interface MeasureWords {
  readonly words: string;
  readonly below: boolean;
}

function measuresOf(object: Element<'object'>, model: SpecModel): readonly MeasureWords[] {
  const covered = [object.id, `objects:${object.id}`, object.attributes.crosswalk];
  return inForce(model, 'measure')
    .filter(({ attributes }) => attributes.covers?.some((name) => covered.includes(name)) === true)
    .map(({ id, attributes: { limit, measured, measuredOn } }) => {
      const below = measured !== undefined && percent(measured).compare(percent(limit)) < 0;
      const now =
        measured === undefined
          ? 'NOT MEASURED'
          : `${measured}${measuredOn === undefined ? ' on a day that is not declared' : ` on ${measuredOn}`}${below ? ', BELOW THE LIMIT' : ''}`;
      return { words: `${id}: at least ${limit}, measured ${now}`, below };
    });
}

function percent(text: string): Fraction {
  return new Fraction(text.replace('%', '').trim());
}
