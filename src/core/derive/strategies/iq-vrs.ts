import { installationRow, installations, type InstallationCheckDraft } from '../installation.ts';
import type { InstallationStrategy } from './strategy.ts';

/** The exact version and build, and those of each part. */
export const versions: InstallationStrategy = {
  type: 'VRS',
  rule: 'Exact version, build, platform and parts of each installation.',
  derive: (context) => ({
    exclusions: [],
    checks: installations(context).flatMap((place): readonly InstallationCheckDraft[] => {
      const { system, environment } = place;
      const about = `Open the version information of ${system.id} (about page or administration console).`;
      const rows = [
        installationRow('VRS', place, 'version', system.attributes.version, about),
        installationRow('VRS', place, 'build', environment?.attributes.build, about),
        installationRow(
          'VRS',
          place,
          'platform',
          environment?.attributes.platform,
          'Read operating system, database and browser from the platform inventory.',
        ),
      ];
      for (const [part, build] of Object.entries(environment?.attributes.parts ?? {})) {
        rows.push(
          installationRow(
            'VRS',
            place,
            `part ${part}`,
            build,
            `Read build or digest of ${part} in the administration of ${system.id}.`,
          ),
        );
      }
      return rows;
    }),
  }),
};
