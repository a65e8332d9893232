import { allowedElsewhere } from './allowed-elsewhere.ts';
import { blockingMemberMissing } from './blocking-member-missing.ts';
import { conditionDropped } from './condition-dropped.ts';
import { conditionPartDropped } from './condition-part-dropped.ts';
import { filterDropped } from './filter-dropped.ts';
import { leadsElsewhere } from './leads-elsewhere.ts';
import { messageNotSent } from './message-not-sent.ts';
import { notSigned } from './not-signed.ts';
import { orderNotKept } from './order-not-kept.ts';
import { permittingMemberAdded } from './permitting-member-added.ts';
import { procedureDropped } from './procedure-dropped.ts';
import { roleWidened } from './role-widened.ts';
import type { WeakeningRule } from './weakening.ts';

/** Every way of asking for less, in the order in which they are tried. */
export const WEAKENINGS: readonly WeakeningRule[] = [
  conditionPartDropped,
  conditionDropped,
  procedureDropped,
  filterDropped,
  messageNotSent,
  blockingMemberMissing,
  permittingMemberAdded,
  allowedElsewhere,
  leadsElsewhere,
  orderNotKept,
  notSigned,
  roleWidened,
];
