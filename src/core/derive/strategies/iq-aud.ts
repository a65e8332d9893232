import type { Element } from '../../model/element.ts';
import type { DerivationContext } from '../derivation-context.ts';
import { elementRow, installationsOf, type Installation, type InstallationCheckDraft } from '../installation.ts';
import type { InstallationStrategy } from './strategy.ts';

/** The audit trail is on for every object with a status or a regulated record, as declared. */
export const auditSettings: InstallationStrategy = {
  type: 'AUD',
  rule: 'Audit trail on for each object with a lifecycle or a regulated record: fields, acts, facts kept, retention, no erasing.',
  derive: (context) => ({
    exclusions: [],
    checks: context.model.ofKind('object').flatMap((object) => {
      const systems = systemsOf(object, context);
      return systems.flatMap((id) => {
        const system = context.model.get('system', id);
        return system === undefined ? [] : installationsOf(system, context).flatMap((place) => rows(object, place));
      });
    }),
  }),
};

/** Systems that decide on a status of the object, and its system of record where it has a regulated record. */
function systemsOf(object: Element<'object'>, context: DerivationContext): readonly string[] {
  const deciding = context.lifecycles
    .filter((lifecycle) => lifecycle.object === object.id)
    .flatMap(({ system }) => system ?? []);
  const { record, systemOfRecord } = object.attributes;
  const own =
    record === undefined
      ? []
      : typeof systemOfRecord === 'string'
        ? [systemOfRecord]
        : Object.keys(systemOfRecord ?? {});
  return [...new Set([...deciding, ...own])].sort();
}

function rows(object: Element<'object'>, place: Installation): readonly InstallationCheckDraft[] {
  const { record } = object.attributes;
  const trail = record?.auditTrail;
  const read = `Export the audit trail settings of ${object.id} from ${place.system.id}.`;
  const declared = trail === undefined || trail === 'none' ? undefined : trail;
  const on = trail === undefined ? undefined : trail === 'none' ? 'off, as declared' : 'on';
  const detail =
    declared === undefined
      ? []
      : [
          elementRow(
            'AUD',
            object,
            place,
            'fields',
            typeof declared.fields === 'string' ? declared.fields : declared.fields.join(', '),
            read,
          ),
          elementRow(
            'AUD',
            object,
            place,
            'acts',
            (declared.actions ?? ['create', 'delete', 'modify']).join(', '),
            read,
          ),
          elementRow(
            'AUD',
            object,
            place,
            'facts kept',
            (declared.captures ?? ['new', 'old', 'when', 'who']).join(', '),
            read,
          ),
          elementRow(
            'AUD',
            object,
            place,
            'roles that can switch it off',
            'none',
            `${read} Read which roles may change them.`,
          ),
        ];
  const erasable = record?.erasable;
  return [
    elementRow('AUD', object, place, 'audit trail', on, read),
    ...detail,
    elementRow(
      'AUD',
      object,
      place,
      'retention',
      record?.retention?.period,
      `Read the retention of ${object.id} in ${place.system.id}.`,
    ),
    ...(erasable === undefined
      ? []
      : [
          elementRow(
            'AUD',
            object,
            place,
            'records can be erased',
            erasable ? 'yes' : 'no',
            `Read which roles may delete ${object.id} records in ${place.system.id}.`,
          ),
        ]),
  ];
}
