import { defineLint } from '../lint-rule.ts';
import { doesNotApply } from '../linting/declared.ts';
import { lifecycleSteps } from '../linting/lifecycle-steps.ts';
import { releaseEntry } from '../linting/release-entry.ts';

/** Steps that make something usable without anybody signing. */
export const usableWithoutSignature = defineLint({
  id: 'usable-without-signature',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason: 'A sketch may leave signatures out; where an invariant demands one, its absence is a contradiction.',
  purpose:
    'Reports a transition that enters a state of class released, from one of another class, and asks for no signature.',
  why: 'Something becomes usable and nobody has signed the decision.',
  fix: 'Add `sign` with its meaning, or say why none is needed: `sign: {notApplicable: why}`.',
  reads: [
    'lifecycles.state.class',
    'lifecycles.transition.from',
    'lifecycles.transition.to',
    'lifecycles.transition.sign',
    'invariants.gate',
    'invariants.only',
    'invariants.signed',
  ],
  examples: [
    {
      name: 'released by hand, by a message, and by a lifted hold',
      spec: `
        systems: {QMS: {}, ERP: {}}
        roles: {QA: {}}
        interfaces: {IF-1: {from: QMS, to: ERP}}
        lifecycles:
          INV:
            system: ERP
            initial: QI
            states: {QI: quarantine, Held: held, Released: released}
            transitions:
              T1: {from: QI, to: Released, by: QA}
              T2: {from: QI, to: Released, receives: IF-1}
              T3: {from: [QI, Released], to: Held, by: QA}
              T4: {from: Held, to: {last: [QI, Released]}, by: QA}`,
      expect: [
        '10:26 error INV.T1: INV.T1 leads from QI to Released (class released) and asks for no signature.',
        '11:26 error INV.T2: INV.T2 leads from QI to Released (class released) and asks for no signature.',
        '13:28 error INV.T4: INV.T4 leads from Held to Released (class released) and asks for no signature.',
      ],
    },
    {
      name: 'an invariant demands the signature: a contradiction even in a sketch',
      spec: `
        lifecycles:
          INV:
            initial: QI
            states: {QI: quarantine, Released: released}
            transitions: {T1: {from: QI, to: Released}}
        invariants:
          INV-07: {gate: {INV: {class: released}}, only: [INV.T1], signed: true}`,
      project: 'profile: sketch',
      expect: ['5:38 error INV.T1: INV-07 says that INV.T1 is signed, but it asks for no signature.'],
    },
    {
      name: 'signed, from released to released, answered, or not released at all',
      spec: `
        roles: {QA: {}, STORES: {}}
        lifecycles:
          INV:
            initial: QI
            states: {QI: quarantine, Released: released, Shipped: {class: released, resting: true}, Scrapped: terminal}
            transitions:
              T1: {from: QI, to: Released, by: QA, sign: {meaning: Released for use}}
              T2: {from: Released, to: Shipped, by: STORES}
              T3: {from: QI, to: Scrapped, by: STORES}
              T4: {from: QI, to: Released, by: QA, sign: {notApplicable: signed on the paper form FRM-140}}
              T5: {from: Released, to: same, by: STORES}`,
      expect: [],
    },
  ],
  *check({ model }) {
    const demanded = new Map(
      model
        .ofKind('invariant')
        .flatMap((invariant) =>
          invariant.attributes.signed === true
            ? (invariant.attributes.only ?? []).map((id) => [id, invariant] as const)
            : [],
        ),
    );
    for (const steps of lifecycleSteps(model)) {
      for (const transition of steps.transitions) {
        if (transition.attributes.sign !== undefined) continue;
        const invariant = demanded.get(transition.id);
        if (invariant !== undefined) {
          yield {
            element: transition,
            path: ['to'],
            message: `${invariant.id} says that ${transition.id} is signed, but it asks for no signature.`,
            hint: 'Add `sign` with its meaning.',
            subject: ['demanded', invariant.id, transition.attributes.to ?? null],
            stance: 'contradiction' as const,
            related: [{ message: `${invariant.id} demands it here.`, element: invariant, path: ['signed'] }],
          };
          continue;
        }
        const entered = releaseEntry(steps, transition);
        if (entered === undefined || doesNotApply(transition, 'sign')) continue;
        yield {
          element: transition,
          path: ['to'],
          message: `${transition.id} leads from ${entered.from} to ${entered.to} (class released) and asks for no signature.`,
          hint: 'Add `sign: {meaning: …}`, or `sign: {notApplicable: why}` where the decision is signed elsewhere.',
          subject: [entered.from, entered.to],
        };
      }
    }
  },
});
