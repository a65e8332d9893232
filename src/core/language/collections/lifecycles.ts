import {
  any,
  boolean,
  choice,
  condition,
  duration,
  integer,
  map,
  optional,
  part,
  prose,
  reference,
  referenceMap,
  referenceOr,
  required,
  scalar,
  sequence,
  set,
  shortPart,
  text,
  words,
} from '../shape.ts';
import { commonAttributes } from './common.ts';
import { fieldReference } from './shared.ts';

export const lifecycleState = shortPart('lifecycles.state', 'class', {
  ...commonAttributes,
  class: optional(
    words('pre', 'open', 'active', 'quarantine', 'held', 'released', 'closed', 'terminal'),
    'What the state means for use; most checks of release follow from it.',
  ),
  resting: optional(boolean(), 'A record may stay here for good.', 'true for closed, terminal'),
});

export const lifecycleLast = part('lifecycles.last', {
  last: required(set(reference('own states')), 'Whichever of these states the record was in most recently.'),
});

export const lifecycleSignature = part('lifecycles.signature', {
  meaning: required(prose(), 'What signing says, as it is shown with the signature.'),
  by: optional(set(reference('roles')), 'Roles that may sign.', "the transition's by"),
  binds: optional(reference('objects'), 'Record to which the signature is bound.', "the lifecycle's object"),
  samePerson: optional(boolean(), 'Several signatures may be those of one person.', 'false'),
  components: optional(integer(), 'Authentication components at this signature.', "the project's"),
});

export const lifecycleTransition = part('lifecycles.transition', {
  ...commonAttributes,
  event: optional(
    text(),
    'What people call the step; the same event from other states may be another transition.',
    'its id',
  ),
  from: required(
    set(referenceOr(['any', 'absent'], 'own states')),
    'States in which it is possible: names, any (every existing one), absent (there is no record yet).',
  ),
  to: required(
    choice(referenceOr(['same'], 'own states'), lifecycleLast),
    'State to which it leads: a name, same, or {last: [A, B]} for where the record came from.',
  ),
  by: optional(set(referenceOr(['anyone'], 'roles')), 'Roles whose members may start it; anyone = no role is needed.'),
  receives: optional(
    choice(condition(), set(reference('interfaces', 'messages'))),
    'Message that starts it: IF-002.HOLD, or {message: IF-001, …} with what it must carry.',
  ),
  auto: optional(boolean(), 'The system starts it as soon as when holds.', 'false'),
  after: optional(choice(fieldReference, duration()), 'Time starts it: so long in the state, or the day in a field.'),
  as: optional(reference('roles'), 'Service role in which a machine acts.', "the interface's account"),
  when: optional(condition(), 'Condition that the system enforces; each part of it owes a test.'),
  procedure: optional(condition(), 'Condition that only people enforce, by a procedure.'),
  fills: optional(
    referenceMap(set(scalar()), 'fields'),
    'Fields that are entered in this step: a code, a list to choose from, any, or empty.',
  ),
  sign: optional(sequence(lifecycleSignature), 'Signature that the step needs, or several in this order.'),
  reason: optional(boolean(), 'The person must give a reason.', 'false'),
  emits: optional(sequence(reference('interfaces', 'messages')), 'Messages that are sent, in this order.'),
  creates: optional(
    referenceMap(any(), 'objects'),
    'New record: its object, and the status that it has in each lifecycle (same = that of this record).',
  ),
  does: optional(set(text()), 'Other effects in words: print, notify, post.'),
  correction: optional(boolean(), 'Retroactive or administrative; not a part of the regular course.', 'false'),
  negative: optional(boolean(), 'That the step is refused elsewhere is tested; notApplicable says why not.', 'true'),
});

export const lifecyclesEntry = part('lifecycles', {
  ...commonAttributes,
  object: optional(
    reference('objects'),
    'Object whose status it is: each record has one such machine.',
    'one in the world',
  ),
  system: optional(reference('systems'), 'System in which the status is decided: the authority.'),
  initial: optional(reference('own states'), 'State of a new record; left out where a step comes from absent.'),
  states: required(map(lifecycleState), 'States by id; a bare word is the class of the state.'),
  transitions: optional(map(lifecycleTransition), 'Steps by id.'),
});
