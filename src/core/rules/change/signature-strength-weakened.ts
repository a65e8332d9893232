import { defineChangeRule } from '../change-rule.ts';
import { signatureVerdict } from '../judging/signatures.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a signature that needs fewer authentication components, or of which it is no longer said how many. */
export const signatureStrengthWeakened = defineChangeRule({
  id: 'signature-strength-weakened',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'breaking',
  risk: 'C',
  evidence: ['OQ-SIG', 'IQ-SEC'],
  approvers: { approve: ['QA', 'IT'], inform: [] },
  purpose: 'Reports a signature that needs fewer authentication components, or of which it is no longer said how many.',
  why: 'The signature may no longer count like one by hand.',
  fix: 'Keep the components, or have the quality unit decide what the signature is worth.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [
    { kinds: ['transition'], paths: ['sign'] },
    { kinds: ['project'], paths: ['signatures.components', 'signatures.later'] },
  ],
  check(change, context) {
    const { after, path, from, to } = change;
    if (after.kind !== 'project') return signatureVerdict(change, 'weaker', context);
    if (typeof from !== 'number' || (typeof to === 'number' && to >= from)) return [];
    const when = path[1] === 'later' ? 'later signings of a session' : 'the first signing of a session';
    return [{ what: shift(`${named(after)}, authentication components at ${when}`, from, to) }];
  },
  examples: [
    {
      name: 'one component fewer',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: QA, sign: {meaning: Checked, components: 2}}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: QA, sign: {meaning: Checked, components: 1}}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: ['breaking C transition:INV.T1 sign'],
    },
    {
      name: 'later signings of a session need one less',
      before: `signatures: {components: 2, later: 2}`,
      after: `signatures: {components: 2, later: 1}`,
      expect: ['breaking C project:project signatures.later'],
    },
    {
      name: 'what the project asks for anyway is said no more',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: QA, sign: {meaning: Checked, components: 2}}}}}
roles: {QA: {}, OP: {}, LEAD: {}}
signatures: {components: 2}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: QA, sign: {meaning: Checked}}}}}
roles: {QA: {}, OP: {}, LEAD: {}}
signatures: {components: 2}`,
      expect: [],
    },
    {
      name: 'one component more',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: QA, sign: {meaning: Checked, components: 1}}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: QA, sign: {meaning: Checked, components: 2}}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: [],
    },
  ],
});
