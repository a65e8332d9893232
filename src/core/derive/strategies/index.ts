import { auditTrail } from './aud.ts';
import { downtime } from './dwn.ts';
import { duplicates } from './dup.ts';
import { codes } from './enm.ts';
import { guards } from './grd.ts';
import { illegal } from './ill.ts';
import { invariants } from './inv.ts';
import { auditSettings } from './iq-aud.ts';
import { configuration } from './iq-cfg.ts';
import { clocks } from './iq-clk.ts';
import { connectivity } from './iq-con.ts';
import { identification } from './iq-idn.ts';
import { deployedTables } from './iq-map.ts';
import { security } from './iq-sec.ts';
import { versions } from './iq-vrs.ts';
import { keys } from './key.ts';
import { mappings } from './map.ts';
import { ordering } from './ord.ts';
import { positive } from './pos.ts';
import { roles } from './rol.ts';
import { signatures } from './sig.ts';
import type { InstallationStrategy, Strategy } from './strategy.ts';
import { texts } from './txt.ts';
import { units } from './uom.ts';

/** Every rule that derives cases of an OQ protocol, in the order in which the protocol explains them. */
export const STRATEGIES: readonly Strategy[] = [
  positive,
  illegal,
  guards,
  roles,
  signatures,
  auditTrail,
  mappings,
  texts,
  codes,
  units,
  keys,
  duplicates,
  ordering,
  downtime,
  invariants,
];

/** Every rule that derives checks of an IQ protocol. */
export const INSTALLATION_STRATEGIES: readonly InstallationStrategy[] = [
  identification,
  versions,
  configuration,
  deployedTables,
  connectivity,
  security,
  clocks,
  auditSettings,
];
