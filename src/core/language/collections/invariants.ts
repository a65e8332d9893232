import {
  any,
  boolean,
  choice,
  condition,
  duration,
  optional,
  part,
  reference,
  referenceMap,
  set,
  words,
} from '../shape.ts';
import { commonAttributes } from './common.ts';

export const invariantsEntry = part('invariants', {
  ...commonAttributes,
  severity: optional(words('high', 'medium', 'low'), 'How much it weighs.'),
  never: optional(condition(), 'Condition that no reachable state may fulfil.'),
  once: optional(words('settled'), 'Judged only when no message is on its way.', 'always'),
  step: optional(set(reference('transitions')), 'Steps that happen only where requires holds.'),
  requires: optional(condition(), 'With step: what must hold when it happens.'),
  before: optional(
    choice(condition(), set(reference('transitions'))),
    'Steps, or a condition, before which must has to have come.',
  ),
  must: optional(
    choice(condition(), set(reference('transitions'))),
    'With before or after: the steps or the condition that has to come.',
  ),
  since: optional(
    set(reference('transitions')),
    'With before: the step from which on it is counted anew.',
    'the beginning',
  ),
  after: optional(
    choice(condition(), set(reference('transitions'))),
    'Steps, or a condition, after which must has to follow.',
  ),
  given: optional(condition(), 'With after: only where this is true at that moment.'),
  within: optional(duration(), 'With after: time limit, judged against the sum of latencies and retries.'),
  without: optional(words('people'), 'With after: machines alone get there, without anybody acting.'),
  from: optional(condition(), 'With possible: the states from which a way out must exist.'),
  possible: optional(condition(), 'With from: what can always be reached, without a fault or a correction.'),
  reachable: optional(condition(), 'What must stay possible: a business story that a change must not close.'),
  agree: optional(
    set(condition()),
    'Combinations of which one holds once nothing is on its way: two systems see the same.',
  ),
  conserved: optional(reference('fields'), 'Quantity whose sum stays the same.'),
  over: optional(set(reference('transitions')), 'With conserved: the steps that move it.'),
  across: optional(set(reference('systems')), 'With conserved: the systems in and between which the sums match.'),
  carriedBy: optional(set(reference('interfaces')), 'With conserved: the messages that move it between systems.'),
  gate: optional(
    referenceMap(any(), 'lifecycles'),
    'Lifecycle and the states that are entered only by the steps of only.',
  ),
  only: optional(set(reference('transitions')), 'With gate: the steps by which those states are entered.'),
  signed: optional(boolean(), 'With gate: each of these steps is signed.', 'false'),
  final: optional(set(reference('states')), 'States that are never left, by whatever step.'),
  independent: optional(
    set(reference('lifecycles')),
    'Lifecycles of which no condition, message or effect reads those of of.',
  ),
  of: optional(set(reference('lifecycles')), 'With independent: the lifecycles that must not be read.'),
  separate: optional(
    set(reference('segregation')),
    'Segregation rules that hold for every role, after inheritance, and for every person.',
  ),
});
