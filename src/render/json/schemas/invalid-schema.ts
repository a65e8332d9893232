import { closed, list, outputSchema, ref, words } from './shared.ts';

const text = { type: 'string' };

/** What `diff`, `impact`, `gate` and `trace` print as JSON when a revision cannot be understood (exit code 3). */
export const INVALID_SCHEMA = outputSchema(
  'invalid',
  'Why nothing was concluded from a revision that cannot be understood',
  {
    valid: { const: false },
    which: { ...list(words('base', 'head')), description: 'The revisions that cannot be understood.' },
    diagnostics: list(
      closed(
        {
          ruleId: text,
          severity: ref('severity'),
          message: text,
          hint: text,
          at: ref('location'),
          related: ref('related'),
          subject: text,
        },
        ['hint', 'related', 'subject'],
      ),
    ),
  },
);
