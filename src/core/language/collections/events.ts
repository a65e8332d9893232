import { optional, part, reference, required, set, text } from '../shape.ts';
import { commonAttributes } from './common.ts';

export const eventsEntry = part('events', {
  ...commonAttributes,
  owner: required(reference('systems'), 'The one system that decides that the event has happened.'),
  followers: optional(set(reference('systems')), 'Systems that learn of the event and must not change it.'),
  initiators: optional(
    set(reference('systems')),
    'Systems in which people may start the event, though another one owns it.',
  ),
  numbered: optional(reference('systems'), 'System that issues the number of the record.'),
  transitions: optional(set(reference('transitions')), 'Steps of lifecycles in which the event happens.'),
  conflict: optional(text(), 'Which side wins when two systems disagree.'),
});
