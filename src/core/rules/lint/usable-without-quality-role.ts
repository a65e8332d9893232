import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { listed } from '../judging/wording.ts';
import { defineLint } from '../lint-rule.ts';
import { lifecycleSteps } from '../linting/lifecycle-steps.ts';
import type { Transition } from '../linting/lifecycle-steps.ts';
import { decidesOnMaterial } from '../linting/material-lifecycle.ts';
import { releaseEntry } from '../linting/release-entry.ts';
import { holderInWords, holdersOf } from '../linting/role-holders.ts';
import type { Holder } from '../linting/role-holders.ts';

/** Steps by which others than quality make a thing usable. */
export const usableWithoutQualityRole = defineLint({
  id: 'usable-without-quality-role',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason:
    'Departments are declared late. That the department of a role is another one than quality is a contradiction.',
  purpose:
    'Reports a transition that makes a thing usable and that a role may decide which is neither of the quality unit nor stands for QA.',
  why: 'Release belongs to the quality unit: nobody else may decide that a thing is good.',
  fix: 'Name roles of the quality unit in `by`, or let one of them sign (`sign.by`); name who else stands for quality in `approvers` of the project.',
  reads: [
    'lifecycles.transition.by',
    'lifecycles.transition.sign',
    'lifecycles.signature.by',
    'lifecycles.state.class',
    'lifecycles.object',
    'objects.material',
    'roles.department',
    'roles.qualityUnit',
    'roles.inherits',
    'departments.function',
    'project.approvers',
  ],
  examples: [
    {
      name: 'another department, one that inherits, no department, anyone, and a signature of others',
      spec: `
        departments: {QA: {function: quality}, OPS: {function: operations}}
        roles: {QP: {department: QA}, LEAD: {department: OPS}, CHIEF: {department: OPS, inherits: QP}, NEW: {}}
        objects: {lot: {material: true}}
        lifecycles:
          INV:
            object: lot
            states: {QI: quarantine, Released: released}
            transitions:
              T1: {from: QI, to: Released, by: [LEAD, QP]}
              T2: {from: QI, to: Released, by: NEW}
              T3: {from: QI, to: Released, by: anyone}
              T4: {from: QI, to: Released, by: LEAD, sign: {meaning: Released, by: [QP, LEAD]}}`,
      expect: [
        '9:40 error INV.T1: INV.T1 leads from QI to Released (class released) and may be decided by CHIEF (through QP) and LEAD, not by the quality unit alone.',
        '10:40 error INV.T2: INV.T2 leads from QI to Released (class released) and may be decided by NEW, not by the quality unit alone.',
        '11:40 error INV.T3: INV.T3 leads from QI to Released (class released) and may be decided by anyone, not by the quality unit alone.',
        '12:40 error INV.T4: INV.T4 leads from QI to Released (class released) and may be decided by LEAD, not by the quality unit alone.',
      ],
    },
    {
      name: 'quality decides or signs, by department, flag or `approvers`; information, and steps within what is released',
      project: 'approvers: {QA: {departments: [LAB], roles: [HEAD]}}',
      spec: `
        departments: {QA: {function: quality}, OPS: {function: operations}, LAB: {function: laboratory}}
        roles: {QP: {department: QA}, HEAD: {department: OPS}, FLAG: {qualityUnit: true}, CHEMIST: {department: LAB}, LEAD: {department: OPS}}
        objects: {lot: {material: true}, memo: {material: false}, plan: {}}
        lifecycles:
          INV:
            object: lot
            states: {QI: quarantine, Released: released, Shipped: released}
            transitions:
              T1: {from: QI, to: Released, by: [QP, HEAD, FLAG, CHEMIST]}
              T2: {from: QI, to: Released, by: LEAD, sign: [{meaning: Packed}, {meaning: Released, by: QP}]}
              T3: {from: Released, to: Shipped, by: LEAD}
              T4: {from: QI, to: Released, auto: true}
          MEMO: {object: memo, states: {A: quarantine, B: released}, transitions: {T: {from: A, to: B, by: LEAD}}}
          PLAN: {object: plan, states: {A: open, B: released}, transitions: {T: {from: A, to: B, by: LEAD}}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const steps of lifecycleSteps(model)) {
      if (!decidesOnMaterial(model, steps)) continue;
      for (const transition of steps.transitions) {
        const entered = releaseEntry(steps, transition);
        if (entered === undefined || isSignedByQuality(model, transition)) continue;
        const others = deciders(model, transition).filter(({ role }) => !standsForQuality(model, role));
        const everybody = (transition.attributes.by ?? []).includes('anyone');
        if (others.length === 0 && !everybody) continue;
        const words = everybody ? 'anyone' : listed(others.map(holderInWords));
        yield {
          element: transition,
          path: ['by'],
          message: `${transition.id} leads from ${entered.from} to ${entered.to} (class released) and may be decided by ${words}, not by the quality unit alone.`,
          hint: 'Leave the decision to roles of the quality unit, or let one of them sign it (`sign: {meaning: …, by: …}`).',
          subject: [entered.from, entered.to, everybody ? ['anyone'] : others.map(({ role }) => role.id)],
          ...(everybody || others.some(({ role }) => isOfAnother(role)) ? { stance: 'contradiction' as const } : {}),
        };
      }
    }
  },
});

/** Roles of persons that may take the step; a machine has a rule of its own. */
function deciders(model: SpecModel, { attributes: { by = [] } }: Transition): readonly Holder[] {
  return holdersOf(
    model,
    by.filter((name) => name !== 'anyone'),
  ).filter(({ role }) => (role.attributes.kind ?? 'human') !== 'service');
}

/** Whether one of the signatures can only be given by quality. */
function isSignedByQuality(model: SpecModel, { attributes: { sign = [] } }: Transition): boolean {
  return sign.some(({ by }) => {
    if (by === undefined || by.includes('anyone')) return false;
    return holdersOf(model, by).every(({ role }) => standsForQuality(model, role));
  });
}

function standsForQuality(model: SpecModel, { id, attributes }: Element<'role'>): boolean {
  const { department, qualityUnit } = attributes;
  const approver = model.project?.attributes.approvers?.['QA'];
  return (
    (qualityUnit ??
      (department !== undefined && model.get('department', department)?.attributes.function === 'quality')) ||
    approver?.roles?.includes(id) === true ||
    (department !== undefined && approver?.departments?.includes(department) === true)
  );
}

function isOfAnother({ attributes: { department, qualityUnit } }: Element<'role'>): boolean {
  return department !== undefined || qualityUnit === false;
}
