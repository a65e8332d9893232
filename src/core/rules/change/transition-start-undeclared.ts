import { defineChangeRule } from '../change-rule.ts';
import { START_CLAIMS, startVerdicts } from '../judging/declared-starts.ts';

/** Reports a step of which nothing says any more who or what starts it. */
export const transitionStartUndeclared = defineChangeRule({
  id: 'transition-start-undeclared',
  family: 'lifecycles',
  judges: 'comparison',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-TRN', 'OQ-NEG'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a step of which nothing says any more who or what starts it.',
  why: 'Whoever can reach it may start it, and no test can show that somebody must not.',
  fix: 'Say who starts it (`by`), or what does (`receives`, `auto`, `after`).',
  mirror: { rule: 'transition-start-declared' },
  core: false,
  claims: START_CLAIMS,
  check: (context) => startVerdicts(context, 'lost'),
  examples: [
    {
      name: 'by nobody',
      before: `lifecycles: {L: {initial: A, states: {A: active, B: closed}, transitions: {T: {from: A, to: B, by: QA}}}}
roles: {QA: {}}`,
      after: `lifecycles: {L: {initial: A, states: {A: active, B: closed}, transitions: {T: {from: A, to: B}}}}
roles: {QA: {}}`,
      expect: ['risky H transition:L.T by'],
    },
    {
      name: 'not by itself any more',
      before: `lifecycles: {L: {initial: A, states: {A: active, B: closed}, transitions: {T: {from: A, to: B, auto: true}}}}
roles: {QA: {}}`,
      after: `lifecycles: {L: {initial: A, states: {A: active, B: closed}, transitions: {T: {from: A, to: B}}}}
roles: {QA: {}}`,
      expect: ['risky H transition:L.T auto'],
    },
    {
      name: 'by itself, and no longer by people',
      before: `lifecycles: {L: {initial: A, states: {A: active, B: closed}, transitions: {T: {from: A, to: B, by: QA}}}}
roles: {QA: {}}`,
      after: `lifecycles: {L: {initial: A, states: {A: active, B: closed}, transitions: {T: {from: A, to: B, auto: true}}}}
roles: {QA: {}}`,
      expect: [],
    },
  ],
});
