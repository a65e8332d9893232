import { elementRow, installationRow, installations, type InstallationCheckDraft } from '../installation.ts';
import { carriersOf } from './iq-cfg.ts';
import type { InstallationStrategy } from './strategy.ts';

/** Where each interface ends in each environment, and how that end is protected. */
export const connectivity: InstallationStrategy = {
  type: 'CON',
  rule: 'Endpoint, port, certificate, carrier and protection of each interface in each environment of what carries it; certificates of each environment.',
  derive: (context) => ({
    exclusions: [],
    checks: [
      ...installations(context).flatMap((place) =>
        Object.entries(place.environment?.attributes.certificates ?? {}).map(([name, subject]) =>
          installationRow(
            'CON',
            place,
            `certificate ${name}`,
            subject,
            `Read subject and expiry of the certificate in ${place.system.id}.`,
          ),
        ),
      ),
      ...context.interfaces.flatMap((view) =>
        carriersOf(view, context).flatMap((place): readonly InstallationCheckDraft[] => {
          const connection = place.environment?.attributes.connections?.[view.id];
          const { kind, name, secured } = view.attributes.transport ?? {};
          const carrier = kind === undefined ? undefined : `${kind}${name === undefined ? '' : ` ${name}`}`;
          const look = `Read the end of ${view.id} in the administration of ${place.system.id} and call it from the sender's host.`;
          return [
            elementRow('CON', view.element, place, 'endpoint', connection?.endpoint, look),
            ...(connection === undefined
              ? []
              : [
                  elementRow(
                    'CON',
                    view.element,
                    place,
                    'port',
                    connection.port === undefined ? undefined : String(connection.port),
                    look,
                  ),
                  elementRow(
                    'CON',
                    view.element,
                    place,
                    'certificate',
                    connection.certificate,
                    'Read the subject and the expiry of the certificate that the endpoint shows.',
                  ),
                ]),
            elementRow(
              'CON',
              view.element,
              place,
              'carrier',
              carrier,
              `Read the carrier of ${view.id} in the administration of ${place.system.id}.`,
            ),
            elementRow(
              'CON',
              view.element,
              place,
              'protection',
              secured,
              `Try to connect to ${view.id} without it, from the sender's host; read the protocol that is agreed.`,
            ),
          ];
        }),
      ),
    ],
  }),
};
