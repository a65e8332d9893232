import { listed } from '../judging/wording.ts';
import { dualApprovals } from '../linting/dual-approvals.ts';
import { lifecycleSteps } from '../linting/lifecycle-steps.ts';
import { defineLint } from '../lint-rule.ts';

/** Two signatures that one person may give. */
export const dualSignatureSamePerson = defineLint({
  id: 'dual-signature-same-person',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'Two signatures are asked for, and it is said, or left open, that one person gives both.',
  purpose:
    'Reports a step with several signatures that may be those of one person, and two signed approvals of one output that one role may give and no segregation rule keeps apart.',
  why: 'One person signs twice, and the second signature decides nothing.',
  fix: 'Drop `samePerson`, or add a segregation rule with both steps.',
  reads: [
    'lifecycles.transition.sign',
    'lifecycles.signature.samePerson',
    'lifecycles.signature.by',
    'outputs.approvals',
    'segregation.acts',
    'segregation.barred',
  ],
  examples: [
    {
      name: 'one person for both signatures of a step, and one role for both approvals of a record',
      spec: `
        objects: {lot: {}}
        roles: {OP: {}, QA: {}}
        lifecycles:
          BRR:
            object: lot
            initial: A
            states: {A: pre, B: open, C: closed}
            transitions:
              T1: {from: A, to: B, by: [OP, QA], sign: {meaning: Reviewed}}
              T2: {from: B, to: C, by: QA, sign: [{meaning: Checked}, {meaning: Approved, samePerson: true}]}
        outputs: {RO-1: {approvals: [BRR.T1, BRR.T2]}}`,
      expect: [
        '10:95 error BRR.T2: BRR.T2 asks for 2 signatures (“Checked”, “Approved”), and one person may give them.',
        '11:29 error RO-1: QA may sign BRR.T1 and BRR.T2, both approvals of RO-1, and no segregation rule names the two.',
      ],
    },
    {
      name: 'two persons by default, one signature, two roles, kept apart, and alternatives of which one is signed',
      spec: `
        objects: {lot: {}}
        roles: {OP: {}, QA: {}}
        segregation: {SOD-1: {acts: [LOT.T1, LOT.T2]}}
        lifecycles:
          BRR:
            object: lot
            initial: A
            states: {A: pre, B: open, C: closed, D: closed}
            transitions:
              T1: {from: A, to: B, by: OP, sign: {meaning: Reviewed, samePerson: true}}
              T2: {from: B, to: C, by: QA, sign: [{meaning: Checked}, {meaning: Approved}]}
              T3: {from: B, to: D, by: QA, sign: {meaning: Rejected}}
          LOT:
            object: lot
            initial: A
            states: {A: pre, B: open, C: closed}
            transitions:
              T1: {from: A, to: B, by: QA, sign: {meaning: Reviewed}}
              T2: {from: B, to: C, by: QA, sign: {meaning: Approved}}
        outputs: {RO-1: {approvals: [BRR.T1, BRR.T2, BRR.T3]}, RO-2: {approvals: [LOT.T1, LOT.T2]}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const { transitions } of lifecycleSteps(model)) {
      for (const transition of transitions) {
        const signatures = transition.attributes.sign ?? [];
        const index = signatures.findIndex(({ samePerson }) => samePerson === true);
        if (signatures.length < 2 || index < 0) continue;
        yield {
          element: transition,
          path: ['sign', index, 'samePerson'],
          message: `${transition.id} asks for ${signatures.length} signatures (“${signatures.map(({ meaning }) => meaning).join('”, “')}”), and one person may give them.`,
          hint: 'Drop `samePerson`, or ask for one signature.',
          subject: signatures.map(({ meaning }) => meaning),
        };
      }
    }
    for (const { output, first, second, roles } of dualApprovals(model)) {
      yield {
        element: output,
        path: ['approvals'],
        message: `${listed(roles)} may sign ${first.id} and ${second.id}, both approvals of ${output.id}, and no segregation rule names the two.`,
        hint: `Add a segregation rule with \`acts: [${first.id}, ${second.id}]\`.`,
        subject: [first.id, second.id, roles],
        related: [
          { message: `${first.id} is signed here.`, element: first, path: ['sign'] },
          { message: `${second.id} is signed here.`, element: second, path: ['sign'] },
        ],
      };
    }
  },
});
