import type { Element } from '../../model/element.ts';
import { defineLint } from '../lint-rule.ts';
import { objectTransfers } from '../linting/object-transfers.ts';
import type { MappedField } from '../linting/mapped-value.ts';

/** Keys that leave the place in which they are unique. */
export const keyScopeMismatch = defineLint({
  id: 'key-scope-mismatch',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'Both scopes are declared, and the sender’s is the narrower one.',
  purpose:
    'Reports a key that is handed over as it is, from a system in which it is unique within less (a line, a site, a year) than the receiver takes it for.',
  why: 'Two records of different sites, or years, have one number, and the receiver takes them for one.',
  fix: 'Add to the key what tells the records apart (a prefix, a further key field), use a crosswalk, or correct `uniqueIn`.',
  reads: ['objects.key.uniqueIn', 'interfaces.field.key', 'interfaces.field.crosswalk', 'interfaces.field.transform'],
  examples: [
    {
      name: 'unique in the site and in the year at the sender, everywhere at the receiver',
      spec: `
        systems: {ERP: {}, MES: {}}
        objects:
          lot: {keys: {MES: {fields: [lot_id], uniqueIn: site}, ERP: {fields: [batch], uniqueIn: enterprise}}, fields: {id: {type: string}}}
          ncr: {keys: {MES: {fields: [number], uniqueIn: year}, ERP: {fields: [ref], uniqueIn: site}}, fields: {id: {type: string}}}
        interfaces: {IF-1: {from: MES, to: ERP, fields: {batch: {from: lot.id, key: true}, ref: {from: ncr.id, key: true}}}}`,
      expect: [
        '5:77 error IF-1.batch: IF-1.batch hands over a key of lot that is unique in site in MES, and ERP takes it as unique in enterprise.',
        '5:109 error IF-1.ref: IF-1.ref hands over a key of ncr that is unique in year in MES, and ERP takes it as unique in site.',
      ],
    },
    {
      name: 'the same scope, a wider one, a crosswalk, a prefix, a further key field, scopes that nobody can compare, and no key',
      spec: `
        systems: {ERP: {}, MES: {}}
        crosswalks: {XW: {object: lot, sides: [ERP, MES]}}
        objects:
          lot: {keys: {MES: {fields: [lot_id], uniqueIn: site}, ERP: {fields: [batch], uniqueIn: enterprise}}, fields: {id: {type: string}}}
          ncr: {keys: {MES: {fields: [number], uniqueIn: enterprise}, ERP: {fields: [ref], uniqueIn: site}}, fields: {id: {type: string}}}
          job: {keys: {MES: {fields: [job], uniqueIn: site}, ERP: {fields: [site, order], uniqueIn: enterprise}}, fields: {id: {type: string}, site: {type: code}}}
          pallet: {keys: {MES: {fields: [number], uniqueIn: the racking}, ERP: {fields: [number], uniqueIn: enterprise}}, fields: {id: {type: string}}}
        interfaces:
          IF-1: {from: MES, to: ERP, fields: {batch: {from: lot.id, key: true, crosswalk: XW}, ref: {from: ncr.id, key: true}, pallet: {from: pallet.id, key: true}}}
          IF-2: {from: MES, to: ERP, fields: {batch: {from: lot.id, key: true, transform: [{prefix: "NMR-"}]}, note: {from: lot.id}}}
          IF-3: {from: MES, to: ERP, fields: {site: {from: job.site, key: true}, order: {from: job.id, key: true}}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    const transfers = objectTransfers(model).filter(({ by }) => by.attributes.key === true);
    const components = new Map<string, Set<MappedField>>();
    for (const { flow, object, by } of transfers) {
      const key = `${flow.id} ${object.id}`;
      components.set(key, (components.get(key) ?? new Set()).add(by));
    }
    for (const { object, by, flow, sender, receiver } of transfers) {
      const [sent, taken] = [scopeIn(object, sender), scopeIn(object, receiver)];
      if (sent === undefined || taken === undefined || !isNarrower(sent, taken)) continue;
      // More than the sender's own key arrives: what is added may tell the records apart.
      const sentFields = object.attributes.keys?.[sender]?.fields.length ?? 0;
      if ((components.get(`${flow.id} ${object.id}`)?.size ?? 0) > sentFields || isQualified(by)) continue;
      yield {
        element: by,
        path: ['key'],
        message: `${by.id} hands over a key of ${object.id} that is unique in ${sent} in ${sender}, and ${receiver} takes it as unique in ${taken}.`,
        hint: 'Add what tells the records apart (`prefix`, a further key field), use a crosswalk, or correct `uniqueIn`.',
        subject: [object.id, sender, sent, receiver, taken],
        related: [
          { message: `In ${sender} it is unique in ${sent}.`, element: object, path: ['keys', sender, 'uniqueIn'] },
          {
            message: `In ${receiver} it is unique in ${taken}.`,
            element: object,
            path: ['keys', receiver, 'uniqueIn'],
          },
        ],
      };
    }
  },
});

function scopeIn(object: Element<'object'>, system: string): string | undefined {
  return object.attributes.keys?.[system]?.uniqueIn;
}

function isQualified({ attributes: { crosswalk, derivation, transform = [] } }: MappedField): boolean {
  if (crosswalk !== undefined || derivation !== undefined) return true;
  return transform.some(
    ({ prefix, suffix, join, custom, lookup }) =>
      prefix !== undefined ||
      suffix !== undefined ||
      join !== undefined ||
      custom !== undefined ||
      lookup !== undefined,
  );
}

/** Places in which a number may occur once, from the narrowest. */
const PLACES: readonly (readonly string[])[] = [
  ['machine', 'work centre', 'workstation', 'cell'],
  ['line', 'area', 'department', 'building'],
  ['site', 'plant', 'factory', 'laboratory'],
  ['region', 'country'],
  ['enterprise', 'company', 'group', 'organisation', 'global', 'world', 'everywhere'],
];
/** Times after which a number may return, from the shortest. */
const TIMES: readonly (readonly string[])[] = [['shift'], ['day'], ['week'], ['month'], ['quarter'], ['year']];

/** Whether the first scope is within the second; scopes that these words do not name cannot be compared. */
function isNarrower(sent: string, taken: string): boolean {
  const [a, b] = [sent.toLowerCase(), taken.toLowerCase()];
  const [placeA, placeB] = [rank(PLACES, a), rank(PLACES, b)];
  const [timeA, timeB] = [rank(TIMES, a), rank(TIMES, b)];
  if (placeA !== undefined && placeB !== undefined) return placeA < placeB;
  if (timeA !== undefined && timeB !== undefined) return timeA < timeB;
  // A number that returns each year is unique in no place for good.
  return timeA !== undefined && placeB !== undefined;
}

function rank(scale: readonly (readonly string[])[], word: string): number | undefined {
  const index = scale.findIndex((words) => words.includes(word));
  return index === -1 ? undefined : index;
}
