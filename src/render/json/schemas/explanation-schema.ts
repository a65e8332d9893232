import { FINDING, IMPACT } from './comparison-schema.ts';
import { closed, list, nullable, outputSchema, ref } from './shared.ts';

const text = { type: 'string' };
const test = { id: text, phase: text, origin: text };
const decision = closed({
  change: text,
  title: nullable(text),
  date: nullable(text),
  namedAs: text,
  disposition: nullable(text),
  inFlight: nullable(text),
  approved: list(closed({ function: text, name: text, date: text, ref: text }, ['ref'])),
});
const end = closed({ element: text, attribute: text });

/** What `explain` prints as JSON of a finding or an element; of a rule it prints `rules`. */
export const EXPLANATION_SCHEMA = outputSchema(
  'explanation',
  'A finding or an element in depth',
  {
    finding: closed({
      finding: FINDING,
      impacts: list(IMPACT),
      tests: list(closed({ ...test, standing: nullable(closed({ status: text, reason: text })) })),
      explained: list(ref('fingerprint')),
      explainedBy: nullable(ref('fingerprint')),
      waiver: text,
      previous: list(decision),
    }),
    lint: closed({
      finding: closed(
        {
          ruleId: text,
          severity: ref('severity'),
          message: text,
          hint: text,
          element: ref('element'),
          at: ref('location'),
          related: ref('related'),
          fingerprint: ref('fingerprint'),
          waiver: closed({ id: text, valid: { type: 'boolean' }, why: text }),
        },
        ['hint', 'element', 'related', 'waiver'],
      ),
      waiver: text,
    }),
    element: closed({
      kind: text,
      id: text,
      noun: text,
      at: ref('location'),
      attributes: { type: 'object', description: 'Canonical attributes, as the language defines them.' },
      parts: list(ref('element')),
      uses: list(end),
      usedBy: list(end),
      requirements: list(text),
      tests: list(closed(test)),
      owner: nullable(text),
      functions: list(closed({ function: text, rules: ref('count'), of: ref('count'), people: list(text) })),
      decisions: list(decision),
      lint: list(ref('fingerprint')),
    }),
  },
  ['finding', 'lint', 'element'],
);
