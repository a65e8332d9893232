import { closed, list, outputSchema, ref } from './shared.ts';

const text = { type: 'string' };

const found = {
  ruleId: text,
  severity: ref('severity'),
  message: text,
  hint: text,
  at: ref('location'),
  related: ref('related'),
};

/** What `check --format json` prints. */
export const CHECK_SCHEMA = outputSchema(
  'check',
  'Result of a check of one revision',
  {
    revision: ref('revision'),
    asOf: { type: 'string', format: 'date', description: 'Day on which waivers were judged.' },
    valid: { type: 'boolean', description: 'False: the revision cannot be understood, lints were not run.' },
    summary: closed({ open: ref('count'), elements: ref('count') }),
    diagnostics: list(closed({ ...found, subject: text }, ['hint', 'related', 'subject'])),
    findings: list(
      closed(
        {
          ...found,
          element: ref('element'),
          fingerprint: ref('fingerprint'),
          waiver: closed({ id: text, valid: { type: 'boolean' }, why: text }),
        },
        ['hint', 'related', 'element', 'waiver'],
      ),
    ),
    next: text,
  },
  ['next'],
);
