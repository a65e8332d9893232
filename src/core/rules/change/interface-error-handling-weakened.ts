import { receiversOf } from '../../graph/queries/messages.ts';
import type { Element } from '../../model/element.ts';
import { defineChangeRule } from '../change-rule.ts';
import type { ChangeContext } from '../change-rule.ts';
import { gated } from '../adjustments/gated-step.ts';
import { ERROR_HANDLING, errorHandlingVerdict } from '../judging/error-handling.ts';

/** Reports that a failed, unexpected or doubtful message is treated less carefully, or that nobody is told. */
export const interfaceErrorHandlingWeakened = defineChangeRule({
  id: 'interface-error-handling-weakened',
  family: 'interfaces',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-ERR', 'RSK', 'DOC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports that a failed, unexpected or doubtful message is treated less carefully, or that nobody is told.',
  why: 'Failures become invisible.',
  fix: 'Keep the failure visible: a place where it waits, and a role that is told.',
  mirror: { rule: 'interface-error-handling-strengthened' },
  core: true,
  claims: [{ kinds: ['interface'], paths: [...ERROR_HANDLING, 'faults'] }],
  check(change, context) {
    const reason = decisionBehind(change.after as Element<'interface'>, context);
    const raise = reason === undefined ? {} : { raise: { risk: 'C', reason } as const };
    return errorHandlingVerdict(change, 'weaker').map((verdict) => ({ ...verdict, ...raise }));
  },
  examples: [
    {
      name: 'skipped instead of kept',
      before: `roles: {LEAD: {}, QA: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {onReject: dead-letter}}}`,
      after: `roles: {LEAD: {}, QA: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {onReject: skip}}}`,
      expect: ['risky H interface:IF-1 delivery.onReject'],
    },
    {
      name: 'nobody is told any more',
      before: `roles: {LEAD: {}, QA: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {alarmTo: [LEAD], alarmAfter: 5 min}}}`,
      after: `roles: {LEAD: {}, QA: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {alarmAfter: 5 min}}}`,
      expect: ['risky H interface:IF-1 delivery.alarmTo'],
    },
    {
      name: 'ignored, which it was not',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, unexpected: ignore}}`,
      expect: ['risky H interface:IF-1 unexpected'],
    },
    {
      name: 'a fault that is no longer explored',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, faults: [lose, overtake]}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, faults: [lose]}}`,
      expect: ['risky H interface:IF-1 faults'],
    },
    {
      name: 'two ways that cannot be ranked',
      before: `roles: {LEAD: {}, QA: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {onTimeout: reconcile}}}`,
      after: `roles: {LEAD: {}, QA: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {onTimeout: retry}}}`,
      expect: ['risky H interface:IF-1 delivery.onTimeout'],
    },
    {
      name: 'of a message that puts on hold',
      before: `objects: {lot: {}}
systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, about: lot, messages: [HOLD], delivery: {onReject: dead-letter}}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold, receives: IF-1.HOLD}}}}`,
      after: `objects: {lot: {}}
systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, about: lot, messages: [HOLD], delivery: {onReject: skip}}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold, receives: IF-1.HOLD}}}}`,
      expect: ['risky C interface:IF-1 delivery.onReject'],
    },
    {
      name: 'kept instead of skipped',
      before: `roles: {LEAD: {}, QA: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {onReject: skip}}}`,
      after: `roles: {LEAD: {}, QA: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {onReject: dead-letter}}}`,
      expect: [],
    },
    {
      name: 'somebody else is told',
      before: `roles: {LEAD: {}, QA: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {alarmTo: [LEAD]}}}`,
      after: `roles: {LEAD: {}, QA: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {alarmTo: [QA]}}}`,
      expect: [],
    },
  ],
});

/** A message of it moves a record into or out of where its use is decided. */
function decisionBehind(
  flow: Element<'interface'>,
  { head, base, inBase, graphHead, graphBase }: ChangeContext,
): string | undefined {
  const before = inBase(flow) as Element<'interface'> | undefined;
  const now = receiversOf(graphHead, flow).map(({ key }) => gated(head).get(key));
  const then = before === undefined ? [] : receiversOf(graphBase, before).map(({ key }) => gated(base).get(key));
  return [...now, ...then].find((reason) => reason !== undefined);
}
