import {
  boolean,
  date,
  duration,
  integer,
  map,
  optional,
  part,
  reference,
  referenceMap,
  required,
  scalar,
  set,
  text,
  textMap,
  words,
} from '../shape.ts';
import { commonAttributes } from './common.ts';
import { owners } from './shared.ts';

export const systemClock = part('systems.clock', {
  source: optional(text(), 'Where the time comes from.'),
  stored: optional(text(), 'Zone in which times are stored: UTC or a zone name.'),
  shown: optional(text(), 'Zone on screens and prints.'),
  maxDrift: optional(duration(), 'How far the clock may be off.'),
});

export const systemAccount = part('systems.account', {
  role: required(reference('roles'), 'Service role in which it acts.'),
  interactive: optional(boolean(), 'People can log in with it.'),
});

export const systemConnection = part('systems.connection', {
  endpoint: optional(text(), 'Address of the other end.'),
  port: optional(integer(), 'Network port.'),
  certificate: optional(text(), 'Subject of the certificate.'),
});

export const systemEnvironment = part('systems.environment', {
  host: optional(text(), 'Host, tenant or site.'),
  location: optional(text(), 'Where it stands.'),
  platform: optional(text(), 'Operating system, database, browser.'),
  build: optional(text(), 'Exact build that must be installed.'),
  parts: optional(textMap(scalar()), 'Installed parts, each with its build or digest.'),
  config: optional(textMap(scalar()), 'Parameters with the value that must be found, as it is written there.'),
  certificates: optional(textMap(text()), 'Certificates, each with subject and expiry.'),
  accounts: optional(textMap(systemAccount), 'Technical accounts that must exist.'),
  jobs: optional(textMap(text()), 'Scheduled jobs, each with its schedule.'),
  connections: optional(
    referenceMap(systemConnection, 'interfaces'),
    'Interfaces, each with its end in this environment.',
  ),
  differs: optional(textMap(text()), 'What differs from production, and why that is acceptable.'),
});

export const systemsEntry = part('systems', {
  ...commonAttributes,
  version: optional(text(), 'Product version in force.'),
  gxp: optional(words('direct', 'indirect', 'none'), 'Influence on product or record.'),
  gamp: optional(integer(), 'GAMP software category: 1, 3, 4 or 5.'),
  custom: optional(set(text()), 'Custom or scripted parts.'),
  hosting: optional(words('on-premises', 'hosted', 'saas', 'shop-floor'), 'Where it runs.'),
  access: optional(words('closed', 'open'), 'Whether it is a closed or an open system in the sense of 21 CFR Part 11.'),
  legacy: optional(boolean(), 'Cannot be replaced or stopped freely.'),
  owners: optional(owners, 'Who answers for it.'),
  downtimeTolerance: optional(duration(), 'How long the process can do without it.'),
  maxOutage: optional(duration(), 'Longest outage that its interfaces must survive.'),
  retention: optional(duration(), 'How long it keeps its records, unless the object says otherwise.'),
  clock: optional(systemClock, 'Where its time comes from and how it is stored.'),
  identity: optional(reference('systems'), 'System in which its accounts and passwords are managed.'),
  backup: optional(text(), 'Backup job, how often it runs, and how restoring was shown.'),
  supplier: optional(reference('documents'), 'Supplier assessment that is relied on.'),
  supportUntil: optional(date(), 'Day on which support by the vendor ends.'),
  functions: optional(set(text()), 'Activities that it performs, for the table of overlaps.'),
  environments: optional(map(systemEnvironment), 'Installations by name, with what must be found in each.'),
});
