import { defineLint } from '../lint-rule.ts';
import { releaseEntry } from '../linting/release-entry.ts';
import { useOf } from '../linting/flow-use.ts';
import type { GuardOfFlow, StepOfFlow } from '../linting/flow-use.ts';

/** Controls that disappear with the network. */
export const interfaceFailOpenOnGate = defineLint({
  id: 'interface-fail-open-on-gate',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'A step rests on the interface, and the interface says that it goes on without it.',
  purpose:
    'Reports an interface that goes on unchecked, or with the last answer, while the other end is down, though a condition, a hold or a release rests on it.',
  why: 'The control is there only as long as the network is: an open issue that came up meanwhile stops nothing.',
  fix: 'Let the step wait (`mode: refuse`), keep the messages (`queue`), or let people take over by a controlled form (`manual`).',
  reads: [
    'interfaces.whenDown.mode',
    'condition.query',
    'condition.copy',
    'condition.settled',
    'lifecycles.transition.when',
    'lifecycles.transition.procedure',
    'lifecycles.transition.receives',
    'lifecycles.state.class',
  ],
  examples: [
    {
      name: 'a question answered from memory, a copy, an empty queue that proves nothing, and a hold that is passed over',
      spec: `
        systems: {QMS: {}, ERP: {}}
        lifecycles:
          NCR: {system: QMS, states: {Open: open, Closed: closed}}
          INV:
            system: ERP
            states: {QI: quarantine, Held: held, Released: released}
            transitions:
              T1: {from: QI, to: Released, when: {query: IF-1, NCR: Closed}}
              T2: {from: QI, to: Released, when: {copy: IF-2, NCR: Closed}}
              T3: {from: QI, to: Released, when: {settled: IF-3}}
              T4: {from: QI, to: Held, receives: IF-4}
        interfaces:
          IF-1: {from: ERP, to: QMS, pattern: request-reply, whenDown: {mode: last-known}, reply: {s: {from: NCR}}}
          IF-2: {from: QMS, to: ERP, whenDown: {mode: proceed}, fields: {s: {from: NCR}}}
          IF-3: {from: QMS, to: ERP, whenDown: {mode: proceed}}
          IF-4: {from: QMS, to: ERP, whenDown: {mode: last-known}}`,
      expect: [
        '13:71 error IF-1: IF-1 goes by the last answer while the other end is down (last-known), but INV.T1 asks over it before it happens.',
        '14:47 error IF-2: IF-2 goes on unchecked while the other end is down (proceed), but INV.T2 rests on what it brings.',
        '15:47 error IF-3: IF-3 goes on unchecked while the other end is down (proceed), but INV.T3 waits until nothing of it is on its way.',
        '16:47 error IF-4: IF-4 goes by the last answer while the other end is down (last-known), but INV.T4 is started by it.',
      ],
    },
    {
      name: 'the step waits, messages wait, people take over, and nothing rests on it',
      spec: `
        systems: {QMS: {}, ERP: {}}
        lifecycles:
          NCR: {system: QMS, states: {Open: open, Closed: closed}}
          INV:
            system: ERP
            states: {QI: quarantine, Held: held, Released: released, Counted: active}
            transitions:
              T1: {from: QI, to: Released, when: {query: IF-1, NCR: Closed}}
              T2: {from: QI, to: Released, when: {all: [{copy: IF-2, NCR: Closed}, {settled: IF-2}]}}
              T3: {from: QI, to: Held, receives: IF-3}
              T4: {from: QI, to: Counted, receives: IF-4}
              T5: {from: QI, to: Held, receives: IF-5, status: retired}
        interfaces:
          IF-1: {from: ERP, to: QMS, pattern: request-reply, whenDown: {mode: refuse}, reply: {s: {from: NCR}}}
          IF-2: {from: QMS, to: ERP, whenDown: {mode: queue}, fields: {s: {from: NCR}}}
          IF-3: {from: QMS, to: ERP, whenDown: {mode: manual}}
          IF-4: {from: QMS, to: ERP, whenDown: {mode: last-known}}
          IF-5: {from: QMS, to: ERP, whenDown: {mode: proceed}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const flow of model.ofKind('interface')) {
      const mode = flow.attributes.whenDown?.mode;
      if (mode !== 'proceed' && mode !== 'last-known') continue;
      const { guards, starts } = useOf(model, flow);
      const [guard] = guards;
      const start = starts.find(isGate);
      const user = guard ?? start;
      if (user === undefined) continue;
      const others = new Set([...guards, ...starts.filter(isGate)].map(({ transition }) => transition.id));
      yield {
        element: flow,
        path: ['whenDown', 'mode'],
        message: `${flow.id} ${mode === 'proceed' ? 'goes on unchecked' : 'goes by the last answer'} while the other end is down (${mode}), but ${user.transition.id} ${guard === undefined ? 'is started by it' : RESTS[guard.how]}.`,
        hint: 'Let the step wait (`refuse`), keep the messages (`queue`), or let people take over by a controlled form (`manual`).',
        subject: [mode, [...others].sort()],
        related: [...guards, ...starts.filter(isGate)].map(relatedTo),
      };
    }
  },
});

const RESTS: Readonly<Record<GuardOfFlow['how'], string>> = {
  query: 'asks over it before it happens',
  copy: 'rests on what it brings',
  message: 'rests on what its message carries',
  settled: 'waits until nothing of it is on its way',
};

/** Puts on hold, takes out of use, or makes usable. */
function isGate({ steps, transition }: StepOfFlow): boolean {
  const classes = steps.targets(transition).map((state) => steps.classOf(state));
  return classes.includes('held') || classes.includes('quarantine') || releaseEntry(steps, transition) !== undefined;
}

function relatedTo(user: StepOfFlow | GuardOfFlow) {
  const attribute = 'attribute' in user ? user.attribute : 'receives';
  return { message: `${user.transition.id} uses it here.`, element: user.transition, path: [attribute] };
}
