import { defineChangeRule } from '../change-rule.ts';
import { START_CLAIMS, startVerdicts } from '../judging/declared-starts.ts';

/** Reports a step of which it is said for the first time who or what starts it. */
export const transitionStartDeclared = defineChangeRule({
  id: 'transition-start-declared',
  family: 'lifecycles',
  judges: 'comparison',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-TRN', 'OQ-NEG', 'IQ-SEC'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a step of which it is said for the first time who or what starts it.',
  why: 'Nobody knows whether that is more or less than what could start it before.',
  fix: 'Compare it with what the system does today, and test it with everybody else.',
  mirror: { rule: 'transition-start-undeclared' },
  core: false,
  claims: START_CLAIMS,
  check: (context) => startVerdicts(context, 'gained'),
  examples: [
    {
      name: 'people',
      before: `lifecycles: {L: {initial: A, states: {A: active, B: closed}, transitions: {T: {from: A, to: B}}}}
roles: {QA: {}}`,
      after: `lifecycles: {L: {initial: A, states: {A: active, B: closed}, transitions: {T: {from: A, to: B, by: QA}}}}
roles: {QA: {}}`,
      expect: ['risky M transition:L.T by'],
    },
    {
      name: 'a machine',
      before: `lifecycles: {L: {initial: A, states: {A: active, B: closed}, transitions: {T: {from: A, to: B}}}}
roles: {QA: {}}`,
      after: `lifecycles: {L: {initial: A, states: {A: active, B: closed}, transitions: {T: {from: A, to: B, auto: true}}}}
roles: {QA: {}}`,
      expect: ['risky M transition:L.T auto'],
    },
    {
      name: 'people beside a machine',
      before: `lifecycles: {L: {initial: A, states: {A: active, B: closed}, transitions: {T: {from: A, to: B, auto: true}}}}
roles: {QA: {}}`,
      after: `lifecycles: {L: {initial: A, states: {A: active, B: closed}, transitions: {T: {from: A, to: B, auto: true, by: QA}}}}
roles: {QA: {}}`,
      expect: [],
    },
  ],
});
