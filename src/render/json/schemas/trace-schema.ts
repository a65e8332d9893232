import { closed, list, nullable, outputSchema, ref, words } from './shared.ts';

const text = { type: 'string' };
const texts = list(text);
const test = closed({ id: text, phase: words('IQ', 'OQ', 'PQ'), origin: words('derived', 'authored') });

/** What `trace --format json` prints. */
export const TRACE_SCHEMA = outputSchema('trace', 'Traceability of one revision', {
  forward: list(
    closed({
      requirement: closed({
        id: text,
        text,
        level: words('user', 'functional', 'design'),
        criticality: nullable(words('high', 'medium', 'low')),
        source: nullable(text),
        refs: texts,
      }),
      elements: texts,
      risks: texts,
      control: words('technical', 'procedural', 'technical and procedural', 'none'),
      tests: list(test),
      documents: texts,
      status: words('traced', 'no element', 'no test'),
    }),
  ),
  backward: list(closed({ test, element: nullable(text), requirements: texts, risks: texts })),
  gaps: list(
    closed({
      id: text,
      type: words('no test', 'no requirement', 'no element', 'no clause reference'),
      item: text,
      severity: ref('severity'),
      detail: text,
      owner: nullable(text),
    }),
  ),
  clauses: list(
    closed({
      clause: text,
      source: text,
      citation: text,
      title: text,
      certainty: words('text checked', 'heading checked', 'professional knowledge'),
      applicable: { type: 'boolean' },
      reason: nullable(text),
      requirements: texts,
      elements: texts,
      status: words('referenced', 'not referenced', 'excluded'),
    }),
  ),
  coverage: list(closed({ what: text, covered: ref('count'), of: ref('count') })),
});
