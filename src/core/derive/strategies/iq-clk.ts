import { installationRow, installations } from '../installation.ts';
import type { InstallationStrategy } from './strategy.ts';

/** Time source, zones and drift of each installation. */
export const clocks: InstallationStrategy = {
  type: 'CLK',
  rule: 'Time source, stored and shown zone, and drift of each installation.',
  derive: (context) => ({
    exclusions: [],
    checks: installations(context).flatMap((place) => {
      const { source, stored, shown, maxDrift } = place.system.attributes.clock ?? {};
      const { id } = place.system;
      return [
        installationRow('CLK', place, 'time source', source, `Read the time source in the administration of ${id}.`),
        installationRow(
          'CLK',
          place,
          'stored zone',
          stored,
          `Save one record in ${id} and read its stored time stamp.`,
        ),
        installationRow(
          'CLK',
          place,
          'shown zone',
          shown,
          `Read the same time stamp on the screen and on a print of ${id}.`,
        ),
        installationRow(
          'CLK',
          place,
          'largest drift',
          maxDrift,
          `Read the clock of ${id} and the reference clock in the same moment; write both.`,
        ),
      ];
    }),
  }),
};
