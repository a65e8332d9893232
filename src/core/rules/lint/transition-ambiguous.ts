import { jsonText } from '../../diff/comparable.ts';
import type { Json } from '../../language/canonical.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { defineLint } from '../lint-rule.ts';
import { listed } from '../judging/wording.ts';
import { areExclusive } from '../linting/exclusive-conditions.ts';
import { lifecycleSteps } from '../linting/lifecycle-steps.ts';
import type { LifecycleSteps, Transition } from '../linting/lifecycle-steps.ts';
import { guardOf, sameMessage, startOf } from '../linting/step-start.ts';

/** Pairs of transitions of which nobody can say which one happens. */
export const transitionAmbiguous = defineLint({
  id: 'transition-ambiguous',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'Two steps answer to one event in one state, and differ in what they do.',
  purpose: 'Reports two transitions from one state that start alike and whose conditions do not exclude each other.',
  why: 'What happens then depends on the order in which some program looks at them, and a test of one may run the other.',
  fix: 'Let the conditions exclude each other, give the steps different events, or make one step of them.',
  reads: [
    'lifecycles.transitions',
    'lifecycles.transition.event',
    'lifecycles.transition.from',
    'lifecycles.transition.by',
    'lifecycles.transition.receives',
    'lifecycles.transition.auto',
    'lifecycles.transition.after',
    'lifecycles.transition.when',
    'lifecycles.transition.procedure',
  ],
  examples: [
    {
      name: 'one event of one role, one message, two machines, and nothing said about the start',
      spec: `
        systems: {QMS: {}, MES: {}}
        roles: {LEAD: {}, SENIOR: {inherits: LEAD}}
        interfaces: {IF-1: {from: QMS, to: MES, messages: [HOLD]}}
        lifecycles:
          LOT:
            system: MES
            initial: A
            states: {A: active, B: active, C: closed}
            transitions:
              T01: {event: finish, from: A, to: B, by: LEAD, when: {fact: the label is on}}
              T02: {event: finish, from: A, to: C, by: SENIOR, when: {fact: the count is right}}
              T03: {from: B, to: C, receives: IF-1}
              T04: {from: [A, B], to: A, receives: IF-1.HOLD}
              T05: {from: B, to: C, auto: true, when: {fact: x}}
              T06: {from: B, to: A, auto: true}
              T07: {event: go, from: C, to: A}
              T08: {event: go, from: C, to: B}`,
      expect: [
        '11:20 error LOT.T02: “finish” in A may be LOT.T01 or LOT.T02: nothing shows that their conditions exclude each other.',
        '13:44 warning LOT.T04: The message IF-1.HOLD in B may start LOT.T03 or LOT.T04: nothing shows that their conditions exclude each other.',
        '15:35 warning LOT.T06: In B, LOT.T05 or LOT.T06 may start by itself: nothing shows that their conditions exclude each other.',
        '17:20 error LOT.T08: “go” in C may be LOT.T07 or LOT.T08: nothing shows that their conditions exclude each other.',
      ],
    },
    {
      name: 'conditions that exclude each other, other roles, other messages, one way each, the same outcome, and what is retired',
      spec: `
        systems: {QMS: {}, MES: {}}
        roles: {LEAD: {}, QA: {}}
        objects: {ncr: {of: lot, fields: {kind: {type: code}}}, lot: {}}
        interfaces: {IF-1: {from: QMS, to: MES, messages: [HOLD, LIFT]}, IF-2: {from: QMS, to: MES, fields: {s: {from: NCR}}}}
        sets: {BLOCK: {of: NCR, members: [Open]}}
        lifecycles:
          NCR: {object: ncr, initial: Open, states: {Open: open, Closed: closed}, transitions: {T: {from: Open, to: Closed, by: QA}}}
          LOT:
            object: lot
            initial: A
            states: {A: active, B: active, C: closed}
            transitions:
              T01: {event: finish, from: A, to: B, by: LEAD, when: {some: ncr, NCR: {in: BLOCK}}}
              T02: {event: finish, from: A, to: C, by: LEAD, when: {none: ncr, NCR: {in: BLOCK}}}
              T03: {event: close, from: B, to: C, by: LEAD}
              T04: {event: close, from: B, to: A, by: QA}
              T05: {from: B, to: C, receives: IF-1.HOLD}
              T06: {from: B, to: A, receives: IF-1.LIFT}
              T07: {from: A, to: B, receives: {message: IF-2, NCR: {in: BLOCK}}}
              T08: {from: A, to: C, receives: {message: IF-2, NCR: {not: {in: BLOCK}}}}
              T09: {from: C, to: A, auto: true}
              T10: {event: redo, from: C, to: A, by: LEAD, when: {fact: x}}
              T11: {event: redo, from: C, to: A, by: LEAD, when: {fact: the count is right}}
              T12: {event: close, from: B, to: B, by: LEAD, status: retired}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const steps of lifecycleSteps(model)) {
      for (const [first, second] of pairsOf(steps)) {
        const origins = steps.origins(second);
        const shared = steps.origins(first).filter((state) => origins.includes(state));
        const start = shared.length === 0 ? undefined : sharedStart(model, first, second);
        if (start === undefined || outcomeOf(first) === outcomeOf(second)) continue;
        if (areExclusive(model, guardOf(first), guardOf(second))) continue;
        const where = listed(shared);
        yield {
          element: second,
          path: start.path,
          message: `${start.words(where, `${first.id} or ${second.id}`)}: nothing shows that their conditions exclude each other.`,
          hint: 'Let `when` of one be the opposite of the other’s, give them different events, or make one step of them.',
          subject: [first.id, start.subject, shared, first.attributes.to ?? null, second.attributes.to ?? null],
          related: [{ message: `${first.id} is declared here.`, element: first, path: [], part: 'key' as const }],
          ...(start.people ? {} : { severity: 'warning' as const }),
        };
      }
    }
  },
});

function* pairsOf({ transitions }: LifecycleSteps): Generator<readonly [Transition, Transition]> {
  for (const [index, second] of transitions.entries()) {
    for (const first of transitions.slice(0, index)) yield [first, second];
  }
}

/** What a step leaves behind: two steps that do the same are not ambiguous, whichever runs. */
function outcomeOf({ attributes }: Transition): string {
  const { to, emits, creates, fills, does, sign } = attributes;
  return jsonText([to, emits, creates, fills, does, sign].map((value) => (value ?? null) as Json));
}

interface SharedStart {
  readonly path: readonly string[];
  readonly words: (where: string, which: string) => string;
  readonly subject: string;
  /** People choose a step by its name; between machines it is a race. */
  readonly people: boolean;
}

/** How both transitions may be started at once; undefined when they cannot. */
function sharedStart(model: SpecModel, first: Transition, second: Transition): SharedStart | undefined {
  const [a, b] = [startOf(model, first), startOf(model, second)];
  const [event, other] = [first, second].map(({ localId, attributes }) => attributes.event ?? localId);
  if (event === other && (sharesRole(a.roles, b.roles) || (!a.declared && !b.declared))) {
    return {
      path: ['event'],
      words: (where, which) => `“${event ?? ''}” in ${where} may be ${which}`,
      subject: `event ${event ?? ''}`,
      people: true,
    };
  }
  const message = b.messages.find((name) => a.messages.some((mine) => sameMessage(mine, name)));
  if (message !== undefined) {
    return {
      path: ['receives'],
      words: (where, which) => `The message ${message} in ${where} may start ${which}`,
      subject: `message ${message}`,
      people: false,
    };
  }
  if (a.auto && b.auto) {
    return {
      path: ['auto'],
      words: (where, which) => `In ${where}, ${which} may start by itself`,
      subject: 'auto',
      people: false,
    };
  }
  if (a.time !== undefined && a.time === b.time) {
    return {
      path: ['after'],
      words: (where, which) => `In ${where}, ${which} may start at the same time`,
      subject: `time ${a.time}`,
      people: false,
    };
  }
  return undefined;
}

function sharesRole(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return a.has('anyone') || b.has('anyone') || [...a].some((role) => b.has(role));
}
