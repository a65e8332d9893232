import type { DerivationContext } from '../derivation-context.ts';
import {
  elementRow,
  installationRow,
  installations,
  installationsOf,
  type Installation,
  type InstallationCheckDraft,
} from '../installation.ts';
import type { InterfaceView } from '../interface-view.ts';
import { listed } from '../wording/gaps.ts';
import type { InstallationStrategy } from './strategy.ts';

/** Each declared parameter of an environment, and of each interface where it is carried. */
export const configuration: InstallationStrategy = {
  type: 'CFG',
  rule: 'Each declared parameter and job of an environment, and each declared parameter of an interface in every environment of what carries it.',
  derive: (context) => ({
    exclusions: [],
    checks: [
      ...installations(context).flatMap((place) => environmentRows(place)),
      ...context.interfaces.flatMap((view) => carriersOf(view, context).flatMap((place) => interfaceRows(view, place))),
    ],
  }),
};

function environmentRows(place: Installation): readonly InstallationCheckDraft[] {
  const { config, jobs } = place.environment?.attributes ?? {};
  const howToRead = `Export the configuration of ${place.system.id} and read the parameter.`;
  return [
    ...Object.entries(config ?? {}).map(([parameter, value]) =>
      installationRow('CFG', place, parameter, value, howToRead),
    ),
    ...Object.entries(jobs ?? {}).map(([job, schedule]) =>
      installationRow('CFG', place, `job ${job}`, schedule, `Read the schedule of the job in ${place.system.id}.`),
    ),
  ];
}

/** Installations of what carries an interface: its broker, else its sender. */
export function carriersOf(view: InterfaceView, context: DerivationContext): readonly Installation[] {
  const system = context.model.get('system', view.attributes.transport?.via ?? view.from);
  return system === undefined ? [] : installationsOf(system, context);
}

function interfaceRows(view: InterfaceView, place: Installation): readonly InstallationCheckDraft[] {
  const { delivery, whenDown, cache, trigger, unexpected } = view.attributes;
  const retry = delivery?.retry;
  const parameters: readonly (readonly [string, string | undefined])[] = [
    ['guarantee', delivery?.guarantee],
    ['order', delivery?.order],
    ['sequence', delivery?.sequence],
    ['repeat key', delivery?.key === undefined ? undefined : listed(delivery.key)],
    ['retry max', retry === undefined ? undefined : String(retry.max)],
    ['retry interval', retry?.every],
    ['retry growth', retry?.growth],
    ['timeout', delivery?.timeout],
    ['acknowledge', delivery?.acknowledge],
    ['on reject', delivery?.onReject],
    ['on timeout', delivery?.onTimeout],
    ['on partial', delivery?.onPartial],
    ['dead letter', delivery?.deadLetter],
    ['alarm after', delivery?.alarmAfter],
    ['alarm to', delivery?.alarmTo === undefined ? undefined : listed(delivery.alarmTo)],
    ['when down', whenDown?.mode],
    ['buffer', whenDown?.buffer],
    ['cache', cache],
    ['schedule', trigger?.every ?? trigger?.at],
    ['unexpected message', unexpected],
  ];
  return parameters.flatMap(([attribute, expected]) =>
    expected === undefined
      ? []
      : [
          elementRow(
            'CFG',
            view.element,
            place,
            attribute,
            expected,
            `Export the settings of ${view.id} from ${place.system.id} and read the parameter.`,
          ),
        ],
  );
}
