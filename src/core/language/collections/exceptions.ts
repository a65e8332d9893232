import {
  any,
  choice,
  declared,
  duration,
  optional,
  part,
  reference,
  referenceOr,
  required,
  scalar,
  sequence,
  set,
  text,
  textMap,
  words,
} from '../shape.ts';
import { commonAttributes } from './common.ts';

export const exceptionStep = part('exceptions.step', {
  do: optional(reference('transitions'), 'Step of a lifecycle that must be possible here, and is taken.'),
  refuse: optional(reference('transitions'), 'Step that must not be possible here.'),
  deliver: optional(
    referenceOr(['all'], 'interfaces', 'messages'),
    'The next message of this interface arrives; all = until nothing is on its way.',
  ),
  send: optional(reference('interfaces', 'messages'), 'A message from outside the model arrives.'),
  duplicate: optional(
    reference('interfaces', 'messages'),
    'The next message arrives and stays on its way: it will come again.',
  ),
  overtake: optional(reference('interfaces', 'messages'), 'The message behind the next one arrives first.'),
  lose: optional(reference('interfaces', 'messages'), 'The next message is lost.'),
  down: optional(reference('systems', 'interfaces'), 'System or interface that stops answering.'),
  up: optional(reference('systems', 'interfaces'), 'System or interface that answers again.'),
  wait: optional(choice(words('settled'), duration()), 'Until nothing is on its way (settled), or for this long.'),
  check: optional(text(), 'Something that people check; it is printed in the script and not played.'),
  record: optional(text(), 'Name of the record that is acted on.', 'the only one'),
  of: optional(set(text()), 'Name of the record, or records, to which a new one belongs.', 'the only one'),
  new: optional(text(), 'Name under which the story calls the record that is created.'),
  by: optional(reference('roles'), 'Role of the person who acts.'),
  values: optional(textMap(scalar()), 'Values that are entered, by object.field or record.field.'),
  carries: optional(textMap(scalar()), 'Values that the message from outside carries.'),
  expect: optional(any(), 'Condition that holds right after the step, or a list of conditions each with its record.'),
  for: optional(duration(), 'How long the outage lasts.'),
  within: optional(duration(), 'Time within which the step must be done.'),
  note: optional(text(), 'Remark that is printed with the step.'),
});

export const exceptionScenario = part('exceptions.scenario', {
  given: optional(
    any(),
    'Where the story begins: a state for each lifecycle, or a list of named records.',
    'initial states',
  ),
  steps: required(sequence(exceptionStep), 'One action after the other.'),
  outcome: optional(text(), 'What must be true in the end, in words.'),
});

export const exceptionsEntry = part('exceptions', {
  ...commonAttributes,
  class: required(
    words(
      'partial-hold',
      'split-merge',
      'rework-loop',
      'scrap',
      'planned-deviation',
      'concession',
      'supplier-event',
      'retroactive-correction',
      'cancel-void',
      'downtime',
      'duplicate',
      'out-of-order',
      'rejected',
      'timeout',
      'partial',
      'return-relabel',
      'manual-correction',
      'bad-master-data',
      'concurrency',
      'clock',
    ),
    'Class of the exception, from the catalogue of classes.',
  ),
  treatment: declared(
    words('automated', 'procedural'),
    'Whether systems handle the exception or people do by a procedure; notApplicable says why it cannot occur.',
  ),
  elements: optional(
    set(reference('element')),
    'Elements that handle it; an interface that is listed counts as covered for this class.',
  ),
  documents: optional(set(reference('documents')), 'Form or procedure by which people handle it.'),
  within: optional(duration(), 'Time within which it must be handled.'),
  scenario: optional(
    exceptionScenario,
    'The story that shows the treatment: it is played against the lifecycles and becomes a test script.',
  ),
});
