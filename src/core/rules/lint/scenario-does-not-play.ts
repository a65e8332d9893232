import { scenarioPlayer } from '../../explore/scenario/play-scenario.ts';
import { defineLint } from '../lint-rule.ts';

/** Stories that the plant does not follow. */
export const scenarioDoesNotPlay = defineLint({
  id: 'scenario-does-not-play',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'The story and the lifecycles say different things about the same situation.',
  purpose:
    'Reports a story of an exception that does not play: a step that is not possible, one that is not refused, or a state that is not reached.',
  why: 'The story becomes a test script; people would find out in the plant that it cannot be followed.',
  fix: 'Correct the story, or what it shows: the transitions, conditions and messages that it goes through.',
  reads: [
    'exceptions.scenario',
    'lifecycles.transitions',
    'lifecycles.initial',
    'lifecycles.object',
    'interfaces.from',
    'interfaces.to',
    'interfaces.fields',
    'interfaces.delivery',
    'interfaces.whenDown',
    'interfaces.unexpected',
    'objects.of',
    'invariants.conserved',
    'sets.members',
    'valueMaps.map',
  ],
  examples: [
    {
      name: 'a step that is not possible, one that would be, a state that is not reached, and a role that may not',
      spec: `
        roles: {OPERATOR: {}, QA: {}}
        systems: {QMS: {}, ERP: {}}
        objects: {lot: {}, ncr: {of: lot}}
        interfaces: {IF-1: {from: QMS, to: ERP, delivery: {order: fifo}, fields: {ncr_status: {from: NCR}}}}
        lifecycles:
          NCR:
            object: ncr
            system: QMS
            initial: Draft
            states: {Draft: pre, Open: open, Closed: closed}
            transitions: {T1: {from: Draft, to: Open, by: OPERATOR, emits: IF-1}, T2: {from: Open, to: Closed, by: QA}}
          INV:
            object: lot
            system: ERP
            initial: QI
            states: {QI: quarantine, Blocked: held, Released: released}
            transitions:
              T1: {from: QI, to: Blocked, receives: IF-1}
              T2: {from: [QI, Blocked], to: Released, by: QA, when: {none: ncr, NCR: Open}}
        exceptions:
          EX-1:
            class: partial-hold
            treatment: automated
            scenario:
              given: {INV: QI, NCR: Draft}
              steps:
                - {do: NCR.T1, by: OPERATOR}
                - {refuse: INV.T2}
                - {deliver: all, expect: {INV: Released}}
                - {do: INV.T2, by: QA}
          EX-2:
            class: scrap
            treatment: automated
            scenario:
              steps:
                - {refuse: INV.T2}
                - {do: NCR.T1, by: QA}`,
      expect: [
        '29:34 error EX-1: Step 3 of the story of EX-1 (deliver all) does not play: INV of lot must be Released, but is Blocked.',
        '30:16 error EX-1: Step 4 of the story of EX-1 (do INV.T2) does not play: INV.T2 on lot is not possible here: NCR of ncr must be Closed or Draft, but is Open.',
        '36:20 error EX-2: Step 1 of the story of EX-2 (refuse INV.T2) does not play: INV.T2 on lot would be possible here.',
        '37:28 error EX-2: Step 2 of the story of EX-2 (do NCR.T1) does not play: NCR.T1 is not for QA, but for OPERATOR.',
      ],
    },
    {
      name: 'what cannot be decided, and what is too large, is said and is no error',
      spec: `
        objects: {lot: {}, ncr: {of: {lot: {many: true}}}}
        lifecycles:
          LOT: {object: lot, initial: A, states: {A: active}}
          NCR: {object: ncr, initial: A, states: {A: open, B: closed}, transitions: {T1: {from: A, to: B, by: anyone}}}
        exceptions:
          EX-1: {class: scrap, treatment: automated, scenario: {steps: [{do: NCR.T1, expect: {all: [{NCR: B}, {fact: it is signed}]}}]}}
          EX-2:
            class: scrap
            treatment: automated
            scenario:
              given: [{record: L1, LOT: A}, {record: L2, LOT: A}, {record: L3, LOT: A}, {record: L4, LOT: A}, {record: L5, LOT: A}, {record: L6, LOT: A}]
              steps: [{do: NCR.T1, record: N1, of: [L1, L2, L3, L4, L5, L6]}]`,
      expect: [
        '6:65 info EX-1: Step 1 of the story of EX-1 (do NCR.T1) is not played as a whole: Whether this is so hinges on what no search can know of ncr.',
        '11:7 info EX-2: The story of EX-2 is not played: N1 belongs together with 6 other records; a story with more than 5 is not played.',
      ],
    },
    {
      name: 'a story that plays, one that only people check, and one that nobody tells',
      spec: `
        roles: {QA: {}}
        lifecycles: {DOOR: {initial: Open, states: {Open: active, Shut: closed}, transitions: {T1: {from: Open, to: Shut, by: QA, when: {fact: nobody stands in it}}}}}
        exceptions:
          EX-1:
            class: scrap
            treatment: automated
            scenario: {steps: [{do: DOOR.T1, by: QA, expect: {DOOR: Shut}}, {refuse: DOOR.T1}, {check: The light is off}]}
          EX-2: {class: clock, treatment: procedural, scenario: {steps: [{check: The clock is right}]}}
          EX-3: {class: timeout, treatment: automated}`,
      expect: [],
    },
  ],
  *check({ model }) {
    const play = scenarioPlayer(model);
    for (const exception of model.ofKind('exception')) {
      if (exception.attributes.scenario === undefined) continue;
      const { outcome, steps } = play(exception);
      for (const { number, what, faults, undecided } of steps) {
        for (const { path, reason } of faults) {
          yield {
            element: exception,
            path,
            message: `Step ${number} of the story of ${exception.id} (${what}) does not play: ${reason}`,
            hint: 'Correct the step, or the lifecycles, conditions and messages that it goes through.',
            subject: [number, what, reason],
          };
        }
        if (outcome === 'not-played') continue;
        for (const reason of undecided) {
          yield {
            element: exception,
            path: ['scenario', 'steps', number - 1],
            message: `Step ${number} of the story of ${exception.id} (${what}) is not played as a whole: ${reason}`,
            hint: 'State the value in `given` or `values`, or leave it to the people who execute the script.',
            subject: [number, what, reason],
            severity: 'info',
          };
        }
      }
      const [first] = outcome === 'not-played' ? steps.flatMap(({ undecided }) => undecided) : [];
      if (first !== undefined) {
        yield {
          element: exception,
          path: ['scenario'],
          message: `The story of ${exception.id} is not played: ${first}`,
          hint: 'Tell it with fewer records.',
          subject: first,
          severity: 'info',
        };
      }
    }
  },
});
