import { defineLint } from '../lint-rule.ts';
import { isExpired } from '../waivers.ts';

const FINGERPRINT = `h1:${'0'.repeat(64)}`;

/** Waivers whose time is over. */
export const waiverExpired = defineLint({
  id: 'waiver-expired',
  source: 'lint',
  judges: 'waivers',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'The day of expiry is written in it.',
  purpose: 'Reports a waiver whose last day has passed.',
  why: 'The decision has lapsed: what it covered is an open finding again.',
  fix: 'Mend what it covered, or decide again with a new approval and a new expiry.',
  reads: ['waivers.expires'],
  examples: [
    {
      name: 'the day after',
      spec: `
        systems: {ERP: {}}
        waivers: {W-1: {rule: unit-missing, element: ERP, finding: "${FINGERPRINT}", reason: r, expires: 2026-03-01, requestedBy: A. Bell, approved: {function: QA, name: C. Dunn, date: 2026-02-01}}}`,
      asOf: '2026-03-02',
      expect: ['2:151 error W-1: Waiver W-1 for unit-missing on ERP expired on 2026-03-01.'],
    },
    {
      name: 'on its last day it still holds',
      spec: `
        systems: {ERP: {}}
        waivers: {W-1: {rule: unit-missing, element: ERP, finding: "${FINGERPRINT}", reason: r, expires: 2026-03-02, requestedBy: A. Bell, approved: {function: QA, name: C. Dunn, date: 2026-02-01}}}`,
      asOf: '2026-03-02',
      expect: [],
    },
  ],
  *check({ model, asOf }) {
    for (const waiver of model.ofKind('waiver')) {
      if (!isExpired(waiver, asOf)) continue;
      const { rule, element, expires } = waiver.attributes;
      yield {
        element: waiver,
        path: ['expires'],
        message: `Waiver ${waiver.id} for ${rule} on ${element} expired on ${expires}.`,
        hint: 'Mend what it covers and take the waiver out, or decide again: a new approval and a new expiry.',
        subject: expires,
      };
    }
  },
});
