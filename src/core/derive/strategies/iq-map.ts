import type { Element } from '../../model/element.ts';
import type { DerivationContext } from '../derivation-context.ts';
import { elementRow, installationsOf, type Installation, type InstallationCheckDraft } from '../installation.ts';
import type { Exclusion } from '../test-case.ts';
import { conversionRows, mappingRows, rowFile, setRows, valueMapRows, type RowList } from '../values/row-lists.ts';
import { carriersOf } from './iq-cfg.ts';
import type { InstallationStrategy } from './strategy.ts';

/** Deployed sets, maps, conversions, crosswalks and mapping tables equal the specification, row for row, and hold no other row. */
export const deployedTables: InstallationStrategy = {
  type: 'MAP',
  rule: 'Deployed sets, value maps, conversions and mapping tables have the rows, the row count and the SHA-256 of the specification and no other row; crosswalks their policies.',
  derive: (context) => {
    const exclusions: Exclusion[] = [];
    const places = (element: Element, systems: readonly string[] | undefined): readonly Installation[] => {
      if (systems === undefined || systems.length === 0) {
        exclusions.push({
          rule: 'MAP',
          element: element.key,
          what: `Deployed content of ${element.id}`,
          reason: 'NOT DECLARED: systems in which it is deployed (deployedIn).',
        });
        return [];
      }
      return systems.flatMap((id) => {
        const system = context.model.get('system', id);
        return system === undefined ? [] : installationsOf(system, context);
      });
    };
    const { model } = context;
    const checks = [
      ...model
        .ofKind('set')
        .flatMap((set) =>
          places(set, set.attributes.deployedIn).flatMap((place) => [
            ...tableRows(set, place, setRows(set, model), context),
            elementRow(
              'MAP',
              set,
              place,
              'a name that the list does not hold counts as',
              set.attributes.unknown,
              `Read the default of the list in ${place.system.id}.`,
            ),
          ]),
        ),
      ...model
        .ofKind('value-map')
        .flatMap((map) =>
          places(map, map.attributes.deployedIn).flatMap((place) => [
            ...tableRows(map, place, valueMapRows(map), context),
            elementRow(
              'MAP',
              map,
              place,
              'a source that the map does not hold is',
              unknownText(map),
              `Read the default of the map in ${place.system.id}.`,
            ),
          ]),
        ),
      ...model
        .ofKind('conversion')
        .flatMap((conversion) =>
          places(conversion, conversion.attributes.deployedIn).flatMap((place) =>
            tableRows(conversion, place, conversionRows(conversion), context),
          ),
        ),
      ...model
        .ofKind('crosswalk')
        .flatMap((crosswalk) =>
          places(
            crosswalk,
            crosswalk.attributes.keptIn === undefined ? undefined : [crosswalk.attributes.keptIn],
          ).flatMap((place) => crosswalkRows(crosswalk, place)),
        ),
      ...context.interfaces
        .filter(({ fields, reply }) => fields.length + reply.length > 0)
        .flatMap((view) =>
          carriersOf(view, context).flatMap((place) => tableRows(view.element, place, mappingRows(view), context)),
        ),
    ];
    return { checks, exclusions };
  },
};

function unknownText({ attributes: { unknown } }: Element<'value-map'>): string | undefined {
  return unknown === undefined || typeof unknown === 'string' ? unknown : `default ${unknown.default}`;
}

function tableRows(
  element: Element,
  place: Installation,
  list: RowList,
  { digest }: DerivationContext,
): readonly InstallationCheckDraft[] {
  const exportWords = `Export the table from ${place.system.id}`;
  const recipe = `${exportWords}; write one row per line as ${list.columns}, sorted by code point, UTF-8, a line feed after each row; compute SHA-256 of that file.`;
  return [
    elementRow(
      'MAP',
      element,
      place,
      'rows',
      list.rows.length === 0 ? undefined : list.rows.join(' | '),
      `${exportWords} and compare row by row (${list.columns}); any other row is a difference.`,
    ),
    elementRow('MAP', element, place, 'row count', String(list.rows.length), `${exportWords} and count its rows.`),
    elementRow('MAP', element, place, 'SHA-256 of the rows', digest(rowFile(list)), recipe),
  ];
}

function crosswalkRows(crosswalk: Element<'crosswalk'>, place: Installation): readonly InstallationCheckDraft[] {
  const { sides, cardinality, match, unknown, precedence } = crosswalk.attributes;
  const method = `Read the settings of the table in ${place.system.id}.`;
  return [
    elementRow('MAP', crosswalk, place, 'sides', [...sides].join(', '), method),
    elementRow('MAP', crosswalk, place, 'cardinality', cardinality, method),
    elementRow('MAP', crosswalk, place, 'match', match, method),
    elementRow('MAP', crosswalk, place, 'unknown key', unknown, method),
    elementRow('MAP', crosswalk, place, 'precedence', precedence, method),
  ];
}
