import { optional, part, reference, required, set, words } from '../shape.ts';
import { commonAttributes } from './common.ts';

export const setsEntry = part('sets', {
  ...commonAttributes,
  of: required(reference('lifecycles', 'codes'), 'Lifecycle or code list whose members are meant.'),
  members: optional(set(reference('members')), 'States or codes that are in the set.'),
  except: optional(set(reference('members')), 'Everything is in the set but these.'),
  classes: optional(
    set(words('pre', 'open', 'active', 'quarantine', 'held', 'released', 'closed', 'terminal')),
    'Every state of these classes is in the set.',
  ),
  unknown: optional(words('in', 'out', 'reject'), 'What a state or code counts as that the list does not name.'),
  effect: optional(words('blocks', 'permits'), 'Whether being in the set blocks something or permits it.'),
  deployedIn: optional(set(reference('systems')), 'Systems in which the list is configured.'),
});
