import { installationRow, installations, type InstallationCheckDraft } from '../installation.ts';
import { listed } from '../wording/gaps.ts';
import type { InstallationStrategy } from './strategy.ts';

/** Each installation is in the inventory: where it runs and who answers for it. */
export const identification: InstallationStrategy = {
  type: 'IDN',
  rule: 'Each system and environment is in the inventory with host, location and owners.',
  derive: (context) => ({
    exclusions: [],
    checks: installations(context).flatMap((place): readonly InstallationCheckDraft[] => {
      const { system, environment } = place;
      const { owners, hosting } = system.attributes;
      const named = [owners?.operations, owners?.quality, owners?.it];
      const answering = named.every((owner) => owner === undefined)
        ? undefined
        : listed(
            ['operations', 'quality', 'it'].flatMap((view, position) =>
              named[position] === undefined ? [] : [`${view} ${named[position]}`],
            ),
          );
      const rows = [
        installationRow(
          'IDN',
          place,
          'host',
          environment?.attributes.host,
          `Sign in to the administration of ${system.id} and read host, tenant or site.`,
        ),
        installationRow('IDN', place, 'owners', answering, 'Read the entry in the system inventory.'),
      ];
      if (environment?.attributes.location !== undefined)
        rows.push(
          installationRow(
            'IDN',
            place,
            'location',
            environment.attributes.location,
            'Read the entry in the system inventory and look at the place.',
          ),
        );
      if (hosting !== undefined)
        rows.push(installationRow('IDN', place, 'hosting', hosting, 'Read the entry in the system inventory.'));
      return rows;
    }),
  }),
};
