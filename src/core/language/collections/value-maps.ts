import { boolean, choice, optional, part, reference, required, set, text, textMap, words } from '../shape.ts';
import { commonAttributes } from './common.ts';
import { reason } from './shared.ts';

export const valueMapDefault = part('valueMaps.default', {
  default: required(text(), 'Target code for everything that is not in the map.'),
});

export const valueMapsEntry = part('valueMaps', {
  ...commonAttributes,
  from: optional(reference('codes', 'lifecycles'), 'Code list of the source; for a lifecycle, its states.'),
  to: optional(reference('codes', 'lifecycles'), 'Code list of the target; for a lifecycle, its states.'),
  map: required(textMap(text()), 'Source code and the target code that it becomes.'),
  unknown: optional(
    choice(words('reject', 'quarantine', 'pass'), valueMapDefault),
    'What happens to a source code that is not in the map.',
  ),
  bothWays: optional(boolean(), 'Also read backwards.', 'false'),
  lossy: optional(reason, 'Why several source codes may become one target code.'),
  deployedIn: optional(set(reference('systems')), 'Systems in which the map is configured.'),
});
