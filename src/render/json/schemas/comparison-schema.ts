import { closed, list, nullable, outputSchema, ref, words } from './shared.ts';

const text = { type: 'string' };
const functions = list(words('OPS', 'QA', 'IT'));
const counted = ['findings', 'C', 'H', 'M', 'L', 'breaking', 'risky', 'compatible', 'editorial', 'waived'];

/** A finding, as every output shows it. */
export const FINDING = closed({
  ruleId: text,
  class: words('breaking', 'risky', 'compatible', 'editorial'),
  risk: nullable(words('C', 'H', 'M', 'L')),
  raisedBy: list(closed({ id: text, reason: text })),
  element: ref('element'),
  attribute: {
    type: 'string',
    description: 'Attribute path joined with dots; empty when the element as a whole is meant.',
  },
  before: { description: 'Canonical value in base; null = not declared.' },
  after: { description: 'Canonical value in head; null = not declared.' },
  reason: text,
  base: nullable(ref('location')),
  head: nullable(ref('location')),
  fingerprint: ref('fingerprint'),
  claims: list(ref('fingerprint')),
  claimedBy: nullable(ref('fingerprint')),
  evidence: list(text),
  approvers: closed({ approve: functions, inform: functions }),
  parts: {
    ...list(ref('element')),
    description: 'Parts of an added or removed element that this finding stands for too.',
  },
  waiver: { ...nullable(text), description: 'Id of the valid waiver that covers it, as base holds it.' },
  waiverRequest: {
    ...nullable(text),
    description: 'Id of a waiver that base does not hold: it clears nothing by itself.',
  },
  waiverRequestVerdict: {
    ...nullable(closed({ accepted: { type: 'boolean' }, why: text })),
    description:
      'What that waiver is worth under the policy of base: accepted when those whom the finding asks for have approved it.',
  },
});

const place = closed({ element: ref('element'), attribute: text });
const effect = closed({
  element: ref('element'),
  touchedBy: { ...list(place), description: 'Changes on the way from source to target that were followed.' },
  notFollowed: {
    ...list(place),
    description: 'Changes on the way that no value shows: when it is sent, what it means, where it goes.',
  },
  statement: closed({
    verdict: {
      ...words('equal', 'different', 'no-difference-observed', 'not-evaluable'),
      description: 'equal and different are proved; the other two prove nothing.',
    },
    by: nullable(words('enumeration', 'algebra', 'same-steps', 'counterexample')),
    text,
  }),
  vectors: ref('count'),
  rows: {
    ...list(closed({ input: text, base: text, head: text, same: nullable({ type: 'boolean' }) })),
    description: 'Inputs that do not arrive as before, or (same: null) of which nobody can say.',
  },
});

const hop = closed({ from: text, to: text, because: text });
/** An element that a change reaches. */
export const IMPACT = closed({
  element: text,
  roots: list(ref('fingerprint')),
  via: list(hop),
  route: text,
  distance: ref('count'),
  action: words('assess', 're-run', 're-confirm', 're-author'),
  evidence: list(text),
});
const selection = closed({ id: text, title: text, status: words('re-run', 're-author', 'new'), reason: text });
const omission = closed({ id: text, title: text, status: words('not-affected', 'retired'), reason: text });

/** What `diff`, `impact` and `gate` print as JSON: one shape, the later commands add to it. */
export const COMPARISON_SCHEMA = outputSchema(
  'comparison',
  'Comparison of two revisions',
  {
    base: ref('revision'),
    head: ref('revision'),
    summary: closed({
      class: words('CRITICAL', 'MAJOR', 'MINOR', 'COSMETIC', 'NONE'),
      counts: closed(Object.fromEntries(counted.map((name) => [name, ref('count')]))),
      approvers: functions,
    }),
    findings: list(FINDING),
    composedEffects: {
      ...list(effect),
      description: 'Of each mapped field on whose way something changed, what arrives in base and in head.',
    },
    impacts: list(IMPACT),
    regression: closed({ select: list(selection), exclude: list(omission) }),
    gate: closed({
      compared: {
        type: 'boolean',
        description: 'False when base and head are the same commit: nothing was judged, nothing passed.',
      },
      passed: { type: 'boolean' },
      failOn: list(text),
      accepted: {
        ...list(text),
        description: 'Findings that do not stop the change because of a waiver that came with it.',
      },
      reasons: list(text),
      asOf: { type: 'string', format: 'date' },
    }),
  },
  ['impacts', 'regression', 'gate'],
);
