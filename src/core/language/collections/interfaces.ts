import {
  boolean,
  choice,
  condition,
  duration,
  id,
  integer,
  listedMap,
  map,
  number,
  optional,
  part,
  quantity,
  reference,
  required,
  scalar,
  sequence,
  set,
  text,
  words,
} from '../shape.ts';
import { interfaceSource } from './interface-source.ts';
import { commonAttributes } from './common.ts';
import { fieldReference, fieldType, owners, pattern, reason, transform, when } from './shared.ts';

export const interfaceMessage = part('interfaces.message', {
  ...commonAttributes,
  filter: optional(condition(), 'Cases in which this kind of message is sent.', 'all'),
});

export const interfaceTrigger = part('interfaces.trigger', {
  every: optional(duration(), 'How often a transfer starts.'),
  at: optional(text(), 'Time of day at which it starts, with its zone.'),
  event: optional(text(), 'Something outside the model that starts it.'),
  manual: optional(text(), 'How a person starts it.'),
});

export const interfaceTransport = part('interfaces.transport', {
  kind: optional(words('topic', 'queue', 'https', 'file', 'database', 'paper'), 'What carries the data.'),
  name: optional(text(), 'Name of the topic, queue, folder or path.'),
  via: optional(reference('systems'), 'Middleware through which it runs.'),
  secured: optional(words('mutual-tls', 'tls', 'signed', 'none'), 'How the data are protected on their way.'),
  account: optional(reference('roles'), 'Service role under which the transfer runs.'),
});

export const interfaceRetry = part('interfaces.retry', {
  max: required(integer(), 'Attempts after the first one.'),
  every: optional(duration(), 'Pause before the next attempt.'),
  growth: optional(words('fixed', 'doubling'), 'Whether the pause stays the same or doubles.', 'fixed'),
});

export const interfaceDelivery = part('interfaces.delivery', {
  guarantee: optional(
    words('exactly-once', 'at-least-once', 'at-most-once', 'none'),
    'How often a message arrives that was sent once.',
  ),
  order: optional(
    words('none', 'fifo', 'sequence'),
    'Whether order is kept: not at all, by the carrier (fifo), or by the receiver, who checks a counter (sequence).',
  ),
  per: optional(reference('objects'), 'Object within whose records order is kept.', 'all messages together'),
  sequence: optional(reference('own mappings'), 'Mapped field or header that carries the counter.'),
  stale: optional(
    words('discard', 'process'),
    'What the receiver does with a message older than the last one it processed.',
    'discard',
  ),
  key: optional(set(reference('own mappings')), 'Mapped fields and headers by which the receiver recognises a repeat.'),
  retry: optional(interfaceRetry, 'What happens when a transfer fails.'),
  timeout: optional(duration(), 'How long the asker waits for an answer.'),
  acknowledge: optional(
    words('processed', 'transport', 'none'),
    'What the sender learns: that the message was processed, that it was carried, or nothing.',
  ),
  onReject: optional(
    words('dead-letter', 'reject', 'skip'),
    'What happens to a message that cannot be read or mapped.',
  ),
  onTimeout: optional(
    words('retry', 'refuse', 'reconcile'),
    'What happens when nobody knows whether a message arrived.',
  ),
  onPartial: optional(words('all-or-nothing', 'keep-valid'), 'What happens when a part of a batch is bad.'),
  deadLetter: optional(text(), 'Where messages wait that failed for good.'),
  alarmAfter: optional(duration(), 'Time after which somebody is told that messages fail.'),
  alarmTo: optional(set(reference('roles')), 'Roles that are told.'),
});

export const interfaceWhenDown = part('interfaces.whenDown', {
  mode: required(
    words('queue', 'refuse', 'last-known', 'proceed', 'manual'),
    'What happens meanwhile: messages wait, the step of the asker is not possible, the last answer counts, it goes on unchecked, or people take over.',
  ),
  buffer: optional(duration(), 'How long messages wait without being lost.'),
  fallback: optional(set(reference('documents')), 'Controlled form or procedure by which people take over.'),
  catchUp: optional(text(), 'How entries come back afterwards: order of replay, entry by hand, who checks.'),
  note: optional(text(), 'Remark that is printed with it.'),
});

export const interfaceVolume = part('interfaces.volume', {
  peak: required(integer(), 'Most messages that are expected.'),
  per: required(duration(), 'Time in which that many come.'),
});

export const interfaceField = part('interfaces.field', {
  ...commonAttributes,
  from: optional(
    sequence(text()),
    'Where the value comes from: object.field, a lifecycle (its status), message (its name), a plain name of the sender, or several of them.',
  ),
  constant: optional(scalar(), 'Fixed value in place of a source.'),
  derivation: optional(text(), 'Formula in words; what it reads stands in uses.'),
  uses: optional(set(reference('element')), 'Elements that the formula depends on.'),
  source: optional(interfaceSource, 'How the value differs at the sender, before it is mapped.', "the object field's"),
  to: optional(text(), 'What the receiver calls it: name, path, or object.field.', 'its id'),
  precedence: optional(
    integer(),
    'Where several rows fill one target: the row with the lowest number that has a value wins.',
  ),
  for: optional(set(reference('systems')), 'Receivers that get this field.', 'every receiver'),
  type: optional(fieldType, 'Kind of value as it arrives.'),
  length: optional(integer(), 'Longest value that the receiver takes, in characters.'),
  digits: optional(integer(), 'Significant digits as it arrives.'),
  decimals: optional(integer(), 'Digits after the decimal point as it arrives.'),
  unit: optional(choice(fieldReference, text()), 'Unit as it arrives, or the field that holds it.'),
  basis: optional(text(), 'What a quantity refers to: as is, dry, gross, per piece.'),
  zone: optional(text(), 'Time zone as it arrives: a zone name, local, or none.'),
  resolution: optional(duration(), 'Finest time that the receiver keeps.'),
  codes: optional(reference('codes'), 'Code list of the receiver.'),
  pattern: optional(pattern, 'Regular expression that the value must match as it arrives.'),
  min: optional(choice(quantity(), number()), 'Lowest value that the receiver takes.'),
  max: optional(choice(quantity(), number()), 'Highest value that the receiver takes.'),
  many: optional(boolean(), 'Several values may come.', 'false'),
  required: optional(
    choice(boolean(), when),
    'The receiver insists on a value: always, or in some cases ({message: HOLD} also).',
  ),
  key: optional(boolean(), 'Part of the identity of what arrives.', 'false'),
  critical: optional(boolean(), 'Product, patient or record depends on it.'),
  definition: optional(text(), 'Meaning at the receiver, where it differs from that of the source.'),
  map: optional(reference('valueMaps'), 'Value map by which codes are translated.'),
  conversion: optional(reference('conversions'), 'Unit conversion that is applied.'),
  crosswalk: optional(reference('crosswalks'), 'Table in which the key is looked up.'),
  transform: optional(sequence(transform), 'Further steps from source to target, in this order.'),
  capture: optional(
    words('manual', 'scanned', 'equipment', 'system'),
    'Without a source: how the value comes to be at the receiver.',
  ),
  lossy: optional(reason, 'Why it is acceptable that information is lost on the way.'),
  tooLong: optional(words('reject', 'truncate'), 'What happens to a value longer than length.'),
  when: optional(condition(), 'Cases in which the field is filled.', 'always'),
  default: optional(scalar(), 'Value that stands in for a missing source.'),
  whenEmpty: optional(
    words('omit', 'keep', 'clear', 'reject'),
    'Empty source: the field is not sent, or the receiver keeps, clears or refuses.',
  ),
  write: optional(words('insert', 'upsert', 'overwrite', 'delete'), 'What the receiver does to an existing value.'),
  onError: optional(words('reject', 'skip', 'raw'), 'What happens when a step of the mapping fails.'),
});

export const interfacesEntry = part('interfaces', {
  ...commonAttributes,
  from: required(reference('systems'), 'System that sends; of a request and reply, the one that asks.'),
  to: required(set(reference('systems')), 'Systems that receive; several only where nothing but the fields differs.'),
  twoWay: optional(boolean(), 'The same flow also runs back.', 'false'),
  pattern: optional(words('event', 'request-reply', 'batch', 'file', 'manual'), 'Kind of flow.'),
  about: optional(
    reference('objects'),
    'Object that each message is about, where no modelled step sends it.',
    "emitters' object",
  ),
  messages: optional(
    listedMap(interfaceMessage),
    'Kinds of message, named IF-002.HOLD elsewhere; a plain list of names will do.',
    'one, unnamed',
  ),
  trigger: optional(
    interfaceTrigger,
    'What starts a transfer that no step of a lifecycle emits.',
    'the transitions that emit it',
  ),
  filter: optional(condition(), 'Cases that are sent.', 'all'),
  contract: optional(text(), 'Message schema and its version.'),
  transport: optional(interfaceTransport, 'How the data travel.'),
  delivery: optional(interfaceDelivery, 'What is promised about arrival, order, repeats and failures.'),
  headers: optional(set(id()), 'Values that travel beside the mapped fields: counters, message ids.'),
  whenDown: optional(interfaceWhenDown, 'What happens while the other end does not answer.'),
  latency: optional(duration(), 'Longest time from sending to processing when all is well.'),
  echo: optional(
    words('suppressed', 'stamped'),
    'A change that came from the receiver is not sent back, or carries where it came from.',
  ),
  cache: optional(duration(), 'For request and reply: an answer may be this old.', 'none'),
  reconcile: optional(reference('reconciliations'), 'Detective control that finds what this interface lost.'),
  unexpected: optional(
    words('ignore', 'wait', 'error', 'refuse'),
    'What happens to a message for which the receiver has a step, but not from the state it is in; refuse is for request and reply.',
    'error',
  ),
  faults: optional(
    set(words('lose', 'duplicate', 'overtake', 'outage')),
    'Faults that are credible and are therefore explored.',
    'none',
  ),
  fields: optional(map(interfaceField), 'What a message carries, keyed by the field that is filled.'),
  reply: optional(map(interfaceField), 'For request and reply: the fields that come back.'),
  owners: optional(owners, 'Who answers for the flow, on both sides.'),
  critical: optional(boolean(), 'Product, patient or record depends on it.'),
  volume: optional(interfaceVolume, 'Load that it must bear.'),
});
