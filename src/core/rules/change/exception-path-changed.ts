import { defineChangeRule } from '../change-rule.ts';
import { handlingVerdict } from '../judging/exception-paths.ts';

/** Reports another trigger, treatment, time limit or story of an exception. */
export const exceptionPathChanged = defineChangeRule({
  id: 'exception-path-changed',
  family: 'process',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-ERR', 'PQ-E2E'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports another trigger, treatment, time limit or story of an exception.',
  why: 'It is the part of the system that is tested least.',
  fix: 'Play the story again and execute its script.',
  mirror: { self: true },
  core: false,
  claims: [
    {
      kinds: ['exception'],
      paths: [
        'class',
        'treatment',
        'elements',
        'documents',
        'within',
        'scenario.given',
        'scenario.steps',
        'scenario.outcome',
      ],
    },
  ],
  check: (change, context) => handlingVerdict(change, context),
  examples: [
    {
      name: 'by people instead of systems, and later',
      before: `systems: {MES: {}, QMS: {}}
exceptions: {E-1: {class: duplicate, treatment: automated, within: 1 h}}`,
      after: `systems: {MES: {}, QMS: {}}
exceptions: {E-1: {class: duplicate, treatment: procedural, within: 2 d}}`,
      expect: ['risky M exception:E-1 treatment', 'risky M exception:E-1 within'],
    },
    {
      name: 'nothing handles the class any more',
      before: `systems: {MES: {}, QMS: {}}
exceptions: {E-1: {class: duplicate, treatment: automated}}`,
      after: `systems: {MES: {}, QMS: {}}
exceptions: {E-1: {class: timeout, treatment: automated}}`,
      expect: ['risky H exception:E-1 class'],
    },
    {
      name: 'nothing handles it for that system any more',
      before: `systems: {MES: {}, QMS: {}}
exceptions: {E-1: {class: duplicate, treatment: automated, elements: [MES, QMS]}}`,
      after: `systems: {MES: {}, QMS: {}}
exceptions: {E-1: {class: duplicate, treatment: automated, elements: [MES]}}`,
      expect: ['risky H exception:E-1 elements'],
    },
    {
      name: 'another exception handles it there',
      before: `systems: {MES: {}, QMS: {}}
exceptions: {E-1: {class: duplicate, treatment: automated, elements: [MES, QMS]}, E-2: {class: duplicate, treatment: procedural, elements: [QMS]}}`,
      after: `systems: {MES: {}, QMS: {}}
exceptions: {E-1: {class: duplicate, treatment: automated, elements: [MES]}, E-2: {class: duplicate, treatment: procedural, elements: [QMS]}}`,
      expect: ['risky M exception:E-1 elements'],
    },
    {
      name: 'another story',
      before: `lifecycles: {L: {states: {A: open, B: closed, C: closed}, transitions: {T1: {from: A, to: B, sign: [{meaning: Released}]}, T2: {from: B, to: C}, T3: {from: A, to: B, sign: [{meaning: Released}]}}}}
exceptions: {E: {class: partial, treatment: automated, scenario: {steps: [{do: L.T1}]}}}`,
      after: `lifecycles: {L: {states: {A: open, B: closed, C: closed}, transitions: {T1: {from: A, to: B, sign: [{meaning: Released}]}, T2: {from: B, to: C}, T3: {from: A, to: B, sign: [{meaning: Released}]}}}}
exceptions: {E: {class: partial, treatment: automated, scenario: {steps: [{do: L.T1}, {do: L.T2}]}}}`,
      expect: ['risky M exception:E scenario.steps'],
    },
    {
      name: 'only the remark of a step',
      before: `lifecycles: {L: {states: {A: open, B: closed, C: closed}, transitions: {T1: {from: A, to: B, sign: [{meaning: Released}]}, T2: {from: B, to: C}, T3: {from: A, to: B, sign: [{meaning: Released}]}}}}
exceptions: {E: {class: partial, treatment: automated, scenario: {steps: [{do: L.T1, note: a}]}}}`,
      after: `lifecycles: {L: {states: {A: open, B: closed, C: closed}, transitions: {T1: {from: A, to: B, sign: [{meaning: Released}]}, T2: {from: B, to: C}, T3: {from: A, to: B, sign: [{meaning: Released}]}}}}
exceptions: {E: {class: partial, treatment: automated, scenario: {steps: [{do: L.T1, note: b}]}}}`,
      expect: [],
    },
  ],
});
