import { closed, list, nullable, outputSchema, ref, words } from './shared.ts';

const text = { type: 'string' };
const functions = list(words('OPS', 'QA', 'IT'));
const mirror = {
  anyOf: [closed({ rule: text }), closed({ self: { const: true } }), closed({ elsewhere: text })],
  description: 'What reports the opposite edit: another rule, the same one, or what the sentence says.',
};
const example = closed(
  { name: text, before: text, after: text, spec: text, project: text, asOf: text, expect: list(text) },
  ['before', 'after', 'spec', 'project', 'asOf'],
);

/** What `rules` and `explain RULE` print as JSON. */
export const RULES_SCHEMA = outputSchema('rules', 'Catalogue of the rules', {
  rules: list(
    closed(
      {
        id: text,
        kind: words('change', 'lint', 'loader'),
        family: nullable(text),
        purpose: text,
        why: text,
        fix: text,
        class: words('breaking', 'risky', 'compatible', 'editorial'),
        risk: nullable(words('C', 'H', 'M', 'L')),
        severity: ref('severity'),
        core: { type: 'boolean', description: 'Among the rules without which a first version would mislead.' },
        evidence: list(text),
        approvers: closed({ approve: functions, inform: functions }),
        mirror,
        judges: { ...list(text), description: 'What a change rule looks at.' },
        adjustments: list(closed({ id: text, purpose: text })),
        stance: words('contradiction', 'expectation'),
        stanceReason: text,
        reads: { ...list(text), description: 'Attributes that a lint looks at.' },
        examples: list(example),
      },
      [
        'class',
        'risk',
        'severity',
        'core',
        'evidence',
        'approvers',
        'mirror',
        'judges',
        'adjustments',
        'stance',
        'stanceReason',
        'reads',
        'examples',
      ],
    ),
  ),
});
