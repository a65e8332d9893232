import { defineLint } from '../lint-rule.ts';
import { defectsOf, LINT_FUNCTIONS } from '../waivers.ts';

const FINGERPRINT = `h1:${'0'.repeat(64)}`;

/** Waivers that are no decision. */
export const waiverInvalid = defineLint({
  id: 'waiver-invalid',
  source: 'lint',
  judges: 'waivers',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'A waiver that is written claims to be a decision.',
  purpose:
    'Reports a waiver that is not in force, that nobody else has approved for a function of the project, that covers more than one finding, or that runs longer than allowed.',
  why: 'A silent hole: the finding is gone from sight, and nobody has decided that it may be.',
  fix: 'Let another person approve it, name one rule, one element and one whole fingerprint, and let it expire in time.',
  reads: [
    'waivers.rule',
    'waivers.element',
    'waivers.finding',
    'waivers.requestedBy',
    'waivers.approved',
    'waivers.expires',
    'waivers.status',
    'project.approvers',
    'project.gate.maxWaiver',
  ],
  examples: [
    {
      name: 'no approval, approved by who asked, not yet approved, too long, too wide',
      spec: `
        systems: {ERP: {}}
        waivers:
          W-1: {rule: unit-missing, element: ERP, finding: "${FINGERPRINT}", reason: r, expires: 2026-04-01, requestedBy: A. Bell}
          W-2: {rule: unit-missing, element: ERP, finding: "${FINGERPRINT}", reason: r, expires: 2026-04-01, requestedBy: A. Bell, approved: {function: QA, name: a.  bell, date: 2026-03-01}}
          W-3: {rule: unit-missing, element: ERP, finding: "${FINGERPRINT}", reason: r, expires: 2026-04-01, requestedBy: A. Bell, approved: {function: QA, name: C. Dunn, date: 2026-03-03}}
          W-4: {rule: unit-missing, element: ERP, finding: "${FINGERPRINT}", reason: r, expires: 2026-06-01, requestedBy: A. Bell, approved: {function: QA, name: C. Dunn, date: 2026-03-02}}
          W-5: {rule: "*", element: ERP, finding: "h1:00", reason: r, expires: 2026-04-01, requestedBy: A. Bell, approved: {function: QA, name: C. Dunn, date: 2026-03-01}}
          W-6: {rule: waiver-unused, element: ERP, finding: "${FINGERPRINT}", reason: r, expires: 2026-04-01, requestedBy: A. Bell, approved: {function: QA, name: C. Dunn, date: 2026-03-01}}`,
      asOf: '2026-03-02',
      expect: [
        '3:3 error W-1: Waiver W-1 is not valid: nobody has approved it.',
        '4:187 error W-2: Waiver W-2 is not valid: A. Bell asked for it and approved it.',
        '5:187 error W-3: Waiver W-3 is not valid: no approval by somebody else is dated 2026-03-02 or earlier.',
        '6:143 error W-4: Waiver W-4 is not valid: it runs until 2026-06-01, longer than 90 d after its approval on 2026-03-02 (2026-05-31).',
        '7:15 error W-5: Waiver W-5 is not valid: “*” is the id of no rule; its fingerprint is not a whole one.',
        '8:15 error W-6: Waiver W-6 is not valid: findings of waiver-unused cannot be waived.',
      ],
    },
    {
      name: 'no function of the project, not the function that answers for a check, no requester, and a draft',
      spec: `
        systems: {ERP: {}}
        waivers:
          W-1: {rule: unit-missing, element: ERP, finding: "${FINGERPRINT}", reason: r, requestedBy: A. Bell, expires: 2026-04-01, approved: {function: JANITOR, name: C. Dunn, date: 2026-03-01}}
          W-2: {rule: unit-missing, element: ERP, finding: "${FINGERPRINT}", reason: r, requestedBy: A. Bell, expires: 2026-04-01, approved: {function: IT, name: C. Dunn, date: 2026-03-01}}
          W-3: {rule: unit-missing, element: ERP, finding: "${FINGERPRINT}", reason: r, expires: 2026-04-01, approved: {function: QA, name: C. Dunn, date: 2026-03-01}}
          W-4: {status: draft, rule: unit-missing, element: ERP, finding: "${FINGERPRINT}", reason: r, requestedBy: A. Bell, expires: 2026-04-01, approved: {function: QA, name: C. Dunn, date: 2026-03-01}}`,
      asOf: '2026-03-02',
      expect: [
        '3:187 error W-1: Waiver W-1 is not valid: “JANITOR” is no function of this project.',
        '4:187 error W-2: Waiver W-2 is not valid: the finding asks for QA, and nobody has approved it for QA.',
        '5:3 error W-3: Waiver W-3 is not valid: it does not say who asked for it.',
        '6:17 warning W-4: Waiver W-4 is not valid: it is a draft.',
      ],
    },
    {
      name: 'approved by another person, for a function that the project names, and as long as the project allows',
      spec: `
        systems: {ERP: {}}
        roles: {HEAD: {}}
        waivers:
          W-1: {rule: unit-missing, element: ERP, finding: "${FINGERPRINT}", reason: r, expires: 2026-09-01, requestedBy: A. Bell, approved: [{function: OPS, name: A. Bell, date: 2026-02-01}, {function: QA, name: C. Dunn, date: 2026-03-01}, {function: SITE, name: E. Fox, date: 2026-03-01}]}
          W-2: {status: retired, rule: unit-missing, element: ERP, finding: "${FINGERPRINT}", reason: r, expires: 2025-09-01}`,
      project: 'gate: {maxWaiver: 6 months}\napprovers: {SITE: {roles: [HEAD]}}',
      asOf: '2026-03-02',
      expect: [],
    },
  ],
  *check({ model, policy, asOf, rules }) {
    for (const waiver of model.ofKind('waiver')) {
      const functions = rules.has(waiver.attributes.rule) ? LINT_FUNCTIONS : [];
      const [first, ...others] = defectsOf(waiver, { model, policy, asOf }, { functions });
      if (first === undefined) continue;
      yield {
        element: waiver,
        path: first.path,
        ...(first.path.length === 0 ? { part: 'key' as const } : {}),
        message: `Waiver ${waiver.id} is not valid: ${[first, ...others].map(({ problem }) => problem).join('; ')}.`,
        hint: first.hint,
        subject: [first, ...others].map(({ problem }) => problem),
      };
    }
  },
});
