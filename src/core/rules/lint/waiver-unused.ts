import { defineLint } from '../lint-rule.ts';
import { defectsOf, isExpired, isOfNothing, names } from '../waivers.ts';

const FINGERPRINT = `h1:${'0'.repeat(64)}`;

/** Waivers that cover nothing. */
export const waiverUnused = defineLint({
  id: 'waiver-unused',
  source: 'lint',
  judges: 'waivers',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'The waiver names a finding, and there is no such finding.',
  purpose: 'Reports a waiver of a lint that no finding of this revision matches.',
  why: 'It approves in advance that the problem comes back.',
  fix: 'Take the waiver out; if the finding has changed, decide again about the new one.',
  reads: ['waivers.rule', 'waivers.element', 'waivers.finding'],
  examples: [
    {
      name: 'the problem is gone, or is another one by now',
      spec: `
        objects: {lot: {fields: {quantity: {type: decimal}}}}
        systems: {ERP: {}}
        waivers:
          W-1: {rule: unit-missing, element: ERP, finding: "${FINGERPRINT}", reason: r, requestedBy: A. Bell, expires: 2026-04-01, approved: {function: QA, name: C. Dunn, date: 2026-03-01}}
          W-2: {rule: unit-missing, element: lot.quantity, finding: "${FINGERPRINT}", reason: r, requestedBy: A. Bell, expires: 2026-04-01, approved: {function: QA, name: C. Dunn, date: 2026-03-01}}`,
      expect: [
        '4:52 error W-1: Waiver W-1 covers nothing: unit-missing finds nothing on ERP.',
        '5:61 error W-2: Waiver W-2 covers nothing: what unit-missing finds on lot.quantity is no longer what was accepted.',
      ],
    },
    {
      name: 'a waiver of a change is judged where changes are, and one that is no decision is reported as such',
      spec: `
        systems: {ERP: {}}
        waivers:
          W-1: {rule: field-removed, element: ERP, finding: "${FINGERPRINT}", reason: r, requestedBy: A. Bell, expires: 2026-04-01, approved: {function: QA, name: C. Dunn, date: 2026-03-01}}
          W-2: {rule: unit-missing, element: ERP, finding: "${FINGERPRINT}", reason: r, expires: 2026-04-01}`,
      expect: [],
    },
  ],
  *check({ model, policy, findings, asOf, rules }) {
    const situation = { model, policy, asOf };
    for (const waiver of model.ofKind('waiver')) {
      const { rule, element } = waiver.attributes;
      if (!rules.has(rule) || isExpired(waiver, asOf) || defectsOf(waiver, situation).length > 0) continue;
      // It may be there before what it is about; linking warns of it.
      if (isOfNothing(waiver, situation)) continue;
      const about = findings.flatMap(({ ruleId, elementKey, fingerprint }) =>
        ruleId === rule && elementKey !== undefined ? [{ ruleId, elements: [elementKey], fingerprint }] : [],
      );
      if (about.some((finding) => names(waiver, finding, situation))) continue;
      const [now] = about.filter((finding) =>
        names(waiver, { ...finding, fingerprint: waiver.attributes.finding }, situation),
      );
      yield {
        element: waiver,
        path: ['finding'],
        message: `Waiver ${waiver.id} covers nothing: ${now === undefined ? `${rule} finds nothing on ${element}` : `what ${rule} finds on ${element} is no longer what was accepted`}.`,
        hint:
          now === undefined
            ? 'Take it out.'
            : `Take it out, or decide about the finding as it is now: ${now.fingerprint}.`,
        subject: waiver.attributes.finding,
      };
    }
  },
});
